import type { Day } from '../../kernel/day.ts';
import { asksAboutPayment, registrationDay } from '../../orders/payment.ts';
import type { Order } from '../../orders/order.ts';
import type { Purchase } from '../../purchases/fold.ts';
import type { AppState } from '../rows/state.ts';

/** A payment that a person made and that the vendor has not registered yet. */
export interface PaymentUnderWay {
  readonly on: Day;
  /** The day on which the vendor should register it (rule G3). */
  readonly expected: Day;
  /** True if it is time to ask: for an order the day after `expected`, for a purchase some days later. */
  readonly overdue: boolean;
}

/**
 * The payment of a purchase in Aruba's pages that Aruba has not registered, as far as anybody has said.
 * Undefined if it is not paid, or registered. It is overdue some working days after the day of rule G3:
 * nobody looks there each day.
 */
export function purchasePayment(
  { state, paidOn, registeredOn }: Pick<Purchase, 'state' | 'paidOn' | 'registeredOn'>,
  today: Day,
): PaymentUnderWay | undefined {
  if (state !== 'paid' || paidOn === null || registeredOn === null) return undefined;
  return { on: paidOn, expected: registeredOn, overdue: asksAboutPayment(registeredOn, today) };
}

/** What payments that a person made are read from. */
export interface SaidPayments {
  readonly workspace: Pick<AppState['workspace'], 'saidPaid'>;
  readonly today: Day;
}

/** What a person said about the payment of an unpaid order. Undefined if nobody said anything. */
export function paymentUnderWay(
  { workspace, today }: SaidPayments,
  { orderNumber, state, paid, method }: Pick<Order, 'orderNumber' | 'state' | 'paid' | 'method'>,
): PaymentUnderWay | undefined {
  const said = workspace.saidPaid.get(orderNumber);
  if (said === undefined || state !== 'awaiting-payment' || paid !== null) return undefined;
  const expected = registrationDay(method, said.on);
  return { on: said.on, expected, overdue: expected < today };
}
