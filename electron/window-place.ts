// The places of windows. The place of the oldest window is stored, one for each arrangement of displays: at
// the desk, on the way, at the projector. Another window opens one step beside the one in use.
import type { BrowserWindow, Display, Rectangle } from 'electron';
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

const mostArrangements = 10;
const placesSchema = z.object({
  arrangements: z
    .array(z.object({ displays: z.string().max(1000), place: placeSchema }))
    .max(mostArrangements),
});

/** The last place in each arrangement of displays, the last arrangement first. */
export type WindowPlaces = z.infer<typeof placesSchema>;

/** The name of an arrangement: where each display is, how large and how sharp. The order says nothing. */
export const arrangementOf = (displays: readonly Pick<Display, 'bounds' | 'scaleFactor'>[]): string =>
  displays
    .map(({ bounds: { x, y, width, height }, scaleFactor }) => `${x},${y} ${width}x${height}@${scaleFactor}`)
    .toSorted()
    .join(' | ')
    .slice(0, 1000);

export const smallest = { width: 1024, height: 680 };
const usual = { width: 1440, height: 900 };
/** The step between two windows: enough to see both title bars. */
const step = 32;

/**
 * Size and position of a new window. Uses the saved ones if at least a corner that can be grabbed is on a
 * display. Otherwise the system places it. It is never larger than its display.
 */
export function bounds(saved: WindowPlace | undefined, workAreas: readonly Rectangle[]): Partial<Rectangle> {
  if (saved === undefined) return within(usual, workAreas[0]);
  const size = {
    width: Math.max(saved.width, smallest.width),
    height: Math.max(saved.height, smallest.height),
  };
  const display = workAreas.find(
    (area) =>
      saved.x + size.width - 100 > area.x &&
      saved.x + 100 < area.x + area.width &&
      saved.y >= area.y &&
      saved.y + 40 < area.y + area.height,
  );
  return display === undefined
    ? within(size, workAreas[0])
    : { x: saved.x, y: saved.y, ...within(size, display) };
}

const within = (size: typeof usual, area: Rectangle | undefined): typeof usual =>
  area === undefined
    ? size
    : {
        width: Math.max(smallest.width, Math.min(size.width, area.width)),
        height: Math.max(smallest.height, Math.min(size.height, area.height)),
      };

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

function readPlaces(places: Settings<WindowPlaces>, log: Log): WindowPlaces['arrangements'] {
  const reading = places.read();
  if (!reading.ok) {
    log.error('window-place.unreadable');
    return [];
  }
  const all = parse(placesSchema, reading.value);
  if (all.ok) return all.value.arrangements;
  // Older versions kept one place.
  const one = parse(placeSchema, reading.value);
  return one.ok ? [{ displays: '', place: one.value }] : [];
}

/** The place in this arrangement of displays; in a new one, the place that was used last. */
export function readPlace(
  places: Settings<WindowPlaces>,
  displays: string,
  log: Log,
): WindowPlace | undefined {
  const all = readPlaces(places, log);
  return (all.find((one) => one.displays === displays) ?? all[0])?.place;
}

export function savePlace(
  places: Settings<WindowPlaces>,
  displays: string,
  window: BrowserWindow,
  log: Log,
): void {
  const { x, y, width, height } = window.getNormalBounds();
  const place = { x, y, width, height, maximized: window.isMaximized() };
  const others = readPlaces(places, log).filter((one) => one.displays !== displays);
  try {
    places.write({ arrangements: [{ displays, place }, ...others].slice(0, mostArrangements) });
  } catch {
    // A lost position is no reason to keep the window open.
    log.error('window-place.not-saved');
  }
}
