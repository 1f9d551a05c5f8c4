// Electron's windows, menus, dialogs and notifications.
import { EventEmitter } from 'node:events';
import type {
  BrowserWindowConstructorOptions,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  Rectangle,
  SaveDialogOptions,
} from 'electron';
import { app, StoppableEvent } from './app.ts';
import { note, onlyReady } from './phase.ts';

/** How the next pages load, and whether their windows become ready to be shown. */
export const loading: { result: 'ok' | 'failed'; readyToShow: boolean } = { result: 'ok', readyToShow: true };

class FakeWebContents extends EventEmitter {
  readonly #window: BrowserWindow;
  openHandler: ((details: { readonly url: string }) => { readonly action: string }) | undefined;

  constructor(window: BrowserWindow) {
    super();
    this.#window = window;
  }
  /** Copies as IPC does: what is no data throws. */
  send(...sent: readonly unknown[]): void {
    this.#window.sent.push(structuredClone(sent));
  }
  /** What the page answers to a script. */
  answers: () => unknown = () => false;
  async executeJavaScript(_script: string): Promise<unknown> {
    return this.answers();
  }
  zoomLevel = 0;
  setZoomLevel(level: number): void {
    this.zoomLevel = level;
  }
  reload(): void {
    this.#window.done.push('reload');
  }
  setWindowOpenHandler(handler: (details: never) => { readonly action: string }): void {
    this.openHandler = handler as (details: { readonly url: string }) => { readonly action: string };
  }
  async printToPDF(options: object): Promise<Buffer> {
    this.#window.printed.push(options);
    return Buffer.from('%PDF');
  }
}

export class BrowserWindow extends EventEmitter {
  readonly sent: unknown[] = [];
  readonly printed: object[] = [];
  /** The calls in order. */
  readonly done: string[] = [];
  readonly loaded: string[] = [];
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: FakeWebContents;
  place: Rectangle;
  background: string | undefined;
  minimized = false;
  destroyed = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    onlyReady('new BrowserWindow');
    this.options = options;
    this.background = options.backgroundColor;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.place = { x, y, width, height };
    this.webContents = new FakeWebContents(this);
    app.windows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    note(`loadURL ${url.slice(0, 14)}`);
    this.loaded.push(url);
    await new Promise((resolve) => setImmediate(resolve));
    if (this.destroyed) throw new Error(`ERR_FAILED (-2) loading '${url}'`);
    if (loading.result === 'failed' && !url.startsWith('data:')) {
      this.webContents.emit('did-fail-load', {}, -2, 'ERR_FAILED', url, true);
      throw new Error(`ERR_FAILED (-2) loading '${url}'`);
    }
    this.webContents.emit('did-navigate', {}, url, 200, 'OK');
    if (loading.readyToShow) this.emit('ready-to-show');
    this.webContents.emit('did-finish-load');
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  isMaximized(): boolean {
    return this.done.includes('maximize');
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  getNormalBounds(): Rectangle {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    return this.place;
  }
  setBackgroundColor(color: string): void {
    this.background = color;
  }
  show(): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    this.done.push('show');
  }
  maximize(): void {
    this.done.push('maximize');
  }
  restore(): void {
    this.done.push('restore');
  }
  /** Emits an event too, as Electron does. */
  focus(): void {
    this.done.push('focus');
    this.emit('focus');
  }
  /** Asks first. */
  close(): void {
    if (this.destroyed) return;
    const event = new StoppableEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  /** Asks nobody. */
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.emit('closed');
    app.windowClosed(this);
  }
}

interface FakeMenu {
  readonly items: readonly MenuItemConstructorOptions[];
  popup(): void;
}
export const menus: FakeMenu[] = [];
/** Roles that Electron knows. An unknown one throws there too. */
const roles = new Set(
  'undo redo cut copy paste selectAll resetZoom zoomIn zoomOut togglefullscreen toggleDevTools minimize close zoom front window about hide hideOthers unhide quit help services recentDocuments clearRecentDocuments'.split(
    ' ',
  ),
);
export const Menu = {
  buildFromTemplate(items: readonly MenuItemConstructorOptions[]): FakeMenu {
    for (const { role, label, type, submenu } of items) {
      if (role !== undefined && !roles.has(role)) throw new Error(`Unknown role ${role}`);
      if (role === undefined && label === undefined && type !== 'separator')
        throw new Error('Invalid template for MenuItem: must have either label, role or type');
      if (Array.isArray(submenu)) Menu.buildFromTemplate(submenu);
    }
    return { items, popup: () => undefined };
  },
  setApplicationMenu(menu: unknown): void {
    note('Menu.setApplicationMenu');
    menus.push(menu as FakeMenu);
  },
};

/** The result of the next notification. Null: the system does not answer. */
export const notificationEnds: { next: 'show' | 'failed' | null; supported: boolean } = {
  next: 'show',
  supported: true,
};
export class Notification extends EventEmitter {
  static readonly shown: Notification[] = [];
  static isSupported(): boolean {
    return notificationEnds.supported;
  }
  readonly options: { readonly title?: string; readonly body?: string };
  constructor(options: Notification['options'] = {}) {
    super();
    onlyReady('new Notification');
    this.options = options;
  }
  show(): void {
    Notification.shown.push(this);
    if (notificationEnds.next !== null) this.emit(notificationEnds.next, {}, 'a sentence of the system');
  }
}

/** The path that the next save dialog returns. Empty: the person cancels it. */
export const saveDialog: { path: string; asked: { parent: unknown; options: SaveDialogOptions }[] } = {
  path: '',
  asked: [],
};
/** The first argument is the parent, or it is missing. */
const split = (args: readonly unknown[]): { parent: unknown; options: object } =>
  args.length > 1
    ? { parent: args[0], options: args[1] as object }
    : { parent: undefined, options: args[0] as object };
export const errorBoxes: string[] = [];
/** The buttons that the next message boxes answer with, in order; then the first one. */
export const messageBoxes: { answers: number[]; shown: MessageBoxOptions[] } = { answers: [], shown: [] };
export const dialog = {
  showSaveDialog: async (...args: readonly unknown[]): Promise<{ canceled: boolean; filePath: string }> => {
    onlyReady('dialog.showSaveDialog');
    saveDialog.asked.push(split(args));
    return { canceled: saveDialog.path === '', filePath: saveDialog.path };
  },
  showOpenDialog: async (
    ..._args: readonly unknown[]
  ): Promise<{ canceled: boolean; filePaths: string[] }> => ({
    canceled: saveDialog.path === '',
    filePaths: saveDialog.path === '' ? [] : [saveDialog.path],
  }),
  showMessageBox: async (
    ...args: readonly unknown[]
  ): Promise<{ response: number; checkboxChecked: boolean }> => {
    onlyReady('dialog.showMessageBox');
    messageBoxes.shown.push(split(args).options as MessageBoxOptions);
    return { response: messageBoxes.answers.shift() ?? 0, checkboxChecked: false };
  },
  showErrorBox(title: string, content: string): void {
    note('dialog.showErrorBox');
    errorBoxes.push(`${title}\n${content}`);
  },
};
