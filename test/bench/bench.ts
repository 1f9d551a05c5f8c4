// `npm run bench`: how long re-aligning and pricing takes. It prints, and fails only where two ways give different amounts.
import type { Day } from '../../core/kernel/day.ts';
import { alignPortfolio, totaller, type CommonDate } from '../../core/quotes/portfolio.ts';
import { portfolioTotals, preparePortfolio } from '../../core/quotes/prepared-portfolio.ts';
import { monthRules } from '../../core/renewals/months.ts';
import { alignWithLibraries } from './date-fns-and-decimal.ts';
import { madeServices } from './made-services.ts';
import { measure, milliseconds, table, type Timing } from './measure.ts';

const target = '2028-05-31' as Day;
const date: CommonDate = { target, rule: 'started-month', vatBasisPoints: 2200 };
const services = [...madeServices(10_000)];
const prepared = preparePortfolio(services);

/** One service after another out of a generator, and nothing kept of it but two sums. */
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

/** Every way must come to the same cent before its time means anything. */
function agree(): string {
  const lines = alignPortfolio(services, date);
  const grosses = [
    lines.reduce((sum, { gross }) => sum + gross, 0),
    portfolioTotals(prepared, date).all.gross,
    stream(services.length).gross,
    alignWithLibraries(services, target).reduce((sum, { gross }) => sum + gross.toNumber(), 0),
  ];
  if (new Set(grosses).size !== 1) throw new Error(`The ways to compute it differ: ${grosses.join(', ')}`);
  return ((grosses[0] ?? 0) / 100).toFixed(2);
}

function report(): string {
  const libraries = measure(() => alignWithLibraries(services, target), 12, 3);
  const row = (name: string, timing: Timing, limit: number | null): string[] => [
    name,
    milliseconds(timing.median),
    milliseconds(timing.p95),
    `${(libraries.median / timing.median).toFixed(0)} x`,
    limit === null ? '' : `${milliseconds(limit)} ${timing.median <= limit ? 'met' : 'MISSED'}`,
  ];
  return table([
    ['10,000 services x 6 items, one call', 'median', 'p95', 'faster', 'limit'],
    row('date-fns differenceInMonths + decimal.js, lines and totals', libraries, null),
    row(
      'alignPortfolio: every line, and totals',
      measure(() => alignPortfolio(services, date), 200),
      5,
    ),
    row(
      'portfolioTotals: totals alone',
      measure(() => portfolioTotals(prepared, date), 400),
      1,
    ),
    ...monthRules
      .filter((rule) => rule !== date.rule)
      .map((rule) =>
        row(
          `portfolioTotals by ${rule}`,
          measure(() => portfolioTotals(prepared, { ...date, rule }), 200),
          1,
        ),
      ),
    row(
      'preparePortfolio: once for many totals',
      measure(() => preparePortfolio(services), 60),
      null,
    ),
  ]);
}

function growth(): string {
  const header = ['services x 6 items, streamed from a generator', 'median', 'a service', 'heap grown', 'limit'];
  const rows = [1000, 10_000, 100_000, 1_000_000].map((count) => {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const { median } = measure(() => stream(count), count >= 1_000_000 ? 5 : 20, 2);
    globalThis.gc?.();
    const grown = (process.memoryUsage().heapUsed - before) / 1_048_576;
    const limit = count === 1_000_000 ? `${milliseconds(1000)} ${median <= 1000 ? 'met' : 'MISSED'}` : '';
    return [count.toLocaleString('en'), milliseconds(median), `${((median / count) * 1e6).toFixed(0)} ns`, `${grown.toFixed(1)} MiB`, limit];
  });
  return table([header, ...rows]);
}

process.stdout.write(`All ways come to the same total: ${agree()} EUR. Node ${process.versions.node}.\n\n${report()}\n\n${growth()}\n`);
