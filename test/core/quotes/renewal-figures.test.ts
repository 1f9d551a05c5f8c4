// Rules D3 to D5 by the same engine: renewal, reactivation in the grace period, items left out or reduced.
import { describe, expect, test } from 'vitest';
import type { ItemId } from '../../../core/kernel/id.ts';
import { quoteRenewal, type RenewalInput } from '../../../core/quotes/renewal-figures.ts';
import type { PanelUser } from '../../../core/services/service.ts';
import { day, euro, item, priceList, service } from '../../support/samples.ts';

const users: readonly PanelUser[] = [
  { username: 'aferri01', email: 'a.ferri@studiobianchi.example', permissions: ['read'] },
  { username: 'mdeluca01', email: 'm.deluca@studiobianchi.example', permissions: ['read'] },
];
const e10 = service(
  [
    item('E', 'e-invoicing', 1, '15/03/2027'),
    item('U', 'user', 3, '15/03/2027'),
    item('M', 'documents', 1, '15/03/2027'),
    item('U2', 'user', 2, '24/11/2027'),
  ],
  { users },
);
const usual: RenewalInput = {
  day: day('24/11/2026'),
  rule: 'started-month',
  priceList,
  service: e10,
  years: 1,
  leftOut: [],
  reduceTo: {},
};

function quoted(changes: Partial<RenewalInput> = {}) {
  const quote = quoteRenewal({ ...usual, ...changes });
  if (!quote.ok) throw new Error(quote.error.reason);
  return quote.value;
}
const refusal = (changes: Partial<RenewalInput>) => {
  const quote = quoteRenewal({ ...usual, ...changes });
  return quote.ok ? undefined : quote.error;
};
const totals = ({ net, vat, gross }: { net: number; vat: number; gross: number }) =>
  [net, vat, gross].map(euro);

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
  const shop = service([
    item('E', 'e-invoicing', 1, '15/03/2027'),
    item('M', 'documents', 1, '15/03/2027'),
    item('W', 'woocommerce', 1, '15/03/2027'),
  ]);
  expect(refusal({ service: shop, leftOut: ['M' as ItemId] })).toMatchObject({
    reason: 'module-needs',
    module: 'woocommerce',
    needs: 'documents',
  });
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
    expect(refusal({ reduceTo: { user: 1 } })).toEqual({
      reason: 'users-in-panel',
      configured: 2,
      wanted: 1,
      usernames: ['aferri01', 'mdeluca01'],
    });
  });
  test.each([6, -1, 1.5])('%s is out of range', (user) => {
    expect(refusal({ reduceTo: { user } })).toMatchObject({
      reason: 'reduction-out-of-range',
      kind: 'user',
      most: 5,
    });
  });
});

describe('years', () => {
  test.each([0, 11, 1.5, Number.NaN])('%s is refused', (years) => {
    expect(refusal({ years })).toEqual({ reason: 'years-out-of-range', most: 10 });
  });
  test('a promotional service renews for one or two', () => {
    const service = { ...e10, promotional: true };
    expect(refusal({ years: 3, service })).toEqual({ reason: 'years-out-of-range', most: 2 });
    expect(quoted({ years: 2, service }).target).toBe('2029-03-15');
  });
});

test('reactivation counts from the old expiry (D4); what had ended before the service is not renewed; after 90 days nothing is', () => {
  const gone = service([
    item('E', 'e-invoicing', 1, '02/11/2026'),
    item('U', 'user', 3, '02/11/2026'),
    item('old', 'user', 1, '01/06/2026'),
  ]);
  const quote = quoted({ service: gone });
  expect([quote.reason, quote.target, quote.lines.map((line) => line.id)]).toEqual([
    'reactivation',
    '2027-11-02',
    ['E', 'U'],
  ]);
  expect(refusal({ service: gone, day: day('31/01/2027') })).toBeUndefined();
  expect(refusal({ service: gone, day: day('01/02/2027') })).toEqual({ reason: 'service-deleted' });
});

