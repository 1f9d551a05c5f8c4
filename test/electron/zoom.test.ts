import type { BrowserWindow as ElectronWindow } from 'electron';
import { describe, expect, test } from 'vitest';
import { openZoom, type KeptZoom } from '../../electron/zoom.ts';
import { quietLog } from '../support/counting-ids.ts';
import { BrowserWindow } from '../support/fake-electron.ts';
import { memoryStore } from '../support/memory-store.ts';

function program(kept = memoryStore<KeptZoom>()) {
  const windows: BrowserWindow[] = [];
  const zoom = openZoom(kept, () => windows as unknown as readonly ElectronWindow[], quietLog);
  const open = (): BrowserWindow => {
    const window = new BrowserWindow();
    windows.push(window);
    zoom.follow(window as unknown as ElectronWindow);
    return window;
  };
  return { kept, zoom, open, levels: () => windows.map(({ webContents }) => webContents.zoomLevel) };
}

describe('the zoom', () => {
  test('is that of all windows, also of one that opens later and of a page that is loaded anew', async () => {
    const { zoom, open, levels } = program();
    const first = open();
    await first.loadURL('app://allinea/');
    zoom.change('bigger');
    zoom.change('bigger');
    await open().loadURL('app://allinea/');
    expect(levels()).toEqual([1, 1]);
    first.webContents.zoomLevel = 0;
    first.webContents.emit('did-navigate', {});
    expect(levels()).toEqual([1, 1]);
    zoom.change('usual');
    expect(levels()).toEqual([0, 0]);
  });

  test('is kept for the next start', async () => {
    const { zoom, kept, open } = program();
    open();
    zoom.change('smaller');
    const again = program(kept);
    await again.open().loadURL('app://allinea/');
    expect(again.levels()).toEqual([-0.5]);
  });

  test('follows Ctrl and the wheel, which Electron only tells', () => {
    const { open, levels } = program();
    const window = open();
    window.webContents.emit('zoom-changed', {}, 'in');
    expect(levels()).toEqual([0.5]);
    for (const direction of ['out', 'out']) window.webContents.emit('zoom-changed', {}, direction);
    expect(levels()).toEqual([-0.5]);
  });

  test('has ends, and a kept one beyond them is none', async () => {
    const { zoom, kept, open, levels } = program();
    open();
    for (let press = 0; press < 20; press += 1) zoom.change('bigger');
    expect(levels()).toEqual([4]);
    kept.write({ level: 40 });
    const again = program(kept);
    await again.open().loadURL('app://allinea/');
    expect(again.levels()).toEqual([0]);
  });
});
