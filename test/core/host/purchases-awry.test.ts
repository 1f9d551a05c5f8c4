// Purchases whose world changed between two steps, on the real host (rule K).
import { describe, expect, test } from 'vitest';
import { unexplainedDifferences } from '../../../core/desk/purchases/differences.ts';
import { findings } from '../../../core/desk/purchases/findings.ts';
import { overtaken } from '../../../core/desk/purchases/overtaken.ts';
import { awaitsPayment, orderViews } from '../../../core/desk/pending/order-views.ts';
import { recordableSchema } from '../../../core/desk/rows/purchase-rows.ts';
import { workspaceSchemas } from '../../../core/desk/rows/tables.ts';
import type { Host } from '../../../core/host/host.ts';
import type { Day } from '../../../core/kernel/day.ts';
import type { CartId, ClientId, PurchaseId, ServiceId } from '../../../core/kernel/id.ts';
import { memoryDisk } from '../../support/crashing-disk.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { e1, openOwn, service, stateOf, submit, today } from '../../support/own-host.ts';
import {
  compared,
  happened,
  orderE1,
  ordered,
  preparedE1,
  purchaseIn,
  refusal,
} from '../../support/purchase-desk.ts';

const dayLong = 86_400_000;
const tomorrow = '2026-11-25' as Day;

const itemsOf = (host: Host) =>
  [...stateOf(host).replica.services.values()].flatMap(({ items }) =>
    items.map(({ kind, quantity, expiry }) => [kind, quantity, expiry]),
  );

const activate = (host: Host, purchaseId: PurchaseId, day: Day = today) =>
  submit(host, { type: 'purchase/activate', purchaseId, day, expiries: [], automaticRenewal: null });

/** A host, and what moves its days. */
function openMoving() {
  const clock = fakeClock();
  const disk = memoryDisk();
  return { disk, host: openOwn(disk, 1, clock), later: (days: number) => clock.advance(days * dayLong) };
}

/** What 2 users cost for the service of rule E1 on a day, as a purchase that was prepared on it says. */
function grossOn(days: number): number {
  const { host, later } = openMoving();
  later(days);
  submit(host, { ...service(e1), asOf: stateOf(host).today } as never);
  const [serviceId = '' as ServiceId] = stateOf(host).replica.services.keys() as Iterable<ServiceId>;
  const cartId = submit(host, { type: 'cart/open', serviceId }).carts?.[0] as CartId;
  submit(host, { type: 'cart/quantity', cartId, quantity: 2 });
  const id = submit(host, { type: 'purchase/prepare', cartId }).purchases?.[0] as PurchaseId;
  return purchaseIn(host, id).record.revision.quote.gross;
}

/** Prepared and compared as expected on the first day, ordered so many days later. */
function orderedLater(days: number) {
  const moving = openMoving();
  const id = preparedE1(moving.host);
  submit(moving.host, happened(id, { kind: 'composed' }));
  submit(moving.host, happened(id, compared(7099)));
  moving.later(days);
  submit(moving.host, happened(id, ordered('50012345', stateOf(moving.host).today)));
  return { ...moving, id };
}

describe('an order made days after the cart was compared', () => {
  // Until 15/03/2027 the months of an order change on the 16th.
  const days = 25;

  test('costs something else than on the day of the comparison', () => {
    expect([grossOn(0), grossOn(days)]).toEqual([7099, expect.not.toSatisfy((gross) => gross === 7099)]);
  });

  test('the comparison was right on its own day: there is no unexplained difference', () => {
    const { host } = orderedLater(days);
    expect(unexplainedDifferences(stateOf(host))).toEqual([]);
  });

  test('and it is evidence for the rule that gave it, on the day on which it was seen', () => {
    const { host } = orderedLater(days);
    const [finding] = findings(stateOf(host));
    expect(finding?.fits.map(({ rule }) => rule)).toContain('started-month');
  });

  test('a total that nobody typed is the one of the day of the order', () => {
    const { host, later } = openMoving();
    const id = preparedE1(host);
    submit(host, happened(id, { kind: 'unsure', day: today }));
    later(days);
    submit(host, happened(id, ordered('50012345', stateOf(host).today)));
    expect(orderViews(stateOf(host))[0]?.gross).toBe(grossOn(days));
  });
});

test('an order whose day is corrected to before the comparison: the total can still be corrected', () => {
  const { host, later } = openMoving();
  const id = preparedE1(host);
  submit(host, happened(id, { kind: 'composed' }));
  later(1);
  submit(host, happened(id, { ...compared(7099), day: tomorrow }));
  submit(host, happened(id, ordered('50012345', today)));
  const wrong = purchaseIn(host, id).events.find(({ what }) => what.kind === 'compared');
  expect(
    refusal(host, {
      type: 'purchase/correct',
      purchaseId: id,
      eventId: wrong?.id as never,
      what: { ...compared(6442), day: tomorrow },
      reason: 'letto male',
    }),
  ).toBeUndefined();
});

