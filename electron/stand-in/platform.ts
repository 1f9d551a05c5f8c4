// What is left of Electron: the parts that a browser window either has of its own or cannot have.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, parse } from 'node:path';

/** Chromium's app window has no menu bar, and its own menu under the right button. */
export const Menu = {
  setApplicationMenu(_menu: object): void {},
  buildFromTemplate: (_items: readonly object[]): { popup(): void } => ({ popup: () => undefined }),
};

export const dialog = {
  /**
   * No native dialog without Electron: the file goes to the person's downloads under a name that is free, and
   * the caller says where.
   */
  showSaveDialog({
    defaultPath,
  }: {
    readonly defaultPath: string;
  }): Promise<{ canceled: boolean; filePath: string }> {
    const downloads =
      ['Downloads', 'Scaricati', 'Download']
        .map((name) => join(homedir(), name))
        .find((folder) => existsSync(folder)) ?? homedir();
    const { name, ext } = parse(defaultPath);
    let filePath = join(downloads, `${name}${ext}`);
    for (let copy = 2; existsSync(filePath); copy += 1) filePath = join(downloads, `${name} (${copy})${ext}`);
    return Promise.resolve({ canceled: false, filePath });
  },
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`${title}\n${content}\n`);
  },
};

/** No key of the operating system is within reach: secrets then stay in memory. */
export const safeStorage = {
  isEncryptionAvailable: (): boolean => false,
  encryptString(): Buffer {
    throw new Error('No encryption here');
  },
  decryptString(): string {
    throw new Error('No encryption here');
  },
};

/** Unknown: Chromium itself brings a window that is out of sight back. */
export const screen = {
  getAllDisplays: (): readonly { workArea: { x: number; y: number; width: number; height: number } }[] => [],
};

export const shell = {
  /** Opens an address, already checked by security.ts, in the person's own browser. */
  openExternal(url: string): Promise<void> {
    const [command, ...args] =
      process.platform === 'darwin'
        ? ['open', url]
        : process.platform === 'win32'
          ? ['rundll32', 'url.dll,FileProtocolHandler', url]
          : ['xdg-open', url];
    return new Promise((done, fail) => {
      const child = spawn(command ?? '', args, { stdio: 'ignore', detached: true });
      child.once('error', fail);
      child.once('spawn', () => {
        child.unref();
        done();
      });
    });
  },
};
