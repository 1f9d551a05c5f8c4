// One window. It appears when its page is ready, and reloads the page after one crash.
import { BrowserWindow, type Rectangle } from 'electron';
import type { Log } from '../core/ports.ts';
import { attachContextMenu } from './menu.ts';
import { appOrigin, pagePreferences } from './security.ts';
import { smallest } from './window-place.ts';

/** Two crashes within this time are no accident. The window then closes. */
const crashPauseMs = 10_000;

export const pageUrl = `${appOrigin}/`;

/** Opens an empty window. `loadURL(pageUrl)` fills it. */
export function openWindow({
  bounds,
  maximized,
  log,
  preload,
}: {
  readonly bounds: Partial<Rectangle>;
  readonly maximized: boolean;
  readonly log: Log;
  readonly preload: string;
}): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Allinea',
    backgroundColor: '#f6f6f4',
    show: false,
    autoHideMenuBar: true,
    webPreferences: pagePreferences(preload),
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  attachContextMenu(window);
  reviveAfterCrash(window, log);
  return window;
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
