import type { Day } from '../../kernel/day.ts';
import type { CartId, CommandKey, OrderNumber } from '../../kernel/id.ts';
import type { CartRefusal } from '../cart/refusals.ts';

/** Why nothing was sent to the vendor, or taken back. */
export type OrdersRefusal =
  | CartRefusal
  | { readonly reason: 'clauses-not-accepted' }
  | { readonly reason: 'order-on-its-way'; readonly holder: string }
  | { readonly reason: 'cart-conflict'; readonly cartId: CartId }
  | { readonly reason: 'order-not-cancellable'; readonly orderNumber: OrderNumber }
  | { readonly reason: 'order-not-to-pay'; readonly orderNumber: OrderNumber }
  | { readonly reason: 'paid-in-the-future'; readonly on: Day }
  | { readonly reason: 'cancellation-on-its-way'; readonly orderNumber: OrderNumber }
  | { readonly reason: 'outcome-not-known'; readonly key: CommandKey }
  | { readonly reason: 'renewal-switch-on-its-way'; readonly holder: string };
