import type { Order, OrderState } from './order.ts';

/**
 * Whether two rows are one order. The number alone does not say it: a vendor that was restored from a backup
 * gives it again. An order that no client placed is recognised by what it buys, for whom and when.
 */
export const isSameOrder = (a: Order, b: Order): boolean =>
  a.clientReference === null
    ? b.clientReference === null &&
      a.orderNumber === b.orderNumber &&
      a.holder === b.holder &&
      a.purchase.kind === b.purchase.kind &&
      a.quote.day === b.quote.day &&
      a.quote.gross === b.quote.gross
    : a.clientReference === b.clientReference;

const ranks: Readonly<Record<OrderState, number>> = {
  'awaiting-payment': 0,
  'awaiting-activation': 1,
  'activation-failed': 2,
  active: 3,
  cancelled: 3,
};

/**
 * Whether an order has not come as far as it was known to: a payment, activation or cancellation is missing.
 */
export const isBehind = (order: Order, known: Order): boolean =>
  ranks[order.state] < ranks[known.state] ||
  (known.state === 'cancelled' && order.state !== 'cancelled') ||
  (known.paid !== null && order.paid === null);
