import { describe, expect, test } from 'vitest';
import type { Command } from '../../../../core/desk/command.ts';
import { cartFigures } from '../../../../core/desk/cart/cart-figures.ts';
import { settleNextOrder } from '../../../../core/desk/orders/decide-order.ts';
import { applyChanges, type Outgoing, type WorkspaceRows } from '../../../../core/desk/rows/state.ts';
import type { CartId, CommandKey, OrderNumber, ServiceId } from '../../../../core/kernel/id.ts';
import { orderRequestSchema } from '../../../../core/aruba/protocol.ts';
import { placeOrder } from '../../../../electron/simulator/orders/place-order.ts';
import { register } from '../../../../electron/simulator/orders/order-life.ts';
import { payer } from '../../../electron/simulator/counter.ts';
import { decideBench, sampleOffice, tell } from '../../../support/sample-state.ts';

const own = 'fe-studio' as ServiceId;
const ownCart = 'service-fe-studio' as CartId;
const place = (changes: Partial<Extract<Command, { type: 'order/confirm' }>> = {}): Command => ({
  type: 'order/confirm',
  cartId: ownCart,
  payer: { ...payer },
  method: 'bank-transfer',
  clausesAccepted: true,
  shownGross: 7099,
  ...changes,
});

function ready() {
  const office = sampleOffice();
  const desk = decideBench(office);
  desk.submit({ type: 'cart/open', serviceId: own });
  return { ...desk, vendor: office.vendor };
}

function placed(entryChanges: Partial<Outgoing> = {}) {
  const desk = ready();
  const done = desk.submit(place());
  if (!done.ok) throw new Error(done.error.reason);
  const [entry] = desk.state.workspace.outbox.values();
  if (entry === undefined) throw new Error('It waits');
  desk.state.workspace.outbox.set(entry.id, { ...entry, ...entryChanges });
  return { ...desk, key: entry.id, entry };
}

/** The vendor has processed the order. `paid`: it also has the money. */
function confirmed(paid: boolean) {
  const desk = placed();
  if (desk.entry.command.kind !== 'order/place') throw new Error('An order');
  const result = placeOrder(desk.vendor, desk.entry.command.request, desk.key, desk.state.today);
  if (!result.ok) throw new Error(result.error.text);
  const { orderNumber } = result.value.order;
  const after = paid
    ? register(result.value.state, orderNumber, desk.state.today)
    : { ok: true as const, value: result.value.state };
  if (!after.ok) throw new Error(after.error.reason);
  desk.state.workspace.outbox.clear();
  tell(desk.state.replica, after.value);
  return { ...desk, orderNumber };
}

