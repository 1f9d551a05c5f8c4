// The services of the tests of purchases. Their expiries tell the month rules apart, or leave two of them.
import { publicPriceList } from '../../core/catalog/public-price-list.ts';
import { addDays, addMonths, romeDay, type Day } from '../../core/kernel/day.ts';
import { defaultOffPolicy } from '../../core/renewals/add-users.ts';
import { monthRules, type MonthRule } from '../../core/renewals/months.ts';
import { addUsersFigures } from '../../core/quotes/figures.ts';
import type { ServiceDetails } from '../../core/register/fields.ts';
import { registeredService } from '../../core/register/registered-service.ts';
import { foldService } from '../../core/register/fold.ts';
import { sampleVatCode } from '../../electron/simulator/sample/sample-vat-code.ts';

export const today = romeDay(Date.now());

const e1 = (expiry: Day) =>
  ({
    kind: 'e-invoicing',
    expiry,
    users: [{ quantity: 3, expiry: null }],
    modules: [{ kind: 'documents', expiry: null }],
  }) as const;

/** The gross totals of 2 more users for rule E1's service, by rule. */
export function totalsOf(expiry: Day): ReadonlyMap<MonthRule, number> {
  const facts = Object.entries(e1(expiry)).map(([field, value], at) => ({
    id: field,
    at,
    by: null,
    about: 's',
    field,
    value,
    asOf: today,
    source: { kind: 'typed' },
    evidence: null,
    corrects: null,
    reason: null,
    confirmed: true,
  }));
  const service = registeredService(foldService('s' as never, facts as never))?.service;
  return new Map(
    monthRules.map((rule) => {
      const figures = addUsersFigures({
        day: today,
        rule,
        priceList: publicPriceList,
        service: service as never,
        quantity: 2,
        modules: [],
        extension: true,
        offPolicy: defaultOffPolicy,
      });
      if (!figures.ok) throw new Error(figures.error.reason);
      return [rule, figures.value.gross];
    }),
  );
}

/** The rules that give the same total as `rule` for a service that ends on that day. */
function alike(expiry: Day, rule: MonthRule): readonly MonthRule[] {
  const totals = totalsOf(expiry);
  return monthRules.filter((one) => totals.get(one) === totals.get(rule));
}

/** The first expiry some months ahead on which `wanted` rules give what `rule` gives. */
function expiryWhere(rule: MonthRule, wanted: number): Day {
  for (let ahead = 200; ahead < 345; ahead += 1) {
    const expiry = addDays(today, ahead);
    if (alike(expiry, rule).length === wanted) return expiry;
  }
  throw new Error('No expiry tells the rules apart');
}

// Rule E1 has 8 whole months and a begun one: 64,42 by completed months.
const first = (() => {
  for (let day = 1; day < 28; day += 1) {
    const expiry = addDays(addMonths(addMonths(today, 12), -9), day);
    if (totalsOf(expiry).get('completed-month') === 6442 && alike(expiry, 'completed-month').length === 1)
      return expiry;
  }
  throw new Error('No expiry gives 64,42');
})();
export const expiryOfTwoRules = expiryWhere('actual-days', 2);
export const soon = addMonths(today, 2);
export const vat = (index: number): string => sampleVatCode(`02${String(34_252_000 + index * 7)}`);

export const services: readonly ServiceDetails[] = [
  { holder: 'Studio Marchetti', vatCode: vat(0), account: '8841207@aruba.it', ...e1(first) },
  { holder: 'Officine Rossi srl', vatCode: vat(1), account: '8841207@aruba.it', ...e1(expiryOfTwoRules) },
  { holder: 'Bar Centrale', vatCode: vat(2), account: '8841207@aruba.it', ...e1(first) },
  {
    holder: 'Rinnovo Uno srl',
    vatCode: vat(3),
    account: '8841207@aruba.it',
    kind: 'e-invoicing',
    expiry: soon,
  },
  {
    holder: 'Rinnovo Due srl',
    vatCode: vat(4),
    account: '8841207@aruba.it',
    kind: 'e-invoicing',
    expiry: soon,
  },
  {
    holder: 'Rinnovo Tre srl',
    vatCode: vat(5),
    account: '5550001@aruba.it',
    kind: 'receive-only',
    expiry: soon,
  },
];
