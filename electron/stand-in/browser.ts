// The process's only Chromium and its application windows. It is controlled over a pipe, so that no port is
// open and the browser ends with this process, however that ends.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { TargetType, type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import { isWindowless } from '../launch/find-browser.ts';
import { app } from './application.ts';

export interface WindowShape {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly background: string;
}

/**
 * The pages that are windows of the application, all of one browser. The browser closes with the last one.
 */
const windows = new Set<Page>();
/** The address of the empty page that is about to become a window. Any other new page is closed. */
let awaited = '';

/** The longest time for opening: a page may hang. */
const openMs = 10_000;

let turn: Promise<unknown> = Promise.resolve();

/**
 * Runs tasks one after another: a closing browser must be gone before the next one
 * starts with the same profile.
 */
function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const result = turn.then(task);
  turn = result.catch(() => undefined);
  return result;
}

/** Opens an empty window: the first of the browser, or one more. */
export function openPage(shape: WindowShape): Promise<Page> {
  return inTurn(async () => {
    const neighbour = [...windows].at(-1);
    const page = neighbour === undefined ? await startBrowser(shape) : await openBeside(neighbour, shape);
    windows.add(page);
    return page;
  });
}

/**
 * Closes a window, if it is still open. Resolves when it is gone. With the last
 * window the browser closes too.
 */
export function closePage(page: Page): Promise<void> {
  return inTurn(async () => {
    windows.delete(page);
    // A browser that ended by itself needs no closing.
    await (windows.size === 0 ? page.browser() : page).close().catch(() => undefined);
  });
}

/** The path of the browser. The launcher sets ALLINEA_BROWSER; throws if it is missing. */
function executable(): string {
  const path = process.env['ALLINEA_BROWSER'];
  if (path === undefined)
    throw Object.assign(new Error('ALLINEA_BROWSER is not set'), { code: 'NO_BROWSER' });
  return path;
}

const language = (): string => app.switches.get('lang') ?? 'it';

async function startBrowser(shape: WindowShape): Promise<Page> {
  const profile = app.getPath('sessionData');
  calmProfile(profile);
  const headless = app.switches.has('headless');
  const browser = await launch({
    headless,
    userDataDir: profile,
    defaultViewport: headless ? { width: shape.width, height: shape.height } : null,
    args: switches(shape),
  });
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  browser.on('targetcreated', (target) => {
    if (target.type() === TargetType.PAGE && target.url() !== awaited)
      void target.page().then((other) => other?.close(), gone);
  });
  return page;
}

/** Starts a browser. Nothing in it reaches a network: only the opener of a page answers its requests. */
export function launch(
  options: Pick<LaunchOptions, 'headless' | 'userDataDir' | 'defaultViewport' | 'args'>,
): Promise<Browser> {
  const executablePath = executable();
  const windowless = isWindowless(executablePath);
  return puppeteer.launch({
    ...options,
    ...(windowless && { headless: 'shell' as const }),
    executablePath,
    // The language of the browser's own questions, where it has that language: Linux asks the environment.
    env: { ...process.env, LANGUAGE: language() },
    // Removes Puppeteer's bar about a browser under test control, and its empty page beside the window. A
    // Chromium without windows has no other page.
    ignoreDefaultArgs: ['--enable-automation', ...(windowless ? [] : ['about:blank'])],
    // The pipe has its own switch, because beside a port for tests Puppeteer would leave it out, and the
    // browser would outlive this process.
    args: [
      ...(options.args ?? []),
      '--remote-debugging-pipe',
      `--lang=${language()}`,
      ...quiet,
      ...(chromiumSandbox() ? [] : ['--no-sandbox']),
    ],
    downloadBehavior: { policy: 'deny' },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/**
 * Grants an empty list, which refuses everything that a page could ask for. It holds as long as the
 * session, so the session stays open.
 */
export async function grantNothing(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Browser.grantPermissions', { permissions: [] });
}

/**
 * No name is resolved, and nothing is fetched, registered or asked in the background. The last switch stops
 * Edge from restarting itself, which would lose the pipe.
 */
const quiet = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-field-trial-config',
  '--no-default-browser-check',
  '--no-pings',
  '--edge-skip-compat-layer-relaunch',
  // One page without a network needs no spare process and no process for the network. Its scripts come whole:
  // to read them in a second thread while they come is only more work.
  '--disable-features=SpareRendererForSitePerProcess,ScriptStreaming',
  '--enable-features=NetworkServiceInProcess2',
];

const gone = (): void => {
  // It closed by itself.
};

/**
 * Opens a window from one of our pages: only then it has no address bar. Neither page can access the other.
 */
async function openBeside(neighbour: Page, { x, y, width, height, ...look }: WindowShape): Promise<Page> {
  awaited = `about:blank#${randomUUID()}`;
  const session = await neighbour.createCDPSession();
  try {
    const features = `popup,noopener,width=${width},height=${height}`;
    const opened = neighbour
      .browser()
      .waitForTarget((target) => target.url() === awaited, { timeout: openMs });
    await Promise.all([
      opened,
      session.send('Runtime.evaluate', {
        expression: `open('${awaited}', '_blank', '${features}')`,
        userGesture: true,
      }),
    ]);
    const page = await (await opened).page();
    if (page === null) throw new Error('The new window has no page');
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

/** Places one window. The switches of the first window would apply to every later one too. */
async function place(
  page: Page,
  bounds: { readonly left?: number; readonly top?: number; readonly width: number; readonly height: number },
): Promise<void> {
  const session = await page.createCDPSession();
  const { windowId } = await session.send('Browser.getWindowForTarget');
  await session.send('Browser.setWindowBounds', { windowId, bounds });
  await session.detach();
}

/**
 * Turns off what a browser offers and an application's window does not: translating, saving
 * passwords, filling in addresses.
 */
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

/** Chromium refuses to run its sandbox as root (containers, build machines). Everybody else keeps it on. */
const chromiumSandbox = (): boolean => !(process.platform === 'linux' && process.getuid?.() === 0);

function switches({ title, background, x, y, width, height }: WindowShape): string[] {
  const blank = `<title>${title}</title><body style="background:${background}">`;
  const all = [
    `--app=data:text/html,${encodeURIComponent(blank)}`,
    // Hides the bar about unusual switches.
    '--test-type',
    `--window-size=${width},${height}`,
    '--class=Allinea',
  ];
  if (x !== undefined && y !== undefined) all.push(`--window-position=${x},${y}`);
  const port = app.switches.get('remote-debugging-port');
  if (port !== undefined) all.push(`--remote-debugging-port=${port}`);
  return all;
}
