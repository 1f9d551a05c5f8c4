import type { AppState } from '../../../core/app/state.ts';
import type { ServiceKind } from '../../../core/catalog/item.ts';
import type { PersonId } from '../../../core/kernel/id.ts';
import type { Cart } from '../../../core/orders/cart.ts';
import { text } from '../../text/text.ts';
import { fullName } from '../../../core/people/person.ts';

/** Whose service the cart is for. */
export function cartHolder(state: AppState, { subject }: Cart): string {
  return subject.kind === 'first-purchase'
    ? (state.workspace.clients.get(subject.clientId)?.name ?? '')
    : (state.replica.services.get(subject.serviceId)?.holder ?? '');
}

/** What a cart is called where several stand side by side: one service can have users to buy and a renewal at once. */
export const cartName = (state: AppState, cart: Cart): string =>
  cart.subject.kind === 'renewal' ? text('renewal.cart-of', { holder: cartHolder(state, cart) }) : cartHolder(state, cart);

export function cartKind(state: AppState, { subject }: Cart): ServiceKind {
  return subject.kind === 'first-purchase' ? subject.serviceKind : (state.replica.services.get(subject.serviceId)?.kind ?? 'e-invoicing');
}

/** Names of people still on the staff list, in order. */
export const namesOf = (state: AppState, personIds: readonly PersonId[]): readonly string[] =>
  personIds.flatMap((personId) => {
    const person = state.workspace.people.get(personId);
    return person === undefined ? [] : [fullName(person)];
  });
