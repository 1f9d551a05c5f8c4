// Replaces `import 'electron'` in unit tests. It is only enough to load electron/, and it records the calls.
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import type { MenuItemConstructorOptions, Rectangle } from 'electron';

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
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] };
interface FakeMenu {
  readonly items: readonly MenuItemConstructorOptions[];
}
export const menus: FakeMenu[] = [];
export const Menu = {
  buildFromTemplate: (items: FakeMenu['items']): object => ({ items, popup: () => undefined }),
  setApplicationMenu: (menu: FakeMenu): void => void menus.push(menu),
};
export class BrowserWindow extends EventEmitter {
  readonly webContents = Object.assign(new EventEmitter(), {
    send: (...sent: readonly unknown[]): void => void this.sent.push(sent),
  });
  readonly sent: unknown[] = [];
  /** The calls in order. */
  readonly done: string[] = [];
  readonly options: Partial<Rectangle>;
  place: Rectangle;
  minimized = false;
  destroyed = false;

  constructor(options: Partial<Rectangle> = {}) {
    super();
    this.options = options;
    this.place = { x: 0, y: 0, width: 800, height: 600, ...options };
  }
  isDestroyed = (): boolean => this.destroyed;
  isMaximized = (): boolean => this.done.includes('maximize');
  isMinimized = (): boolean => this.minimized;
  getNormalBounds = (): Rectangle => this.place;
  show = (): void => void this.done.push('show');
  maximize = (): void => void this.done.push('maximize');
  restore = (): void => void this.done.push('restore');
  /** Emits an event too, as Electron does. */
  focus = (): void => {
    this.done.push('focus');
    this.emit('focus');
  };
  close = (): void => {
    this.emit('close');
    this.destroyed = true;
    this.emit('closed');
  };
}

/** The result of the next notification. Null: the system does not answer. */
export const notificationEnds: { next: 'show' | 'failed' | null; supported: boolean } = {
  next: 'show',
  supported: true,
};
export class Notification extends EventEmitter {
  static readonly shown: Notification[] = [];
  static isSupported = (): boolean => notificationEnds.supported;
  readonly options: { readonly title: string; readonly body: string };
  constructor(options: Notification['options']) {
    super();
    this.options = options;
  }
  show(): void {
    Notification.shown.push(this);
    if (notificationEnds.next !== null) this.emit(notificationEnds.next, {}, 'a sentence of the system');
  }
}
/** The path that the next save dialog returns. Empty: the person cancels it. */
export const saveDialog = { path: '' };
export const dialog = {
  showSaveDialog: async (): Promise<{ canceled: boolean; filePath: string }> => ({
    canceled: saveDialog.path === '',
    filePath: saveDialog.path,
  }),
};

export default {
  app,
  ipcMain,
  shell,
  protocol,
  contextBridge,
  ipcRenderer,
  screen,
  Menu,
  BrowserWindow,
  Notification,
  dialog,
};
