// A cart that is on two desks is ordered, on one of them or on both.
import { describe, expect, test } from 'vitest';
import { cartConflicts, cartsToSend } from '../../../core/desk/cart/cart-standing.ts';
import { orderViews } from '../../../core/desk/pending/order-views.ts';
import { payer } from '../../electron/simulator/counter.ts';
import {
  grossOf,
  ownCart,
  ownOrders,
  ownService,
  placeFromCart,
  vendorOrders,
} from '../../support/main-job.ts';
import { cartOf, open, quantity, sharedCart, sync } from '../../support/two-desks.ts';

describe('an order from a cart on two desks', () => {
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
});
