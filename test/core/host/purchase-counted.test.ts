// What the register learns between an order and its activation is not counted twice (rules J3, K).
import { expect, test } from 'vitest';
import { countingQuestions } from '../../../core/desk/purchases/decide-activate.ts';
import type { Host } from '../../../core/host/host.ts';
import type { Day } from '../../../core/kernel/day.ts';
import type { CartId, ClientId, PurchaseId, ServiceId } from '../../../core/kernel/id.ts';
import { memoryDisk } from '../../support/crashing-disk.ts';
import { fakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { e1, openOwn, service, stateOf, submit, today } from '../../support/own-host.ts';
import { happened, ordered, purchaseIn, refusal } from '../../support/purchase-desk.ts';

const tomorrow = '2026-11-25' as Day;
const dayAfter = '2026-11-26' as Day;

const itemsOf = (host: Host) =>
  [...stateOf(host).replica.services.values()].flatMap(({ items }) =>
    items.map(({ kind, quantity, expiry }) => [kind, quantity, expiry] as const),
  );

const usersOf = (host: Host) =>
  itemsOf(host).flatMap(([kind, quantity, expiry]) => (kind === 'user' ? [[quantity, expiry]] : []));

const activation = (purchaseId: PurchaseId) =>
  ({ type: 'purchase/activate', purchaseId, day: dayAfter, expiries: [], automaticRenewal: null }) as const;

/** What Aruba shows on 25/11. */
const read = (host: Host, about: ServiceId, details: object, source: object = { kind: 'paste' }) =>
  submit(host, { ...service(details, about, source), asOf: tomorrow } as never);

/** The purchase of a cart, ordered and paid on 24/11. It is 26/11 then. */
function orderedTwoDaysAgo(host: Host, cartId: CartId, clock: FakeClock): PurchaseId {
  const id = submit(host, { type: 'purchase/prepare', cartId }).purchases?.[0] as PurchaseId;
  submit(host, happened(id, { kind: 'unsure', day: today }));
  submit(host, happened(id, ordered()));
  submit(host, happened(id, { kind: 'paid', day: today }));
  clock.advance(2 * 86_400_000);
  return id;
}

/** A purchase for the service of rule E1 with these details, ordered and paid on 24/11. It is 26/11 then. */
function paid(details: object, fill: (host: Host, serviceId: ServiceId) => CartId) {
  const clock = fakeClock();
  const host = openOwn(memoryDisk(), 1, clock);
  submit(host, service({ ...e1, ...details }));
  const [about = '' as ServiceId] = stateOf(host).replica.services.keys() as Iterable<ServiceId>;
  const cartId = fill(host, about);
  return { host, about, id: orderedTwoDaysAgo(host, cartId, clock) };
}

const twoUsers = (extension: boolean) =>
  paid({}, (host, serviceId) => {
    const cartId = submit(host, { type: 'cart/open', serviceId }).carts?.[0] as CartId;
    submit(host, { type: 'cart/quantity', cartId, quantity: 2 });
    submit(host, { type: 'cart/extension', cartId, on: extension });
    return cartId;
  });

test.each([
  [true, { users: [{ quantity: 5, expiry: '2027-11-24' }], expiry: '2027-11-24' }, [[5, '2027-11-24']]],
  [true, { users: [{ quantity: 5, expiry: null }], expiry: '2027-11-24' }, [[5, '2027-11-24']]],
  // A page that says a number and no days: the dates of the purchase count.
  [true, { users: [{ quantity: 5, expiry: null }] }, [[5, '2027-11-24']]],
  [
    false,
    {
      users: [
        { quantity: 3, expiry: null },
        { quantity: 2, expiry: '2027-11-24' },
      ],
    },
    [
      [3, '2027-03-15'],
      [2, '2027-11-24'],
    ],
  ],
  [
    false,
    { users: [{ quantity: 5, expiry: null }] },
    [
      [3, '2027-03-15'],
      [2, '2027-11-24'],
    ],
  ],
])('extension %s, Aruba shows %j', (extension, details, users) => {
  const { host, about, id } = twoUsers(extension);
  read(host, about, details);
  submit(host, activation(id));
  expect(usersOf(host)).toEqual(users);
});

test('what still shows the time before the purchase does not stop it from being added', () => {
  const { host, about, id } = twoUsers(false);
  read(host, about, { users: [{ quantity: 3, expiry: '2027-03-15' }] });
  submit(host, activation(id));
  expect(usersOf(host)).toEqual([
    [3, '2027-03-15'],
    [2, '2027-11-24'],
  ]);
});

test.each([
  ['counted', [[4, '2027-11-24']]],
  [
    // The purchase moves the three users that it was prepared with. The fourth one keeps its own date.
    'on-top',
    [
      [1, '2027-03-15'],
      [5, '2027-11-24'],
    ],
  ],
] as const)('neither the one nor the other is asked: %s', (counting, users) => {
  const { host, about, id } = twoUsers(true);
  read(host, about, { users: [{ quantity: 4, expiry: null }] });
  const command = activation(id);
  expect(refusal(host, command)).toBe('counted-already');
  expect(purchaseIn(host, id).state).toBe('paid');
  expect(countingQuestions(stateOf(host), purchaseIn(host, id), [])).toMatchObject([
    { field: 'users', asOf: tomorrow, said: [[{ quantity: 4 }]] },
  ]);
  submit(host, { ...command, countings: { users: counting } });
  expect(purchaseIn(host, id).state).toBe('active');
  expect(usersOf(host)).toEqual(users);
});

test('two values of one day are asked, also if one of them is right', () => {
  const { host, about, id } = twoUsers(true);
  read(host, about, { users: [{ quantity: 5, expiry: null }] });
  read(host, about, { users: [{ quantity: 6, expiry: null }] }, { kind: 'sheet', file: 'a.csv', row: 2 });
  const [question] = countingQuestions(stateOf(host), purchaseIn(host, id), []);
  expect(question?.said).toHaveLength(2);
});

test('a first purchase whose service was registered meanwhile with another number of users is asked, too', () => {
  const clock = fakeClock();
  const host = openOwn(memoryDisk(), 1, clock);
  submit(host, { type: 'client/add', name: 'Nuova srl', vatCode: '02342520158' });
  const [clientId = '' as ClientId] = stateOf(host).workspace.clients.keys() as Iterable<ClientId>;
  const cartId = submit(host, { type: 'cart/open-first', clientId, serviceKind: 'e-invoicing' })
    .carts?.[0] as CartId;
  submit(host, { type: 'cart/quantity', cartId, quantity: 2 });
  const id = orderedTwoDaysAgo(host, cartId, clock);
  const registered = {
    holder: 'Nuova srl',
    vatCode: '02342520158',
    kind: 'e-invoicing',
    expiry: '2027-11-24',
  };
  submit(host, service({ ...registered, users: [{ quantity: 4, expiry: null }] }));
  expect(refusal(host, activation(id))).toBe('counted-already');
  submit(host, { ...activation(id), countings: { users: 'counted' } });
  expect(usersOf(host)).toEqual([[4, '2027-11-24']]);
});

test('a module that was bought and that the register knows already has the date of the purchase', () => {
  const { host, about, id } = paid({ modules: [] }, (desk, serviceId) => {
    const cartId = submit(desk, { type: 'cart/open', serviceId }).carts?.[0] as CartId;
    submit(desk, { type: 'cart/quantity', cartId, quantity: 1 });
    submit(desk, { type: 'cart/module', cartId, module: 'documents', included: true });
    return cartId;
  });
  read(host, about, { modules: [{ kind: 'documents', expiry: '2027-12-24' }] });
  submit(host, activation(id));
  expect(itemsOf(host)).toEqual([
    ['e-invoicing', 1, '2027-11-24'],
    ['user', 4, '2027-11-24'],
    ['documents', 1, '2027-11-24'],
  ]);
});

test('a renewal that reduced: what was renewed and what was not is there once', () => {
  const { host, about, id } = paid({ users: [{ quantity: 5, expiry: null }] }, (desk, serviceId) => {
    const cartId = submit(desk, { type: 'cart/open-renewal', serviceId }).carts?.[0] as CartId;
    submit(desk, { type: 'cart/reduce', cartId, kind: 'user', to: 3 } as never);
    return cartId;
  });
  const shown = [
    { quantity: 2, expiry: '2027-03-15' },
    { quantity: 3, expiry: '2028-03-15' },
  ];
  read(host, about, { users: shown });
  submit(host, activation(id));
  expect(usersOf(host)).toEqual(shown.map(({ quantity, expiry }) => [quantity, expiry]));
});

test('an answer counts only as long as it is asked for: its question may go while dates are typed', () => {
  const { host, id } = twoUsers(true);
  expect(countingQuestions(stateOf(host), purchaseIn(host, id), [])).toEqual([]);
  submit(host, { ...activation(id), countings: { users: 'counted' } });
  expect(usersOf(host)).toEqual([[5, '2027-11-24']]);
});
