// The parts of Electron's `app` that Allinea uses.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { LoginItemSettings } from 'electron';

type PathName = 'appData' | 'userData' | 'sessionData';

/** An event that its listeners can prevent. */
export class StoppableEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** Something that `quit` must close first. */
export interface Closable {
  /** Resolves when it is gone, or with false if it stays open. */
  close(): Promise<boolean>;
}

/** Electron refuses a call that comes too early or too late, and so does the stand-in. */
let ready = false;

export function onlyReady(what: string): void {
  if (!ready) throw new Error(`${what} cannot be used before the app is ready`);
}

export function onlyBefore(what: string): void {
  if (ready) throw new Error(`${what} should be called before app is ready`);
}

class StandInApp extends EventEmitter {
  readonly isPackaged = false;
  readonly windows = new Set<Closable>();
  readonly switches = new Map<string, string>();
  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => void this.switches.set(name, value),
    hasSwitch: (name: string): boolean => this.switches.has(name),
  };
  #paths = new Map<PathName, string>([['appData', appDataFolder()]]);
  #quitting = false;

  whenReady(): Promise<void> {
    return new Promise((resolve) => {
      setImmediate(() => {
        ready = true;
        resolve();
      });
    });
  }

  enableSandbox(): void {
    onlyBefore('app.enableSandbox');
    // Chromium's own sandbox is always on, except for root, for whom it cannot run (see browser.ts).
  }

  setAppUserModelId(_id: string): void {
    // The window belongs to Chromium, and there are no notifications.
  }

  setToastActivatorCLSID(_id: string): void {}

  /** Nothing is installed that could be opened. */
  getLoginItemSettings(): LoginItemSettings {
    const nothing = { openAtLogin: false, wasOpenedAtLogin: false, executableWillLaunchAtLogin: false };
    return { ...nothing, status: 'not-found', launchItems: [] };
  }
  setLoginItemSettings(_settings: object): void {}

  /** Links lead to an installed program, and the stand-in is none. */
  setAsDefaultProtocolClient(_scheme: string): boolean {
    return false;
  }

  getVersion(): string {
    const manifest: unknown = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    );
    return typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? String(manifest.version)
      : '0.0.0';
  }

  getPath(name: PathName): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`No path is set for ${name}`);
    return path;
  }

  setPath(name: PathName, path: string): void {
    if (name === 'sessionData') onlyBefore('app.setPath sessionData');
    this.#paths.set(name, path);
  }

  requestSingleInstanceLock(): boolean {
    // Electron's own lock knows only Electron. The program's lock knows both shells
    // (adapters/program-lock.ts).
    return true;
  }

  /**
   * Quits as Electron does: asks, closes the windows, asks again, exits. A window that stays open calls it
   * off. A second call meanwhile changes nothing.
   */
  quit(): void {
    if (this.#quitting) return;
    const before = new StoppableEvent();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.#quitting = true;
    void this.#closeAndGo();
  }

  async #closeAndGo(): Promise<void> {
    const closing = await Promise.allSettled([...this.windows].map((window) => window.close()));
    if (closing.some((end) => end.status === 'fulfilled' && !end.value)) {
      this.#quitting = false;
      return;
    }
    const will = new StoppableEvent();
    this.emit('will-quit', will);
    if (will.defaultPrevented) this.#quitting = false;
    else this.exit(0);
  }

  exit(code = 0): void {
    this.emit('quit', {}, code);
    process.exit(code);
  }

  /**
   * A window calls it after closing. After the last window the application decides what to do,
   * unless it is already quitting.
   */
  windowClosed(window: Closable): void {
    this.windows.delete(window);
    if (this.windows.size === 0 && !this.#quitting) this.emit('window-all-closed');
  }
}

function appDataFolder(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
}

export const app = new StandInApp();
