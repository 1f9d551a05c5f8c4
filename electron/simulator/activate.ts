import { isServiceKind } from '../../core/catalog/item.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { ItemId } from '../../core/kernel/id.ts';
import type { Order } from '../../core/orders/order.ts';
import type { QuoteLine } from '../../core/quotes/quote.ts';
import { expiryOf, type Service, type ServiceItem } from '../../core/services/service.ts';

/** What was bought becomes an item of its own, with its own anchor: purchases are never merged. */
const boughtItem = (order: Order, line: QuoteLine): ServiceItem => ({
  id: `${order.orderNumber}-${line.id}` as ItemId,
  kind: line.kind,
  quantity: line.quantity,
  expiry: line.newExpiry,
  anchor: line.newAnchor,
});

/** An extension moves an item only where it is still there and only forward: nothing is ever shortened (rule D). */
function extended(item: ServiceItem, lines: readonly QuoteLine[]): ServiceItem {
  const line = lines.find(({ id, reason }) => reason === 'extension' && id === item.id);
  return line !== undefined && line.newExpiry > item.expiry ? { ...item, expiry: line.newExpiry, anchor: line.newAnchor } : item;
}

/** The service after an order's activation: the dates are those of the order, fixed when it was confirmed (rule D6). */
export function activated(service: Service, order: Order, today: Day): Service {
  const items = [
    ...service.items.map((item) => extended(item, order.quote.lines)),
    ...order.quote.lines.filter((line) => line.reason === 'bought').map((line) => boughtItem(order, line)),
  ];
  // The base item of a first purchase comes first, as on every service.
  const sorted = [...items.filter((item) => isServiceKind(item.kind)), ...items.filter((item) => !isServiceKind(item.kind))];
  const next: Service = { ...service, items: sorted };
  const expiry = expiryOf(next);
  return { ...next, state: expiry !== undefined && expiry < today ? 'expired' : 'active' };
}
