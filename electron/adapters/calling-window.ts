// The window that made the call which is being answered. A dialog belongs to it.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { BrowserWindow } from 'electron';

const calling = new AsyncLocalStorage<BrowserWindow>();

/** Runs the answer to a call of this window. */
export const answeringTo = <T>(window: BrowserWindow, answer: () => T): T => calling.run(window, answer);

/** Undefined if no call is being answered, or if its window is gone. */
export function callingWindow(): BrowserWindow | undefined {
  const window = calling.getStore();
  return window === undefined || window.isDestroyed() ? undefined : window;
}
