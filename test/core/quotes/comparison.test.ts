// Rule I1: extend, do not extend, wait. Also the common date moved by hand.
import { describe, expect, test } from 'vitest';
import type { Cents } from '../../../core/kernel/cents.ts';
import { addMonths, type Day } from '../../../core/kernel/day.ts';
import { bringTo, comparePlans, type PlanFigures } from '../../../core/quotes/comparison.ts';
import { addUsersFigures } from '../../../core/quotes/figures.ts';
import { monthRules } from '../../../core/renewals/months.ts';
import { day, euro, item, priceList, service } from '../../support/samples.ts';

const studio = service([
  item('E', 'e-invoicing', 1, '15/03/2027'),
  item('U', 'user', 3, '15/03/2027'),
  item('M', 'documents', 1, '15/03/2027'),
]);
const input = {
  service: studio,
  day: day('24/11/2026'),
  quantity: 2,
  modules: [],
  rule: 'started-month',
  offPolicy: 'own-year',
  priceList,
} as const;

function compared(horizonMonths = 36): Readonly<Record<PlanFigures['plan'], PlanFigures>> {
  const result = comparePlans({ ...input, horizonMonths });
  if (!result.ok) throw new Error(result.error.reason);
  return Object.fromEntries(result.value.map((scenario) => [scenario.plan, scenario])) as Record<
    PlanFigures['plan'],
    PlanFigures
  >;
}

const cash = ({ cash: payments }: PlanFigures): string[] =>
  payments.map(({ on, gross }) => `${on} ${euro(gross)}`);

describe('the studio of E1 over 36 months', () => {
  test('extending: E1 today, then everything (74.30 net) each 24 November', () => {
    const { extend } = compared();
    expect(cash(extend)).toEqual(['2026-11-24 70.99', '2027-11-24 90.65', '2028-11-24 90.65']);
    expect([euro(extend.gross), euro(extend.valueLeft), euro(extend.netCost)]).toEqual([
      '252.29',
      '0.00',
      '252.29',
    ]);
  });

  test('not extending: E5 today, E10 at the first renewal, then everything each 15 March', () => {
    const { 'do-not-extend': apart } = compared();
    expect(cash(apart)).toEqual([
      '2026-11-24 11.96',
      '2027-03-15 82.68',
      '2028-03-15 90.65',
      '2029-03-15 90.65',
    ]);
  });

  test('waiting: nothing today, the users come with the renewal', () => {
    const { wait } = compared();
    expect(cash(wait)).toEqual(['2027-03-15 90.65', '2028-03-15 90.65', '2029-03-15 90.65']);
    expect(wait.usersFrom).toBe('2027-03-15');
  });

  test('what reaches beyond 24/11/2029 is worth 3 months and 19 of the 28 days of the last one', () => {
    const { 'do-not-extend': apart, wait } = compared();
    // 24/11/2029 -> 15/03/2030: 3 months to 24/02, then 19 of the 28 days to 24/03. One line for
    // each item, VAT once.
    const months = 3 + 19 / 28;
    const net = [2990, 490 * 3, 1990, 490 * 2].map((yearly) => Math.round((yearly * months) / 12));
    const total = net.reduce((a, b) => a + b, 0);
    expect(apart.valueLeft).toBe(total + Math.round(total * 0.22));
    expect(wait.netCost).toBe(wait.gross - wait.valueLeft);
  });

  test('expiry dates: one when extended, two when not, one while waiting', () => {
    const { extend, 'do-not-extend': apart, wait } = compared();
    expect([extend.expiryDates, apart.expiryDates, wait.expiryDates]).toEqual([1, 2, 1]);
  });

  test('days paid beyond use: nine months charged for 8 months and 9 days; four for 3 months and 20 days', () => {
    const { extend, 'do-not-extend': apart, wait } = compared();
    expect([extend.daysBeyondUse, apart.daysBeyondUse, wait.daysBeyondUse]).toEqual([21, 9, 0]);
  });
});

test('the first payment of extending is the cart, to the cent, by every rule', () => {
  for (const rule of monthRules) {
    const result = comparePlans({ ...input, rule, horizonMonths: 24 });
    const quote = addUsersFigures({ ...input, rule, extension: true });
    expect(result.ok && quote.ok && result.value[0]?.cash[0]?.gross === quote.value.gross, rule).toBe(true);
  }
});

test('every amount of a plan carries its own derivation, and the derivation adds up', () => {
  for (const { cash: payments, explained, gross, valueLeft, netCost } of Object.values(compared(60))) {
    expect([explained.gross.amount, explained.valueLeft.amount, explained.netCost.amount]).toEqual([
      gross,
      valueLeft,
      netCost,
    ]);
    for (const payment of payments) {
      const { explained: document } = payment;
      expect(document.amount).toBe(payment.gross);
      if (document.kind === 'document')
        expect(document.lines.reduce((sum, line) => sum + line.net, 0)).toBe(document.net);
    }
    expect(payments.reduce((sum, payment) => sum + payment.gross, 0)).toBe(gross);
  }
});

