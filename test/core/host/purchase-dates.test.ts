// The days of a purchase, and the dates that its activation makes (rules D3, D4, D6, K).
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../core/kernel/day.ts';
import type { CartId, PurchaseId, ServiceId } from '../../../core/kernel/id.ts';
import { asksAgain } from '../../../core/purchases/fold.ts';
import { lineKey } from '../../../core/quotes/figures.ts';
import { memoryDisk } from '../../support/crashing-disk.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { e1, openOwn, service, stateOf, submit, today } from '../../support/own-host.ts';
import { happened, orderE1, ordered, preparedE1, purchaseIn, refusal } from '../../support/purchase-desk.ts';

const day = (text: string): Day => text as Day;

describe('days', () => {
  test('nothing happens before what came first, nor tomorrow', () => {
    const host = openOwn(memoryDisk());
    const id = orderE1(host);
    expect(refusal(host, happened(id, { kind: 'paid', day: day('2026-11-23') }))).toBe('purchase-day');
    expect(refusal(host, happened(id, { kind: 'paid', day: day('2026-11-25') }))).toBe('purchase-day');
    submit(host, happened(id, { kind: 'paid', day: today }));
    const [, , , , order] = purchaseIn(host, id).events;
    const wrong = { ...ordered('50012346'), day: day('2026-11-25') };
    expect(
      refusal(host, {
        type: 'purchase/correct',
        purchaseId: id,
        eventId: order?.id as never,
        what: wrong,
        reason: 'letto male',
      }),
    ).toBe('purchase-day');
  });

  test('an order of the next day has the next day’s dates (rule D6)', () => {
    const clock = fakeClock();
    const host = openOwn(memoryDisk(), 1, clock);
    const id = preparedE1(host);
    clock.advance(86_400_000);
    submit(host, happened(id, { kind: 'unsure', day: day('2026-11-25') }));
    submit(host, happened(id, ordered('1', day('2026-11-25'))));
    submit(host, happened(id, { kind: 'paid', day: day('2026-11-25') }));
    submit(host, {
      type: 'purchase/activate',
      purchaseId: id,
      day: day('2026-11-25'),
      expiries: [],
      automaticRenewal: null,
    });
    const [bought] = stateOf(host).replica.services.values();
    expect(bought?.items[0]?.expiry).toBe('2027-11-25');
  });
});

test('whether an unclear order went through is asked again after two days', () => {
  const clock = fakeClock();
  const host = openOwn(memoryDisk(), 1, clock);
  const id = preparedE1(host);
  submit(host, happened(id, { kind: 'unsure', day: today }));
  expect(asksAgain(purchaseIn(host, id), today)).toBe(false);
  expect(asksAgain(purchaseIn(host, id), day('2026-11-25'))).toBe(false);
  expect(asksAgain(purchaseIn(host, id), day('2026-11-26'))).toBe(true);
  clock.advance(2 * 86_400_000);
  submit(host, happened(id, { kind: 'still-unsure', day: day('2026-11-26') }));
  expect(asksAgain(purchaseIn(host, id), day('2026-11-27'))).toBe(false);
  expect(asksAgain(purchaseIn(host, id), day('2026-11-28'))).toBe(true);
});

test('a reactivation in grace runs from the old expiry, and pieces left out keep their own date', () => {
  const host = openOwn(memoryDisk());
  submit(
    host,
    service({
      ...e1,
      expiry: '2026-11-01',
      users: [
        { quantity: 2, expiry: '2026-11-01' },
        { quantity: 3, expiry: '2027-05-10' },
      ],
      modules: [{ kind: 'documents', expiry: '2026-11-01' }],
    }),
  );
  const [serviceId = '' as ServiceId] = stateOf(host).replica.services.keys() as Iterable<ServiceId>;
  const cartId = submit(host, { type: 'cart/open-renewal', serviceId }).carts?.[0] as CartId;
  const documents = [...stateOf(host).replica.services.values()][0]?.items.find(
    ({ kind }) => kind === 'documents',
  );
  submit(host, { type: 'cart/leave-out', cartId, itemId: documents?.id as never, leftOut: true });
  const id = submit(host, { type: 'purchase/prepare', cartId }).purchases?.[0] as PurchaseId;
  submit(host, happened(id, { kind: 'unsure', day: today }));
  submit(host, happened(id, ordered()));
  submit(host, happened(id, { kind: 'paid', day: today }));
  submit(host, {
    type: 'purchase/activate',
    purchaseId: id,
    day: today,
    expiries: [],
    automaticRenewal: null,
  });
  const [renewed] = stateOf(host).replica.services.values();
  expect(renewed?.items.map(({ kind, quantity, expiry }) => [kind, quantity, expiry])).toEqual([
    ['e-invoicing', 1, '2027-11-01'],
    ['user', 5, '2027-11-01'],
    ['documents', 1, '2026-11-01'],
  ]);
});

test('a date that Aruba shows differently counts, line by line', () => {
  const host = openOwn(memoryDisk());
  const id = orderE1(host);
  submit(host, happened(id, { kind: 'paid', day: today }));
  const [first] = purchaseIn(host, id).record.revision.quote.lines;
  submit(host, {
    type: 'purchase/activate',
    purchaseId: id,
    day: today,
    expiries: [{ line: lineKey(first as never), expiry: day('2027-11-30') }],
    automaticRenewal: null,
  });
  const [bought] = stateOf(host).replica.services.values();
  expect(
    bought?.items.filter(({ kind }) => kind === 'user').map(({ quantity, expiry }) => [quantity, expiry]),
  ).toEqual([
    [3, '2027-11-24'],
    [2, '2027-11-30'],
  ]);
});
