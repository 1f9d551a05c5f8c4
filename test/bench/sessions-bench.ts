// `npm run bench -- sessions`: the fewest sessions for up to 100,000 windows, and the whole plan of a desk
// with 10,000 services.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planChoices } from '../../core/desk/plan/decide-plan.ts';
import { planRenewalsInSteps } from '../../core/desk/plan/renewal-plan.ts';
import { addDays, type Day } from '../../core/kernel/day.ts';
import { finish } from '../../core/kernel/steps.ts';
import { isBankWorkingDay } from '../../core/kernel/working-day.ts';
import { latestSafeDay } from '../../core/orders/payment.ts';
import { fewestSessions } from '../../core/renewals/sessions.ts';
import { renewalWindow } from '../../core/renewals/windows.ts';
import { sampleAccount } from '../../electron/simulator/sample/sample.ts';
import { makeLargeDesk, services } from './large-desk.ts';
import { measure, milliseconds, table } from './measure.ts';

const today = '2026-11-24' as Day;
const planMs = 150;
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

/** The whole plan of a desk, with its prices and its sessions, for one year and for ten. */
async function wholePlans(): Promise<readonly (readonly string[])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-bench-'));
  const host = makeLargeDesk(join(folder, 'large'));
  try {
    await host.signIn(sampleAccount.username, sampleAccount.password);
    const state = host.state();
    const choices = planChoices(state.workspace.planChoices.get('plan'), state.today);
    return [12, 120].map((horizonMonths) => {
      const make = () => finish(planRenewalsInSteps(state, { ...choices, horizonMonths }));
      const { median, p95 } = measure(make, 15, 3);
      const plan = make();
      if (!plan.ok) throw new Error(plan.error.reason);
      return [
        `the whole plan of ${horizonMonths / 12} years, ${services.toLocaleString('en')} services`,
        String(plan.value.sessions.length),
        milliseconds(median),
        milliseconds(p95),
        '',
        `${milliseconds(planMs)} ${median <= planMs ? 'met' : 'MISSED'}`,
      ];
    });
  } finally {
    await host.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

export async function sessionsBench(): Promise<string> {
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
    ...(await wholePlans()),
  ]);
}
