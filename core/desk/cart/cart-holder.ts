import type { Cart } from '../../orders/cart.ts';
import type { AppState } from '../rows/state.ts';

/** The name of the client that a cart is for; empty if the service or the client is gone. */
export function cartHolder(state: AppState, { subject }: Pick<Cart, 'subject'>): string {
  return subject.kind === 'first-purchase'
    ? (state.workspace.clients.get(subject.clientId)?.name ?? '')
    : (state.replica.services.get(subject.serviceId)?.holder ?? '');
}
