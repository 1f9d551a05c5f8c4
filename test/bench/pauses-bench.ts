// `npm run build && npm run bench -- pauses`: the longest pauses at 10,000 people and 10,000 services, in the
// whole program. Of the window, in long work and its exports, not slowed and on a processor that Chromium
// slows four times. Of the main process, from its start until 1,000 orders have left, beside a process that
// does nothing: where both are late, the machine was busy.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';
import type { ServiceId } from '../../core/kernel/id.ts';
import { sampleAccount } from '../../electron/simulator/sample/sample.ts';
import { open, search } from '../../electron/tour/hands.ts';
import { startProgram } from '../../electron/tour/program.ts';
import { confirmOrders } from './confirm-orders.ts';
import { makeLargeDesk, people, services } from './large-desk.ts';
import { departments } from './large-firm.ts';
import { milliseconds, table } from './measure.ts';

const launcher = fileURLToPath(new URL('../main/launch.mjs', import.meta.url));
const slower = 4;
const orders = 1000;
const windowMs = 100;
const mainMs = 50;

/**
 * A script that watches a main thread: the program's, or that of a process that does nothing. For each tenth
 * of a second it writes the longest time in which the thread could not answer. That is the longest delay of
 * a timer, but never more than the thread worked. A thread that waits for events can answer: if its timer is
 * late, the system is.
 */
const watchProcess = (file: string, idleFile: string): string => `
  import { appendFileSync } from 'node:fs';
  import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
  import { isMainThread } from 'node:worker_threads';
  const script = process.argv[1];
  const ofProgram = /(?:launch|main)\\.mjs$/.test(script ?? '');
  const file = ofProgram ? ${JSON.stringify(file)} : ${JSON.stringify(idleFile)};
  if (isMainThread && (ofProgram || script === undefined)) {
    const delay = monitorEventLoopDelay({ resolution: 2 });
    delay.enable();
    let [before, last] = [0, performance.eventLoopUtilization()];
    setInterval(() => {
      const now = performance.eventLoopUtilization();
      const worked = performance.eventLoopUtilization(now, last).active;
      // A pause may have begun in the tenth before.
      const silent = Math.min(delay.max / 1e6 - 2, before + worked);
      appendFileSync(file, Date.now() + ' ' + silent.toFixed(1) + '\\n');
      [before, last] = [worked, now];
      delay.reset();
    }, 100).unref();
  }`;

/** The longest delay between two moments, in milliseconds. */
function longestIn(file: string, from: number, until: number): number {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const told = lines.map((line) => line.split(' ').map(Number) as [number, number]);
  return Math.max(0, ...told.filter(([at]) => at > from && at <= until + 150).map(([, ms]) => ms));
}

/**
 * Keeps the longest time for which a key or a click would have waited in the page. A task of the priority
 * `user-blocking` comes before all others, as they do.
 */
async function watchWindow(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept = { longest: 0, last: performance.now() };
    Reflect.set(globalThis, 'pauses', kept);
    const { scheduler } = globalThis as unknown as {
      readonly scheduler: { postTask(task: () => void, options: object): Promise<void> };
    };
    const look = (): void => {
      const now = performance.now();
      kept.longest = Math.max(kept.longest, now - kept.last);
      kept.last = now;
      void scheduler.postTask(look, { priority: 'user-blocking', delay: 2 });
    };
    look();
  });
}

/** The longest pause since the last look. */
const longestPause = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const kept = Reflect.get(globalThis, 'pauses') as { longest: number };
    const { longest } = kept;
    kept.longest = 0;
    return longest;
  });

/**
 * The longest pause after a button was pressed by keyboard. Playwright looks at nothing meanwhile: that would
 * take the page's time.
 */
async function pressed(page: Page, name: RegExp | string, waitMs: number): Promise<number> {
  await page.getByRole('button', { name }).first().focus();
  await page.waitForTimeout(400);
  await longestPause(page);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(waitMs);
  return longestPause(page);
}

/** The same after a choice of the plan's years by keyboard, until the plan is there. */
async function chosen(page: Page, years: string): Promise<number> {
  await page.getByRole('button', { name: /Periodo/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: years }).focus();
  await page.waitForTimeout(400);
  await longestPause(page);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(3000);
  return longestPause(page);
}

