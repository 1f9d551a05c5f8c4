// The parts of Electron's `app` that Allinea uses.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { takeInstanceLock } from './instance-lock.ts';

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
  close(): Promise<void>;
}

class StandInApp extends EventEmitter {
  readonly isPackaged = false;
  readonly windows = new Set<Closable>();
  readonly switches = new Map<string, string>();
  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => void this.switches.set(name, value),
  };
  #paths = new Map<PathName, string>([['appData', appDataFolder()]]);
  #quitting = false;

  whenReady(): Promise<void> {
    return Promise.resolve();
  }

  enableSandbox(): void {
    // Chromium's own sandbox is always on, except for root, for whom it cannot run (see browser.ts).
  }

  setAppUserModelId(_id: string): void {
    // The window belongs to Chromium, and there are no notifications.
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
    this.#paths.set(name, path);
  }

  requestSingleInstanceLock(): boolean {
    return takeInstanceLock(this.getPath('userData'), () => this.emit('second-instance'));
  }

  /**
   * Quits as Electron does: asks, closes the windows, asks again, exits. A second
   * call meanwhile changes nothing.
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
    await Promise.allSettled([...this.windows].map((window) => window.close()));
    const will = new StoppableEvent();
    this.emit('will-quit', will);
    if (!will.defaultPrevented) this.exit(0);
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
