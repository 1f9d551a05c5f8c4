// The other parts of Electron: a browser window has them itself or cannot have them.
import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { dirname } from 'node:path';
import type { Display } from 'electron';
import { onlyReady } from './application.ts';

/** Chromium's app window has no menu bar, and it has its own context menu. */
export const Menu = {
  setApplicationMenu(_menu: object): void {},
  buildFromTemplate: (_items: readonly object[]): { popup(): void } => ({ popup: () => undefined }),
};

/** Chromium's window has the system's own frame. */
export const nativeTheme = Object.assign(new EventEmitter(), {
  themeSource: 'system' as 'system' | 'light' | 'dark',
  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark';
  },
});

/** A browser says nothing of sleep. The program then exchanges at its next try. */
export const powerMonitor = new EventEmitter();

/** Node's own network: it knows neither the system's proxy nor its certificates. */
export const net = {
  async fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    onlyReady('net.fetch');
    return fetch(input, init);
  },
};

/** The operating system's key is out of reach, so secrets stay in memory. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async (): Promise<boolean> => false,
  encryptStringAsync: (_plain: string): Promise<Buffer> => Promise.reject(new Error('No encryption here')),
  decryptStringAsync: (
    _encrypted: Buffer,
  ): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }> =>
    Promise.reject(new Error('No encryption here')),
  getSelectedStorageBackend: (): 'unknown' => 'unknown',
};

/** The displays are unknown. Chromium itself moves an invisible window back. */
export const screen = {
  getAllDisplays(): readonly Pick<Display, 'bounds' | 'scaleFactor' | 'workArea'>[] {
    onlyReady('screen');
    return [];
  },
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
    return begin(command ?? '', args);
  },

  /** On Linux only the folder is opened: no standard command chooses a file in it. Failing is not told. */
  showItemInFolder(path: string): void {
    const [command, ...args] =
      process.platform === 'darwin'
        ? ['open', '-R', path]
        : process.platform === 'win32'
          ? ['explorer', `/select,${path}`]
          : ['xdg-open', dirname(path)];
    begin(command ?? '', args).catch(() => undefined);
  },
};

/** Starts a program that goes on by itself. Rejects if there is none of this name. */
function begin(command: string, args: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    child.once('error', fail);
    child.once('spawn', () => {
      child.unref();
      done();
    });
  });
}
