import type { Cart } from '../../orders/cart.ts';
import type { Payer } from '../../orders/payment.ts';
import type { AppState } from '../rows/state.ts';

/**
 * Whose service a cart is for, by VAT number: a first purchase, its later users and its renewals are one
 * holder's.
 */
const holderOf = ({ replica }: AppState, { subject }: Cart): string | undefined =>
  subject.kind === 'first-purchase' ? subject.clientId : replica.services.get(subject.serviceId)?.vatCode;

/**
 * Who pays for a cart, as far as is known: for a holder who has ordered before the last order's payer, else
 * the firm's own data.
 */
export function usualPayers(state: AppState): (cart: Cart) => Payer | undefined {
  const last = new Map<string | undefined, Payer>();
  for (const { cart, payer } of state.workspace.placements.values()) last.set(holderOf(state, cart), payer);
  return (cart) => last.get(holderOf(state, cart)) ?? state.workspace.firm.get('firm')?.payer;
}