test('without the extension and with the policy of the newest pages the users end with the service, and the renewal takes them on', () => {
  const result = comparePlans({ ...input, offPolicy: 'until-service-expiry', horizonMonths: 12 });
  const apart = result.ok ? result.value[1] : undefined;
  expect(apart && cash(apart)).toEqual(['2026-11-24 11.96', '2027-03-15 90.65']);
  expect(apart?.expiryDates).toBe(1);
});

test('a renewal on the last day of the horizon does not count, one a day earlier does', () => {
  const paid = (expiry: string): number => {
    const result = comparePlans({
      ...input,
      service: service([item('E', 'e-invoicing', 1, expiry)]),
      day: day('15/03/2026'),
      horizonMonths: 12,
    });
    return result.ok ? (result.value[2]?.cash.length ?? -1) : -1;
  };
  expect([paid('15/03/2027'), paid('14/03/2027')]).toEqual([0, 1]);
});

test('each payment says what it is, and each amount of what kind its derivation is', () => {
  const { extend, 'do-not-extend': apart, wait } = compared();
  expect([extend, apart, wait].map(({ cash: payments }) => payments.map(({ what }) => what))).toEqual([
    ['order', 'renewal', 'renewal'],
    ['order', 'renewal', 'renewal', 'renewal'],
    ['renewal', 'renewal', 'renewal'],
  ]);
  for (const { cash: payments, explained } of [extend, apart, wait]) {
    expect(payments.map((payment) => payment.explained.kind)).toEqual(payments.map(() => 'document'));
    expect([explained.gross.kind, explained.valueLeft.kind, explained.netCost.kind]).toEqual([
      'payments',
      'document',
      'net-cost',
    ]);
  }
});

test('the users that were waited for join the first renewal, not every one, and without what the extension would add', () => {
  const { wait } = compared();
  const lines = wait.cash.map(({ explained }) =>
    explained.kind === 'document'
      ? explained.lines.map(({ item: kind, quantity }) => `${quantity} ${kind}`)
      : [],
  );
  expect(lines).toEqual([
    ['1 e-invoicing', '3 user', '1 documents', '2 user'],
    ['1 e-invoicing', '3 user', '1 documents', '2 user'],
    ['1 e-invoicing', '3 user', '1 documents', '2 user'],
  ]);
});

test('rules that count days lose none, and the worst line of each order counts', () => {
  const beyond = (rule: (typeof monthRules)[number]): readonly number[] => {
    const result = comparePlans({ ...input, rule, horizonMonths: 36 });
    return result.ok ? result.value.map(({ daysBeyondUse }) => daysBeyondUse) : [];
  };
  expect(monthRules.map(beyond)).toEqual([
    [21, 9, 0],
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ]);
});

test('a horizon that ends before the next renewal counts no renewal', () => {
  const { wait } = compared(3);
  expect(wait.cash).toEqual([]);
  expect(wait.netCost).toBeLessThan(0);
});

test('a service in grace is refused as a purchase is', () => {
  const gone = service([item('E', 'e-invoicing', 1, '02/11/2026')]);
  expect(comparePlans({ ...input, service: gone, horizonMonths: 36 })).toEqual({
    ok: false,
    error: { reason: 'service-in-grace' },
  });
});

function brought(target: Day, changes: Partial<typeof input> = {}): Cents {
  const result = bringTo({ ...input, ...changes }, target);
  if (!result.ok) throw new Error(result.error.reason);
  return result.value.gross;
}

test('on the day offered, the slider and the comparison say one amount, by every rule and quantity', () => {
  for (const rule of monthRules)
    for (const offPolicy of ['own-year', 'until-service-expiry'] as const)
      for (let quantity = 1; quantity <= 40; quantity += 1) {
        const wanted = { ...input, rule, offPolicy, quantity };
        const on = addUsersFigures({ ...wanted, extension: true });
        const off = addUsersFigures({ ...wanted, extension: false });
        if (!on.ok || !off.ok) throw new Error('They can be priced');
        const slider = bringTo(wanted, on.value.target);
        expect(slider.ok && slider.value.gross).toBe(on.value.gross - off.value.gross);
      }
});

test('what cannot be priced has no slider', () => {
  expect(bringTo({ ...input, quantity: 0 }, day('24/11/2027')).ok).toBe(false);
});

test('another common date: nothing on today’s expiry, E1’s extension on the day offered, more the further it goes', () => {
  expect(brought(day('15/03/2027'))).toBe(0);
  // 58.19 net with the extension, 9.80 without it: 70.99 less 11.96. On its own it would be 59.04.
  expect(euro(brought(day('24/11/2027')))).toBe('59.03');
  let before = 0;
  for (let months = 0; months <= 36; months += 1) {
    const gross = brought(addMonths(day('15/03/2027'), months));
    expect(gross).toBeGreaterThanOrEqual(before);
    before = gross;
  }
});
