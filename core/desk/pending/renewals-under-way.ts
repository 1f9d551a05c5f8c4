import type { ServiceId } from '../../kernel/id.ts';
import { isOrdered } from '../../purchases/order.ts';
import { expiryOf } from '../../services/service.ts';
import type { AppState } from '../rows/state.ts';
import { isOpen, orderViews, type OrderView } from './order-views.ts';

/**
 * True once the order exists at Aruba or is on its way there. A purchase that is only prepared is nothing at
 * Aruba yet (rule K).
 */
export const isAtAruba = ({ purchase }: Pick<OrderView, 'purchase'>): boolean =>
  purchase === null || isOrdered(purchase.state);

/**
 * The open order that moves the expiry of each service, and so takes the place of its renewal: a renewal,
 * also one that is only prepared, and an extension that is ordered. Users that are bought without it move
 * nothing. Of several the newest counts.
 */
export function renewalsUnderWay(state: AppState): ReadonlyMap<ServiceId, OrderView> {
  const found = new Map<ServiceId, OrderView>();
  for (const view of orderViews(state)) {
    const { serviceId, quote } = view;
    const service = serviceId === null ? undefined : state.replica.services.get(serviceId);
    if (service === undefined || found.has(service.id) || !isOpen(view)) continue;
    const expiry = expiryOf(service);
    const moves = quote.lines.some(
      ({ kind, reason, newExpiry }) =>
        kind === service.kind &&
        expiry !== undefined &&
        newExpiry > expiry &&
        (reason === 'renewal' || isAtAruba(view)),
    );
    if (moves) found.set(service.id, view);
  }
  return found;
}
