// `npm run bench -- start`: the whole program from its command to its first screen, with the sample firm and
// with 10,000 people and services.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { startProgram } from '../../electron/tour/program.ts';
import { sampleAccount } from '../../electron/simulator/sample/sample.ts';
import { makeLargeDesk, people, services } from './large-desk.ts';
import { milliseconds, table, timingOf } from './measure.ts';

// `npm start` and the browser tests run this file. `npm run build` makes it.
const launcher = fileURLToPath(new URL('../main/launch.mjs', import.meta.url));
const starts = 7;
const limit = 1500;
/** Nobody listens on this port. The desk starts as if there were no network. */
const nobody = 'http://127.0.0.1:9';

/**
 * The time, in milliseconds since 1970, when the browser painted the largest part of the first screen. The
 * tasks are painted together with it.
 */
const painted = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(performance.timeOrigin + (list.getEntries().at(-1)?.startTime ?? Number.NaN)),
        ).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );

/**
 * The median of some starts, in milliseconds from the command to a screen with its tasks. The first
 * start is not counted.
 */
async function medianStart(dataFolder: string, backendUrl?: string): Promise<number> {
  const took: number[] = [];
  for (let start = 0; start <= starts; start += 1) {
    const begun = Date.now();
    const program = await startProgram({ launcher, dataFolder, backendUrl, limits: 'off' });
    await program.page.getByRole('heading', { name: 'Da sistemare' }).waitFor();
    if (start > 0) took.push((await painted(program.page)) - begun);
    await program.stop();
  }
  return timingOf(took).median;
}

/**
 * Makes the files look as if another version of the program had written them. The start then checks
 * every field of every row.
 */
function forgetWriter(folder: string): void {
  for (const name of ['workspace', 'replica', 'simulator']) {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\{"program":"[^"]*","sum":"[^"]*",/, '{'));
  }
}

export async function startBench(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-bench-'));
  try {
    const host = makeLargeDesk(join(folder, 'large'));
    await host.signIn(sampleAccount.username, sampleAccount.password);
    await host.close();
    const small = await medianStart(join(folder, 'small'));
    const large = await medianStart(join(folder, 'large'), nobody);
    const withVendor = await medianStart(join(folder, 'large'));
    forgetWriter(join(folder, 'large'));
    const updated = await medianStart(join(folder, 'large'), nobody);
    const size = `${people.toLocaleString('en')} people, ${services.toLocaleString('en')} services`;
    const plain = (name: string, ms: number): string[] => [name, milliseconds(ms), '', ''];
    const judged = (name: string, ms: number): string[] => [
      name,
      milliseconds(ms),
      milliseconds(limit),
      ms <= limit ? 'met' : 'MISSED',
    ];
    return table([
      ['from the command to the first screen with its tasks, window included', 'time', 'limit', ''],
      plain('the sample firm', small),
      judged(size, large),
      judged('the same with the simulated vendor of as many services inside the program', withVendor),
      judged(`${size}, the first start after an update: every field is checked`, updated),
      plain('of the large firm for the data', large - small),
      ['the large firm takes as long as the sample, times', (large / small).toFixed(2), '', ''],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}
