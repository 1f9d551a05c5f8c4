// Rules E1 to E12: every worked example, to the cent, by the program's own functions.
import { describe, expect, test } from 'vitest';
import { price } from '../../../core/quotes/price.ts';
import { addUsersFigures, firstPurchaseFigures, type Figures } from '../../../core/quotes/figures.ts';
import type { OffPolicy } from '../../../core/renewals/add-users.ts';
import type { AlignItem } from '../../../core/renewals/align.ts';
import type { MonthRule } from '../../../core/renewals/months.ts';
import { renew } from '../../../core/renewals/renewal.ts';
import type { ServiceItem } from '../../../core/services/service.ts';
import { day, euro, item, priceList, service } from '../../support/samples.ts';

const E = (expiry: string) => item('E', 'e-invoicing', 1, expiry);
const U = (quantity: number, expiry: string, id = 'U') => item(id, 'user', quantity, expiry);
const M = (expiry: string) => item('M', 'documents', 1, expiry);
const all = [E('15/03/2027'), U(3, '15/03/2027'), M('15/03/2027')];

interface Case {
  readonly on: string;
  readonly users: number;
  readonly items: readonly ServiceItem[];
  readonly rule?: MonthRule;
  readonly extension?: boolean;
  readonly offPolicy?: OffPolicy;
}

function addUsers({
  on,
  users,
  items,
  rule = 'started-month',
  extension = true,
  offPolicy = 'own-year',
}: Case): Figures {
  const quote = addUsersFigures({
    day: day(on),
    rule,
    priceList,
    service: service(items),
    quantity: users,
    modules: [],
    extension,
    offPolicy,
  });
  if (!quote.ok) throw new Error(quote.error.reason);
  return quote.value;
}

const nets = (quote: Pick<Figures, 'lines'>): string[] => quote.lines.map((line) => euro(line.net));
const totals = (quote: Pick<Figures, 'net' | 'vat' | 'gross'>): string[] =>
  [quote.net, quote.vat, quote.gross].map(euro);
const months = (quote: Pick<Figures, 'lines'>): number[] =>
  quote.lines.map((line) => line.months.num / line.months.den);
const ends = (quote: Pick<Figures, 'lines'>): string[] => quote.lines.map((line) => line.newExpiry);

describe('additional users (D1)', () => {
  test('E1 extension on: everything to 24/11/2027', () => {
    const quote = addUsers({ on: '24/11/2026', users: 2, items: all });
    expect(nets(quote)).toEqual(['9.80', '22.43', '11.03', '14.93']);
    expect(months(quote)).toEqual([12, 9, 9, 9]);
    expect(ends(quote)).toEqual(Array.from({ length: 4 }, () => '2027-11-24'));
    expect(totals(quote)).toEqual(['58.19', '12.80', '70.99']);
    expect(quote.lines.map((line) => line.reason)).toEqual(['bought', 'extension', 'extension', 'extension']);
  });

  test.each([
    ['E2', 'completed-month', ['9.80', '19.93', '9.80', '13.27'], ['52.80', '11.62', '64.42']],
    ['E3', 'actual-days', ['9.80', '20.68', '10.17', '13.76'], ['54.41', '11.97', '66.38']],
    ['E3', 'thirty-360', ['9.80', '20.68', '10.17', '13.76'], ['54.41', '11.97', '66.38']],
    ['E4', 'actual-365', ['9.80', '20.81', '10.23', '13.85'], ['54.69', '12.03', '66.72']],
  ] as const)('%s as E1 by %s', (_, rule, lines, sums) => {
    const quote = addUsers({ on: '24/11/2026', users: 2, items: all, rule });
    expect(nets(quote)).toEqual(lines);
    expect(totals(quote)).toEqual(sums);
  });

  test('E5 extension off, own-year: only the new users, to 24/11/2027', () => {
    const quote = addUsers({ on: '24/11/2026', users: 2, items: all, extension: false });
    expect([nets(quote), ends(quote), quote.lines[0]?.lost]).toEqual([['9.80'], ['2027-11-24'], null]);
    expect(totals(quote)).toEqual(['9.80', '2.16', '11.96']);
  });

  test('E6 extension off, until-service-expiry: the users end on 15/03/2027, 8 months and 9 days are lost', () => {
    const quote = addUsers({
      on: '24/11/2026',
      users: 2,
      items: all,
      extension: false,
      offPolicy: 'until-service-expiry',
    });
    expect([nets(quote), ends(quote), quote.lines[0]?.lost]).toEqual([
      ['9.80'],
      ['2027-03-15'],
      { months: 8, days: 9 },
    ]);
    expect(totals(quote)).toEqual(['9.80', '2.16', '11.96']);
  });

  test('E7 a user that already ends on the target is listed with 0 months and unchanged', () => {
    const quote = addUsers({ on: '31/08/2026', users: 1, items: [E('28/02/2027'), U(1, '31/08/2027')] });
    expect(nets(quote)).toEqual(['4.90', '17.44', '0.00']);
    expect(months(quote)).toEqual([12, 7, 0]);
    expect(ends(quote)).toEqual(['2027-08-31', '2027-08-31', '2027-08-31']);
    expect(totals(quote)).toEqual(['22.34', '4.91', '27.25']);
  });

  test('E8 from 28/02/2027 to 28/02/2028', () => {
    const quote = addUsers({ on: '28/02/2027', users: 4, items: [E('31/08/2027')] });
    expect(nets(quote)).toEqual(['19.60', '14.95']);
    expect(months(quote)).toEqual([12, 6]);
    expect(quote.target).toBe('2028-02-28');
    expect(totals(quote)).toEqual(['34.55', '7.60', '42.15']);
  });

  test('E9 users that end later stay as they are', () => {
    const quote = addUsers({ on: '24/11/2026', users: 1, items: [E('15/03/2027'), U(5, '10/01/2028')] });
    expect(nets(quote)).toEqual(['4.90', '22.43', '0.00']);
    expect(ends(quote)).toEqual(['2027-11-24', '2027-11-24', '2028-01-10']);
    expect(totals(quote)).toEqual(['27.33', '6.01', '33.34']);
  });
});

