// What Allinea uses of Electron, member by member. Types and tests derive from this one list.
import type { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

/** The members of each module that the program calls. */
export const usedOfModules = {
  app: [
    'commandLine',
    'enableSandbox',
    'exit',
    'getLoginItemSettings',
    'getPath',
    'getVersion',
    'isPackaged',
    'on',
    'quit',
    'requestSingleInstanceLock',
    'setAppUserModelId',
    'setAsDefaultProtocolClient',
    'setLoginItemSettings',
    'setPath',
    'setToastActivatorCLSID',
    'whenReady',
  ],
  dialog: ['showErrorBox', 'showMessageBox', 'showOpenDialog', 'showSaveDialog'],
  ipcMain: ['handle', 'removeAllListeners'],
  Menu: ['buildFromTemplate', 'setApplicationMenu'],
  nativeTheme: ['on', 'shouldUseDarkColors', 'themeSource'],
  net: ['fetch'],
  Notification: ['isSupported'],
  powerMonitor: ['on'],
  protocol: ['handle', 'registerSchemesAsPrivileged'],
  safeStorage: [
    'decryptStringAsync',
    'encryptStringAsync',
    'getSelectedStorageBackend',
    'isAsyncEncryptionAvailable',
  ],
  screen: ['getAllDisplays'],
  session: ['defaultSession'],
  shell: ['openExternal', 'showItemInFolder'],
  contextBridge: ['exposeInMainWorld'],
  ipcRenderer: ['invoke', 'on', 'removeListener'],
} as const satisfies { readonly [M in keyof typeof Electron]?: readonly (keyof (typeof Electron)[M])[] };

/** The members of what Electron makes or hands over. */
export const usedOfObjects = {
  BrowserWindow: [
    'destroy',
    'focus',
    'getNormalBounds',
    'isDestroyed',
    'isMaximized',
    'isMinimized',
    'loadURL',
    'maximize',
    'on',
    'once',
    'restore',
    'setBackgroundColor',
    'show',
    'webContents',
  ],
  WebContents: [
    'executeJavaScript',
    'on',
    'once',
    'printToPDF',
    'reload',
    'send',
    'setWindowOpenHandler',
    'setZoomLevel',
  ],
  Notification: ['on', 'once', 'show'],
  Session: ['on', 'setDevicePermissionHandler', 'setPermissionCheckHandler', 'setPermissionRequestHandler'],
  CommandLine: ['appendSwitch', 'hasSwitch'],
} as const satisfies {
  readonly BrowserWindow: readonly (keyof Electron.BrowserWindow)[];
  readonly WebContents: readonly (keyof Electron.WebContents)[];
  readonly Notification: readonly (keyof Electron.Notification)[];
  readonly Session: readonly (keyof Electron.Session)[];
  readonly CommandLine: readonly (keyof Electron.CommandLine)[];
};

type Modules = typeof usedOfModules;
type Objects = typeof usedOfObjects;

/**
 * Electron's emitters return themselves, whole. Here the name of an event and its listener are left to the
 * source, which the compiler holds against electron.d.ts.
 */
type Emitting = Pick<EventEmitter, 'on' | 'once'>;
type Listener = Parameters<EventEmitter['on']>[1];
type Listeners = 'on' | 'once' | 'removeAllListeners' | 'removeListener';

type Used<N extends keyof Objects, Whole> = Pick<Whole, Exclude<Objects[N][number] & keyof Whole, Listeners>>;
/** The members of one module, as Electron declares them. */
type Of<M extends keyof Modules> = Pick<
  (typeof Electron)[M],
  Exclude<Modules[M][number] & keyof (typeof Electron)[M], Listeners>
>;

type UsedContents = Used<'WebContents', Electron.WebContents> & Emitting;
type UsedWindow = Omit<Used<'BrowserWindow', Electron.BrowserWindow>, 'webContents'> &
  Emitting & { readonly webContents: UsedContents };

/** Electron's main process, as far as Allinea knows it. */
export interface UsedElectron {
  readonly app: Omit<Of<'app'>, 'commandLine'> &
    Emitting & { readonly commandLine: Used<'CommandLine', Electron.CommandLine> };
  readonly BrowserWindow: new (options?: Electron.BrowserWindowConstructorOptions) => UsedWindow;
  readonly dialog: Of<'dialog'>;
  readonly ipcMain: {
    handle(channel: string, listener: Listener): void;
    removeAllListeners(channel?: string): unknown;
  };
  readonly Menu: {
    readonly buildFromTemplate: (
      template: Electron.MenuItemConstructorOptions[],
    ) => Pick<Electron.Menu, 'popup'>;
    readonly setApplicationMenu: (menu: never) => void;
  };
  readonly nativeTheme: Of<'nativeTheme'> & Emitting;
  readonly net: { readonly fetch: (input: string, init?: RequestInit) => Promise<Response> };
  readonly Notification: Of<'Notification'> &
    (new (
      options?: Electron.NotificationConstructorOptions,
    ) => Used<'Notification', Electron.Notification> & Emitting);
  readonly powerMonitor: Emitting;
  readonly protocol: Of<'protocol'>;
  readonly safeStorage: Of<'safeStorage'>;
  readonly screen: {
    readonly getAllDisplays: () => readonly Pick<Electron.Display, 'bounds' | 'scaleFactor' | 'workArea'>[];
  };
  readonly session: { readonly defaultSession: Used<'Session', Electron.Session> & Emitting };
  readonly shell: Of<'shell'>;
}

/** Electron's side in the page. */
export interface UsedInPage {
  readonly contextBridge: Of<'contextBridge'>;
  readonly ipcRenderer: Pick<Electron.IpcRenderer, 'invoke'> & Emitting;
}
