// M2: the vendor is restored from an older backup, or begins anew. What it forgot is told, nothing is sent
// again by itself, and an order number that is given twice is never taken for the old order.
import { describe, expect, test } from 'vitest';
import { cartConflicts } from '../../../core/desk/cart/cart-standing.ts';
import { openForgotten } from '../../../core/desk/pending/forgotten.ts';
import { orderViews } from '../../../core/desk/pending/order-views.ts';
import type { OrderNumber } from '../../../core/kernel/id.ts';
import {
  finishJob,
  ownCart,
  ownOrders,
  ownService,
  placeFromCart,
  placeOrder,
  vendorOrders,
} from '../../support/main-job.ts';
import { newMachine, startHost, type TestHost } from '../../support/test-host.ts';
import { open, quantity, sync, twoDesks } from '../../support/two-desks.ts';

const forgotten = (desk: TestHost) => openForgotten(desk.state()).map(({ thing }) => thing);
const kinds = (desk: TestHost): readonly string[] => forgotten(desk).map(({ kind }) => kind);
const posts = (desk: TestHost): number => desk.requests.filter(({ method }) => method !== 'GET').length;

async function signedIn(): Promise<TestHost> {
  const desk = await startHost({ machine: newMachine() });
  await desk.signIn();
  await desk.rest();
  return desk;
}

const again = async (desk: TestHost, kind: string): Promise<void> => {
  const row = openForgotten(desk.state()).find(({ thing }) => thing.kind === kind);
  desk.do({ type: 'forgotten/send-again', id: row?.id ?? '' });
  await desk.rest();
};

