// Idle time that a test gives out: work waits in it until the test says that the window has nothing to do.
import { afterEach, beforeEach } from 'vitest';

/** Call it at the top of a test file: it replaces the browser's idle callbacks during each test. */
export function givenIdleTime(): {
  /** How much work waits. */
  readonly waiting: () => number;
  /** Gives idle time to all that waits now. `remaining` is what is left of it, each time it is asked. */
  readonly give: (remaining?: () => number) => void;
} {
  const { requestIdleCallback: request, cancelIdleCallback: cancel } = globalThis;
  const callbacks = new Map<number, IdleRequestCallback>();
  beforeEach(() => {
    callbacks.clear();
    let asked = 0;
    globalThis.requestIdleCallback = (callback) => {
      asked += 1;
      callbacks.set(asked, callback);
      return asked;
    };
    globalThis.cancelIdleCallback = (which) => void callbacks.delete(which);
  });
  afterEach(() => {
    globalThis.requestIdleCallback = request;
    globalThis.cancelIdleCallback = cancel;
  });
  return {
    waiting: () => callbacks.size,
    give(remaining = () => 0) {
      const now = [...callbacks.values()];
      callbacks.clear();
      for (const callback of now) callback({ didTimeout: false, timeRemaining: remaining });
    },
  };
}