test('an order found in a time that cannot be priced becomes active all the same', () => {
  const { host, later } = openMoving();
  const id = preparedE1(host);
  submit(host, happened(id, { kind: 'unsure', day: today }));
  // The expiry was known wrongly: by the register the service is in its grace by now.
  later(120);
  const now = stateOf(host).today;
  submit(host, happened(id, ordered('50012345', now)));
  submit(host, happened(id, { kind: 'paid', day: now }));
  activate(host, id, now);
  expect(purchaseIn(host, id).state).toBe('active');
  expect(itemsOf(host)).toContainEqual(['user', 5, '2027-11-24']);
});

test('an expiry in dispute does not make the users forgotten that were there before', () => {
  const host = openOwn(memoryDisk());
  submit(host, service(e1));
  const [about = '' as ServiceId] = stateOf(host).replica.services.keys() as Iterable<ServiceId>;
  const cartId = submit(host, { type: 'cart/open', serviceId: about }).carts?.[0] as CartId;
  submit(host, { type: 'cart/quantity', cartId, quantity: 2 });
  submit(host, { type: 'cart/extension', cartId, on: false });
  const id = submit(host, { type: 'purchase/prepare', cartId }).purchases?.[0] as PurchaseId;
  submit(host, happened(id, { kind: 'unsure', day: today }));
  submit(host, service({ expiry: '2027-04-15' }, about, { kind: 'sheet', file: 'a.csv', row: 2 }));
  expect(itemsOf(host)).toEqual([]);
  submit(host, happened(id, ordered()));
  submit(host, happened(id, { kind: 'paid', day: today }));
  activate(host, id);
  const known = stateOf(host).workspace.facts.values();
  const users = [...known].findLast(({ field }) => field === 'users')?.value;
  expect(users).toEqual([
    { quantity: 3, expiry: '2027-03-15' },
    { quantity: 2, expiry: expect.any(String) },
  ]);
});

test('an order for a service that the firm stops looking after becomes active all the same', () => {
  const host = openOwn(memoryDisk());
  const id = orderE1(host);
  submit(host, happened(id, { kind: 'paid', day: today }));
  const [about = '' as ServiceId] = stateOf(host).replica.services.keys() as Iterable<ServiceId>;
  submit(host, service({ followed: false }, about));
  expect(stateOf(host).replica.services.size).toBe(0);
  activate(host, id);
  expect(purchaseIn(host, id).state).toBe('active');
  submit(host, service({ followed: true }, about));
  expect(itemsOf(host)).toEqual([
    ['e-invoicing', 1, '2027-11-24'],
    ['user', 5, '2027-11-24'],
    ['documents', 1, '2027-11-24'],
  ]);
});

test('data of a day after the activation count, and the purchase says so', () => {
  const { host, later } = openMoving();
  const id = orderE1(host);
  submit(host, happened(id, { kind: 'paid', day: today }));
  later(2);
  const [serviceId = '' as ServiceId] = stateOf(host).replica.services.keys() as Iterable<ServiceId>;
  submit(host, { type: 'register/recheck', serviceId, asOf: stateOf(host).today });
  activate(host, id, tomorrow);
  expect(overtaken(stateOf(host), purchaseIn(host, id))).toEqual(
    expect.arrayContaining([{ field: 'expiry', asOf: '2026-11-26' }]),
  );
  // What is recorded later is news, not a contradiction.
  later(1);
  submit(host, { ...service({ expiry: '2027-11-24' }, serviceId), asOf: stateOf(host).today } as never);
  expect(overtaken(stateOf(host), purchaseIn(host, id)).map(({ field }) => field)).not.toContain('expiry');
});

test('a first purchase whose service was registered by hand meanwhile is not counted twice', () => {
  const host = openOwn(memoryDisk());
  submit(host, { type: 'client/add', name: 'Nuova srl', vatCode: '02342520158' });
  const [clientId = '' as ClientId] = stateOf(host).workspace.clients.keys() as Iterable<ClientId>;
  const cartId = submit(host, { type: 'cart/open-first', clientId, serviceKind: 'e-invoicing' })
    .carts?.[0] as CartId;
  submit(host, { type: 'cart/quantity', cartId, quantity: 2 });
  const id = submit(host, { type: 'purchase/prepare', cartId }).purchases?.[0] as PurchaseId;
  submit(host, happened(id, { kind: 'unsure', day: today }));
  submit(host, happened(id, ordered()));
  submit(host, happened(id, { kind: 'paid', day: today }));
  submit(
    host,
    service({
      holder: 'Nuova srl',
      vatCode: '02342520158',
      kind: 'e-invoicing',
      expiry: '2027-11-24',
      users: [{ quantity: 2, expiry: null }],
      space: [{ quantity: 1, expiry: null }],
    }),
  );
  activate(host, id);
  expect(stateOf(host).replica.services.size).toBe(1);
  expect(itemsOf(host)).toEqual([
    ['e-invoicing', 1, '2027-11-24'],
    ['user', 2, '2027-11-24'],
    ['extra-gb', 1, '2027-11-24'],
  ]);
});

