import { isServiceKind } from '../../catalog/item.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { Day } from '../../kernel/day.ts';
import { latestSafeDay, paysAtOnce } from '../../orders/payment.ts';
import type { OrderView } from '../pending/order-views.ts';

/** The orders of a session by what is to be done about their payment; each order is in exactly one list. */
export interface PaymentList {
  readonly transfers: readonly OrderView[];
  readonly slips: readonly OrderView[];
  /** Not confirmed by the vendor yet: without the number there is no reference to pay with (rule G2). */
  readonly notYet: readonly OrderView[];
  /** Card and PayPal are debited with the order; the others are paid already, wholly or on their way. */
  readonly settled: readonly OrderView[];
  /** Cents to be paid now, VAT included: transfers and slips. */
  readonly toPay: Cents;
  /**
   * The last day on which every one of them is still registered in time (rule G4); null where none renews
   * anything.
   */
  readonly payBy: Day | null;
}

const sum = (orders: readonly OrderView[]): Cents =>
  orders.reduce((before, { quote }) => before + quote.gross, 0) as Cents;

/** Sorts orders by how they are paid; refused and cancelled ones have no place in it (rules G1 to G4). */
export function paymentList(orders: readonly OrderView[]): PaymentList {
  const transfers: OrderView[] = [];
  const slips: OrderView[] = [];
  const notYet: OrderView[] = [];
  const settled: OrderView[] = [];
  for (const view of orders) {
    const { standing, method, order } = view;
    if (standing === 'refused' || standing === 'cancelled') continue;
    if (order === null) notYet.push(view);
    else if (order.state !== 'awaiting-payment' || order.paid !== null || paysAtOnce(method))
      settled.push(view);
    else (method === 'bank-transfer' ? transfers : slips).push(view);
  }
  const payable = [...transfers, ...slips];
  const limits = payable.flatMap(({ method, quote }) => {
    const renewed = quote.lines.find(({ kind, reason }) => reason === 'renewal' && isServiceKind(kind));
    return renewed === undefined ? [] : latestSafeDay(method, renewed.expiry);
  });
  return { transfers, slips, notYet, settled, toPay: sum(payable), payBy: limits.sort()[0] ?? null };
}
