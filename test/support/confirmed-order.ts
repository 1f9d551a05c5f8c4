import { cartFigures } from '../../core/desk/cart/cart-figures.ts';
import type { Command } from '../../core/desk/command.ts';
import type { AppState } from '../../core/desk/rows/state.ts';
import type { CartId } from '../../core/kernel/id.ts';
import { payer } from '../electron/simulator/counter.ts';

/** The command that orders what is in a cart. Throws if there is no such cart. */
export function confirmedOrder(state: AppState, cartId: string): Command {
  const cart = state.workspace.carts.get(cartId as CartId);
  const figures = cart === undefined ? undefined : cartFigures(state, cart);
  if (cart === undefined || figures?.ok !== true) throw new Error('There is a cart');
  return {
    type: 'order/confirm',
    cartId: cart.id,
    payer,
    method: 'bank-transfer',
    clausesAccepted: true,
    shownGross: figures.value.gross,
  };
}