describe('order numbers as Aruba may write them', () => {
  const written = (number: string) => recordableSchema.safeParse(ordered(number));
  const told = (number: string) =>
    workspaceSchemas.told.safeParse({ id: `unpaid ${number}`, kind: 'unpaid', on: today, days: 7 });

  test.each(['OV 50/2', '000123', 'è-Ω_№ 7', '=1+1', '🧾'.repeat(30), '9'.repeat(60)])('%s', (number) => {
    expect(written(` ${number} `)).toMatchObject({ success: true, data: { orderNumber: number } });
    // A reminder about it can be remembered as told.
    expect(told(number).success).toBe(true);
    const disk = memoryDisk();
    const host = openOwn(disk);
    const id = preparedE1(host);
    submit(host, happened(id, { kind: 'unsure', day: today }));
    submit(host, happened(id, ordered(number)));
    expect(stateOf(openOwn(disk, 900))).toEqual(stateOf(host));
  });

  test.each(['', '  ', 'a\nb', '9'.repeat(61)])('%j is none', (number) => {
    expect(written(number).success).toBe(false);
  });
});

test('an order is to be paid from its number until somebody has paid', () => {
  const host = openOwn(memoryDisk());
  const toPay = () =>
    orderViews(stateOf(host))
      .filter(awaitsPayment)
      .map(({ gross }) => gross);
  const id = preparedE1(host);
  expect(toPay()).toEqual([]);
  submit(host, happened(id, { kind: 'composed' }));
  submit(host, happened(id, compared(7100, 'price')));
  submit(host, happened(id, ordered()));
  expect(toPay()).toEqual([7100]);
  submit(host, happened(id, { kind: 'paid', day: today }));
  expect(toPay()).toEqual([]);
});

test('two purchases of one cart from two windows: the second is told that the cart is gone', () => {
  const host = openOwn(memoryDisk());
  submit(host, service(e1));
  const [serviceId = '' as ServiceId] = stateOf(host).replica.services.keys() as Iterable<ServiceId>;
  const cartId = submit(host, { type: 'cart/open', serviceId }).carts?.[0] as CartId;
  submit(host, { type: 'cart/quantity', cartId, quantity: 2 });
  submit(host, { type: 'purchase/prepare', cartId });
  expect(refusal(host, { type: 'purchase/prepare', cartId })).toBe('unknown');
  expect(stateOf(host).workspace.purchases.size).toBe(1);
});

test('every step undone one by one and redone is the same purchase', () => {
  const host = openOwn(memoryDisk());
  const id = orderE1(host);
  submit(host, happened(id, { kind: 'paid', day: today }));
  activate(host, id);
  const [about = '' as ServiceId] = stateOf(host).replica.services.keys() as Iterable<ServiceId>;
  submit(host, service({ panelUsers: [{ username: 'a', email: 'a@x.it', permissions: [] }] }, about));
  const end = stateOf(host);
  const seen: string[] = [];
  while (stateOf(host).workspace.purchases.size > 0) {
    seen.push(purchaseIn(host, id).state);
    expect(host.undo().ok).toBe(true);
  }
  expect(seen.join(' ')).toBe('active active paid ordered compared at-cart prepared prepared prepared');
  expect(stateOf(host).replica.orders.size).toBe(0);
  for (const _ of seen) expect(host.redo().ok).toBe(true);
  expect(stateOf(host)).toEqual(end);
});

test('a number corrected twice and taken back is free for another purchase', () => {
  const disk = memoryDisk();
  const host = openOwn(disk);
  const id = orderE1(host);
  for (const [number, reason] of [
    ['A 1', 'cifra'],
    ['A 2', 'di nuovo'],
  ] as const) {
    const event = purchaseIn(host, id).events.at(-1);
    submit(host, {
      type: 'purchase/correct',
      purchaseId: id,
      eventId: event?.id as never,
      what: ordered(number),
      reason,
    });
  }
  expect([...stateOf(host).replica.orders.keys()]).toEqual(['A 2']);
  submit(host, { type: 'purchase/take-back', purchaseId: id, reason: 'mai ordinato' });
  expect(purchaseIn(host, id)).toMatchObject({ state: 'compared', ordered: null });
  expect(stateOf(host).replica.orders.size).toBe(0);
  expect(stateOf(openOwn(disk, 900))).toEqual(stateOf(host));
});

test('a purchase that is asked about for years is read again', () => {
  const host = openOwn(memoryDisk());
  const id = preparedE1(host);
  submit(host, happened(id, { kind: 'unsure', day: today }));
  const { record } = purchaseIn(host, id);
  const events = Array.from({ length: 1001 }, () => record.events[0]);
  expect(workspaceSchemas.purchases.safeParse({ ...record, events }).success).toBe(true);
});