describe('confirming an order', () => {
  test('figures, names and command are frozen together; the cart is gone, the payer is kept', () => {
    const desk = ready();
    const cart = desk.state.workspace.carts.get(ownCart);
    const quote = cart === undefined ? undefined : cartFigures(desk.state, cart);
    const done = desk.submit(place({ method: 'prefilled-slip' }));
    expect(
      done.ok && done.changes.map(({ table, value }) => `${table}${value === null ? ' gone' : ''}`),
    ).toEqual(['outbox', 'placements', 'carts gone', 'cartBases', 'firm']);
    const [placement] = desk.state.workspace.placements.values();
    const [entry] = desk.state.workspace.outbox.values();
    expect(placement).toMatchObject({
      cart,
      method: 'prefilled-slip',
      placedOn: '2026-11-24',
      personIds: ['p-g-sanna', 'p-d-fontana'],
      settled: false,
    });
    expect(placement?.quote).toEqual(quote?.ok === true ? quote.value : null);
    expect([entry?.id, entry?.state, entry?.order, entry?.tries]).toEqual([placement?.id, 'queued', 1, 0]);
    expect(
      entry?.command.kind === 'order/place' && orderRequestSchema.safeParse(entry.command.request).success,
    ).toBe(true);
    expect(JSON.stringify(entry)).not.toMatch(/Sanna|Fontana|g-sanna/);
    expect(desk.state.workspace.firm.get('firm')?.payer).toEqual(payer);
  });

  test('orders for several services go out in the order of their confirmation', () => {
    const desk = ready();
    desk.submit(place());
    desk.submit({ type: 'cart/open', serviceId: 'fe-neri' as ServiceId });
    const cart = desk.state.workspace.carts.get('service-fe-neri');
    const quote = cart === undefined ? undefined : cartFigures(desk.state, cart);
    desk.submit(
      place({ cartId: 'service-fe-neri' as CartId, shownGross: quote?.ok === true ? quote.value.gross : 0 }),
    );
    expect([...desk.state.workspace.outbox.values()].map(({ order }) => order)).toEqual([1, 2]);
  });

  test.each<readonly [what: string, command: Command, refusal: object]>([
    ['no such cart', place({ cartId: 'service-nowhere' as CartId }), { reason: 'unknown', what: 'cart' }],
    ['the clauses are not accepted', place({ clausesAccepted: false }), { reason: 'clauses-not-accepted' }],
    [
      'the total is another',
      place({ shownGross: 7098 }),
      { reason: 'figures-changed', shown: 7098, now: 7099 },
    ],
  ])('%s', (_what, command, refusal) => {
    expect(ready().refusal(command)).toEqual(refusal);
  });

  test.each(['queued', 'sending', 'outcome-unknown'] as const)(
    'another one is %s: nothing is ordered again',
    (state) => {
      const desk = placed({ state });
      desk.submit({ type: 'cart/open', serviceId: own });
      expect(desk.refusal(place({ shownGross: 0 }))).toEqual({
        reason: 'order-on-its-way',
        holder: 'Studio Bianchi e Associati',
      });
    },
  );

  test('a refused one stops nobody, an active one neither, one that awaits payment does', () => {
    const refused = placed({ state: 'refused' });
    refused.submit({ type: 'cart/open', serviceId: own });
    expect(refused.refusal(place())).toBeUndefined();
    for (const paid of [false, true]) {
      const desk = confirmed(paid);
      desk.submit({ type: 'cart/open', serviceId: own });
      expect(desk.refusal(place({ shownGross: 0 }))?.reason).toBe(
        paid ? 'figures-changed' : 'order-on-its-way',
      );
    }
  });

  test('for a client whose first order is on its way no second one is confirmed', () => {
    const desk = ready();
    const open: Command = {
      type: 'cart/open-first',
      clientId: '05566770516' as never,
      serviceKind: 'receive-only',
    };
    desk.submit(open);
    const cart = desk.state.workspace.carts.get('client-05566770516');
    const quote = cart === undefined ? undefined : cartFigures(desk.state, cart);
    const command = place({
      cartId: 'client-05566770516' as CartId,
      shownGross: quote?.ok === true ? quote.value.gross : 0,
    });
    expect(desk.submit(command)).toMatchObject({ ok: true });
    desk.submit(open);
    expect(desk.refusal(command)).toEqual({ reason: 'order-on-its-way', holder: 'Otticanova srl' });
  });

  test('the service is gone, or the price list: no order without figures', () => {
    const desk = ready();
    desk.state.replica.priceLists.clear();
    expect(desk.refusal(place())).toEqual({ reason: 'unknown', what: 'price-list' });
    const other = ready();
    other.state.replica.services.delete(own);
    expect(other.refusal(place())).toEqual({ reason: 'unknown', what: 'service' });
    const expired = ready();
    expired.state.today = '2027-04-01' as typeof expired.state.today;
    expect(expired.refusal(place())).toEqual({ reason: 'service-in-grace' });
  });
});

describe('taking back', () => {
  test.each<Partial<Outgoing>>([
    { state: 'queued' },
    { state: 'queued', lastAnswer: 'not-accepted' },
    { state: 'refused', lastAnswer: 'received' },
    { state: 'refused', lastAnswer: 'no-answer' },
  ])('%j: the cart is as it was', (entry) => {
    const desk = placed(entry);
    const { cart } = desk.state.workspace.placements.get(desk.key) ?? {};
    expect(desk.submit({ type: 'order/withdraw', key: desk.key })).toMatchObject({ ok: true });
    expect([
      desk.state.workspace.carts.get(ownCart),
      desk.state.workspace.outbox.size,
      desk.state.workspace.placements.size,
    ]).toEqual([cart, 0, 0]);
  });

  test.each<Partial<Outgoing>>([
    { state: 'sending' },
    { state: 'outcome-unknown' },
    { state: 'sending', lastAnswer: 'received' },
  ])('%j: it may have arrived, so it stays', (entry) => {
    const desk = placed(entry);
    expect(desk.refusal({ type: 'order/withdraw', key: desk.key })).toEqual({
      reason: 'outcome-not-known',
      key: desk.key,
    });
  });

  test('a cart opened meanwhile is not written over', () => {
    const desk = placed();
    desk.submit({ type: 'cart/open', serviceId: own });
    desk.submit({ type: 'cart/quantity', cartId: ownCart, quantity: 7 });
    desk.submit({ type: 'order/withdraw', key: desk.key });
    expect(desk.state.workspace.carts.get(ownCart)?.quantity).toBe(7);
  });

  test('what does not wait cannot be taken back', () => {
    const key = '01930000-0000-7000-8000-00000000ffff' as CommandKey;
    expect(placed().refusal({ type: 'order/withdraw', key })).toEqual({ reason: 'unknown', what: 'order' });
  });
});

