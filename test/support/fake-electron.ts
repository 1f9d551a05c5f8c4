// What `import 'electron'` means in unit tests: just enough to load electron/, and what was called is kept to be looked at.
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';

type Handler = (...args: readonly unknown[]) => unknown;

class FakeIpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  handle(channel: string, handler: Handler): void {
    this.handlers.set(channel, handler);
  }
  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}

class FakeApp extends EventEmitter {
  getPath(_name: string): string {
    return tmpdir();
  }
  getVersion(): string {
    return '0.0.0';
  }
}

export const app = new FakeApp();
export const ipcMain = new FakeIpcMain();
export const opened: string[] = [];
export const shell = {
  openExternal: async (url: string): Promise<void> => {
    opened.push(url);
  },
};
export const schemes = new Map<string, Handler>();
export const protocol = {
  registerSchemesAsPrivileged(): void {},
  handle(scheme: string, handler: Handler): void {
    schemes.set(scheme, handler);
  },
};
export const exposed = new Map<string, unknown>();
export const contextBridge = {
  exposeInMainWorld(name: string, api: unknown): void {
    exposed.set(name, api);
  },
};
export const invoked: { readonly channel: string; readonly payload: unknown }[] = [];
class FakeIpcRenderer extends EventEmitter {
  async invoke(channel: string, payload: unknown): Promise<unknown> {
    invoked.push({ channel, payload });
    return { answered: channel };
  }
}
export const ipcRenderer = new FakeIpcRenderer();
export const screen = { getAllDisplays: (): readonly object[] => [] };
export const Menu = {
  buildFromTemplate: (items: readonly object[]): object => ({ items, popup: () => undefined }),
  setApplicationMenu: (_menu: object): void => undefined,
};
export class BrowserWindow extends EventEmitter {}

export default { app, ipcMain, shell, protocol, contextBridge, ipcRenderer, screen, Menu, BrowserWindow };
