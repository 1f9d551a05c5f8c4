// The other parts of Electron: a browser window has them itself or cannot have them.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, parse } from 'node:path';

/** Chromium's app window has no menu bar, and it has its own context menu. */
export const Menu = {
  setApplicationMenu(_menu: object): void {},
  buildFromTemplate: (_items: readonly object[]): { popup(): void } => ({ popup: () => undefined }),
};

const downloads = (): string =>
  ['Downloads', 'Scaricati', 'Download']
    .map((name) => join(homedir(), name))
    .find((folder) => existsSync(folder)) ?? homedir();

export const dialog = {
  /**
   * Without Electron there is no native dialog. The file goes to the person's downloads under a free name,
   * and the caller shows the path.
   */
  showSaveDialog({
    defaultPath,
  }: {
    readonly defaultPath: string;
  }): Promise<{ canceled: boolean; filePath: string }> {
    const folder = downloads();
    const { name, ext } = parse(defaultPath);
    let filePath = join(folder, `${name}${ext}`);
    for (let copy = 2; existsSync(filePath); copy += 1) filePath = join(folder, `${name} (${copy})${ext}`);
    return Promise.resolve({ canceled: false, filePath });
  },
  /** The person's downloads: the caller shows the path. */
  showOpenDialog(_wish: object): Promise<{ canceled: boolean; filePaths: string[] }> {
    return Promise.resolve({ canceled: false, filePaths: [downloads()] });
  },
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`${title}\n${content}\n`);
  },
};

/** The operating system's key is out of reach, so secrets stay in memory. */
export const safeStorage = {
  isEncryptionAvailable: (): boolean => false,
  encryptString(): Buffer {
    throw new Error('No encryption here');
  },
  decryptString(): string {
    throw new Error('No encryption here');
  },
};

/** The displays are unknown. Chromium itself moves an invisible window back. */
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
