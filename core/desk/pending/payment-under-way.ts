import type { Day } from '../../kernel/day.ts';
import { registrationDay } from '../../orders/payment.ts';
import type { Order } from '../../orders/order.ts';
import type { AppState } from '../rows/state.ts';

/** A payment that a person made and that the vendor has not registered yet. */
export interface PaymentUnderWay {
  readonly on: Day;
  /** The day on which the vendor should register it (rule G3). */
  readonly expected: Day;
  /** True if that day has passed. */
  readonly overdue: boolean;
}

/** What a person said about the payment of an unpaid order. Undefined if nobody said anything. */
export function paymentUnderWay(
  { workspace, today }: Pick<AppState, 'workspace' | 'today'>,
  { orderNumber, state, paid, method }: Pick<Order, 'orderNumber' | 'state' | 'paid' | 'method'>,
): PaymentUnderWay | undefined {
  const said = workspace.saidPaid.get(orderNumber);
  if (said === undefined || state !== 'awaiting-payment' || paid !== null) return undefined;
  const expected = registrationDay(method, said.on);
  return { on: said.on, expected, overdue: expected < today };
}
