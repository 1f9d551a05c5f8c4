// 3: what happens in Electron, step by step. The fake runs it in each check, the stand-in over a real
// Chromium in the long tests.
import type { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import type { UsedElectron } from './used.ts';

type Window = InstanceType<UsedElectron['BrowserWindow']> & EventEmitter & { close(): unknown };

export interface EventShell {
  readonly app: UsedElectron['app'] & EventEmitter;
  /** A window with a page that can be loaded. */
  open(): Window;
  readonly ipcMain: UsedElectron['ipcMain'] & { removeHandler(channel: string): void };
  readonly page: string;
  /** The exits of the process. */
  readonly exits: readonly number[];
}

const windowEvents = ['close', 'closed', 'ready-to-show'] as const;
const appEvents = ['before-quit', 'window-all-closed', 'will-quit', 'quit'] as const;

/** Notes the events of application and window. The stand-in's take their time. */
function watch({ app }: EventShell, window?: Window) {
  const seen: string[] = [];
  const stops: (() => void)[] = [];
  for (const name of appEvents) {
    const note = (): void => void seen.push(name);
    app.on(name, note);
    stops.push(() => app.removeListener(name, note));
  }
  for (const name of windowEvents) window?.on(name, () => seen.push(name));
  return {
    seen,
    /** Waits until an event was seen, and a moment longer for those that should not come. */
    async until(name: string): Promise<readonly string[]> {
      for (let turn = 0; turn < 200 && !seen.includes(name); turn += 1) await wait(20);
      await wait(30);
      for (const stop of stops) stop();
      return seen;
    },
  };
}

const prevent = (event: { preventDefault(): void }): void => event.preventDefault();

/** Keeps the application alive when its last window closes. */
function stays({ app }: EventShell): () => void {
  app.on('will-quit', prevent);
  return () => void app.removeListener('will-quit', prevent);
}

export const eventTable: Readonly<Record<string, (shell: EventShell) => Promise<void>>> = {
  'destroy: `closed` only': async (shell) => {
    const window = shell.open();
    const watched = watch(shell, window);
    window.destroy();
    expect(await watched.until('window-all-closed')).toEqual(['closed', 'window-all-closed']);
    expect(window.isDestroyed()).toBe(true);
  },
  'close: `close`, then `closed`': async (shell) => {
    const window = shell.open();
    const watched = watch(shell, window);
    window.close();
    expect(await watched.until('window-all-closed')).toEqual(['close', 'closed', 'window-all-closed']);
  },
  'close that is prevented: the window stays': async (shell) => {
    const window = shell.open();
    const watched = watch(shell, window);
    window.once('close', prevent);
    window.close();
    expect(await watched.until('close')).toEqual(['close']);
    expect(window.isDestroyed()).toBe(false);
    window.destroy();
    await watch(shell).until('window-all-closed');
  },
  'quit: before-quit, close, closed, will-quit, and no window-all-closed': async (shell) => {
    const window = shell.open();
    const watched = watch(shell, window);
    const goes = stays(shell);
    shell.app.quit();
    expect(await watched.until('will-quit')).toEqual(['before-quit', 'close', 'closed', 'will-quit']);
    goes();
  },
  'quit that a window prevents: nothing more follows': async (shell) => {
    const window = shell.open();
    const watched = watch(shell, window);
    window.once('close', prevent);
    shell.app.quit();
    expect(await watched.until('close')).toEqual(['before-quit', 'close']);
    window.destroy();
    await watch(shell).until('window-all-closed');
  },
  'exit: no question, `quit` only': async (shell) => {
    const watched = watch(shell);
    const before = shell.exits.length;
    shell.app.exit(3);
    expect(await watched.until('quit')).toEqual(['quit']);
    expect(shell.exits.slice(before)).toEqual([3]);
  },
  'a page that loads: did-navigate, did-finish-load and ready-to-show': async (shell) => {
    const window = shell.open();
    const seen: string[] = [];
    window.once('ready-to-show', () => seen.push('ready-to-show'));
    window.webContents.once('did-finish-load', () => seen.push('did-finish-load'));
    window.webContents.once('did-navigate', () => seen.push('did-navigate'));
    await window.loadURL(shell.page);
    expect(seen.toSorted()).toEqual(['did-finish-load', 'did-navigate', 'ready-to-show']);
    window.destroy();
    await watch(shell).until('window-all-closed');
  },
  'a page of a window that is gone: loadURL rejects': async (shell) => {
    const window = shell.open();
    const loaded = window.loadURL(shell.page);
    window.destroy();
    await expect(loaded).rejects.toThrow();
    await watch(shell).until('window-all-closed');
  },
  'a second handler on a channel: throws': async ({ ipcMain }) => {
    ipcMain.handle('twice', () => null);
    expect(() => ipcMain.handle('twice', () => null)).toThrow('second handler');
    ipcMain.removeHandler('twice');
    await wait(0);
  },
};
