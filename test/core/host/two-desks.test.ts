// Two administrators with one account and a desk each. Carts and orders become the same on both desks.
import { describe, expect, test } from 'vitest';
import { cartConflicts, cartsToSend } from '../../../core/desk/cart/cart-standing.ts';
import { cartFigures } from '../../../core/desk/cart/cart-figures.ts';
import { orderViews } from '../../../core/desk/pending/order-views.ts';
import type { CartId, ServiceId } from '../../../core/kernel/id.ts';
import type { Cart } from '../../../core/orders/cart.ts';
import {
  grossOf,
  ownCart,
  ownOrders,
  ownService,
  placeFromCart,
  vendorOrders,
} from '../../support/main-job.ts';
import { payer } from '../../electron/simulator/counter.ts';
import { newMachine, secondMachine, startHost, type TestHost } from '../../support/test-host.ts';

async function twoDesks() {
  const machine = newMachine();
  const anna = await startHost({ machine });
  const bruno = await startHost({ machine: secondMachine(machine), vendor: anna.backend });
  for (const desk of [anna, bruno]) await desk.signIn();
  return { anna, bruno };
}

const cartOf = (desk: TestHost): Cart | undefined => desk.state().workspace.carts.get(ownCart);
const open = (desk: TestHost): void => desk.do({ type: 'cart/open', serviceId: ownService });
const quantity = (desk: TestHost, count: number): void =>
  desk.do({ type: 'cart/quantity', cartId: ownCart, quantity: count });
const extension = (desk: TestHost, on: boolean): void =>
  desk.do({ type: 'cart/extension', cartId: ownCart, on });

async function sync(...desks: readonly TestHost[]): Promise<void> {
  for (const desk of desks) {
    await desk.host.syncNow();
    await desk.rest();
  }
}

/** Both desks have the same cart with two users. */
async function sharedCart() {
  const desks = await twoDesks();
  open(desks.anna);
  await sync(desks.anna, desks.bruno);
  expect(cartOf(desks.bruno)?.quantity).toBe(2);
  return desks;
}

