// The process's one Chromium and its application windows: over a pipe, so that no port is opened and so that it goes away when this process does, however it ends.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { app } from './application.ts';

export interface WindowShape {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly background: string;
}

/** The pages that are windows of the application, all of one browser; with the last one it is closed. */
const windows = new Set<Page>();
/** The address of the empty page that is about to become a window: no other page may stay. */
let awaited = '';

/** For a page that hangs. */
const openMs = 10_000;

let turn: Promise<unknown> = Promise.resolve();

/** One after the other: a browser that is closing must be gone before the next starts on the same profile. */
function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const result = turn.then(task);
  turn = result.catch(() => undefined);
  return result;
}

/** An empty window: the browser's first, or one more of it. */
export function openPage(shape: WindowShape): Promise<Page> {
  return inTurn(async () => {
    const neighbour = [...windows].at(-1);
    const page = neighbour === undefined ? await startBrowser(shape) : await openBeside(neighbour, shape);
    windows.add(page);
    return page;
  });
}

/** Closes a window, if it is not closed yet; resolves when it is gone, and the browser too where it was the last. */
export function closePage(page: Page): Promise<void> {
  return inTurn(async () => {
    windows.delete(page);
    // A browser that has gone by itself has nothing left to close.
    await (windows.size === 0 ? page.context() : page).close().catch(() => undefined);
  });
}

/** The launcher sets ALLINEA_BROWSER. */
export function executable(): string {
  const path = process.env['ALLINEA_BROWSER'];
  if (path === undefined) throw Object.assign(new Error('ALLINEA_BROWSER is not set'), { code: 'NO_BROWSER' });
  return path;
}

async function startBrowser(shape: WindowShape): Promise<Page> {
  const executablePath = executable();
  const profile = app.getPath('sessionData');
  calmProfile(profile);
  const headless = app.switches.has('headless');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    viewport: headless ? { width: shape.width, height: shape.height } : null,
    chromiumSandbox: chromiumSandbox(),
    locale: 'it-IT',
    serviceWorkers: 'block',
    acceptDownloads: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: switches(shape),
  });
  // An empty list refuses everything that a page could ask for.
  await context.grantPermissions([]);
  const page = context.pages()[0] ?? (await context.newPage());
  // Each window answers for its own page; nothing else reaches a network.
  await context.route('**/*', (route) => route.abort('blockedbyclient'));
  context.on('page', (other) => {
    if (other.url() !== awaited) void other.close().catch(() => undefined);
  });
  return page;
}

/** From a page of ours, because only then it is a window without an address bar; neither page gets hold of the other. */
async function openBeside(neighbour: Page, { x, y, width, height, ...look }: WindowShape): Promise<Page> {
  const context = neighbour.context();
  awaited = `about:blank#${randomUUID()}`;
  const session = await context.newCDPSession(neighbour);
  try {
    const features = `popup,noopener,width=${width},height=${height}`;
    const opened = context.waitForEvent('page', { predicate: (page) => page.url() === awaited, timeout: openMs });
    await Promise.all([opened, session.send('Runtime.evaluate', { expression: `open('${awaited}', '_blank', '${features}')`, userGesture: true })]);
    const page = await opened;
    await page.evaluate(({ title, background }) => {
      document.title = title;
      document.documentElement.style.background = background;
    }, look);
    await place(page, { width, height, ...(x === undefined || y === undefined ? {} : { left: x, top: y }) });
    return page;
  } finally {
    awaited = '';
    await session.detach().catch(() => undefined);
  }
}

/** The switches for the first window would hold for every later one too. */
async function place(page: Page, bounds: { readonly left?: number; readonly top?: number; readonly width: number; readonly height: number }): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { windowId } = await session.send('Browser.getWindowForTarget');
  await session.send('Browser.setWindowBounds', { windowId, bounds });
  await session.detach();
}

/** A browser offers to translate Italian, to save passwords and to fill in addresses: an application's window does not. */
function calmProfile(profile: string): void {
  const folder = join(profile, 'Default');
  const file = join(folder, 'Preferences');
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const preferences = {
    translate: { enabled: false },
    credentials_enable_service: false,
    autofill: { profile_enabled: false, credit_card_enabled: false },
  };
  writeFileSync(file, JSON.stringify(preferences));
}

/** Chromium refuses to run its sandbox as root (containers, build machines); for everybody else it stays on. */
export const chromiumSandbox = (): boolean => !(process.platform === 'linux' && process.getuid?.() === 0);

function switches({ title, background, x, y, width, height }: WindowShape): string[] {
  const blank = `<title>${title}</title><body style="background:${background}">`;
  const all = [
    `--app=data:text/html,${encodeURIComponent(blank)}`,
    // Hides the bar about unusual switches.
    '--test-type',
    `--window-size=${width},${height}`,
    '--class=Allinea',
    '--disable-domain-reliability',
    '--no-pings',
  ];
  if (x !== undefined && y !== undefined) all.push(`--window-position=${x},${y}`);
  const port = app.switches.get('remote-debugging-port');
  const scriptFlags = app.switches.get('js-flags');
  if (scriptFlags !== undefined) all.push(`--js-flags=${scriptFlags}`);
  if (port !== undefined) all.push(`--remote-debugging-port=${port}`);
  return all;
}
