import { afterEach, describe, expect, it } from 'vitest';
import type { WindowPlace, WindowPlaces } from '../../electron/window-place.ts';
import { createWindows } from '../../electron/windows.ts';
import { displays, type BrowserWindow } from '../support/fake-electron.ts';
import { memoryStore } from '../support/memory-store.ts';

function program(saved?: WindowPlace) {
  const places = memoryStore<WindowPlaces>();
  // As older versions kept it.
  if (saved !== undefined) places.write(saved as unknown as WindowPlaces);
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
      return read.ok ? read.value?.arrangements[0]?.place : undefined;
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

describe('another arrangement of displays', () => {
  const alone = displays.now;
  const right = { x: 1920, y: 0, width: 2560, height: 1440 };
  const beside = [...alone, { bounds: right, workArea: right, scaleFactor: 2 }];
  afterEach(() => {
    displays.now = alone;
  });

  it('has its own place, and the first one keeps its', () => {
    const { open, kept } = program();
    const move = (place: { x: number; y: number; width: number; height: number }): void => {
      const window = open();
      window.place = place;
      window.close();
    };
    move({ x: 40, y: 30, width: 1100, height: 700 });
    displays.now = beside;
    move({ x: 2000, y: 50, width: 1600, height: 1000 });
    expect(kept()).toMatchObject({ x: 2000 });
    displays.now = alone;
    const first = open();
    expect(first.options).toMatchObject({ x: 40, y: 30, width: 1100, height: 700 });
    first.close();
    // The same displays, told in another order.
    displays.now = beside.toReversed();
    expect(open().options).toMatchObject({ x: 2000, y: 50, width: 1600, height: 1000 });
  });

  it('of which nothing is known takes the last place, if it can be seen there', () => {
    const { open } = program();
    displays.now = beside;
    const large = open();
    large.place = { x: 2000, y: 50, width: 2300, height: 1300 };
    large.close();
    displays.now = alone;
    expect(open().options).toMatchObject({ width: 1920, height: 1080 });
    expect(open().options.x).not.toBe(2000);
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
