// A purchase in Aruba's pages, from the cart to active seats, on the real host (rule K).
import { describe, expect, test } from 'vitest';
import { boardOf } from '../../../core/desk/seats/seat-boards.ts';
import { openOrderOf, orderViews } from '../../../core/desk/pending/order-views.ts';
import type { CartId, ClientId, PersonId, PurchaseId, ServiceId } from '../../../core/kernel/id.ts';
import { memoryDisk } from '../../support/crashing-disk.ts';
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

test('from the cart to active: the dates become facts, and the seats go to who waited', () => {
  const host = openOwn(memoryDisk());
  submit(host, service(e1));
  const [serviceId = '' as ServiceId] = stateOf(host).replica.services.keys() as Iterable<ServiceId>;
  submit(host, {
    type: 'people/import',
    rows: ['Ada Neri', 'Ivo Serra'].map((name) => ({
      givenName: name.split(' ')[0] ?? '',
      familyName: name.split(' ')[1] ?? '',
      email: `${name.toLowerCase().replace(' ', '.')}@x.it`,
      department: '',
      start: '2020-01-01',
      end: null,
    })),
    present: [],
  } as never);
  const personIds = [...stateOf(host).workspace.people.keys()] as PersonId[];
  // The three users that are bought already go to nobody: two people wait for the new ones.
  submit(host, {
    type: 'register/record',
    asOf: today,
    entries: [{ about: serviceId, details: { users: [] }, source: { kind: 'typed' }, evidence: {} }],
  });
  submit(host, { type: 'seat/need', serviceId, personIds, needed: true } as never);
  const cartId = submit(host, { type: 'cart/open', serviceId }).carts?.[0] as CartId;
  const id = submit(host, { type: 'purchase/prepare', cartId }).purchases?.[0] as PurchaseId;
  expect(stateOf(host).workspace.carts.size).toBe(0);
  expect(openOrderOf(stateOf(host), serviceId)?.standing).toBe('prepared');
  submit(host, happened(id, { kind: 'composed' }));
  const { gross } = purchaseIn(host, id).record.revision.quote;
  submit(host, happened(id, compared(gross)));
  submit(host, happened(id, ordered()));
  submit(host, happened(id, { kind: 'paid', day: today }));
  expect(purchaseIn(host, id).registeredOn).toBe('2026-11-25');
  expect([...stateOf(host).replica.orders.values()]).toMatchObject([
    { orderNumber: '50012345', state: 'awaiting-payment', payment: { reference: '50012345', iban: '' } },
  ]);
  submit(host, {
    type: 'purchase/activate',
    purchaseId: id,
    day: today,
    expiries: [],
    automaticRenewal: null,
  });
  const state = stateOf(host);
  const bought = state.replica.services.get(serviceId);
  expect(bought?.items.map(({ kind, quantity, expiry }) => [kind, quantity, expiry])).toEqual([
    ['e-invoicing', 1, '2027-11-24'],
    ['user', 2, '2027-11-24'],
    ['documents', 1, '2027-11-24'],
  ]);
  const facts = [...state.workspace.facts.values()].filter(({ source }) => source.kind === 'order');
  expect(facts.map(({ field, source }) => [field, source])).toContainEqual(['expiry', { kind: 'order', id }]);
  const board = boardOf(state, bought as never);
  expect([...board.seatOf.keys()].toSorted()).toEqual([...personIds].toSorted());
  expect(purchaseIn(host, id).state).toBe('active');
  // One undo takes the activation back: facts, seats and the event.
  host.undo();
  expect(purchaseIn(host, id).state).toBe('paid');
  expect(stateOf(host).replica.services.get(serviceId)?.items[0]?.expiry).toBe('2027-03-15');
  expect(stateOf(host).workspace.seats.size).toBe(0);
});

test('everything is there again after a restart', () => {
  const disk = memoryDisk();
  const host = openOwn(disk);
  const id = orderE1(host);
  submit(host, happened(id, { kind: 'paid', day: today }));
  const again = openOwn(disk, 500);
  expect(stateOf(again)).toEqual(stateOf(host));
  expect(purchaseIn(again, id)).toEqual(purchaseIn(host, id));
  expect([...stateOf(again).replica.orders.keys()]).toEqual(['50012345']);
});

