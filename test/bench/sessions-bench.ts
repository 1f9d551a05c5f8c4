// `npm run bench -- sessions`: the fewest sessions for up to 100,000 windows, and the whole plan of a desk
// with 10,000 services.
import { addDays, type Day } from '../../core/kernel/day.ts';
import { isBankWorkingDay } from '../../core/kernel/working-day.ts';
import { latestSafeDay } from '../../core/orders/payment.ts';
import { fewestSessions } from '../../core/renewals/sessions.ts';
import { renewalWindow } from '../../core/renewals/windows.ts';
import { measure, milliseconds, table } from './measure.ts';

const today = '2026-11-24' as Day;
const limits = new Map([
  [10_000, 100],
  [100_000, 1000],
]);

/** The windows of services that expire through the whole year, each with its own price. */
function madeWindows(count: number) {
  const latest = new Map<Day, Day>();
  return Array.from({ length: count }, (_, index) => {
    const expiry = addDays(today, 20 + ((index * 7919) % 365));
    const latestSafe = latest.get(expiry) ?? latestSafeDay('bank-transfer', expiry);
    latest.set(expiry, latestSafe);
    return {
      ...renewalWindow({ id: String(index), expiry, anchor: Number(expiry.slice(8)), latestSafe, today }),
      gross: 3648 + ((index * 31) % 9000),
    };
  });
}

export function sessionsBench(): string {
  const rows = [1000, 10_000, 100_000].map((count) => {
    const windows = madeWindows(count);
    const plan = () =>
      fewestSessions({
        windows,
        isWorkingDay: isBankWorkingDay,
        money: ({ gross }) => gross,
      });
    const { median, p95 } = measure(plan, count >= 100_000 ? 5 : 15, 3);
    const limit = limits.get(count);
    return { count, median, p95, limit, sessions: plan().sessions.length };
  });
  return table([
    [
      'fewest sessions over a year, the exact ones',
      'sessions',
      'median',
      'p95',
      'for ten times as many',
      'limit',
    ],
    ...rows.map(({ count, median, p95, limit, sessions }, index) => [
      `${count.toLocaleString('en')} services`,
      String(sessions),
      milliseconds(median),
      milliseconds(p95),
      index === 0 ? '' : `${(median / (rows[index - 1]?.median ?? median)).toFixed(1)} x`,
      limit === undefined ? '' : `${milliseconds(limit)} ${median <= limit ? 'met' : 'MISSED'}`,
    ]),
  ]);
}
