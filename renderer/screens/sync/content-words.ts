import { leftOutOfLine, moduleOfLine, reducedOfLine } from '../../../core/desk/cart/cart-lines.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import { serviceKinds } from '../../../core/catalog/item.ts';
import type { ItemId } from '../../../core/kernel/id.ts';
import type { CartContent } from '../../../core/orders/cart.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';

/**
 * The client that a cart is for. `content` comes from this desk or from the vendor, and is null if the
 * cart was emptied there.
 */
export function contentHolder(state: AppState, content: CartContent | null): string {
  if (content === null) return '';
  return content.kind === 'first-purchase'
    ? content.holder
    : (state.replica.services.get(content.serviceId)?.holder ?? content.serviceId);
}

/** The name of an item of a renewal, with its quantity and expiry to tell it from the others. */
function itemName(id: ItemId, state: AppState, content: CartContent | null): string {
  const service = content?.kind === 'renewal' ? state.replica.services.get(content.serviceId) : undefined;
  const item = service?.items.find((one) => one.id === id);
  if (item === undefined) return text('cart-line.item-gone');
  return text('cart-line.item-of', {
    quantity: item.quantity,
    item: text(`kind.${item.kind}`),
    day: dayText(item.expiry),
  });
}

/** The name of a line of the cart `content`. */
export function lineName(line: string, state: AppState, content: CartContent | null): string {
  const module = moduleOfLine(line);
  if (module !== undefined) return text(`kind.${module}`);
  const item = leftOutOfLine(line);
  if (item !== undefined) return text('cart-line.leave-out', { item: itemName(item, state, content) });
  const reduced = reducedOfLine(line);
  if (reduced !== undefined) return text(`cart-line.reduce-${reduced}`);
  switch (line) {
    case 'quantity':
      return text('cart-line.quantity');
    case 'extension':
      return text('cart-line.extension');
    case 'conventionCode':
      return text('cart-line.convention');
    case 'serviceKind':
      return text('cart-line.service');
    case 'years':
      return text('cart-line.years');
    case 'promotion':
      return text('cart-line.promotion');
    default:
      return text('cart-line.whole');
  }
}

/** The value of a line, in words. */
export function lineValue(value: string | number | boolean | null, line: string): string {
  if (line === 'conventionCode') return value === null ? text('cart-line.none') : String(value);
  if (value === null && reducedOfLine(line) !== undefined) return text('cart-line.all');
  if (typeof value === 'number') return String(value);
  const kind = serviceKinds.find((one) => one === value);
  if (kind !== undefined) return text(`kind.${kind}`);
  return text(value === true ? 'cart-line.yes' : 'cart-line.no');
}
