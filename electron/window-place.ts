// The places of windows. The place of the oldest window is stored; another window opens one
// step beside the one in use.
import type { BrowserWindow, Rectangle } from 'electron';
import { parse, z } from '../core/kernel/parse.ts';
import type { Log } from '../core/ports.ts';
import type { Settings } from './adapters/settings.ts';

const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(200).max(20_000),
  maximized: z.boolean(),
});

/** The place of the window when it was closed, in screen units. */
export type WindowPlace = z.infer<typeof placeSchema>;

export const smallest = { width: 1024, height: 680 };
const usual = { width: 1440, height: 900 };
/** The step between two windows: enough to see both title bars. */
const step = 32;

/**
 * Size and position of a new window. Uses the saved ones if at least a corner that can be grabbed is on a
 * display. Otherwise the usual size, placed by the system.
 */
export function bounds(saved: WindowPlace | undefined, workAreas: readonly Rectangle[]): Partial<Rectangle> {
  if (saved === undefined) return usual;
  const size = {
    width: Math.max(saved.width, smallest.width),
    height: Math.max(saved.height, smallest.height),
  };
  const reachable = workAreas.some(
    (area) =>
      saved.x + size.width - 100 > area.x &&
      saved.x + 100 < area.x + area.width &&
      saved.y >= area.y &&
      saved.y + 40 < area.y + area.height,
  );
  return reachable ? { x: saved.x, y: saved.y, ...size } : size;
}

/**
 * The same size as the other window, one step beside it. If it would go beyond the display's edge, it opens
 * in the display's corner, unless the other window is there.
 */
export function beside({ x, y, width, height }: Rectangle, workAreas: readonly Rectangle[]): Rectangle {
  const next = { x: x + step, y: y + step, width, height };
  const display = workAreas.find(
    (area) => x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height,
  );
  if (display === undefined) return next;
  const fits = next.x + width <= display.x + display.width && next.y + height <= display.y + display.height;
  const inCorner = x === display.x && y === display.y;
  return fits || inCorner ? next : { x: display.x, y: display.y, width, height };
}

export function readPlace(places: Settings<WindowPlace>, log: Log): WindowPlace | undefined {
  const reading = places.read();
  if (!reading.ok) {
    log.error('window-place.unreadable');
    return undefined;
  }
  const place = parse(placeSchema, reading.value);
  return place.ok ? place.value : undefined;
}

export function savePlace(places: Settings<WindowPlace>, window: BrowserWindow, log: Log): void {
  const { x, y, width, height } = window.getNormalBounds();
  try {
    places.write({ x, y, width, height, maximized: window.isMaximized() });
  } catch {
    // A lost position is no reason to keep the window open.
    log.error('window-place.not-saved');
  }
}
