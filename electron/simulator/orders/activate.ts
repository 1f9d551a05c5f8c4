import { isServiceKind } from '../../../core/catalog/item.ts';
import type { Day } from '../../../core/kernel/day.ts';
import type { ItemId } from '../../../core/kernel/id.ts';
import type { Order } from '../../../core/orders/order.ts';
import type { FiguresLine } from '../../../core/quotes/figures.ts';
import { activeItems, expiryOf, type Service, type ServiceItem } from '../../../core/services/service.ts';
import { extraGigabytes, spaceKB } from '../../../core/services/space.ts';

/** What was bought becomes an item of its own, with its own anchor: purchases are never merged. */
const boughtItem = (order: Order, line: FiguresLine): ServiceItem => ({
  id: `${order.orderNumber}-${line.id}` as ItemId,
  kind: line.kind,
  quantity: line.quantity,
  expiry: line.newExpiry,
  anchor: line.newAnchor,
});

/**
 * An item where its line brings it, only forward: nothing is ever shortened (rule D). Of a renewed group that
 * was reduced
 * the rest stays as `rest`, paid to its own old date: reducing means not renewing (rule D5).
 */
function moved(item: ServiceItem, lines: readonly FiguresLine[], rest: string): readonly ServiceItem[] {
  const line = lines.find(({ id, reason }) => reason !== 'bought' && id === item.id);
  if (line === undefined || line.newExpiry <= item.expiry) return [item];
  const left = item.quantity - line.quantity;
  const next = { ...item, quantity: line.quantity, expiry: line.newExpiry, anchor: line.newAnchor };
  return left > 0 ? [next, { ...item, id: rest as ItemId, quantity: left }] : [next];
}

/**
 * Every item where the lines of a quote bring it; what has none keeps its date and ends by itself. `source`
 * makes the ids of rests.
 */
export const movedItems = (
  service: Service,
  lines: readonly FiguresLine[],
  source: string,
): readonly ServiceItem[] =>
  service.items.flatMap((item, index) => moved(item, lines, `${source}-rest-${index}`));

/**
 * The service after an order's activation: the dates are those of the order, fixed when it was confirmed
 * (rule D6).
 */
export function activated(service: Service, order: Order, today: Day): Service {
  const items = [
    ...movedItems(service, order.quote.lines, order.orderNumber),
    ...order.quote.lines.filter((line) => line.reason === 'bought').map((line) => boughtItem(order, line)),
  ];
  // The base item of a first purchase comes first, as on every service.
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