describe('one order a service', () => {
  test('a second purchase waits for the first', () => {
    const host = openOwn(memoryDisk());
    const id = preparedE1(host);
    const { service: frozen } = purchaseIn(host, id).record.revision;
    const cartId = submit(host, { type: 'cart/open-renewal', serviceId: frozen?.id as ServiceId })
      .carts?.[0] as CartId;
    expect(refusal(host, { type: 'purchase/prepare', cartId })).toBe('purchase-open');
    submit(host, happened(id, { kind: 'unsure', day: today }));
    expect(refusal(host, { type: 'purchase/prepare', cartId })).toBe('purchase-open');
    expect(refusal(host, happened(id, { kind: 'abandoned' }))).toBe('purchase-moved-on');
    submit(host, happened(id, { kind: 'not-ordered' }));
    submit(host, happened(id, { kind: 'abandoned' }));
    expect(refusal(host, { type: 'purchase/prepare', cartId })).toBeUndefined();
    // The abandoned one does not come back to life beside it.
    expect(refusal(host, { type: 'purchase/take-back', purchaseId: id, reason: 'per errore' })).toBe(
      'purchase-open',
    );
  });

  test('one order number is one order', () => {
    const host = openOwn(memoryDisk());
    orderE1(host);
    submit(host, service({ ...e1, holder: 'Altra srl', vatCode: '02342520158' }));
    const other = [...stateOf(host).replica.services.values()].find(({ holder }) => holder === 'Altra srl');
    const cartId = submit(host, { type: 'cart/open-renewal', serviceId: other?.id as ServiceId })
      .carts?.[0] as CartId;
    const second = submit(host, { type: 'purchase/prepare', cartId }).purchases?.[0] as PurchaseId;
    submit(host, happened(second, { kind: 'unsure', day: today }));
    expect(refusal(host, happened(second, ordered('50012345')))).toBe('order-number-taken');
    expect(refusal(host, happened(second, ordered('OV 50/2')))).toBeUndefined();
  });
});

describe('the total (rule K, step 4)', () => {
  test('what no rule gives needs a cause', () => {
    const host = openOwn(memoryDisk());
    const id = preparedE1(host);
    submit(host, happened(id, { kind: 'composed' }));
    expect(refusal(host, happened(id, compared(7100)))).toBe('cause-needed');
    expect(refusal(host, happened(id, compared(7100, 'price')))).toBeUndefined();
    expect(refusal(host, happened(id, compared(6442)))).toBeUndefined();
    const nothing = {
      ...compared(0),
      receipt: { extension: true, net: null, gross: null, usersUntil: null },
    };
    expect(refusal(host, happened(id, nothing))).toBe('receipt-without-figures');
  });

  test('the real total is what is paid; the frozen figures stay', () => {
    const host = openOwn(memoryDisk());
    const id = orderE1(host, 6442);
    const [view] = orderViews(stateOf(host));
    expect(view?.gross).toBe(6442);
    expect(purchaseIn(host, id).record.revision.quote.gross).toBe(7099);
  });
});

test('a correction takes the place of the mistake, with its reason', () => {
  const host = openOwn(memoryDisk());
  const id = orderE1(host);
  submit(host, happened(id, { kind: 'paid', day: today }));
  const wrong = purchaseIn(host, id).events.find(({ what }) => what.kind === 'ordered');
  submit(host, {
    type: 'purchase/correct',
    purchaseId: id,
    eventId: wrong?.id as never,
    what: ordered('50012399'),
    reason: 'una cifra sbagliata',
  });
  const after = purchaseIn(host, id);
  expect([after.state, after.ordered?.orderNumber]).toEqual(['paid', '50012399']);
  expect(after.record.events.some(({ id: one }) => one === wrong?.id)).toBe(true);
  expect([...stateOf(host).replica.orders.keys()]).toEqual(['50012399']);
  submit(host, { type: 'purchase/take-back', purchaseId: id, reason: 'non ancora pagato' });
  expect(purchaseIn(host, id).state).toBe('ordered');
});

test('a cancelled order frees the service; its number stays', () => {
  const host = openOwn(memoryDisk());
  const id = orderE1(host);
  submit(host, happened(id, { kind: 'cancelled', day: today }));
  expect(orderViews(stateOf(host))).toMatchObject([{ standing: 'cancelled', orderNumber: '50012345' }]);
  expect(refusal(host, happened(id, { kind: 'paid', day: today }))).toBe('purchase-moved-on');
});

