// The main job without a screen: the real host and the real simulator, in one process.
import { describe, expect, test } from 'vitest';
import { cartFigures } from '../../../core/desk/cart/cart-figures.ts';
import { hasLeft } from '../../../core/people/person.ts';
import { euro } from '../../support/samples.ts';
import {
  finishJob,
  grossOf,
  ownBoard,
  ownCart,
  ownOrders,
  ownService,
  placeFromCart,
  placeOrder,
  vendorOrders,
  waitingPeople,
} from '../../support/main-job.ts';
import { startHost, type TestHost } from '../../support/test-host.ts';

const standing = (desk: TestHost): string | undefined => ownOrders(desk)[0]?.standing;

describe('the main job', () => {
  test('sign in, cart with E1 to the cent, order, number, payment, the day moves, active: seats and usernames once', async () => {
    const desk = await startHost();
    expect(desk.state().workspace.people.size).toBe(34);
    expect(desk.host.snapshot().sync.link).toBe('connecting');
    await desk.signIn();
    expect(desk.host.snapshot().sync.link).toBe('synced');
    expect(ownBoard(desk)).toMatchObject({ bought: 3, held: 3, free: 0, missing: waitingPeople });

    desk.do({ type: 'cart/open', serviceId: ownService });
    const state = desk.state();
    const cart = state.workspace.carts.get(ownCart);
    if (cart === undefined) throw new Error('The cart is open');
    expect([cart.quantity, cart.personIds]).toEqual([2, waitingPeople]);
    const quote = cartFigures(state, cart);
    if (!quote.ok) throw new Error(quote.error.reason);
    expect(quote.value.lines.map(({ kind, net }) => `${kind} ${euro(net)}`)).toEqual([
      'user 9.80',
      'e-invoicing 22.43',
      'user 11.03',
      'documents 14.93',
    ]);
    expect([euro(quote.value.net), euro(quote.value.vat), euro(quote.value.gross)]).toEqual([
      '58.19',
      '12.80',
      '70.99',
    ]);
    expect(new Set(quote.value.lines.map(({ newExpiry }) => newExpiry))).toEqual(new Set(['2027-11-24']));

    placeFromCart(desk);
    expect(standing(desk)).toBe('sending');
    await desk.rest();
    const [order] = ownOrders(desk);
    expect([
      order?.standing,
      order?.orderNumber,
      desk.state().workspace.outbox.size,
      desk.state().workspace.carts.size,
    ]).toEqual(['awaiting-payment', '31904418', 0, 0]);
    expect(
      [...ownBoard(desk).status].filter(([id]) => waitingPeople.includes(id)).map(([, status]) => status),
    ).toEqual(['ordered', 'ordered']);
    const mails = (await desk.vendor()).mails.filter(({ orderNumber }) => orderNumber === '31904418');
    expect(mails.map(({ subject }) => subject.slice(0, 22))).toEqual(['Conferma ordine serviz']);

    if (order?.orderNumber == null) throw new Error('It has its number');
    await desk.act({ action: 'pay', orderNumber: order.orderNumber });
    await desk.host.syncNow();
    expect([standing(desk), ownOrders(desk)[0]?.order?.paid]).toEqual([
      'awaiting-payment',
      { on: '2026-11-24', registeredOn: '2026-11-25' },
    ]);
    await desk.act({ action: 'move-day', days: 1 });
    await desk.host.syncNow();
    expect([standing(desk), desk.host.snapshot().today]).toEqual(['active', '2026-11-25']);

    const board = ownBoard(desk);
    expect([board.bought, board.held, board.free, board.waiting]).toEqual([5, 5, 0, []]);
    expect(
      waitingPeople.map((id) => desk.state().workspace.seats.get(`${ownService}/${id}`)?.username),
    ).toEqual(['gsanna01', 'dfontana01']);
    expect(desk.state().workspace.needs.size).toBe(0);
    await desk.host.syncNow();
    await desk.pass(60_000);
    expect([desk.state().workspace.seats.size, (await vendorOrders(desk)).length]).toEqual([8, 1]);
    expect([desk.mirror.complaints, desk.mirror.difference()]).toEqual([[], '']);
  });

  test('by card: active with the same exchange', async () => {
    const desk = await startHost();
    await desk.signIn();
    placeOrder(desk, 'card');
    await desk.rest();
    expect([standing(desk), ownBoard(desk).waiting]).toEqual(['active', []]);
  });

  test('money is the same on both sides, and the vendor knows no person’s name', async () => {
    const desk = await startHost();
    await finishJob(desk);
    const [ours] = ownOrders(desk);
    const [theirs] = await vendorOrders(desk);
    expect(theirs?.quote).toEqual(ours?.placement?.quote);
    const people = new Set([...desk.state().workspace.people.values()].map(({ familyName }) => familyName));
    const sent = desk.requests.filter(({ path }) => path === '/api/v2/orders').map(({ body }) => body ?? '');
    expect(sent).toHaveLength(1);
    for (const name of ['Sanna', 'Fontana'])
      expect([people.has(name), sent.some((body) => body.includes(name))]).toEqual([true, false]);
  });

  test('a first purchase: the client becomes a service, and leaves the list of clients', async () => {
    const desk = await startHost();
    await desk.signIn();
    const [client] = desk.state().workspace.clients.values();
    if (client === undefined) throw new Error('The sample has clients');
    desk.do({ type: 'cart/open-first', clientId: client.id, serviceKind: 'e-invoicing' });
    const [cart] = desk.state().workspace.carts.values();
    if (cart === undefined) throw new Error('The cart is open');
    desk.do({ type: 'cart/quantity', cartId: cart.id, quantity: 3 });
    desk.do({ type: 'cart/module', cartId: cart.id, module: 'documents', included: true });
    desk.do({ type: 'cart/term', cartId: cart.id, serviceKind: 'e-invoicing', years: 2, promotion: false });
    placeFromCart(desk, 'paypal', cart.id);
    await desk.rest();
    const service = [...desk.state().replica.services.values()].find(
      ({ vatCode }) => vatCode === client.vatCode,
    );
    expect([
      service?.state,
      service?.items.map(({ kind, quantity, expiry }) => `${kind} ${quantity} ${expiry}`),
    ]).toEqual(['active', ['e-invoicing 1 2028-11-24', 'user 3 2028-11-24', 'documents 1 2028-11-24']]);
    expect(desk.state().workspace.clients.has(client.id)).toBe(false);
  });

  test('an order that awaits payment can be cancelled, and the people wait again', async () => {
    const desk = await startHost();
    await desk.signIn();
    placeOrder(desk);
    await desk.rest();
    const orderNumber = ownOrders(desk)[0]?.orderNumber;
    if (orderNumber == null) throw new Error('It has its number');
    desk.do({ type: 'order/request-cancellation', orderNumber });
    await desk.rest();
    expect([standing(desk), ownBoard(desk).missing, desk.state().workspace.outbox.size]).toEqual([
      'cancelled',
      waitingPeople,
      0,
    ]);
    placeOrder(desk);
    await desk.rest();
    expect(ownOrders(desk).map((view) => view.standing)).toEqual(['awaiting-payment', 'cancelled']);
  });

  test('a person who left meanwhile gets no seat; the seat stays free', async () => {
    const desk = await startHost();
    await desk.signIn();
    placeOrder(desk);
    await desk.rest();
    const person = desk.state().workspace.people.get('p-g-sanna');
    const orderNumber = ownOrders(desk)[0]?.orderNumber;
    if (person === undefined || orderNumber == null) throw new Error('Both are there');
    const { id, ...details } = person;
    desk.do({
      type: 'person/change',
      personId: id,
      details: { ...details, end: '2026-11-20' as typeof person.end },
    });
    await desk.act({ action: 'register', orderNumber });
    await desk.host.syncNow();
    const changed = desk.state().workspace.people.get(id);
    expect([
      changed !== undefined && hasLeft(changed, desk.state().today),
      ownBoard(desk).free,
      ownBoard(desk).waiting,
    ]).toEqual([true, 1, []]);
  });

  test('the figures shown are the figures ordered: a total that moved is refused', async () => {
    const desk = await startHost();
    await desk.signIn();
    desk.do({ type: 'cart/open', serviceId: ownService });
    const shownGross = grossOf(desk);
    desk.do({ type: 'cart/quantity', cartId: ownCart, quantity: 3 });
    const payer = desk.state().workspace.firm.get('firm')?.payer;
    if (payer === undefined) throw new Error('The firm is there');
    const placed = desk.host.submit({
      type: 'order/confirm',
      cartId: ownCart,
      payer,
      method: 'card',
      clausesAccepted: true,
      shownGross,
    });
    expect(placed).toEqual({ ok: false, error: { reason: 'figures-changed', shown: 7099, now: 7697 } });
    expect(desk.state().workspace.outbox.size).toBe(0);
  });
});
