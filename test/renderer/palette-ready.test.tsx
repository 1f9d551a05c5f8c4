import { act, renderHook } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Steps } from '../../core/kernel/steps.ts';
import { finished } from '../../renderer/components/use-steps.ts';
import type { paletteEntries } from '../../renderer/shell/palette-entries.ts';
import type { Searchable } from '../../renderer/shell/palette-search.ts';
import { usePaletteReady } from '../../renderer/shell/palette-ready.ts';
import { useDesk } from '../../renderer/store/desk.ts';
import { givenIdleTime } from '../support/idle-time.ts';

const idleTime = givenIdleTime();

/** The window has nothing to do, for one step of work. */
const idle = (): Promise<void> => act(async () => idleTime.give());

const empty: Searchable = {
  labels: [],
  notes: [],
  also: [],
  entryAt: () => {
    throw new Error('There is none');
  },
};

test('what the palette finds is read in idle steps, again when rows have changed, and not after the window is gone', async () => {
  const begun: unknown[] = [];
  const entries: typeof paletteEntries = (state) => [
    function* begin(): Steps<Searchable> {
      begun.push(state);
      yield 0.5;
      begun.push('end');
      return empty;
    },
  ];
  const part = { loaded: () => entries, load: async () => entries };
  const { unmount } = renderHook(() => usePaletteReady(part));
  const first = useDesk.getState().state;
  expect(begun).toEqual([]);
  await idle();
  expect(begun).toEqual([]);
  await idle();
  expect(begun).toEqual([first]);
  await idle();
  expect(begun).toEqual([first, 'end']);

  const next = { ...first };
  act(() => useDesk.setState({ state: next }));
  for (let time = 0; time < 4; time += 1) await idle();
  expect(begun).toEqual([first, 'end', next, 'end']);

  act(() => useDesk.setState({ state: { ...next } }));
  await idle();
  unmount();
  for (let time = 0; time < 4; time += 1) await idle();
  expect(begun).toHaveLength(4);
});

test('the palette asks for nothing again that was read', async () => {
  const begin = vi.fn(function* read(): Steps<Searchable> {
    yield 0.5;
    return empty;
  });
  const entries: typeof paletteEntries = () => [begin];
  renderHook(() => usePaletteReady({ loaded: () => entries, load: async () => entries }));
  for (let time = 0; time < 4; time += 1) await idle();
  expect(finished(begin)).toBe(empty);
  expect(begin).toHaveBeenCalledTimes(1);
});

test('a file that cannot be loaded is left to the palette, which says so', async () => {
  const load = vi.fn(async () => Promise.reject(new Error('gone')));
  renderHook(() => usePaletteReady({ loaded: () => undefined, load }));
  await idle();
  expect(load).toHaveBeenCalledTimes(1);
});
