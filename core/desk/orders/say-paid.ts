import type { Day } from '../../kernel/day.ts';
import type { OrderNumber } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import { paysAtOnce } from '../../orders/payment.ts';
import type { Decision as DecisionOr } from '../define-command.ts';
import type { AppState } from '../rows/state.ts';
import type { OrdersRefusal } from './refusals.ts';

/**
 * Notes the day on which a person paid an order, or that it was not paid after all (`on` null). Only for an
 * order that awaits its payment, and never for a day to come.
 */
export function sayPaid(
  { replica, workspace, today }: AppState,
  { orderNumber, on }: { readonly orderNumber: OrderNumber; readonly on: Day | null },
): DecisionOr<OrdersRefusal> {
  const order = replica.orders.get(orderNumber);
  if (order === undefined) return err({ reason: 'unknown', what: 'order' });
  if (on === null)
    return ok(
      workspace.saidPaid.has(orderNumber) ? [{ table: 'saidPaid', id: orderNumber, value: null }] : [],
    );
  if (order.state !== 'awaiting-payment' || order.paid !== null || paysAtOnce(order.method))
    return err({ reason: 'order-not-to-pay', orderNumber });
  if (on > today) return err({ reason: 'paid-in-the-future', on });
  return ok([{ table: 'saidPaid', id: orderNumber, value: { id: orderNumber, on } }]);
}
