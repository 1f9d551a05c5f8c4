import { isServiceKind } from '../../../core/catalog/item.ts';
import type { Day } from '../../../core/kernel/day.ts';
import type { ItemId } from '../../../core/kernel/id.ts';
import type { Order } from '../../../core/orders/order.ts';
import type { FiguresLine } from '../../../core/quotes/figures.ts';
import { activeItems, expiryOf, type Service, type ServiceItem } from '../../../core/services/service.ts';
import { extraGigabytes, spaceKB } from '../../../core/services/space.ts';

/** The bought thing as a new item with its own anchor. Purchases are never merged. */
const boughtItem = (order: Order, line: FiguresLine): ServiceItem => ({
  id: `${order.orderNumber}-${line.id}` as ItemId,
  kind: line.kind,
  quantity: line.quantity,
  expiry: line.newExpiry,
  anchor: line.newAnchor,
});

/**
 * The item moved to its line's date, only forward: nothing is ever shortened (rules D). If a renewed
 * group was reduced, the other pieces stay as the item `rest`, paid to their old date: reducing
 * means not renewing (rule D5).
 */
function moved(item: ServiceItem, lines: readonly FiguresLine[], rest: string): readonly ServiceItem[] {
  const line = lines.find(({ id, reason }) => reason !== 'bought' && id === item.id);
  if (line === undefined || line.newExpiry <= item.expiry) return [item];
  const left = item.quantity - line.quantity;
  const next = { ...item, quantity: line.quantity, expiry: line.newExpiry, anchor: line.newAnchor };
  return left > 0 ? [next, { ...item, id: rest as ItemId, quantity: left }] : [next];
}

/**
 * Moves every item to the date of its line. An item without a line keeps its date and ends then. `source`
 * begins the ids of the pieces that stay.
 */
export const movedItems = (
  service: Service,
  lines: readonly FiguresLine[],
  source: string,
): readonly ServiceItem[] =>
  service.items.flatMap((item, index) => moved(item, lines, `${source}-rest-${index}`));

/**
 * The service after an order's activation. The dates are those of the order, fixed when
 * it was confirmed (rule D6).
 */
export function activated(service: Service, order: Order, today: Day): Service {
  const items = [
    ...movedItems(service, order.quote.lines, order.orderNumber),
    ...order.quote.lines.filter((line) => line.reason === 'bought').map((line) => boughtItem(order, line)),
  ];
  // The base item of a first purchase comes first, as in every service.
  const sorted = [
    ...items.filter((item) => isServiceKind(item.kind)),
    ...items.filter((item) => !isServiceKind(item.kind)),
  ];
  const next: Service = { ...service, items: sorted };
  const expiry = expiryOf(next);
  return {
    ...next,
    state: expiry !== undefined && expiry < today ? 'expired' : 'active',
    maxSpaceKB: spaceKB(extraGigabytes(activeItems(next, today))),
  };
}
