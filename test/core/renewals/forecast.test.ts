// The future renewals of a service (rules D3, I4).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents, vatOf } from '../../../core/kernel/cents.ts';
import { addDays, addMonths, type Day } from '../../../core/kernel/day.ts';
import { pricedItems } from '../../../core/quotes/figures.ts';
import type { AlignItem } from '../../../core/renewals/align.ts';
import { futureRenewals, type FutureRenewal } from '../../../core/renewals/forecast.ts';
import { monthRules, type MonthRule } from '../../../core/renewals/months.ts';
import { renew } from '../../../core/renewals/renewal.ts';
import { law } from '../../support/law.ts';
import { day, euro, item, priceList } from '../../support/samples.ts';

const priced = (...items: readonly ReturnType<typeof item>[]) => pricedItems(items, priceList);
const [service] = priced(item('E', 'e-invoicing', 1, '15/03/2027'));
const renewals = (others: ReturnType<typeof priced>, until: string) => {
  if (service === undefined) throw new Error('The service is there');
  return futureRenewals({
    service,
    items: others,
    rule: 'started-month',
    vatBasisPoints: 2200,
    until: day(until),
    ordered: (expiry) => addDays(expiry, -15),
  });
};

test('one a year as long as the service expires before the end; scattered items pay their missing months once (E10)', () => {
  const others = priced(
    item('U', 'user', 3, '15/03/2027'),
    item('M', 'documents', 1, '15/03/2027'),
    item('V', 'user', 2, '24/11/2027'),
  );
  const found = renewals(others, '15/03/2029');
  expect(
    found.map(({ expiry, target, net, vat, gross }) => [expiry, target, euro(net), euro(vat), euro(gross)]),
  ).toEqual([
    ['2027-03-15', '2028-03-15', '67.77', '14.91', '82.68'],
    ['2028-03-15', '2029-03-15', '74.30', '16.35', '90.65'],
  ]);
  expect(renewals(others, '16/03/2029')).toHaveLength(3);
  expect(renewals(others, '15/03/2027')).toEqual([]);
});

test('what ends before the order is made has ended, and is not renewed', () => {
  const [before, on] = [
    priced(item('U', 'user', 3, '27/02/2027')),
    priced(item('U', 'user', 3, '28/02/2027')),
  ];
  expect(renewals(before, '16/03/2027').map(({ net }) => euro(net))).toEqual(['29.90']);
  expect(renewals(on, '16/03/2027').map(({ net }) => euro(net))).toEqual(['45.83']);
});

interface Case {
  readonly items: readonly AlignItem[];
  readonly rule: MonthRule;
}

/** An item with any anchor that its date allows. The last day of a short month allows more than one. */
const anyItem = fc
  .record({
    months: fc.nat(14),
    anchor: fc.integer({ min: 27, max: 31 }),
    quantity: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ months, anchor, quantity }) => ({
    quantity,
    anchor,
    expiry: addMonths(day('2027-01-31'), months, anchor),
  }));

const anyCase: fc.Arbitrary<Case> = fc
  .record({ rule: fc.constantFrom(...monthRules), parts: fc.array(anyItem, { minLength: 1, maxLength: 5 }) })
  .map(({ rule, parts }) => ({
    rule,
    items: pricedItems(
      parts.map(({ quantity, expiry, anchor }, index) =>
        item(`${index}`, index === 0 ? 'e-invoicing' : 'user', index === 0 ? 1 : quantity, expiry, anchor),
      ),
      priceList,
    ),
  }));

const inTime = (expiry: Day): Day => addDays(expiry, -15);
const until = day('2036-01-01');

/** One renewal after another, by the engine only. */
function stepByStep({ items, rule }: Case): readonly FutureRenewal[] {
  const found: FutureRenewal[] = [];
  let [base, ...others] = items;
  while (base !== undefined && base.expiry < until) {
    const { expiry, anchor } = base;
    const { target, lines } = renew({
      service: base,
      chosen: others.filter((one) => one.expiry >= inTime(expiry)),
      years: 1,
      rule,
    });
    const net = cents(lines.reduce((sum, line) => sum + line.net, 0));
    const vat = vatOf(net, 2200);
    found.push({ expiry, anchor, target, net, vat, gross: cents(net + vat), lines });
    [base, ...others] = lines.map(({ id, kind, quantity, yearly, newExpiry, newAnchor }) => ({
      id,
      kind,
      quantity,
      yearly,
      expiry: newExpiry,
      anchor: newAnchor,
    }));
  }
  return found;
}

const forecast = ({ items, rule }: Case): readonly FutureRenewal[] => {
  const [first, ...others] = items;
  return first === undefined
    ? []
    : futureRenewals({ service: first, items: others, rule, vatBasisPoints: 2200, until, ordered: inTime });
};

/** Days and amounts, and what of the lines explains them. A copied line keeps the days of its first year. */
const explained = (renewals: readonly FutureRenewal[]): unknown =>
  renewals.map(({ lines, ...renewal }) => ({
    ...renewal,
    lines: lines.map(({ id, kind, quantity, yearly, months, net }) => ({
      id,
      kind,
      quantity,
      yearly,
      months,
      net,
    })),
  }));

law(
  'years ahead are what one renewal after the other comes to, whatever dates and anchors the items have and whichever rule counts',
  {
    subject: forecast,
    // Wrong: everything has the same expiry from the first renewal on.
    wrong: (some) => {
      const [first, ...later] = stepByStep(some);
      return first === undefined
        ? []
        : [first, ...later.map((one) => ({ ...one, net: first.net, vat: first.vat, gross: first.gross }))];
    },
    given: anyCase,
    holds: (subject, some) => expect(explained(subject(some))).toEqual(explained(stepByStep(some))),
  },
);

test('two items of the last of February end together only if they are of the same day of the month', () => {
  const items = priced(item('E', 'e-invoicing', 1, '28/02/2027', 31), item('U', 'user', 1, '28/02/2027', 28));
  const found = forecast({ items, rule: 'started-month' });
  expect(explained(found)).toEqual(explained(stepByStep({ items, rule: 'started-month' })));
  // The user pays a thirteenth month once: its year ends a day before the service's, which is the 29th.
  expect(found.slice(0, 2).map(({ target, net }) => [target, euro(net)])).toEqual([
    ['2028-02-29', '35.21'],
    ['2029-02-28', '34.80'],
  ]);
});
