// `npm run bench` measures how long aligning and pricing takes. It prints the times. It fails only if two
// ways give different amounts.
// No flag makes V8 faster here: what is measured is what a window or the main process gets.
import type { Day } from '../../core/kernel/day.ts';
import { alignPortfolio, lineAt } from '../../core/quotes/align-portfolio.ts';
import { totaller, type CommonDate } from '../../core/quotes/portfolio.ts';
import { preparePortfolio } from '../../core/quotes/prepared-portfolio.ts';
import { monthRules, type MonthRule } from '../../core/renewals/months.ts';
import { alignWithLibraries } from './date-fns-and-decimal.ts';
import { deskBench } from './desk-bench.ts';
import { fingersBench } from './fingers-bench.ts';
import { importBench } from './import-bench.ts';
import { pausesBench } from './pauses-bench.ts';
import { peopleBench } from './people-bench.ts';
import { readingBench } from './reading-bench.ts';
import { registerBench } from './register-bench.ts';
import { sessionsBench } from './sessions-bench.ts';
import { startBench } from './start-bench.ts';
import { madeServices } from './made-services.ts';
import { studioBench } from './studio-bench.ts';
import { whatIfBench } from './what-if-bench.ts';
import { alignInPostgres } from './with-postgres.ts';
import { measure, milliseconds, table, type Timing } from './measure.ts';

const target = '2028-05-31' as Day;
const date: CommonDate = { target, rule: 'started-month', vatBasisPoints: 2200 };
const services = [...madeServices(10_000)];
const prepared = preparePortfolio(services);

/** Aligns one service after another from a generator, and keeps only two sums. */
function stream(count: number): { readonly net: number; readonly gross: number } {
  const totalsOf = totaller(date);
  const all = { net: 0, gross: 0 };
  for (const { items } of madeServices(count)) {
    const { net, gross } = totalsOf(items);
    all.net += net;
    all.gross += gross;
  }
  return all;
}

/** Every line of every service: made, looked at and left. Returns the gross of all. */
function everyLine(): number {
  const aligned = alignPortfolio(prepared, date);
  let gross = aligned.all.vat as number;
  for (let service = 0; service < services.length; service += 1)
    for (let place = 0; place < (services[service]?.items.length ?? 0); place += 1)
      gross += lineAt(prepared, aligned, service, place).net;
  return gross;
}

const flags = process.execArgv.join(' ');
const [, , only] = process.argv;
const postgres = only === undefined || only === 'figures' ? alignInPostgres(services, target, 12) : null;

/** All ways must give the same cents. Otherwise their times mean nothing. */
function agree(): string {
  const grosses = [
    alignPortfolio(prepared, date).all.gross,
    everyLine(),
    stream(services.length).gross,
    ...(postgres === null ? [] : [postgres.gross]),
    alignWithLibraries(services, target).reduce((sum, { gross }) => sum + gross.toNumber(), 0),
  ];
  if (new Set(grosses).size !== 1) throw new Error(`The ways to compute it differ: ${grosses.join(', ')}`);
  return ((grosses[0] ?? 0) / 100).toFixed(2);
}

/**
 * `faster` compares with the libraries' time for the same number of services. That time grows linearly, and a
 * million services would take them minutes.
 */
function report(): string {
  const libraries = measure(() => alignWithLibraries(services, target), 12, 3);
  const row = (name: string, timing: Timing, limit: number | null, count = services.length): string[] => [
    name,
    milliseconds(timing.median),
    milliseconds(timing.p95),
    `${((libraries.median * count) / services.length / timing.median).toFixed(0)} x`,
    limit === null ? '' : `${milliseconds(limit)} ${timing.median <= limit ? 'met' : 'MISSED'}`,
  ];
  const totalsBy = (rule: MonthRule): string[] =>
    row(
      `totals alone by ${rule}`,
      measure(() => alignPortfolio(prepared, { ...date, rule }), 400),
      0.5,
    );
  const inPostgres =
    postgres === null
      ? []
      : [
          row(`PostgreSQL ${postgres.version}: the lines, by its own clock`, postgres.lines, null),
          row(`PostgreSQL ${postgres.version}: the totals of each service`, postgres.totals, null),
        ];
  stream(100_000);
  const streamed = [1000, 10_000, 100_000, 1_000_000].map((count) => {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const timing = measure(() => stream(count), count >= 1_000_000 ? 5 : 20, 2);
    globalThis.gc?.();
    const grown = (process.memoryUsage().heapUsed - before) / 1_048_576;
    const each = `${((timing.median / count) * 1e6).toFixed(0)} ns each, heap ${grown < 0 ? '-' : '+'}${Math.abs(grown).toFixed(1)} MiB`;
    return row(
      `${count.toLocaleString('en')} made and streamed: ${each}`,
      timing,
      count === 1_000_000 ? 1000 : null,
      count,
    );
  });
  return table([
    ['10,000 services x 6 items, one call', 'median', 'p95', 'faster', 'limit'],
    row('date-fns differenceInMonths + decimal.js, lines and totals', libraries, null),
    ...inPostgres,
    row(
      'alignPortfolio, and each of 60,000 lines made when it is looked at',
      measure(() => everyLine(), 200),
      3,
    ),
    ...monthRules.map(totalsBy),
    row(
      'preparePortfolio: once for many dates and rules',
      measure(() => preparePortfolio(services), 60),
      null,
    ),
    ...streamed,
  ]);
}

if (only === undefined || only === 'figures')
  process.stdout.write(
    `All ways come to the same total: ${agree()} EUR. Node ${process.versions.node} ${flags}.\n\n${report()}\n`,
  );
if (only === undefined || only === 'desk') process.stdout.write(`\n${await deskBench()}\n`);
if (only === undefined || only === 'import') process.stdout.write(`\n${importBench()}\n`);
if (only === undefined || only === 'people') process.stdout.write(`\n${await peopleBench()}\n`);
if (only === undefined || only === 'sessions') process.stdout.write(`\n${await sessionsBench()}\n`);
if (only === undefined || only === 'register') process.stdout.write(`\n${registerBench()}\n`);
if (only === undefined || only === 'what-if') process.stdout.write(`\n${await whatIfBench()}\n`);
if (only === undefined || only === 'reading') process.stdout.write(`\n${await readingBench()}\n`);
if (only === undefined || only === 'start') process.stdout.write(`\n${await startBench()}\n`);
if (only === undefined || only === 'fingers') process.stdout.write(`\n${await fingersBench()}\n`);
if (only === undefined || only === 'pauses') process.stdout.write(`\n${await pausesBench()}\n`);
if (only === undefined || only === 'studio') process.stdout.write(`\n${await studioBench()}\n`);