describe('a vendor restored from an older backup', () => {
  test('an active order that it does not know is told, with a state of its own, and is not sent by itself', async () => {
    const desk = await signedIn();
    await finishJob(desk);
    const [known] = ownOrders(desk);
    expect(known?.standing).toBe('active');
    await desk.act({ action: 'restore' });
    const before = posts(desk);
    await sync(desk, desk);
    expect(kinds(desk)).toContain('order');
    const [view] = ownOrders(desk);
    expect([view?.standing, view?.orderNumber, view?.order]).toEqual(['forgotten', known?.orderNumber, null]);
    expect(desk.host.snapshot().sync.link).toBe('attention');
    expect([posts(desk), (await vendorOrders(desk)).length]).toEqual([before, 0]);
    // The rest is the vendor's last confirmed state again.
    expect(desk.state().replica.services.get(ownService)).toEqual(
      (await startTwin(desk)).state().replica.services.get(ownService),
    );
  });

  test('sent again, it is a cart, then a new order under a new key; let go, it is told no longer', async () => {
    const desk = await signedIn();
    placeOrder(desk);
    await sync(desk);
    const key = ownOrders(desk)[0]?.key;
    await desk.act({ action: 'restore' });
    await sync(desk);
    await again(desk, 'order');
    expect(desk.state().workspace.carts.get(ownCart)?.quantity).toBe(2);
    expect(forgotten(desk)).toEqual([]);
    placeFromCart(desk);
    await sync(desk);
    const orders = await vendorOrders(desk);
    expect(orders).toHaveLength(1);
    expect(orders[0]?.clientReference).not.toBe(key);

    await desk.act({ action: 'restore' });
    await sync(desk);
    const [row] = openForgotten(desk.state());
    desk.do({ type: 'forgotten/let-go', id: row?.id ?? '' });
    await sync(desk, desk);
    expect([forgotten(desk), ownOrders(desk), await vendorOrders(desk)]).toEqual([[], [], []]);
    expect(desk.host.submit({ type: 'forgotten/send-again', id: row?.id ?? '' })).toMatchObject({
      ok: false,
      error: { reason: 'not-forgotten-any-more' },
    });
  });

  test('its number goes to another desk’s order: the two are never one, and a waiting cancellation is not sent', async () => {
    const { anna, bruno } = await twoDesks();
    placeOrder(anna);
    await sync(anna, bruno);
    const number = ownOrders(anna)[0]?.orderNumber as OrderNumber;
    await anna.fault({ kind: 'offline' });
    anna.do({ type: 'order/request-cancellation', orderNumber: number });
    await anna.rest();
    await anna.fault({ kind: 'none' });
    await anna.act({ action: 'restore' });
    await sync(bruno);
    bruno.do({ type: 'cart/open', serviceId: ownService });
    quantity(bruno, 5);
    placeFromCart(bruno);
    await sync(bruno);
    expect((await vendorOrders(bruno)).map((order) => order.orderNumber)).toEqual([number]);

    await sync(anna, anna, anna);
    const mine = orderViews(anna.state()).filter((view) => view.orderNumber === number);
    expect(mine.map(({ standing, quote }) => [standing, quote.lines[0]?.quantity])).toEqual([
      ['forgotten', 2],
      ['awaiting-payment', 5],
    ]);
    expect((await vendorOrders(bruno)).map(({ state }) => state)).toEqual(['awaiting-payment']);
    expect([...anna.state().workspace.outbox.values()]).toMatchObject([
      { command: { kind: 'order/cancel' }, state: 'refused', refusal: { errorCode: '0205' } },
    ]);
    // The desk that did not place an order can only let it go.
    const row = openForgotten(bruno.state()).find(({ thing }) => thing.kind === 'order');
    expect(bruno.host.submit({ type: 'forgotten/send-again', id: row?.id ?? '' })).toMatchObject({
      ok: false,
      error: { reason: 'not-ours-to-send' },
    });
  });

  test.each(['lost-reply', 'cut-json-after', 'offline'] as const)(
    'a command in the outbox at that moment (%s) ends as one order, neither lost nor doubled',
    async (kind) => {
      const desk = await signedIn();
      await desk.fault({ kind, path: '/api/v2/' });
      placeOrder(desk);
      await desk.pass(30_000);
      await desk.act({ action: 'restore' });
      await desk.fault({ kind: 'none' });
      await desk.pass(200_000);
      await sync(desk, desk);
      expect(desk.state().workspace.outbox.size).toBe(0);
      expect([await vendorOrders(desk), forgotten(desk)]).toMatchObject([
        [{ state: 'awaiting-payment' }],
        [],
      ]);
    },
  );

  test('users, a switch and a cart that it forgot are told, and sent again under new keys', async () => {
    const desk = await signedIn();
    await finishJob(desk);
    await desk.act({ action: 'back-up' });
    const service = desk.state().replica.services.get(ownService);
    const [first] = service?.users ?? [];
    await desk.act({
      action: 'panel-user',
      serviceId: ownService,
      remove: first?.username ?? '',
      add: { username: 'NUOVO123', email: 'nuovo@studio.example', permissions: ['read'] },
    });
    const automatic = [...desk.state().replica.services.values()].find((one) => one.automaticRenewal)?.id;
    desk.do({ type: 'automatic-renewal/switch', serviceId: automatic ?? ownService, on: false });
    open(desk);
    quantity(desk, 7);
    await sync(desk, desk);
    await desk.act({ action: 'restore' });
    await sync(desk, desk);
    expect(kinds(desk).toSorted()).toEqual(['automatic-renewal', 'cart', 'user-created', 'user-deleted']);
    expect(cartConflicts(desk.state()).map(({ cartId }) => cartId)).toEqual([ownCart]);
    for (const kind of ['user-deleted', 'user-created', 'automatic-renewal', 'cart']) await again(desk, kind);
    await sync(desk, desk);
    expect([forgotten(desk), desk.state().workspace.outbox.size]).toEqual([[], 0]);
    const now = desk.state().replica.services.get(ownService);
    expect(now?.users.map(({ username }) => username)).toContain('NUOVO123');
    expect(now?.users.map(({ username }) => username)).not.toContain(first?.username);
    expect(desk.state().replica.services.get(automatic ?? '')?.automaticRenewal).toBe(false);
    expect(desk.state().replica.vendorCarts.get(ownCart)?.content).toMatchObject({ quantity: 7 });
  });

  test('an order that it knows, but not as paid, is told', async () => {
    const desk = await signedIn();
    placeOrder(desk);
    await sync(desk);
    await desk.act({ action: 'back-up' });
    await finishJob(desk);
    await desk.act({ action: 'restore' });
    await sync(desk);
    expect(forgotten(desk)).toMatchObject([{ kind: 'order-back', order: { state: 'active' } }]);
    expect(ownOrders(desk).map(({ standing }) => standing)).toEqual(['awaiting-payment']);
    // Once it has come as far again, nobody has to be told.
    const [order] = await vendorOrders(desk);
    await desk.act({ action: 'register', orderNumber: order?.orderNumber as OrderNumber });
    await sync(desk);
    expect(forgotten(desk)).toEqual([]);
  });

  test('restored from a newer backup, what it knows again is told no longer', async () => {
    const desk = await signedIn();
    await desk.act({ action: 'back-up' });
    placeOrder(desk);
    await sync(desk);
    await desk.act({ action: 'restore' });
    await sync(desk);
    expect(kinds(desk)).toEqual(['order']);
    await sync(desk, desk);
    expect(kinds(desk)).toEqual(['order']);
  });

  test('a restart after the restore tells the same once', async () => {
    const machine = newMachine();
    const desk = await startHost({ machine });
    await desk.signIn();
    await finishJob(desk);
    await desk.act({ action: 'restore' });
    await sync(desk);
    const told = openForgotten(desk.state()).map(({ id }) => id);
    const later = await startHost({ machine: desk.kill(), vendor: desk.backend });
    await sync(later, later);
    expect(openForgotten(later.state()).map(({ id }) => id)).toEqual(told);
  });
});

/** A desk that has never seen the vendor before. */
async function startTwin(desk: TestHost): Promise<TestHost> {
  const twin = await startHost({
    machine: { ...newMachine(), clock: desk.machine.clock, starts: 2000 },
    vendor: desk.backend,
  });
  await twin.signIn();
  await sync(twin);
  return twin;
}
