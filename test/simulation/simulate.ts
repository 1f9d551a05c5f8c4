// `npm run simulate -- --runs 100000 --seed 1`: random schedules on the real program, in virtual time.
// `--only desks`: only those of several desks of one studio. `--only disk`: only those of one folder on a
// bad disk. `--planted`: checks that each planted fault is found.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { diskScheduleOf } from './disk/disk-schedule.ts';
import { runDiskSchedule } from './disk/disk-world.ts';
import { runSchedule } from './run-schedule.ts';
import { scheduleOf } from './schedule.ts';
import { sharedScheduleOf } from './shared/shared-schedule.ts';
import { runSharedSchedule } from './shared/shared-world.ts';
import { shrink } from './shrink.ts';

/** What a seed makes: one program with its vendor, several desks of one studio, one folder on a bad disk. */
const worlds = ['program', 'desks', 'disk'] as const;
type World = (typeof worlds)[number];

interface Share {
  readonly first: number;
  readonly count: number;
  readonly stride: number;
  readonly wanted: readonly World[];
}

interface News {
  readonly runs: number;
  readonly commands: number;
  readonly orders: number;
  readonly brokenSeeds: readonly number[];
}

const batch = 50;
/** A run goes on after a broken schedule, so that a long one finds more than one mistake. */
const mostBroken = 10;

async function work({ first, count, stride, wanted }: Share, tell: (news: News) => void): Promise<void> {
  let [runs, commands, orders] = [0, 0, 0];
  let brokenSeeds: number[] = [];
  for (let seed = first; seed < first + count; seed += stride) {
    let isBroken = false;
    if (wanted.includes('desks'))
      isBroken ||= (await runSharedSchedule(sharedScheduleOf(seed))).broken !== undefined;
    if (wanted.includes('disk'))
      isBroken ||= (await runDiskSchedule(diskScheduleOf(seed))).broken !== undefined;
    if (wanted.includes('program')) {
      const outcome = await runSchedule(scheduleOf(seed));
      commands += outcome.commands;
      orders += outcome.orders;
      isBroken ||= outcome.broken !== undefined;
    }
    runs += 1;
    if (isBroken) brokenSeeds.push(seed);
    if (runs < batch && brokenSeeds.length === 0) continue;
    tell({ runs, commands, orders, brokenSeeds });
    [runs, commands, orders, brokenSeeds] = [0, 0, 0, []];
  }
  tell({ runs, commands, orders, brokenSeeds });
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Prints the failing schedule in its shortest form, and what happened in it. */
async function report(seed: number): Promise<void> {
  const disk = diskScheduleOf(seed);
  const onDisk = await runDiskSchedule(disk);
  if (onDisk.broken !== undefined)
    say(
      `\nseed ${seed}, folder: ${onDisk.broken.invariant}\n  ${onDisk.broken.detail}\n${JSON.stringify(disk)}`,
    );
  const onDesks = (await runSharedSchedule(sharedScheduleOf(seed))).broken;
  if (onDesks !== undefined) say(`\nseed ${seed}, several desks: ${onDesks.invariant}\n  ${onDesks.detail}`);
  const schedule = scheduleOf(seed);
  const { broken, steps } = await runSchedule(schedule);
  if (broken === undefined) return;
  say(`\nseed ${seed}, step ${steps} of ${schedule.steps.length}: ${broken?.invariant}\n  ${broken?.detail}`);
  const short = await shrink(schedule, broken?.invariant ?? '');
  const again = await runSchedule(short, { verbose: true });
  say(
    `\nAs short as it gets (${short.steps.length} steps); keep it in test/simulation/kept:\n${JSON.stringify(short)}\n\n${again.lines.join('\n')}`,
  );
  say(`\n${again.broken?.invariant}\n  ${again.broken?.detail}`);
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      planted: { type: 'boolean', default: false },
    },
  });
  if (values.planted) return (await import('./planted/run-planted.ts')).runPlanted(say);
  const wanted = worlds.filter((world) => values.only === undefined || world === values.only);
  if (wanted.length === 0) throw new Error(`--only takes one of: ${worlds.join(', ')}`);
  const [count, first] = [Number(values.runs), Number(values.seed)];
  const stride = Math.min(availableParallelism(), count);
  const sum = { runs: 0, commands: 0, orders: 0 };
  const started = performance.now();
  const broken: number[] = [];
  const progress = (): void =>
    say(
      `${sum.runs} of ${count} schedules, ${sum.commands} commands to the vendor, ${sum.orders} orders, ${((sum.runs / (performance.now() - started)) * 1000).toFixed(0)} schedules a second`,
    );
  const timer = setInterval(progress, 10_000);
  const workers = Array.from({ length: stride }, (_, index) => {
    const share: Share = { first: first + index, count: count - index, stride, wanted };
    const worker = new Worker(fileURLToPath(import.meta.url), {
      workerData: share,
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    worker.on('message', (news: News) => {
      sum.runs += news.runs;
      sum.commands += news.commands;
      sum.orders += news.orders;
      broken.push(...news.brokenSeeds);
      if (broken.length >= mostBroken) for (const other of workers) void other.terminate();
    });
    return worker;
  });
  await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve))));
  clearInterval(timer);
  progress();
  if (broken.length === 0)
    say('Every order once, none lost, none doubled; nothing confirmed lost without a word.');
  else say(`${broken.length} broken: seeds ${broken.join(', ')}`);
  for (const seed of broken) await report(seed);
  return broken.length === 0;
}

if (isMainThread) process.exitCode = (await main()) ? 0 : 1;
else await work(workerData as Share, (news) => parentPort?.postMessage(news, []));