async function* works(page: Page): AsyncGenerator<readonly [what: string, ms: number]> {
  // What was saved or shown before is prepared anew in idle time. It has an end, also when slowed.
  await page.waitForTimeout(4000);
  await search(page, 'regole per reparto');
  await page.waitForTimeout(2000);
  yield ['plan of 20,000 seats: opened', await pressed(page, 'Vedi il piano…', 3000)];
  yield ['plan of 20,000 seats: applied', await pressed(page, 'Applica il piano', 5000)];
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(4000);
  yield ['plan of 20,000 seats: undone', await longestPause(page)];
  for (const kind of ['Excel', 'CSV']) {
    await search(page, 'esporta il personale');
    await page.waitForTimeout(800);
    yield [`staff saved as ${kind}`, await pressed(page, new RegExp(kind), 3000)];
    await page.keyboard.press('Escape');
  }
  await open(page, 'Rinnovi');
  await page.waitForTimeout(1000);
  yield ['plan of ten years chosen', await chosen(page, '10 anni')];
  await chosen(page, '1 anno');
  yield ['calendar saved', await pressed(page, 'Esporta calendario', 4000)];
  for (const kind of ['Excel', 'CSV']) {
    yield [`export of the renewals opened, ${kind}`, await pressed(page, 'Esporta…', 1500)];
    yield [`renewals saved as ${kind}`, await pressed(page, new RegExp(kind), 4000)];
  }
}

async function allAt(page: Page, session: CDPSession, rate: number): Promise<ReadonlyMap<string, number>> {
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const found = new Map<string, number>();
  for await (const [what, ms] of works(page)) found.set(what, ms);
  return found;
}

/** A firm with a rule for each department on two services, and orders that wait for a sign-in. */
async function makeFirm(folder: string): Promise<void> {
  const host = makeLargeDesk(folder);
  await host.signIn(sampleAccount.username, sampleAccount.password);
  for (const department of departments)
    for (const serviceId of ['fe-0', 'fe-1'] as ServiceId[])
      host.submit({ type: 'seat-rule/put', department, serviceId, permissions: ['read'] });
  host.signOut();
  confirmOrders(host, orders, 2);
  await host.close();
}

export async function pausesBench(): Promise<string> {
  let idle: ChildProcess | undefined;
  const folder = mkdtempSync(join(tmpdir(), 'allinea-bench-'));
  const [file, idleFile, watcher] = ['main.txt', 'idle.txt', 'watch.mjs'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  try {
    await makeFirm(join(folder, 'large'));
    for (const one of [file, idleFile]) writeFileSync(one, '');
    writeFileSync(watcher, watchProcess(file, idleFile));
    idle = spawn(process.execPath, ['--import', watcher, '-e', 'setInterval(() => undefined, 1000)']);
    const before = process.env['NODE_OPTIONS'];
    process.env['NODE_OPTIONS'] = `${before ?? ''} --import ${watcher}`;
    const begun = Date.now();
    const program = await startProgram({ launcher, dataFolder: join(folder, 'large'), limits: 'off' });
    process.env['NODE_OPTIONS'] = before ?? '';
    const { page } = program;
    page.setDefaultTimeout(60_000);
    const shown = Date.now();
    await page.waitForTimeout(4000);
    await watchWindow(page);
    const signedIn = Date.now();
    await page.evaluate(async (account) => {
      const { allinea } = globalThis as unknown as {
        readonly allinea: { call(name: string, payload: unknown): Promise<unknown> };
      };
      await allinea.call('access/sign-in', account);
    }, sampleAccount);
    await page.waitForTimeout(6000);
    const drained = await longestPause(page);
    const sent = Date.now();
    const session = await page.context().newCDPSession(page);
    const quick = await allAt(page, session, 1);
    const slow = await allAt(page, session, slower);
    const ended = Date.now();
    await program.stop();
    const row = (what: string, ms: number, slowed: number | null, limit: number): readonly string[] => [
      what,
      milliseconds(ms),
      slowed === null ? '' : milliseconds(slowed),
      milliseconds(limit),
      ms <= limit ? 'met' : 'MISSED',
      slowed === null ? '' : slowed <= limit ? 'met' : 'MISSED',
    ];
    const main = (what: string, from: number, until: number): readonly string[] => {
      const [ms, beside] = [longestIn(file, from, until), longestIn(idleFile, from, until)];
      return [what, ...[ms, beside, mainMs].map(milliseconds), ms <= mainMs ? 'met' : 'MISSED'];
    };
    const size = `${people.toLocaleString('en')} people, ${services.toLocaleString('en')} services`;
    const windows = table([
      [`longest pause of the window, ${size}`, 'as it is', `${slower} x slower`, 'limit', '', 'slower'],
      row(`${orders.toLocaleString('en')} orders leave`, drained, null, windowMs),
      ...[...quick].map(([what, ms]) => row(what, ms, slow.get(what) ?? 0, windowMs)),
    ]);
    const mains = table([
      ['longest pause of the main process', 'main process', 'idle process', 'limit', ''],
      main('until the window is there', begun, shown),
      main('until a person signs in', shown, signedIn),
      main(`${orders.toLocaleString('en')} orders leave`, signedIn, sent),
      main('all the work above', sent, ended),
    ]);
    return `${windows}\n\n${mains}`;
  } finally {
    idle?.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}
