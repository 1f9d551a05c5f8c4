import type { CartWish } from '../../orders/cart.ts';
import { isOpen, orderViews, type OrderView } from '../pending/order-views.ts';
import type { AppState } from '../rows/state.ts';

/** The open purchase of the same service or client; undefined if there is none. */
export const openFor = (state: AppState, { subject }: Pick<CartWish, 'subject'>): OrderView | undefined =>
  orderViews(state).find((view) => {
    if (!isOpen(view)) return false;
    if (subject.kind !== 'first-purchase') return view.serviceId === subject.serviceId;
    const other = view.purchase?.record.revision.content.subject;
    return other?.kind === 'first-purchase' && other.clientId === subject.clientId;
  });
