import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchCalm } from '../../renderer/shell/calm.ts';

const idle: (() => void)[] = [];
const noIdleTime = globalThis.requestIdleCallback;

beforeEach(() => {
  vi.useFakeTimers();
  idle.length = 0;
  globalThis.requestIdleCallback = (callback) => idle.push(callback as () => void);
});
afterEach(() => {
  vi.useRealTimers();
  globalThis.requestIdleCallback = noIdleTime;
});

/** Whether it is reached. All that can happen by now has happened. */
async function watched(calm = watchCalm()) {
  let reached = false;
  void calm.reached().then(() => {
    reached = true;
  });
  return {
    calm,
    after: async (ms: number): Promise<boolean> => {
      await vi.advanceTimersByTimeAsync(ms);
      for (const callback of idle.splice(0)) callback();
      await vi.advanceTimersByTimeAsync(0);
      return reached;
    },
  };
}

test('it comes when the person has paused for a second and a half, and the window has nothing to do', async () => {
  const { after } = await watched();
  expect(await after(1400)).toBe(false);
  expect(await after(200)).toBe(true);
});

test.each(['keydown', 'pointerdown', 'wheel'])('%s begins the pause anew', async (act) => {
  const { after } = await watched();
  await after(1400);
  document.body.dispatchEvent(new Event(act, { bubbles: true }));
  expect(await after(1400)).toBe(false);
  expect(await after(200)).toBe(true);
});

test('in a pause that goes on it comes again at once; after the end nobody is heard', async () => {
  const first = await watched();
  await first.after(1600);
  expect(await (await watched(first.calm)).after(0)).toBe(true);
  first.calm.stop();
  document.body.dispatchEvent(new Event('keydown', { bubbles: true }));
  expect(await (await watched(first.calm)).after(0)).toBe(true);
});
