// How large the pages are shown. Electron gives all windows of one origin the same zoom; the program keeps it
// for the next start on this computer.
import type { BrowserWindow } from 'electron';
import { parse, z } from '../core/kernel/parse.ts';
import type { Log } from '../core/ports.ts';
import type { Settings } from './adapters/settings.ts';

/** Chromium's steps: each makes everything a fifth larger. */
const smallest = -3;
const largest = 4;
/** Half a step, as Electron's own menu items take. */
const step = 0.5;

const zoomSchema = z.object({ level: z.number().min(smallest).max(largest) });
export type KeptZoom = z.infer<typeof zoomSchema>;

export interface Zoom {
  /** Shows the page of a new window as large as the others, also after it is loaded anew. */
  follow(window: BrowserWindow): void;
  change(how: 'bigger' | 'smaller' | 'usual'): void;
}

export function openZoom(kept: Settings<KeptZoom>, windows: () => readonly BrowserWindow[], log: Log): Zoom {
  const reading = kept.read();
  const found = reading.ok ? parse(zoomSchema, reading.value) : reading;
  let level = found.ok ? found.value.level : 0;

  function change(how: 'bigger' | 'smaller' | 'usual'): void {
    const wanted = how === 'usual' ? 0 : level + (how === 'bigger' ? step : -step);
    level = Math.min(largest, Math.max(smallest, wanted));
    for (const window of windows()) window.webContents.setZoomLevel(level);
    try {
      kept.write({ level });
    } catch {
      log.error('zoom.not-saved');
    }
  }

  return {
    follow({ webContents }) {
      webContents.on('did-navigate', () => webContents.setZoomLevel(level));
      // Ctrl and the wheel: Electron only says what the person wants.
      webContents.on('zoom-changed', (_event, direction) =>
        change(direction === 'in' ? 'bigger' : 'smaller'),
      );
    },
    change,
  };
}