describe('cancelling', () => {
  const cancel = (orderNumber: string): Command => ({
    type: 'order/request-cancellation',
    orderNumber: orderNumber as OrderNumber,
  });

  test('a command to the vendor like any other; a second one waits for the first', () => {
    const desk = confirmed(false);
    const done = desk.submit(cancel(desk.orderNumber));
    expect(done.ok && done.changes).toMatchObject([
      {
        table: 'outbox',
        value: { state: 'queued', command: { kind: 'order/cancel', orderNumber: desk.orderNumber } },
      },
    ]);
    expect(desk.refusal(cancel(desk.orderNumber))).toEqual({
      reason: 'cancellation-on-its-way',
      orderNumber: desk.orderNumber,
    });
  });

  test('one that was refused can be asked again, and takes the place of the first; or it is dismissed', () => {
    const desk = confirmed(false);
    desk.submit(cancel(desk.orderNumber));
    const [entry] = desk.state.workspace.outbox.values();
    if (entry === undefined) throw new Error('It waits');
    const parked: Outgoing = {
      ...entry,
      state: 'refused',
      lastAnswer: 'received',
      refusal: { errorCode: '0204', errorDescription: '', vendorQuote: null },
    };
    desk.state.workspace.outbox.set(entry.id, parked);
    expect(desk.refusal({ type: 'order/withdraw', key: entry.id })).toBeUndefined();
    desk.submit(cancel(desk.orderNumber));
    expect(
      [...desk.state.workspace.outbox.values()].map(({ id, state }) => [id === entry.id, state]),
    ).toEqual([[false, 'queued']]);
  });

  test('paid, active or unknown orders cannot be cancelled', () => {
    const desk = confirmed(true);
    expect(desk.refusal(cancel(desk.orderNumber))).toEqual({
      reason: 'order-not-cancellable',
      orderNumber: desk.orderNumber,
    });
    expect(desk.refusal(cancel('99999999'))).toEqual({ reason: 'unknown', what: 'order' });
  });
});

describe('after activation', () => {
  test('its people get its seats, once', () => {
    const desk = confirmed(true);
    const changes = settleNextOrder(desk.state);
    expect(changes.filter(({ table }) => table === 'seats').map(({ id }) => id)).toEqual([
      'fe-studio/p-g-sanna',
      'fe-studio/p-d-fontana',
    ]);
    applyChanges<WorkspaceRows>(desk.state.workspace, changes);
    expect(settleNextOrder(desk.state)).toEqual([]);
  });

  test('before it nothing happens', () => {
    expect([settleNextOrder(confirmed(false).state), settleNextOrder(placed().state)]).toEqual([[], []]);
  });

  test('who needs none any more gets none; nobody gets a seat that is not there', () => {
    const desk = confirmed(true);
    desk.submit({ type: 'seat/need', serviceId: own, personIds: ['p-g-sanna' as never], needed: false });
    desk.submit({
      type: 'seat/need',
      serviceId: own,
      personIds: ['p-f-riva' as never, 'p-l-rizzi' as never],
      needed: true,
    });
    desk.submit({
      type: 'seat/assign',
      serviceId: own,
      personIds: ['p-f-riva' as never, 'p-l-rizzi' as never],
    });
    const changes = settleNextOrder(desk.state);
    expect(changes.map(({ table }) => table)).toEqual(['placements']);
  });
});