test('a session becomes a purchase for each service, but for those that the client buys', () => {
  const host = openOwn(memoryDisk());
  const codes = ['01234560512', '02342520158', '86334519757'];
  for (const [index, vatCode] of codes.entries())
    submit(
      host,
      service({
        ...e1,
        holder: `Cliente ${index}`,
        vatCode,
        ...(index === 2 ? { access: 'client-buys' } : {}),
      }),
    );
  const serviceIds = [...stateOf(host).replica.services.keys()] as ServiceId[];
  const made = submit(host, { type: 'purchase/prepare-batch', serviceIds, batch: 'sessione' });
  expect(made.purchases).toHaveLength(2);
  expect(stateOf(host).workspace.carts.size).toBe(0);
  expect(refusal(host, { type: 'purchase/prepare-batch', serviceIds, batch: 'sessione' })).toBe(
    'purchase-open',
  );
});

test('a first purchase makes the service, and the client is no longer without one', () => {
  const host = openOwn(memoryDisk());
  submit(host, { type: 'client/add', name: 'Nuova srl', vatCode: '02342520158' });
  const [clientId = '' as ClientId] = stateOf(host).workspace.clients.keys() as Iterable<ClientId>;
  const cartId = submit(host, { type: 'cart/open-first', clientId, serviceKind: 'e-invoicing' })
    .carts?.[0] as CartId;
  submit(host, { type: 'cart/quantity', cartId, quantity: 1 });
  const id = submit(host, { type: 'purchase/prepare', cartId }).purchases?.[0] as PurchaseId;
  submit(host, happened(id, { kind: 'unsure', day: today }));
  submit(host, happened(id, { ...ordered(), method: 'card' }));
  submit(host, happened(id, { kind: 'paid', day: today }));
  submit(host, {
    type: 'purchase/activate',
    purchaseId: id,
    day: today,
    expiries: [],
    automaticRenewal: true,
  });
  const state = stateOf(host);
  expect([...state.replica.services.values()]).toMatchObject([
    {
      holder: 'Nuova srl',
      vatCode: '02342520158',
      kind: 'e-invoicing',
      promotional: true,
      automaticRenewal: true,
      items: [
        { kind: 'e-invoicing', expiry: '2027-11-24' },
        { kind: 'user', quantity: 1 },
      ],
    },
  ]);
  expect(state.workspace.clients.size).toBe(0);
});

test('an erased person is in no purchase, and in no earlier fact about a panel', () => {
  const host = openOwn(memoryDisk());
  submit(host, service(e1));
  const [serviceId = '' as ServiceId] = stateOf(host).replica.services.keys() as Iterable<ServiceId>;
  submit(host, {
    type: 'person/add',
    details: {
      givenName: 'Ada',
      familyName: 'Neri',
      email: 'ada.neri@x.it',
      department: '',
      start: null,
      end: null,
    },
  } as never);
  const [personId = '' as PersonId] = stateOf(host).workspace.people.keys() as Iterable<PersonId>;
  const user = { username: 'aneri001', email: 'Ada.Neri@x.it', permissions: ['read'] };
  submit(host, { type: 'seat/need', serviceId, personIds: [personId], needed: true } as never);
  submit(host, {
    type: 'register/record',
    asOf: today,
    entries: [{ about: serviceId, details: { users: [] }, source: { kind: 'typed' }, evidence: {} }],
  });
  const cartId = submit(host, { type: 'cart/open', serviceId }).carts?.[0] as CartId;
  const id = submit(host, { type: 'purchase/prepare', cartId }).purchases?.[0] as PurchaseId;
  expect(purchaseIn(host, id).record.personIds).toEqual([personId]);
  for (const panelUsers of [[user], []])
    submit(host, {
      type: 'register/record',
      asOf: today,
      entries: [{ about: serviceId, details: { panelUsers }, source: { kind: 'typed' }, evidence: {} }],
    } as never);
  submit(host, { type: 'person/erase', personId });
  expect(purchaseIn(host, id).record.personIds).toEqual([]);
  expect(JSON.stringify(host.snapshot().changes).toLowerCase()).not.toContain('ada.neri');
});