test('a service that waits, or items that make no sense, are refused as data', () => {
  expect(refusal({ service: service([]) })).toEqual({ reason: 'service-not-active' });
  expect(
    refusal({ service: service([{ ...item('E', 'e-invoicing', 1, '15/03/2027'), quantity: 0 }]) }),
  ).toEqual({
    reason: 'bad-item',
    id: 'E',
    field: 'quantity',
  });
});

test('a panel with more users than are bought is no obstacle to renewing as it is, only to having fewer still', () => {
  const crowded = {
    ...e10,
    users: Array.from({ length: 9 }, (_, index): PanelUser => ({
      username: `user000${index}`,
      email: '',
      permissions: ['read'],
    })),
  };
  expect(refusal({ service: crowded })).toBeUndefined();
  expect(refusal({ service: crowded, reduceTo: { user: 5 } })).toBeUndefined();
  expect(refusal({ service: crowded, reduceTo: { user: 4 } })).toMatchObject({
    reason: 'users-in-panel',
    configured: 9,
    wanted: 4,
  });
});

test('leaving a group out counts as having fewer users', () => {
  expect(refusal({ leftOut: ['U2' as ItemId] })).toBeUndefined();
  expect(refusal({ leftOut: ['U' as ItemId] })).toBeUndefined();
  expect(refusal({ leftOut: ['U' as ItemId, 'U2' as ItemId] })).toMatchObject({
    reason: 'users-in-panel',
    configured: 2,
    wanted: 0,
  });
});

test('extra GB can be fewer too, and users in the panel do not matter to them', () => {
  const large = service([...e10.items, item('GB', 'extra-gb', 4, '15/03/2027')], { users });
  expect(
    quoted({ service: large, reduceTo: { 'extra-gb': 1 } }).lines.find(({ id }) => id === 'GB')?.quantity,
  ).toBe(1);
  expect(quoted({ service: large, reduceTo: { 'extra-gb': 0 } }).lines.map(({ id }) => id)).toEqual([
    'E',
    'U',
    'M',
    'U2',
  ]);
  expect(refusal({ service: large, reduceTo: { 'extra-gb': 5 } })).toEqual({
    reason: 'reduction-out-of-range',
    kind: 'extra-gb',
    least: 0,
    most: 4,
  });
});

test('a module that is paid beyond the renewal may be left out: what needs it goes on working', () => {
  const shop = service([
    item('E', 'e-invoicing', 1, '15/03/2027'),
    item('M', 'documents', 1, '15/03/2028'),
    item('W', 'woocommerce', 1, '15/03/2027'),
  ]);
  expect(quoted({ service: shop, leftOut: ['M' as ItemId] }).lines.map(({ id }) => id)).toEqual(['E', 'W']);
});

test('29 February and the 31st come back: the renewal ends on the anchor of the service', () => {
  const leap = service([
    item('E', 'e-invoicing', 1, '28/02/2027', 29),
    item('U', 'user', 1, '28/02/2027', 31),
  ]);
  const quote = quoted({ service: leap });
  expect([quote.target, quote.lines.map(({ newAnchor }) => newAnchor)]).toEqual(['2028-02-29', [29, 29]]);
  expect(quote.lines.map(({ basis }) => basis)).toEqual(['whole-years', 'rule']);
});

test('a renewal that would end after 2100, and an unknown convention code, are refused as data', () => {
  const late = service([item('E', 'e-invoicing', 1, '01/06/2096')]);
  expect(refusal({ service: late, day: day('01/05/2096'), years: 4 })).toBeUndefined();
  expect(refusal({ service: late, day: day('01/05/2096'), years: 5 })).toEqual({
    reason: 'bad-item',
    id: 'E',
    field: 'newExpiry',
  });
  expect(refusal({ conventionCode: 'NESSUNO' })).toEqual({ reason: 'unknown-convention', code: 'NESSUNO' });
  expect(quoted({ conventionCode: 'ORDINE10' }).discount).toMatchObject({ code: 'ORDINE10', net: -678 });
});

test('a service whose first order waits for payment is not renewed', () => {
  expect(refusal({ service: { ...e10, state: 'awaiting-payment' } })).toEqual({
    reason: 'service-not-active',
  });
});