describe('a cart on two desks', () => {
  test('opened here, it is there after an exchange, without any name', async () => {
    const { anna, bruno } = await sharedCart();
    expect(cartOf(anna)?.personIds).toHaveLength(2);
    expect(cartOf(bruno)).toMatchObject({ quantity: 2, personIds: [], subject: { extension: true } });
    expect(grossOf(bruno)).toBe(grossOf(anna));
  });

  test('a pause after typing is enough: nobody has to ask for the exchange', async () => {
    const { anna, bruno } = await sharedCart();
    for (const count of [3, 4, 5]) quantity(anna, count);
    const before = anna.requests.length;
    await anna.pass(3000);
    expect(anna.requests.slice(before).filter(({ method }) => method === 'PUT')).toHaveLength(1);
    await bruno.pass(20_000);
    expect(cartOf(bruno)?.quantity).toBe(5);
  });

  test('each changes another line without a network: both changes hold on both desks', async () => {
    const { anna, bruno } = await sharedCart();
    quantity(anna, 5);
    extension(bruno, false);
    await sync(anna, bruno, anna);
    for (const desk of [anna, bruno])
      expect(cartOf(desk)).toMatchObject({ quantity: 5, subject: { extension: false } });
    expect(cartOf(anna)?.personIds).toHaveLength(2);
  });

  test('both change one line: the second one is asked, and nothing is sent or ordered until then', async () => {
    const { anna, bruno } = await sharedCart();
    quantity(anna, 5);
    quantity(bruno, 7);
    await sync(anna, bruno, anna, bruno);
    expect(cartConflicts(bruno.state())).toMatchObject([
      {
        cartId: ownCart,
        conflicts: ['quantity'],
        mine: { quantity: 7 },
        theirs: { content: { quantity: 5 } },
      },
    ]);
    expect(bruno.host.snapshot().sync.link).toBe('attention');
    expect(cartOf(anna)?.quantity).toBe(5);
    const order = {
      type: 'order/confirm',
      cartId: ownCart,
      payer: { ...payer },
      method: 'card',
      clausesAccepted: true,
    } as const;
    expect(bruno.host.submit({ ...order, shownGross: grossOf(bruno) })).toMatchObject({
      ok: false,
      error: { reason: 'cart-conflict' },
    });
  });

  test.each([
    ['mine', 7],
    ['theirs', 5],
  ] as const)('the person chooses %s, and both desks have it', async (side, count) => {
    const { anna, bruno } = await sharedCart();
    quantity(anna, 5);
    quantity(bruno, 7);
    await sync(anna, bruno);
    const [conflict] = cartConflicts(bruno.state());
    bruno.do({
      type: 'cart/resolve',
      cartId: ownCart,
      version: conflict?.theirs.version ?? -1,
      choices: { quantity: side },
    });
    await sync(bruno, anna);
    for (const desk of [anna, bruno]) {
      expect(cartOf(desk)?.quantity).toBe(count);
      expect(cartConflicts(desk.state())).toEqual([]);
      expect(desk.host.snapshot().sync.link).toBe('synced');
    }
  });

  test.each(['mine', 'theirs'] as const)(
    'the service has run out meanwhile: the cart has no figures, and %s can be chosen all the same',
    async (side) => {
      const { anna, bruno } = await twoDesks();
      const serviceId = 'fe-rossi' as ServiceId;
      const cartId = 'service-fe-rossi' as CartId;
      for (const desk of [anna, bruno]) desk.do({ type: 'cart/open', serviceId });
      anna.do({ type: 'cart/quantity', cartId, quantity: 5 });
      bruno.do({ type: 'cart/quantity', cartId, quantity: 7 });
      await anna.act({ action: 'move-day', days: 40 });
      await sync(anna, bruno);
      const [conflict] = cartConflicts(bruno.state());
      expect(conflict).toMatchObject({ cartId, conflicts: ['quantity'] });
      const cart = bruno.state().workspace.carts.get(cartId);
      expect(cart === undefined || cartFigures(bruno.state(), cart)).toMatchObject({
        error: { reason: 'service-in-grace' },
      });
      bruno.do({
        type: 'cart/resolve',
        cartId,
        version: conflict?.theirs.version ?? -1,
        choices: { quantity: side },
      });
      await sync(bruno, anna);
      for (const desk of [anna, bruno])
        expect(desk.state().workspace.carts.get(cartId)?.quantity).toBe(side === 'mine' ? 7 : 5);
    },
  );

  test('a choice is about what was on the screen: moved on meanwhile, it is refused', async () => {
    const { anna, bruno } = await sharedCart();
    quantity(anna, 5);
    quantity(bruno, 7);
    await sync(anna, bruno);
    const version = cartConflicts(bruno.state())[0]?.theirs.version ?? -1;
    quantity(anna, 6);
    await sync(anna, bruno);
    expect(
      bruno.host.submit({ type: 'cart/resolve', cartId: ownCart, version, choices: { quantity: 'mine' } }),
    ).toEqual({
      ok: false,
      error: { reason: 'conflict-moved-on' },
    });
    expect(cartOf(bruno)?.quantity).toBe(7);
  });

  test('discarded there: unchanged here it goes, changed here the person is asked', async () => {
    const one = await sharedCart();
    one.anna.do({ type: 'cart/discard', cartId: ownCart });
    await sync(one.anna, one.bruno);
    expect(cartOf(one.bruno)).toBeUndefined();
    const other = await sharedCart();
    other.anna.do({ type: 'cart/discard', cartId: ownCart });
    quantity(other.bruno, 9);
    await sync(other.anna, other.bruno);
    expect(cartConflicts(other.bruno.state())).toMatchObject([
      { conflicts: ['*'], mine: { quantity: 9 }, theirs: { content: null } },
    ]);
    other.bruno.do({ type: 'cart/resolve', cartId: ownCart, version: 2, choices: { '*': 'theirs' } });
    expect(cartOf(other.bruno)).toBeUndefined();
  });

  test('ordered there, it is an order here: no second one can be placed, and the cart is gone', async () => {
    const { anna, bruno } = await sharedCart();
    placeFromCart(anna);
    await sync(anna, bruno);
    expect(cartOf(bruno)).toBeUndefined();
    expect(ownOrders(bruno)).toHaveLength(1);
    open(bruno);
    expect(
      bruno.host.submit({
        type: 'order/confirm',
        cartId: ownCart,
        payer: { ...payer },
        method: 'card',
        clausesAccepted: true,
        shownGross: grossOf(bruno),
      }),
    ).toMatchObject({ ok: false, error: { reason: 'order-on-its-way' } });
  });

  test('ordered on both desks without a network: the vendor takes one, the other comes back to its desk', async () => {
    const { anna, bruno } = await sharedCart();
    placeFromCart(anna);
    placeFromCart(bruno);
    await sync(anna, bruno, anna);
    expect(await vendorOrders(anna)).toHaveLength(1);
    const [refused] = [...bruno.state().workspace.outbox.values()];
    expect(refused).toMatchObject({ state: 'refused', refusal: { errorCode: '0213' } });
    expect(orderViews(anna.state()).filter(({ serviceId }) => serviceId === ownService)).toHaveLength(1);
  });

  test('a new cart begun while the order is on its way is not mistaken for the one that the order emptied', async () => {
    const { anna } = await sharedCart();
    placeFromCart(anna);
    open(anna);
    quantity(anna, 4);
    await sync(anna);
    expect(cartConflicts(anna.state())).toEqual([]);
    expect(cartOf(anna)?.quantity).toBe(4);
    await sync(anna);
    expect(cartsToSend(anna.state())).toEqual([]);
  });

  test("the answer to a write is lost: it is found among the vendor's writes, and is no conflict with oneself", async () => {
    const { anna, bruno } = await sharedCart();
    quantity(anna, 4);
    await anna.fault({ kind: 'lost-reply', times: 1, path: '/api/v2/carts', delayMs: 0 });
    await sync(anna);
    quantity(anna, 5);
    // In the meantime somebody else undoes exactly this change.
    await sync(bruno);
    quantity(bruno, 2);
    await sync(bruno, anna);
    expect(cartConflicts(anna.state())).toMatchObject([
      { conflicts: ['quantity'], mine: { quantity: 5 }, theirs: { content: { quantity: 2 } } },
    ]);
    quantity(anna, 4);
    expect(cartConflicts(anna.state())).toEqual([]);
    await sync(anna);
    expect(cartOf(anna)?.quantity).toBe(2);
  });

  test('a first purchase begun here brings its client to the other desk', async () => {
    const { anna, bruno } = await twoDesks();
    anna.do({ type: 'client/add', name: 'Nuovo srl', vatCode: '86334519757' });
    anna.do({ type: 'cart/open-first', clientId: '86334519757' as never, serviceKind: 'e-invoicing' });
    await sync(anna, bruno);
    expect(bruno.state().workspace.clients.get('86334519757')).toMatchObject({ name: 'Nuovo srl' });
    expect(bruno.state().workspace.carts.get('client-86334519757')).toMatchObject({
      subject: { kind: 'first-purchase', years: 1 },
    });
  });

  test('modules that fit each cart but not each other are for the person', async () => {
    const { anna, bruno } = await twoDesks();
    anna.do({ type: 'client/add', name: 'Nuovo srl', vatCode: '86334519757' });
    anna.do({ type: 'cart/open-first', clientId: '86334519757' as never, serviceKind: 'e-invoicing' });
    const cartId = 'client-86334519757' as never;
    anna.do({ type: 'cart/module', cartId, module: 'documents', included: true });
    await sync(anna, bruno);
    anna.do({ type: 'cart/module', cartId, module: 'documents', included: false });
    bruno.do({ type: 'cart/module', cartId, module: 'woocommerce', included: true });
    await sync(anna, bruno);
    expect([...(cartConflicts(bruno.state())[0]?.conflicts ?? [])].sort()).toEqual([
      'module:documents',
      'module:woocommerce',
    ]);
    expect(
      bruno.host.submit({
        type: 'cart/resolve',
        cartId,
        version: 2,
        choices: { 'module:documents': 'theirs', 'module:woocommerce': 'mine' },
      }),
    ).toMatchObject({
      ok: false,
      error: { reason: 'module-needs' },
    });
    bruno.do({
      type: 'cart/resolve',
      cartId,
      version: 2,
      choices: { 'module:documents': 'mine', 'module:woocommerce': 'mine' },
    });
    await sync(bruno, anna);
    for (const desk of [anna, bruno])
      expect(desk.state().workspace.carts.get('client-86334519757')?.modules).toEqual([
        'documents',
        'woocommerce',
      ]);
  });

  test('a vendor that lost its memory has no cart: the person is asked, and it is written anew', async () => {
    const { anna } = await sharedCart();
    quantity(anna, 3);
    anna.machine.clock.advance(3_600_000);
    const fresh = await startHost({ machine: secondMachine(anna.machine) });
    const moved = await startHost({ machine: { ...anna.machine, starts: 500 }, vendor: fresh.backend });
    await moved.signIn();
    await sync(moved);
    expect(cartConflicts(moved.state())).toMatchObject([
      { conflicts: ['*'], mine: { quantity: 3 }, theirs: { version: 0, content: null } },
    ]);
    moved.do({ type: 'cart/resolve', cartId: ownCart, version: 0, choices: { '*': 'mine' } });
    await sync(moved);
    expect(moved.state().replica.vendorCarts.get(ownCart)).toMatchObject({
      version: 1,
      content: { quantity: 3 },
    });
  });
});
