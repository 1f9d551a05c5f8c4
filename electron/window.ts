// The one window: it opens where it was closed, and comes back by itself if the page crashes once.
import { BrowserWindow, screen, type Rectangle } from 'electron';
import { parse, z } from '../core/kernel/parse.ts';
import type { DocumentStore, Log } from '../core/ports.ts';
import { attachContextMenu } from './menu.ts';
import { appOrigin, pagePreferences } from './security.ts';

const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(200).max(20_000),
  maximized: z.boolean(),
});

/** Where the window was when it was closed, in screen units. */
export type WindowPlace = z.infer<typeof placeSchema>;

const smallest = { width: 1024, height: 680 };
const usual = { width: 1440, height: 900 };
/** Two crashes within this time are not an accident: the window then stays closed. */
const crashPauseMs = 10_000;

/** Opens the window, still empty: `loadURL(pageUrl)` fills it, and it shows itself when there is something to see. */
export function openWindow({
  places,
  log,
  preload,
}: {
  readonly places: DocumentStore<WindowPlace>;
  readonly log: Log;
  readonly preload: string;
}): BrowserWindow {
  const saved = readPlace(places, log);
  const window = new BrowserWindow({
    ...bounds(
      saved,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Allinea',
    backgroundColor: '#f6f6f4',
    show: false,
    autoHideMenuBar: true,
    webPreferences: pagePreferences(preload),
  });
  window.once('ready-to-show', () => {
    if (saved?.maximized === true) window.maximize();
    window.show();
  });
  window.on('close', () => savePlace(places, window, log));
  attachContextMenu(window);
  reviveAfterCrash(window, log);
  return window;
}

export const pageUrl = `${appOrigin}/`;

/** Size and position for a new window: the saved ones where at least a corner big enough to grab is still on a display, else the usual size, placed by the system. */
export function bounds(saved: WindowPlace | undefined, workAreas: readonly Rectangle[]): Partial<Rectangle> {
  if (saved === undefined) return usual;
  const size = { width: Math.max(saved.width, smallest.width), height: Math.max(saved.height, smallest.height) };
  const reachable = workAreas.some(
    (area) => saved.x + size.width - 100 > area.x && saved.x + 100 < area.x + area.width && saved.y >= area.y && saved.y + 40 < area.y + area.height,
  );
  return reachable ? { x: saved.x, y: saved.y, ...size } : size;
}

function readPlace(places: DocumentStore<WindowPlace>, log: Log): WindowPlace | undefined {
  const reading = places.read();
  if (!reading.ok) {
    log.error('window-place.unreadable', { detail: reading.error.detail });
    places.moveAside();
    return undefined;
  }
  const place = parse(placeSchema, reading.value);
  return place.ok ? place.value : undefined;
}

function savePlace(places: DocumentStore<WindowPlace>, window: BrowserWindow, log: Log): void {
  const { x, y, width, height } = window.getNormalBounds();
  try {
    places.write({ x, y, width, height, maximized: window.isMaximized() });
  } catch {
    // A lost position is not a reason to keep the window open.
    log.error('window-place.not-saved');
  }
}

function reviveAfterCrash(window: BrowserWindow, log: Log): void {
  let last = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.error('page.crashed', { reason, exitCode });
    const again = performance.now() - last < crashPauseMs;
    last = performance.now();
    if (again) window.destroy();
    else window.webContents.reload();
  });
}
