import { describe, expect, it } from 'vitest';
import type { WindowPlace } from '../../electron/window-place.ts';
import { createWindows } from '../../electron/windows.ts';
import type { BrowserWindow } from '../support/fake-electron.ts';
import { memoryStore } from '../support/memory-store.ts';

function program(saved?: WindowPlace) {
  const places = memoryStore<WindowPlace>();
  if (saved !== undefined) places.write(saved);
  const windows = createWindows({
    places,
    log: { info: () => undefined, error: () => undefined },
    preload: '/p.cjs',
    icon: '/i.png',
  });
  return {
    windows,
    open: () => windows.open() as unknown as BrowserWindow,
    kept: (): WindowPlace | undefined => {
      const read = places.read();
      return read.ok ? read.value : undefined;
    },
  };
}

describe('the place of windows', () => {
  it('is kept for the next start, the first window’s; maximized as it was', () => {
    const saved = { x: 100, y: 50, width: 1200, height: 800, maximized: true };
    const { open, kept } = program(saved);
    const first = open();
    expect(first.options).toMatchObject({ x: 100, y: 50, width: 1200, height: 800 });
    first.emit('ready-to-show');
    expect(first.done).toEqual(['maximize', 'show']);
    first.place = { x: 200, y: 60, width: 1300, height: 900 };
    first.close();
    expect(kept()).toEqual({ x: 200, y: 60, width: 1300, height: 900, maximized: true });
  });

  it('cascades: each opens beside the one that was used last, and is not maximized', () => {
    const { open } = program({ x: 100, y: 50, width: 1200, height: 800, maximized: true });
    const first = open();
    const second = open();
    expect(second.options).toMatchObject({ x: 132, y: 82, width: 1200, height: 800 });
    second.emit('ready-to-show');
    expect(second.done).toEqual(['show']);
    expect(open().options).toMatchObject({ x: 164, y: 114 });
    first.focus();
    expect(open().options).toMatchObject({ x: 132, y: 82 });
  });

  it('is that of the oldest: it does not move a step further with each start', () => {
    const { open, kept } = program();
    const [first, second, third] = [open(), open(), open()];
    first.place = { ...first.place, x: 10 };
    second.place = { ...second.place, x: 20 };
    // Electron quits in this way: all windows receive `close` before the first one is destroyed.
    for (const window of [first, second, third]) window.emit('close');
    expect(kept()).toMatchObject({ x: 10 });
    first.close();
    third.close();
    expect(kept()).toMatchObject({ x: 10 });
    second.close();
    expect(kept()).toMatchObject({ x: 20 });
  });
});

describe('a second start', () => {
  it('brings the window that was used last to the front, restored', () => {
    const { windows, open } = program();
    const [first, second] = [open(), open()];
    windows.front();
    expect([first.done, second.done]).toEqual([[], ['focus']]);
    first.emit('focus');
    first.minimized = true;
    windows.front();
    expect(first.done).toEqual(['restore', 'focus']);
  });

  it('finds the one before where that one is closed, and does nothing where none is left', () => {
    const { windows, open } = program();
    const [first, second] = [open(), open()];
    second.close();
    windows.front();
    expect([first.done, second.done]).toEqual([['focus'], []]);
    first.close();
    windows.front();
    expect(first.done).toEqual(['focus']);
  });
});
