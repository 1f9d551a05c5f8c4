import { isServiceKind } from '../../catalog/item.ts';
import type { Day } from '../../kernel/day.ts';
import type { ServiceId } from '../../kernel/id.ts';
import type { AppState } from '../rows/state.ts';
import { orderViews, type OrderView } from '../pending/order-views.ts';

/** The id of one renewal: the service and the expiry that it starts from. The plan uses the same id. */
export const renewalId = (serviceId: ServiceId, expiry: Day): string => `${serviceId}@${expiry}`;

/**
 * The order of each renewal, by `renewalId`; also a purchase that is only prepared, which nobody prepares
 * twice. An order is matched by the expiry that its figures start at, so this year's order is never taken for
 * next year's. Cancelled, refused and abandoned orders do not count, nor those that `counts` leaves out. Of
 * several the newest counts.
 */
export function renewalOrders(
  state: AppState,
  counts: (view: OrderView) => boolean = () => true,
): ReadonlyMap<string, OrderView> {
  const orders = new Map<string, OrderView>();
  for (const view of orderViews(state)) {
    const subject =
      view.order?.purchase ?? view.placement?.cart.subject ?? view.purchase?.record.revision.content.subject;
    if (subject?.kind !== 'renewal' || ['cancelled', 'refused', 'abandoned'].includes(view.standing))
      continue;
    if (!counts(view)) continue;
    const base = view.quote.lines.find(({ kind, reason }) => reason === 'renewal' && isServiceKind(kind));
    if (base === undefined) continue;
    const id = renewalId(subject.serviceId, base.expiry);
    if (!orders.has(id)) orders.set(id, view);
  }
  return orders;
}
