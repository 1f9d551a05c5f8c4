// Rules D3 to D5 through the one engine: renewal, reactivation in grace, items left out or reduced.
import { describe, expect, test } from 'vitest';
import type { ItemId } from '../../../core/kernel/id.ts';
import { quoteRenewal, type RenewalInput } from '../../../core/quotes/quote-renewal.ts';
import { day, euro, item, priceList, service } from '../../support/samples.ts';

const users = [
  { username: 'aferri01', email: 'a.ferri@studiobianchi.example' },
  { username: 'mdeluca01', email: 'm.deluca@studiobianchi.example' },
];
const e10 = service(
  [item('E', 'e-invoicing', 1, '15/03/2027'), item('U', 'user', 3, '15/03/2027'), item('M', 'documents', 1, '15/03/2027'), item('U2', 'user', 2, '24/11/2027')],
  { users },
);
const usual: RenewalInput = { day: day('24/11/2026'), rule: 'started-month', priceList, service: e10, years: 1, promotional: false, leftOut: [], reduceTo: {} };

function quoted(changes: Partial<RenewalInput> = {}) {
  const quote = quoteRenewal({ ...usual, ...changes });
  if (!quote.ok) throw new Error(quote.error.reason);
  return quote.value;
}
const refusal = (changes: Partial<RenewalInput>) => {
  const quote = quoteRenewal({ ...usual, ...changes });
  return quote.ok ? undefined : quote.error;
};
const totals = ({ net, vat, gross }: { net: number; vat: number; gross: number }) => [net, vat, gross].map(euro);

test('E10: one year, everything to 15/03/2028, the later users their four months', () => {
  const quote = quoted();
  expect(quote.lines.map((line) => euro(line.net))).toEqual(['29.90', '14.70', '19.90', '3.27']);
  expect(new Set(quote.lines.map((line) => line.newExpiry))).toEqual(new Set(['2028-03-15']));
  expect(totals(quote)).toEqual(['67.77', '14.91', '82.68']);
  expect(quote.reason).toBe('renewal');
});

test('E12: three years, aligned items pay exactly three years', () => {
  const aligned = service(e10.items.slice(0, 3));
  expect(totals(quoted({ service: aligned, years: 3 }))).toEqual(['193.50', '42.57', '236.07']);
});

test('an item left out is not in the quote; the service itself cannot be', () => {
  expect(quoted({ leftOut: ['M' as ItemId] }).lines.map((line) => line.id)).toEqual(['E', 'U', 'U2']);
  expect(refusal({ leftOut: ['E' as ItemId] })).toEqual({ reason: 'service-left-out' });
  expect(refusal({ leftOut: ['X' as ItemId] })).toMatchObject({ reason: 'bad-item', id: 'X' });
});

test('a module that another one needs cannot be left out alone', () => {
  const shop = service([item('E', 'e-invoicing', 1, '15/03/2027'), item('M', 'documents', 1, '15/03/2027'), item('W', 'woocommerce', 1, '15/03/2027')]);
  expect(refusal({ service: shop, leftOut: ['M' as ItemId] })).toMatchObject({ reason: 'module-needs', module: 'woocommerce', needs: 'documents' });
  expect(quoted({ service: shop, leftOut: ['M' as ItemId, 'W' as ItemId] }).lines).toHaveLength(1);
});

describe('fewer users (D5)', () => {
  test('they go from the group that ends last', () => {
    expect(quoted({ reduceTo: { user: 2 } }).lines.map(({ id, quantity }) => [id, quantity])).toEqual([
      ['E', 1],
      ['U', 2],
      ['M', 1],
    ]);
  });
  test('never fewer than the panel has, and the refusal names them', () => {
    expect(refusal({ reduceTo: { user: 1 } })).toEqual({ reason: 'users-in-panel', configured: 2, wanted: 1, usernames: ['aferri01', 'mdeluca01'] });
  });
  test.each([6, -1, 1.5])('%s is out of range', (user) => {
    expect(refusal({ reduceTo: { user } })).toMatchObject({ reason: 'reduction-out-of-range', kind: 'user', most: 5 });
  });
});

describe('years', () => {
  test.each([0, 11, 1.5, Number.NaN])('%s is refused', (years) => {
    expect(refusal({ years })).toEqual({ reason: 'years-out-of-range', most: 10 });
  });
  test('a promotional service renews for one or two', () => {
    expect(refusal({ years: 3, promotional: true })).toEqual({ reason: 'years-out-of-range', most: 2 });
    expect(quoted({ years: 2, promotional: true }).target).toBe('2029-03-15');
  });
});

test('reactivation counts from the old expiry (D4); what had ended before the service is not renewed; after 90 days nothing is', () => {
  const gone = service([item('E', 'e-invoicing', 1, '02/11/2026'), item('U', 'user', 3, '02/11/2026'), item('old', 'user', 1, '01/06/2026')]);
  const quote = quoted({ service: gone });
  expect([quote.reason, quote.target, quote.lines.map((line) => line.id)]).toEqual(['reactivation', '2027-11-02', ['E', 'U']]);
  expect(refusal({ service: gone, day: day('31/01/2027') })).toBeUndefined();
  expect(refusal({ service: gone, day: day('01/02/2027') })).toEqual({ reason: 'service-deleted' });
});

test('a service that waits, or items that make no sense, are refused as data', () => {
  expect(refusal({ service: service([]) })).toEqual({ reason: 'service-not-active' });
  expect(refusal({ service: service([{ ...item('E', 'e-invoicing', 1, '15/03/2027'), quantity: 0 }]) })).toEqual({
    reason: 'bad-item',
    id: 'E',
    field: 'quantity',
  });
});
