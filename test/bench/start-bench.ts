// `npm run bench -- start`: the whole program from its command to its first screen, with the sample firm and with 10,000 people and services.
// Where the program runs in the stand-in, a good part of each figure is the stand-in's own (loading Playwright, starting Chromium through it): the sample's
// figure is nearly all of that, so what the data cost is told by the difference.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

/** Milliseconds from the command to a screen with its rows, by the median of some starts; the first is left out. */
async function medianStart(dataFolder: string, backendUrl?: string): Promise<number> {
  const took: number[] = [];
  for (let start = 0; start <= starts; start += 1) {
    const { ms, value: program } = await timed(async () => {
      const started = await startProgram({ launcher, dataFolder, backendUrl, limits: 'off' });
      await started.page.getByRole('row').nth(1).waitFor();
      return started;
    });
    if (start > 0) took.push(ms);
    await program.stop();
  }
  return timingOf(took).median;
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
    const size = `${people.toLocaleString('en')} people, ${services.toLocaleString('en')} services`;
    const judged = (name: string, ms: number): string[] => [name, milliseconds(ms), milliseconds(limit), ms <= limit ? 'met' : 'MISSED'];
    return table([
      ['from the command to the first screen, window included', 'time', 'limit', ''],
      ['the sample firm', milliseconds(small), '', ''],
      judged(`${size}, the simulated vendor with as many inside the program`, large),
      judged(`${size}, the vendor elsewhere`, alone),
      ['of that for the data', milliseconds(alone - small), '', ''],
      ['the large firm takes as long as the sample, times', (alone / small).toFixed(2), '', ''],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}
