// `npm run bench -- start`: the whole program from its command to its first screen, with the sample firm and with 10,000 people and services.
// Where the program runs in the stand-in, a good part of each figure is the stand-in's own: loading Playwright and starting Chromium through it, which
// Electron does in its own way and time. That part is measured beside the program and told apart.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { chromiumSandbox } from '../../electron/stand-in/browser.ts';
import { findBrowser } from '../../electron/launch/find-browser.ts';
import { startProgram } from '../../electron/tour/program.ts';
import { sampleAccount } from '../../electron/simulator/sample.ts';
import { makeLargeDesk, people, services } from './large-desk.ts';
import { milliseconds, table, timed, timingOf } from './measure.ts';

// What `npm start` and the browser tests run: `npm run build` makes it.
const launcher = fileURLToPath(new URL('../main/launch.mjs', import.meta.url));
const starts = 7;
const limit = 1500;
/** Nobody listens there: the desk starts as without a network. */
const nobody = 'http://127.0.0.1:9';

/** Milliseconds since 1970 at which the browser painted the largest thing of the first screen: the rows are painted with it. */
const painted = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(performance.timeOrigin + (list.getEntries().at(-1)?.startTime ?? Number.NaN))).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );

/** Milliseconds from the command to a screen with its rows, by the median of some starts; the first is left out. */
async function medianStart(dataFolder: string, backendUrl?: string): Promise<number> {
  const took: number[] = [];
  for (let start = 0; start <= starts; start += 1) {
    const begun = Date.now();
    const program = await startProgram({ launcher, dataFolder, backendUrl, limits: 'off' });
    await program.page.getByRole('row').nth(1).waitFor();
    if (start > 0) took.push((await painted(program.page)) - begun);
    await program.stop();
  }
  return median(took);
}

const median = (took: readonly number[]): number => timingOf(took).median;
const standIn = new URL('../main/stand-in.mjs', import.meta.url).href;
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Milliseconds for a Node with these arguments to come and go. */
function node(...args: readonly string[]): number {
  const begun = performance.now();
  const { status } = spawnSync(process.execPath, args, { cwd: root });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return performance.now() - begun;
}

/** What the stand-in takes for itself before anything of Allinea is there: the library that it drives Chromium with, and Chromium up to its first page. */
async function standInsOwn(): Promise<number> {
  const library = Array.from({ length: starts }, () => node('--input-type=module', '-e', `import '${standIn}'; process.exit(0);`) - node('-e', ''));
  const browser = await findBrowser(root);
  if (browser === null) throw new Error('There is no browser to start');
  const took: number[] = [];
  for (let start = 0; start <= starts; start += 1) {
    const profile = mkdtempSync(join(tmpdir(), 'allinea-bench-'));
    const { ms, value: context } = await timed(() =>
      chromium.launchPersistentContext(profile, { executablePath: browser.executable, headless: true, chromiumSandbox: chromiumSandbox() }),
    );
    if (start > 0) took.push(ms);
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
  return median(library) + median(took);
}

export async function startBench(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-bench-'));
  try {
    const host = makeLargeDesk(join(folder, 'large'));
    await host.signIn(sampleAccount.username, sampleAccount.password);
    await host.close();
    const small = await medianStart(join(folder, 'small'));
    const large = await medianStart(join(folder, 'large'));
    const alone = await medianStart(join(folder, 'large'), nobody);
    const own = await standInsOwn();
    const size = `${people.toLocaleString('en')} people, ${services.toLocaleString('en')} services`;
    const plain = (name: string, ms: number): string[] => [name, milliseconds(ms), '', ''];
    const judged = (name: string, ms: number): string[] => [name, milliseconds(ms), milliseconds(limit), ms <= limit ? 'met' : 'MISSED'];
    return table([
      ['from the command to the first screen with its rows', 'time', 'limit', ''],
      plain('the sample firm, window included', small),
      judged(`${size}, window included`, alone),
      judged('the same with the simulated vendor of as many services inside the program', large),
      plain("the stand-in's own: Playwright loaded, Chromium started through it", own),
      judged(`${size}, without the stand-in's own`, alone - own),
      plain('of that for the data', alone - small),
      ['the large firm takes as long as the sample, times', (alone / small).toFixed(2), '', ''],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}
