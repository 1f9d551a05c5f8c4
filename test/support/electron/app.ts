// Electron's application: its life, its paths, and what belongs to the whole process.
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import type { Permissions } from './permissions.ts';
import { becomeReady, note, onlyBefore, onlyReady, phaseNow } from './phase.ts';

type Handler = (...args: readonly unknown[]) => unknown;

/** An event that its listeners can prevent. */
export class StoppableEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

interface Closable {
  close(): void;
  destroy(): void;
  isDestroyed(): boolean;
}

class FakeApp extends EventEmitter {
  readonly windows = new Set<Closable>();
  readonly switches = new Map<string, string>();
  readonly paths = new Map<string, string>();
  readonly exits: number[] = [];
  isPackaged = false;
  /** Another process of this program has Electron's lock. */
  secondInstance = false;
  quitting = false;
  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => {
      note(`app.commandLine.appendSwitch ${name}`);
      this.switches.set(name, value);
    },
    hasSwitch: (name: string): boolean => this.switches.has(name),
  };

  getPath(name: string): string {
    return this.paths.get(name) ?? tmpdir();
  }
  setPath(name: string, path: string): void {
    if (name === 'sessionData') onlyBefore('app.setPath sessionData');
    else note(`app.setPath ${name}`);
    this.paths.set(name, path);
  }
  getVersion(): string {
    return '0.0.0';
  }
  enableSandbox(): void {
    onlyBefore('app.enableSandbox');
  }
  setAppUserModelId(id: string): void {
    note(`app.setAppUserModelId ${id}`);
  }
  setToastActivatorCLSID(_id: string): void {
    note('app.setToastActivatorCLSID');
  }
  setAsDefaultProtocolClient(scheme: string): boolean {
    note(`app.setAsDefaultProtocolClient ${scheme}`);
    return true;
  }
  /** What the system starts with the person's session. */
  atLogin = { openAtLogin: false, executableWillLaunchAtLogin: true };
  getLoginItemSettings(): never {
    return this.atLogin as never;
  }
  setLoginItemSettings({ openAtLogin = false }: { readonly openAtLogin?: boolean }): void {
    note(`app.setLoginItemSettings ${openAtLogin}`);
    this.atLogin = { ...this.atLogin, openAtLogin };
  }
  requestSingleInstanceLock(): boolean {
    note('app.requestSingleInstanceLock');
    return !this.secondInstance;
  }
  /** Becomes ready in a later turn, as Electron does: whatever the program awaits before may be too late. */
  whenReady(): Promise<void> {
    note('app.whenReady');
    return new Promise((resolve) => {
      setImmediate(() => {
        becomeReady();
        resolve();
      });
    });
  }
  isReady(): boolean {
    return phaseNow() !== 'before';
  }

  /** Asks, closes the windows, asks again, exits. A window that stays open calls it off. */
  quit(): void {
    if (this.quitting) return;
    const before = new StoppableEvent();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.quitting = true;
    for (const window of this.windows) {
      window.close();
      if (!window.isDestroyed()) {
        this.quitting = false;
        return;
      }
    }
    const will = new StoppableEvent();
    this.emit('will-quit', will);
    if (!will.defaultPrevented) this.exit(0);
    this.quitting = false;
  }

  /** Destroys the windows without asking. */
  exit(code = 0): void {
    note(`app.exit ${code}`);
    for (const window of this.windows) window.destroy();
    this.exits.push(code);
    this.emit('quit', {}, code);
  }

  windowClosed(window: Closable): void {
    this.windows.delete(window);
    if (this.windows.size === 0 && !this.quitting) this.emit('window-all-closed');
  }
}

export const app = new FakeApp();

class FakeIpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  /** Off in tests that connect one desk after the other. */
  strict = false;
  handle(channel: string, handler: Handler): void {
    if (this.strict && this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }
  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}
export const ipcMain = new FakeIpcMain();

export const opened: string[] = [];
/** The files that were shown in their folder. */
export const shown: string[] = [];
export const shell = {
  openExternal: async (url: string): Promise<void> => {
    opened.push(url);
  },
  showItemInFolder: (path: string): void => void shown.push(path),
};

export const schemes = new Map<string, Handler>();
export const protocol = {
  registerSchemesAsPrivileged(_schemes: readonly object[]): void {
    onlyBefore('protocol.registerSchemesAsPrivileged');
  },
  handle(scheme: string, handler: unknown): void {
    onlyReady(`protocol.handle ${scheme}`);
    schemes.set(scheme, handler as Handler);
  },
};

class FakeSession extends EventEmitter {
  readonly permissions: Permissions = { request: null, check: null, device: null };
  setPermissionRequestHandler(handler: unknown): void {
    note('session.setPermissionRequestHandler');
    this.permissions.request = handler as Permissions['request'];
  }
  setPermissionCheckHandler(handler: unknown): void {
    note('session.setPermissionCheckHandler');
    this.permissions.check = handler as Permissions['check'];
  }
  setDevicePermissionHandler(handler: unknown): void {
    note('session.setDevicePermissionHandler');
    this.permissions.device = handler as Permissions['device'];
  }
}
const onlySession = new FakeSession();
export const session = {
  get defaultSession(): FakeSession {
    onlyReady('session.defaultSession');
    return onlySession;
  },
};

/** The computer sleeps and wakes when a test says so. */
export const powerMonitor = new EventEmitter();

class FakeNativeTheme extends EventEmitter {
  /** The system's own theme. */
  systemIsDark = false;
  #source: 'system' | 'light' | 'dark' = 'system';
  get themeSource(): 'system' | 'light' | 'dark' {
    return this.#source;
  }
  set themeSource(source: 'system' | 'light' | 'dark') {
    this.#source = source;
    this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.systemIsDark : this.#source === 'dark';
  }
}
export const nativeTheme = new FakeNativeTheme();

export const safeStorage = {
  isAsyncEncryptionAvailable: async (): Promise<boolean> => {
    note('safeStorage.isAsyncEncryptionAvailable');
    return phaseNow() !== 'before';
  },
  encryptStringAsync: async (plain: string): Promise<Buffer> => Buffer.from(plain).reverse(),
  decryptStringAsync: async (encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> => ({
    result: Buffer.from(encrypted).reverse().toString(),
    shouldReEncrypt: false,
  }),
  getSelectedStorageBackend: (): 'gnome_libsecret' | 'unknown' =>
    phaseNow() === 'before' ? 'unknown' : 'gnome_libsecret',
};

/** Electron's network reaches what Node's reaches. Only its words for a failure differ. */
export const net = {
  fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    if (phaseNow() === 'before')
      return Promise.reject(new Error('net.fetch cannot be used before the app is ready'));
    return fetch(input, init);
  },
};

const whole = { x: 0, y: 0, width: 1920, height: 1080 };
/** The displays that a test connects. */
export const displays = { now: [{ bounds: whole, workArea: whole, scaleFactor: 1 }] };

export const screen = {
  getAllDisplays: () => {
    if (phaseNow() === 'before') throw new Error('screen cannot be used before the app is ready');
    return displays.now;
  },
};
