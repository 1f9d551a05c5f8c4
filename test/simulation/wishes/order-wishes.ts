import { cartFigures } from '../../../core/desk/cart/cart-figures.ts';
import type { Command } from '../../../core/desk/command.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import type { CartId, CommandKey, OrderNumber } from '../../../core/kernel/id.ts';
import { canCancel } from '../../../core/orders/order.ts';
import { paymentMethods } from '../../../core/orders/payment.ts';
import { cartWishes } from './cart-wishes.ts';
import { cartOf, nth, serviceOf, type Numbers, type Wish } from './wish.ts';

function place(state: AppState, id: CartId, [, b]: Numbers): Command {
  const cart = state.workspace.carts.get(id);
  const quote = cart === undefined ? undefined : cartFigures(state, cart);
  const payer = state.workspace.firm.get('firm')?.payer;
  if (payer === undefined) throw new Error('The firm is there');
  return {
    type: 'order/confirm',
    cartId: id,
    payer,
    method: paymentMethods[b % paymentMethods.length] ?? 'card',
    clausesAccepted: true,
    shownGross: quote?.ok === true ? quote.value.gross : 0,
  };
}

const renewalCart = (state: AppState, numbers: Numbers): CartId =>
  `renewal-${serviceOf(state, numbers)}` as CartId;

export const orderWishes = {
  place: (numbers) => [(state) => place(state, cartOf(state, numbers), numbers)],
  buy: (numbers) => [
    ...cartWishes.open(numbers),
    (state) => place(state, `service-${serviceOf(state, numbers)}` as CartId, numbers),
  ],
  renew: (numbers) => [
    ...cartWishes['open-renewal'](numbers),
    (state) => ({
      type: 'cart/renewal-years',
      cartId: renewalCart(state, numbers),
      years: 1 + (numbers[2] % 3),
    }),
    (state) => place(state, renewalCart(state, numbers), numbers),
  ],
  cancel: ([a]) => [
    (state) => {
      const cancellable = [...state.replica.orders.values()]
        .filter(canCancel)
        .map(({ orderNumber }) => orderNumber);
      return {
        type: 'order/request-cancellation',
        orderNumber: (nth(cancellable, a) ??
          nth(state.replica.orders.keys(), a) ??
          '00000000') as OrderNumber,
      };
    },
  ],
  withdraw: ([a]) => [
    (state) => ({
      type: 'order/withdraw',
      key: (nth(state.workspace.outbox.keys(), a) ?? '0') as CommandKey,
    }),
  ],
  automatic: (numbers) => [
    (state) => ({
      type: 'automatic-renewal/switch',
      serviceId: serviceOf(state, numbers),
      on: numbers[1] % 2 === 0,
    }),
  ],
} satisfies Readonly<Record<string, Wish>>;
