import type { AppState } from '../../../core/desk/rows/state.ts';
import { cartHolder } from '../../../core/desk/cart/cart-holder.ts';
import { serviceOfCart } from '../../../core/desk/cart/cart-figures.ts';
import { phaseOf } from '../../../core/services/lifecycle.ts';
import type { ServiceKind } from '../../../core/catalog/item.ts';
import type { PersonId } from '../../../core/kernel/id.ts';
import type { Cart } from '../../../core/orders/cart.ts';
import { text } from '../../text/text.ts';
import { fullName } from '../../../core/people/person.ts';

/**
 * The name of a cart in a list of carts. One service can have a cart of new users and a renewal cart at once.
 */
export const cartName = (state: AppState, cart: Cart): string =>
  cart.subject.kind === 'renewal'
    ? text('renewal-cart.cart-of', { holder: cartHolder(state, cart) })
    : cartHolder(state, cart);

function cartKind(state: AppState, { subject }: Cart): ServiceKind {
  return subject.kind === 'first-purchase'
    ? subject.serviceKind
    : (state.replica.services.get(subject.serviceId)?.kind ?? 'e-invoicing');
}

/** The names of the people who are still on the staff list, in the given order. */
export const namesOf = (state: AppState, personIds: readonly PersonId[]): readonly string[] =>
  personIds.flatMap((personId) => {
    const person = state.workspace.people.get(personId);
    return person === undefined ? [] : [fullName(person)];
  });

/** The sentence under the title: whose service, and whether it is bought, renewed or reactivated. */
export function cartLead(state: AppState, cart: Cart): string {
  const values = { holder: cartHolder(state, cart), kind: text(`kind.${cartKind(state, cart)}`) };
  if (cart.subject.kind !== 'renewal') return text('cart.lead', values);
  const service = serviceOfCart(state, cart);
  const grace = service !== undefined && phaseOf(service, state.today) === 'grace';
  return text(grace ? 'renewal-cart.lead-reactivation' : 'renewal-cart.lead', values);
}
