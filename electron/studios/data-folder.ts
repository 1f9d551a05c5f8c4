import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { thisComputer } from './computer.ts';
import { readCard } from './folder-hold.ts';
import type { Arguments } from '../launch/arguments.ts';

/** Electron, or the stand-in over an installed Chromium. */
export const shellName = process.versions['electron'] === undefined ? 'stand-in' : 'electron';

/**
 * The data folder, and the folder of what belongs to this computer alone: the browser engine's files, the
 * log, the window's place. They differ only if another computer has the data folder open (rule J6), or if
 * the data folder cannot be written.
 */
export function prepareFolder(options: Arguments): { readonly folder: string; readonly own: string } {
  const folder = options.dataFolder ?? join(app.getPath('appData'), 'Allinea');
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const writer = readCard(folder)?.computer.id ?? null;
  const mayWrite = (writer === null || writer === thisComputer().id) && isWritable(folder);
  const own = mayWrite ? folder : readingFolder(folder);
  // Electron and the stand-in's Chromium have different versions, so each needs its own profile.
  const browserFolder = join(own, 'browser', shellName);
  mkdirSync(browserFolder, { recursive: true, mode: 0o700 });
  app.setPath('userData', own);
  app.setPath('sessionData', browserFolder);
  app.commandLine.appendSwitch('lang', 'it');
  if (options.headless) app.commandLine.appendSwitch('headless');
  if (options.testPort !== null && !app.isPackaged) {
    rmSync(join(browserFolder, 'DevToolsActivePort'), { force: true });
    app.commandLine.appendSwitch('remote-debugging-port', String(options.testPort));
    app.commandLine.appendSwitch('remote-debugging-address', '127.0.0.1');
  }
  return { folder, own };
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** This computer's own folder beside a data folder that is only read. */
function readingFolder(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex');
  return join(tmpdir(), `allinea-lettura-${digest.slice(0, 16)}`);
}
