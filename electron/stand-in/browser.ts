// Starts Chromium as an application's window: over a pipe, so that no port is opened and so that it goes away when this process does, however it ends.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { app } from './application.ts';

export interface WindowShape {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly background: string;
}

/** Opens the browser with one empty window. Takes its executable from ALLINEA_BROWSER, which the launcher sets. */
export async function openBrowser(shape: WindowShape): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const executablePath = process.env['ALLINEA_BROWSER'];
  if (executablePath === undefined) throw Object.assign(new Error('ALLINEA_BROWSER is not set'), { code: 'NO_BROWSER' });
  const profile = app.getPath('sessionData');
  calmProfile(profile);
  const headless = app.switches.has('headless');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    viewport: headless ? { width: shape.width, height: shape.height } : null,
    chromiumSandbox: !isRoot(),
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
  return { context, page };
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
const isRoot = (): boolean => process.platform === 'linux' && process.getuid?.() === 0;

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
  if (port !== undefined) all.push(`--remote-debugging-port=${port}`);
  return all;
}
