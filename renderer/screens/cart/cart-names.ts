import type { AppState } from '../../../core/desk/rows/state.ts';
import { serviceOfCart } from '../../../core/desk/cart/cart-figures.ts';
import { phaseOf } from '../../../core/services/lifecycle.ts';
import type { ServiceKind } from '../../../core/catalog/item.ts';
import type { PersonId } from '../../../core/kernel/id.ts';
import type { Cart } from '../../../core/orders/cart.ts';
import { text } from '../../text/text.ts';
import { fullName } from '../../../core/people/person.ts';

/** Whose service the cart is for. */
function cartHolder(state: AppState, { subject }: Cart): string {
  return subject.kind === 'first-purchase'
    ? (state.workspace.clients.get(subject.clientId)?.name ?? '')
    : (state.replica.services.get(subject.serviceId)?.holder ?? '');
}

/**
 * What a cart is called where several stand side by side: one service can have users to buy and a renewal at
 * once.
 */
export const cartName = (state: AppState, cart: Cart): string =>
  cart.subject.kind === 'renewal'
    ? text('renewal.cart-of', { holder: cartHolder(state, cart) })
    : cartHolder(state, cart);

function cartKind(state: AppState, { subject }: Cart): ServiceKind {
  return subject.kind === 'first-purchase'
    ? subject.serviceKind
    : (state.replica.services.get(subject.serviceId)?.kind ?? 'e-invoicing');
}

/** Names of people still on the staff list, in order. */
export const namesOf = (state: AppState, personIds: readonly PersonId[]): readonly string[] =>
  personIds.flatMap((personId) => {
    const person = state.workspace.people.get(personId);
    return person === undefined ? [] : [fullName(person)];
  });

/** Whose service, and whether it is bought for, renewed or reactivated. */
export function cartLead(state: AppState, cart: Cart): string {
  const values = { holder: cartHolder(state, cart), kind: text(`kind.${cartKind(state, cart)}`) };
  if (cart.subject.kind !== 'renewal') return text('cart.lead', values);
  const service = serviceOfCart(state, cart);
  const grace = service !== undefined && phaseOf(service, state.today) === 'grace';
  return text(grace ? 'renewal.lead-reactivation' : 'renewal.lead', values);
}
