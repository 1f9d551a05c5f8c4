// The program's windows. The oldest one's place is stored. Another window opens beside the one used last.
import { nativeTheme, screen, type BrowserWindow } from 'electron';
import type { Log } from '../core/ports.ts';
import type { Settings } from './adapters/settings.ts';
import { groundNow, openWindow } from './window.ts';
import { arrangementOf, beside, bounds, readPlace, savePlace, type WindowPlaces } from './window-place.ts';

export interface Windows {
  /** Opens one more window, still empty. The first one opens where the oldest was closed. */
  open(): BrowserWindow;
  /** Brings the window used last to the front and returns it. */
  front(): BrowserWindow | undefined;
  /** Every window, the one used last at the end. */
  all(): readonly BrowserWindow[];
  /** Loads the page of every window anew. */
  reload(): void;
}

export function createWindows({
  places,
  log,
  preload,
  icon,
}: {
  readonly places: Settings<WindowPlaces>;
  readonly log: Log;
  readonly preload: string;
  readonly icon: string;
}): Windows {
  const byAge: BrowserWindow[] = [];
  /** The window used last is at the end. */
  let byUse: readonly BrowserWindow[] = [];
  const without = (window: BrowserWindow): BrowserWindow[] => byUse.filter((other) => other !== window);

  nativeTheme.on('updated', () => {
    for (const window of byAge) window.setBackgroundColor(groundNow());
  });

  return {
    open() {
      const inUse = byUse.at(-1);
      const displays = screen.getAllDisplays();
      const saved = inUse === undefined ? readPlace(places, arrangementOf(displays), log) : undefined;
      const workAreas = displays.map((display) => display.workArea);
      const window = openWindow({
        bounds: inUse === undefined ? bounds(saved, workAreas) : beside(inUse.getNormalBounds(), workAreas),
        maximized: saved?.maximized === true,
        log,
        preload,
        icon,
      });
      byAge.push(window);
      byUse = [...byUse, window];
      window.on('focus', () => {
        byUse = [...without(window), window];
      });
      // Only the oldest window's place is stored. The place of a window beside it would move
      // each start one step further.
      const keepPlace = (): void => {
        if (byAge[0] === window && !window.isDestroyed())
          savePlace(places, arrangementOf(screen.getAllDisplays()), window, log);
      };
      window.on('close', keepPlace);
      // `destroy` emits no `close`. It comes after a second crash of the page.
      window.webContents.on('render-process-gone', keepPlace);
      window.once('closed', () => {
        byAge.splice(byAge.indexOf(window), 1);
        byUse = without(window);
      });
      return window;
    },
    all: () => byUse,
    reload() {
      for (const window of byAge) window.webContents.reload();
    },
    front() {
      const window = byUse.at(-1);
      if (window?.isMinimized() === true) window.restore();
      window?.focus();
      return window;
    },
  };
}
