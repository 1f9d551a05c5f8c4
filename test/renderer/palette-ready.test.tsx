import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { usePaletteReady } from '../../renderer/shell/palette-ready.ts';
import { useDesk } from '../../renderer/store/desk.ts';

const noIdleTime = globalThis.requestIdleCallback;
beforeEach(() => {
  vi.useFakeTimers();
  globalThis.requestIdleCallback = (callback) => {
    callback({ didTimeout: false, timeRemaining: () => 50 });
    return 0;
  };
});
afterEach(() => {
  vi.useRealTimers();
  globalThis.requestIdleCallback = noIdleTime;
});

const pause = (ms: number): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(ms));

test('the palette is read in a pause, again when rows have changed, and not after the window is gone', async () => {
  const read: unknown[] = [];
  const entries = (state: unknown) => {
    read.push(state);
    return [];
  };
  const part = { loaded: () => entries, load: async () => entries };
  const { unmount } = renderHook(() => usePaletteReady(part));
  const first = useDesk.getState().state;
  await pause(1400);
  expect(read).toEqual([]);
  await pause(200);
  expect(read).toEqual([first]);

  const next = { ...first };
  act(() => useDesk.setState({ state: next }));
  await pause(1600);
  expect(read).toHaveLength(2);
  expect(read[1]).toBe(next);

  act(() => useDesk.setState({ state: { ...next } }));
  unmount();
  await pause(1600);
  expect(read).toHaveLength(2);
});

test('a file that cannot be loaded is left to the palette, which says so', async () => {
  const load = vi.fn(async () => Promise.reject(new Error('gone')));
  renderHook(() => usePaletteReady({ loaded: () => undefined, load }));
  await pause(1600);
  expect(load).toHaveBeenCalledTimes(1);
});
