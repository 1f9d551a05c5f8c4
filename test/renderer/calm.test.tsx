import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenCalm } from '../../renderer/shell/calm.ts';

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

/** Starts work of two steps. `after` counts them once nothing more can happen by itself. */
function twoSteps() {
  const done: boolean[] = [];
  const stop = whenCalm(async (calm) => {
    done.push(await calm());
    done.push(await calm());
  });
  return {
    stop,
    after: async (ms: number): Promise<readonly boolean[]> => {
      await vi.advanceTimersByTimeAsync(ms);
      for (let turn = 0; turn < 3; turn += 1) {
        for (const callback of idle.splice(0)) callback();
        // oxlint-disable-next-line no-await-in-loop -- A step may ask for the next idle time.
        await vi.advanceTimersByTimeAsync(0);
      }
      return [...done];
    },
  };
}

test('it comes when the person has paused for a second and a half, and at once again while the pause goes on', async () => {
  const { after } = twoSteps();
  expect(await after(1400)).toEqual([]);
  expect(await after(200)).toEqual([true, true]);
});

test.each(['keydown', 'pointerdown', 'wheel'])('%s begins the pause anew', async (act) => {
  const { after } = twoSteps();
  await after(1400);
  document.body.dispatchEvent(new Event(act, { bubbles: true }));
  expect(await after(1400)).toEqual([]);
  expect(await after(200)).toEqual([true, true]);
});

test('a window that is busy is waited for', async () => {
  const { after } = twoSteps();
  globalThis.requestIdleCallback = () => 0;
  expect(await after(5000)).toEqual([]);
});

test('work that is stopped hears that it was', async () => {
  const { after, stop } = twoSteps();
  await after(1400);
  stop();
  expect(await after(200)).toEqual([false, false]);
});
