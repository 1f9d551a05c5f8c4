// Runs before the first browser test: chooses the shell. Real Electron where its binary and a display are
// there, or Xvfb can make one; else the stand-in over a browser, which is fetched if there is none. Debian's
// Chromium without windows comes first: it is quicker. The contract tests and the tours use the one with
// windows.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fetchBrowser, fetchWindowless, installCommand } from '../../electron/launch/fetch-browser.ts';
import { findBrowser, findWindowless } from '../../electron/launch/find-browser.ts';
import { findElectron } from '../../electron/launch/find-electron.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const say = (line: string): void => console.log(line);

/** A display without a screen. Null if Xvfb is not installed. */
async function virtualDisplay(): Promise<ChildProcess | null> {
  const program = '/usr/bin/Xvfb';
  if (process.platform !== 'linux' || !existsSync(program)) return null;
  const name = `:${90 + (process.pid % 100)}`;
  const server = spawn(program, [name, '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: 'ignore',
  });
  for (let turn = 0; turn < 100 && !existsSync(`/tmp/.X11-unix/X${name.slice(1)}`); turn += 1) await wait(50);
  process.env['DISPLAY'] = name;
  return server;
}

const hasDisplay = (): boolean =>
  process.platform !== 'linux' ||
  [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '');

export default async function chooseShell(): Promise<() => void> {
  const forced = process.env['ALLINEA_SHELL'];
  const electron = forced === 'stand-in' ? null : await findElectron(root, { say });
  const display = electron === null || hasDisplay() ? null : await virtualDisplay();
  let shell: string;
  if (electron !== null && hasDisplay()) {
    process.env['ALLINEA_SHELL'] = 'electron';
    shell = `Electron ${electron.version}`;
  } else {
    if (forced === 'electron') throw new Error('ALLINEA_SHELL=electron: Electron or a display is missing');
    const named = process.env['ALLINEA_BROWSER'] !== undefined;
    const windowless = named ? null : ((await findWindowless()) ?? (await fetchWindowless(say)));
    const browser = windowless ?? (await findBrowser(root)) ?? (await fetchBrowser(root, say));
    if (browser === null)
      throw new Error(`No browser could be found or fetched: ${installCommand('browser', process.platform)}`);
    if (windowless !== null) process.env['ALLINEA_BROWSER'] = windowless.executable;
    shell = `the stand-in over ${browser.name}`;
  }
  mkdirSync(join(root, 'test-results'), { recursive: true });
  writeFileSync(join(root, 'test-results', 'shell.txt'), shell);
  return () => void display?.kill();
}