describe('renewal (D3)', () => {
  const priced = ({ yearly: _, ...rest }: ServiceItem & { readonly yearly?: number }): AlignItem => ({
    ...rest,
    yearly: priceList.yearly[rest.kind],
  });

  function renewal(chosen: readonly ServiceItem[], years: number, rule: MonthRule = 'started-month') {
    const { target, lines } = renew({
      service: priced(E('15/03/2027')),
      chosen: chosen.map(priced),
      years,
      rule,
    });
    return { target, ...price({ lines, vatBasisPoints: priceList.vatBasisPoints }) };
  }

  test('E10 one year after E5: two users pay 4 months, all to 15/03/2028', () => {
    const { target, lines, ...sums } = renewal(
      [U(3, '15/03/2027'), M('15/03/2027'), U(2, '24/11/2027', 'U2')],
      1,
    );
    expect(lines.map((line) => euro(line.net))).toEqual(['29.90', '14.70', '19.90', '3.27']);
    expect(lines.map((line) => ('newExpiry' in line ? line.newExpiry : null))).toEqual(
      Array.from({ length: 4 }, () => '2028-03-15'),
    );
    expect(target).toBe('2028-03-15');
    expect(totals(sums)).toEqual(['67.77', '14.91', '82.68']);
  });

  test('E12 three years', () => {
    const { target, lines, ...sums } = renewal([U(3, '15/03/2027'), M('15/03/2027')], 3);
    expect(lines.map((line) => euro(line.net))).toEqual(['89.70', '44.10', '59.70']);
    expect(target).toBe('2030-03-15');
    expect(totals(sums)).toEqual(['193.50', '42.57', '236.07']);
  });

  test('an aligned renewal is whole years whatever the rule, also over a leap day', () => {
    for (const rule of [
      'started-month',
      'completed-month',
      'actual-days',
      'actual-365',
      'thirty-360',
    ] as const) {
      const { lines } = renewal([U(3, '15/03/2027'), M('15/03/2027')], 1, rule);
      expect(lines.map((line) => euro(line.net))).toEqual(['29.90', '14.70', '19.90']);
    }
  });
});

describe('first purchase (D2)', () => {
  const first = (years: number, promotion: boolean) =>
    firstPurchaseFigures({
      day: day('24/11/2026'),
      rule: 'started-month',
      priceList,
      kind: 'e-invoicing',
      quantity: 4,
      modules: ['documents'],
      years,
      promotion,
    });

  test('E11 two years, no promotion', () => {
    const quote = first(2, false);
    if (!quote.ok) throw new Error(quote.error.reason);
    expect(nets(quote.value)).toEqual(['59.80', '39.20', '39.80']);
    expect(totals(quote.value)).toEqual(['138.80', '30.54', '169.34']);
    expect(quote.value.target).toBe('2028-11-24');
  });

  test('on promotion the first 3 months of the service cost 1.00 in all', () => {
    const quote = first(1, true);
    if (!quote.ok) throw new Error(quote.error.reason);
    expect(nets(quote.value)).toEqual(['23.43', '19.60', '19.90']);
  });

  test('the promotion is for 1 or 2 years, the purchase for 1 to 10', () => {
    expect(first(3, true)).toEqual({ ok: false, error: { reason: 'years-out-of-range', most: 2 } });
    for (const years of [0, 11, 1.5])
      expect(first(years, false)).toEqual({ ok: false, error: { reason: 'years-out-of-range', most: 10 } });
    expect([first(10, false).ok, first(2, true).ok]).toEqual([true, true]);
  });
});

describe('convention code (C3)', () => {
  test('a percentage of the list lines, rounded half up, as one negative line before VAT', () => {
    const { net, vat, gross, lines } = price({
      lines: addUsers({ on: '24/11/2026', users: 2, items: all }).lines,
      vatBasisPoints: 2200,
      discountBasisPoints: 1000,
    });
    expect(lines.at(-1)).toEqual({ kind: 'discount', basisPoints: 1000, net: -582 });
    expect([net, vat, gross].map(euro)).toEqual(['52.37', '11.52', '63.89']);
  });
});
