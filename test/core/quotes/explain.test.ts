// Every amount has a derivation as data, and the derivation leads to the amount.
import { describe, expect, test } from 'vitest';
import { cents, roundHalfUp } from '../../../core/kernel/cents.ts';
import {
  explainDiscount,
  explainGross,
  explainLine,
  explainNet,
  explainOrders,
  explainRenewals,
  explainPart,
  explainVat,
} from '../../../core/quotes/explain.ts';
import { addUsersFigures, firstPurchaseFigures, type Figures } from '../../../core/quotes/figures.ts';
import { monthRules, type MonthRule } from '../../../core/renewals/months.ts';
import { day, item, priceList, service } from '../../support/samples.ts';

const studio = service([
  item('E', 'e-invoicing', 1, '15/03/2027'),
  item('U', 'user', 3, '15/03/2027'),
  item('M', 'documents', 1, '15/03/2027'),
]);

function cart(rule: MonthRule, conventionCode: string | null = null): Figures {
  const quote = addUsersFigures({
    day: day('24/11/2026'),
    rule,
    priceList,
    service: studio,
    quantity: 2,
    modules: [],
    extension: true,
    offPolicy: 'own-year',
    conventionCode,
  });
  if (!quote.ok) throw new Error(quote.error.reason);
  return quote.value;
}

describe.each(monthRules)('by %s', (rule) => {
  const quote = cart(rule);
  test('the exact value of each line rounds to its amount', () => {
    for (const line of quote.lines) {
      const explanation = explainLine(line, quote);
      expect(explanation.kind === 'line' && roundHalfUp(explanation.exact)).toBe(line.net);
    }
  });
  test('the rule is named, and marked as the product’s own only where it is', () => {
    const extended = quote.lines[1];
    expect(extended && explainLine(extended, quote)).toMatchObject({
      basis: { kind: 'rule', rule, own: rule === 'started-month' },
    });
    const bought = quote.lines[0];
    expect(bought && explainLine(bought, quote)).toMatchObject({ basis: { kind: 'whole-years' } });
  });
  test('VAT and total', () => {
    const vat = explainVat(quote);
    expect(vat.kind === 'vat' && roundHalfUp(vat.exact)).toBe(quote.vat);
    expect(explainGross(quote)).toEqual({
      kind: 'gross',
      net: quote.net,
      vat: quote.vat,
      amount: quote.gross,
    });
  });
});

test('E1’s first extension line says all that it rests on', () => {
  const quote = cart('started-month');
  const line = quote.lines[1];
  expect(line && explainLine(line, quote)).toEqual({
    kind: 'line',
    item: 'e-invoicing',
    reason: 'extension',
    quantity: 1,
    yearly: 2990,
    priceListVersion: 'C6',
    from: '2027-03-15',
    to: '2027-11-24',
    apart: { months: 8, days: 9 },
    months: { num: 9, den: 1 },
    basis: { kind: 'rule', rule: 'started-month', own: true },
    promotion: null,
    exact: { num: 4485, den: 2 },
    amount: 2243,
  });
});

test('a promotion is part of the derivation', () => {
  const quote = firstPurchaseFigures({
    day: day('24/11/2026'),
    rule: 'started-month',
    priceList,
    kind: 'e-invoicing',
    quantity: 0,
    modules: [],
    years: 1,
    promotion: true,
  });
  if (!quote.ok) throw new Error(quote.error.reason);
  const line = quote.value.lines[0];
  // 1.00 for three months and 9/12 of 29.90: 1.00 + 22.425.
  expect(line && explainLine(line, quote.value)).toMatchObject({
    promotion: { months: 3, price: 100 },
    exact: { num: 4685, den: 2 },
    amount: 2343,
  });
});

test('a convention: a tenth of the list lines, one negative line, before VAT (C3)', () => {
  const quote = cart('started-month', 'ORDINE10');
  expect(explainDiscount(quote)).toMatchObject({
    code: 'ORDINE10',
    basisPoints: 1000,
    list: 5819,
    exact: { num: 5819, den: 10 },
    amount: -582,
  });
  expect([quote.net, quote.vat, quote.gross]).toEqual([5237, 1152, 6389]);
  expect(explainNet(quote)).toMatchObject({ discount: -582, amount: 5237 });
  expect(explainDiscount(cart('started-month'))).toBeNull();
});

test('a code that the price list does not know is refused', () => {
  const refused = addUsersFigures({
    day: day('24/11/2026'),
    rule: 'started-month',
    priceList,
    service: studio,
    quantity: 2,
    modules: [],
    extension: true,
    offPolicy: 'own-year',
    conventionCode: 'NESSUNO',
  });
  expect(refused).toEqual({ ok: false, error: { reason: 'unknown-convention', code: 'NESSUNO' } });
});

test('net amounts and VAT of several renewals add up', () => {
  const renewal = (holder: string, net: number, vat: number) => ({
    on: day('2027-02-01'),
    holder,
    net: cents(net),
    vat: cents(vat),
  });
  const renewals = [renewal('A', 3480, 766), renewal('B', 4460, 981)];
  expect(explainRenewals('vat', renewals)).toEqual({
    kind: 'renewals',
    of: 'vat',
    parts: [
      { on: '2027-02-01', holder: 'A', amount: 766 },
      { on: '2027-02-01', holder: 'B', amount: 981 },
    ],
    amount: 1747,
  });
  expect(explainRenewals('net', renewals).amount).toBe(7940);
});

test('the net is the sum of its parts; orders add up by holder', () => {
  const quote = cart('started-month');
  const net = explainNet(quote);
  expect(net.kind === 'net' && net.parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(quote.net);
  expect(explainPart(quote.lines.slice(1)).amount).toBe(4839);
  expect(
    explainOrders([
      { holder: 'A', gross: quote.gross },
      { holder: 'B', gross: quote.gross },
    ]),
  ).toEqual({
    kind: 'orders',
    parts: [
      { holder: 'A', amount: 7099 },
      { holder: 'B', amount: 7099 },
    ],
    amount: 14198,
  });
});
