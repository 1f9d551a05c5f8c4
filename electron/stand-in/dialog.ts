// Electron's `dialog`. Chromium has no dialog of the system for another program, so the window asks with a
// browser's own question. Without a window nobody could answer: the file goes to the person's downloads under
// a free name, and the caller shows the path.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, parse, resolve } from 'node:path';
import { app, onlyReady } from './application.ts';
import type { AskPerson } from './ask-in-page.ts';
import type { BrowserWindow } from './browser-window.ts';

interface SaveOptions {
  readonly defaultPath?: string;
  readonly properties?: readonly string[];
}

interface MessageOptions {
  readonly message: string;
  readonly detail?: string;
  readonly buttons?: readonly string[];
  readonly cancelId?: number;
}

const downloads = (): string =>
  ['Downloads', 'Scaricati', 'Download']
    .map((name) => join(homedir(), name))
    .find((folder) => existsSync(folder)) ?? homedir();

function freePath(folder: string, suggested: string): string {
  const { name, ext } = parse(suggested);
  let path = join(folder, `${name}${ext}`);
  for (let copy = 2; existsSync(path); copy += 1) path = join(folder, `${name} (${copy})${ext}`);
  return path;
}

const inFolder = (folder: string, path: string): string => (isAbsolute(path) ? path : resolve(folder, path));

/** A path to save under. Null if the person cancels. Asks before an existing file is overwritten. */
export async function askForPath(
  ask: AskPerson,
  folder: string,
  { defaultPath = 'allinea', properties = [] }: SaveOptions,
): Promise<string | null> {
  let suggested = freePath(folder, defaultPath);
  for (;;) {
    const typed = await ask('prompt', 'Salva con nome:', suggested);
    if (typed === null || typed.trim() === '') return null;
    const path = inFolder(folder, typed.trim());
    if (!properties.includes('showOverwriteConfirmation') || !existsSync(path)) return path;
    if ((await ask('confirm', `${path}\n\nIl file esiste già. Sostituirlo?`)) !== null) return path;
    suggested = path;
  }
}

/** Electron takes the parent first, or leaves it out. */
function split(args: readonly unknown[]): {
  readonly parent: BrowserWindow | undefined;
  readonly options: unknown;
} {
  const [first, second] = args;
  return second === undefined
    ? { parent: undefined, options: first }
    : { parent: first as BrowserWindow, options: second };
}

const askIn = (parent: BrowserWindow): AskPerson => parent.ask.bind(parent);
const canAsk = (parent: BrowserWindow | undefined): parent is BrowserWindow =>
  parent !== undefined && !app.switches.has('headless');

export const dialog = {
  async showSaveDialog(...args: readonly unknown[]): Promise<{ canceled: boolean; filePath: string }> {
    onlyReady('dialog.showSaveDialog');
    const { parent, options } = split(args);
    const path = canAsk(parent)
      ? await askForPath(askIn(parent), downloads(), options as SaveOptions)
      : freePath(downloads(), (options as SaveOptions).defaultPath ?? 'allinea');
    return { canceled: path === null, filePath: path ?? '' };
  },
  async showOpenDialog(...args: readonly unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
    onlyReady('dialog.showOpenDialog');
    const { parent } = split(args);
    const typed = canAsk(parent) ? await parent.ask('prompt', 'Cartella:', downloads()) : downloads();
    return { canceled: typed === null, filePaths: typed === null ? [] : [inFolder(downloads(), typed)] };
  },
  /** A question with two answers, or a sentence with one. Headless nobody could answer: it is cancelled. */
  async showMessageBox(...args: readonly unknown[]): Promise<{ response: number; checkboxChecked: boolean }> {
    onlyReady('dialog.showMessageBox');
    const { parent, options } = split(args);
    const { message, detail = '', buttons = [], cancelId = 0 } = options as MessageOptions;
    const words = `${message}\n\n${detail}`;
    const yes = canAsk(parent) && (await parent.ask(buttons.length > 1 ? 'confirm' : 'tell', words)) !== null;
    return { response: yes ? 0 : cancelId, checkboxChecked: false };
  },
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`${title}\n${content}\n`);
  },
};
