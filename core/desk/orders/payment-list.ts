import { isServiceKind } from '../../catalog/item.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { Day } from '../../kernel/day.ts';
import { latestSafeDay, paysAtOnce } from '../../orders/payment.ts';
import type { OrderView } from '../pending/order-views.ts';

/** The orders of a session, sorted by what their payment needs. Each order is in exactly one list. */
export interface PaymentList {
  readonly transfers: readonly OrderView[];
  readonly slips: readonly OrderView[];
  /**
   * Orders that the vendor has not confirmed. Without an order number there is no payment reference (rule
   * G2).
   */
  readonly notYet: readonly OrderView[];
  /**
   * Orders that need no payment: card and PayPal are debited with the order, the others are paid or on their
   * way.
   */
  readonly settled: readonly OrderView[];
  /** Cents to pay now by transfer or slip, VAT included. */
  readonly toPay: Cents;
  /**
   * The last day on which each payment is still registered in time (rule G4); null if no order renews
   * anything.
   */
  readonly payBy: Day | null;
}

const sum = (orders: readonly OrderView[]): Cents =>
  orders.reduce((before, { gross }) => before + gross, 0) as Cents;

/** Sorts orders by how they are paid (rules G1 to G4). Leaves out refused, cancelled and abandoned orders. */
export function paymentList(orders: readonly OrderView[]): PaymentList {
  const transfers: OrderView[] = [];
  const slips: OrderView[] = [];
  const notYet: OrderView[] = [];
  const settled: OrderView[] = [];
  for (const view of orders) {
    const { standing, order } = view;
    if (['refused', 'cancelled', 'abandoned'].includes(standing)) continue;
    if (order === null) notYet.push(view);
    else if (order.state !== 'awaiting-payment' || order.paid !== null || paysAtOnce(order.method))
      settled.push(view);
    else (order.method === 'bank-transfer' ? transfers : slips).push(view);
  }
  const payable = [...transfers, ...slips];
  const limits = payable.flatMap(({ order, quote }) => {
    const renewed = quote.lines.find(({ kind, reason }) => reason === 'renewal' && isServiceKind(kind));
    return renewed === undefined || order === null ? [] : latestSafeDay(order.method, renewed.expiry);
  });
  return { transfers, slips, notYet, settled, toPay: sum(payable), payBy: limits.sort()[0] ?? null };
}
