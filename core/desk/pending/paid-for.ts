import type { ItemKind } from '../../catalog/item.ts';
import type { Day } from '../../kernel/day.ts';
import type { ServiceId } from '../../kernel/id.ts';
import type { Order } from '../../orders/order.ts';
import { asksAboutPayment } from '../../orders/payment.ts';
import type { AppState } from '../rows/state.ts';
import { paymentUnderWay, type SaidPayments } from './payment-under-way.ts';

/** For each service the last day to which paid orders that are not active yet bring each kind of item. */
export type PaidFor = ReadonlyMap<ServiceId, ReadonlyMap<ItemKind, Day>>;

export const nothingPaid: PaidFor = new Map();

/**
 * True while a payment does its work: Aruba has it or will have it in time. A payment that Aruba has not
 * registered in time (rule G3), and an order that is not active long after it, do nothing.
 */
function isPaid(state: SaidPayments, order: Order): boolean {
  const { today } = state;
  if (order.state === 'awaiting-activation') {
    const since = order.history.findLast((step) => step.state === order.state)?.on;
    return since === undefined || !asksAboutPayment(since, today);
  }
  if (order.state !== 'awaiting-payment') return false;
  if (order.paid !== null) return !asksAboutPayment(order.paid.registeredOn, today);
  return paymentUnderWay(state, order)?.overdue === false;
}

/** What paid orders will move once they are active: those days are dealt with. */
export function paidFor(
  state: SaidPayments & { readonly replica: Pick<AppState['replica'], 'orders'> },
): PaidFor {
  const paid = new Map<ServiceId, Map<ItemKind, Day>>();
  for (const order of state.replica.orders.values()) {
    const { serviceId, quote } = order;
    if (serviceId === null || !isPaid(state, order)) continue;
    const days = paid.get(serviceId) ?? new Map<ItemKind, Day>();
    paid.set(serviceId, days);
    for (const { kind, reason, newExpiry } of quote.lines)
      if ((reason !== 'bought' || kind === order.serviceKind) && newExpiry > (days.get(kind) ?? ''))
        days.set(kind, newExpiry);
  }
  return paid;
}

/** True if a paid order moves the item beyond its expiry. */
export const isPaidFor = (
  paid: PaidFor,
  serviceId: ServiceId,
  { kind, expiry }: { readonly kind: ItemKind; readonly expiry: Day },
): boolean => (paid.get(serviceId)?.get(kind) ?? '') > expiry;
