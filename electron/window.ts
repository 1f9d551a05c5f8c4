// One window. It appears when its page is ready, and reloads the page after one crash.
import { BrowserWindow, nativeTheme, type Rectangle } from 'electron';
import type { Log } from '../core/ports.ts';
import { failureUrl } from './failure-page.ts';
import { attachContextMenu } from './menu.ts';
import { appOrigin, pagePreferences } from './security.ts';
import { smallest } from './window-place.ts';

/** Two crashes within this time are no accident. The window then closes. */
const crashPauseMs = 10_000;

/** Without any sign of its page a window appears after this time. */
const longestHiddenMs = 3000;

export const pageUrl = `${appOrigin}/`;

/** `--ground` of both themes (renderer/style/tokens.css). A window has it until its page is there. */
const grounds = { light: '#f6f6f4', dark: '#141716' };

export const groundNow = (): string => (nativeTheme.shouldUseDarkColors ? grounds.dark : grounds.light);

/** Opens an empty window. `loadURL(pageUrl)` fills it. */
export function openWindow({
  bounds,
  maximized,
  log,
  preload,
  icon,
}: {
  readonly bounds: Partial<Rectangle>;
  readonly maximized: boolean;
  readonly log: Log;
  readonly preload: string;
  /** The picture of the window where the system does not take it from the program. */
  readonly icon: string;
}): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Allinea',
    icon,
    backgroundColor: groundNow(),
    show: false,
    autoHideMenuBar: true,
    webPreferences: pagePreferences(preload),
  });
  showOnce(window, maximized);
  attachContextMenu(window);
  reviveAfterCrash(window, log);
  return window;
}

/**
 * Shows the window on the first sign of its page. On Wayland a hidden window may never be `ready-to-show`
 * (Electron's issue 48859), so the end of loading and a few seconds count too.
 */
function showOnce(window: BrowserWindow, maximized: boolean): void {
  let shown = false;
  const show = (): void => {
    clearTimeout(timer);
    if (shown || window.isDestroyed()) return;
    shown = true;
    if (maximized) window.maximize();
    window.show();
  };
  const timer = setTimeout(show, longestHiddenMs);
  window.once('ready-to-show', show);
  window.webContents.once('did-finish-load', show);
  window.webContents.once('did-fail-load', show);
  window.once('closed', () => clearTimeout(timer));
}

/** Loads the page. If it cannot be loaded, the window says so. Rejects if not even that can be shown. */
export async function fillWindow(window: BrowserWindow, log: Log): Promise<void> {
  try {
    await window.loadURL(pageUrl);
  } catch (error) {
    // The person closed the window before it was loaded. That is not an error.
    if (window.isDestroyed()) return;
    log.error('page.not-loaded', { error: error instanceof Error ? error.name : 'not-an-error' });
    await window.loadURL(failureUrl);
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
