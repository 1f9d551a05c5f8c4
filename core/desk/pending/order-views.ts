import type { CommandKey, OrderNumber, PersonId, ServiceId } from '../../kernel/id.ts';
import { isFinal, type Order, type OrderState } from '../../orders/order.ts';
import type { PaymentMethod } from '../../orders/payment.ts';
import type { Figures } from '../../quotes/figures.ts';
import type { Service } from '../../services/service.ts';
import type { AppState, Outgoing, Placement } from '../rows/state.ts';

/**
 * The state of an order as a person sees it: the vendor's state if there is one, else the outbox's (rule G1).
 */
export type OrderStanding = OrderState | Outgoing['state'];

/** Replica + pending: one order, known to the vendor or not. */
export interface OrderView {
  readonly id: string;
  readonly key: CommandKey | null;
  readonly orderNumber: OrderNumber | null;
  readonly standing: OrderStanding;
  readonly holder: string;
  readonly quote: Figures;
  readonly method: PaymentMethod;
  readonly personIds: readonly PersonId[];
  readonly serviceId: ServiceId | null;
  readonly order: Order | null;
  readonly placement: Placement | null;
  /** The waiting command that places or cancels the order. */
  readonly entry: Outgoing | null;
}

function fromVendor(
  order: Order,
  state: AppState,
  cancellations: ReadonlyMap<OrderNumber, Outgoing>,
): OrderView {
  const placement =
    (order.clientReference === null ? undefined : state.workspace.placements.get(order.clientReference)) ??
    null;
  return {
    id: order.orderNumber,
    key: order.clientReference,
    orderNumber: order.orderNumber,
    standing: order.state,
    holder: order.holder,
    quote: order.quote,
    method: order.method,
    personIds: placement?.personIds ?? [],
    serviceId: order.serviceId,
    order,
    placement,
    entry: cancellations.get(order.orderNumber) ?? null,
  };
}

function fromOutbox(entry: Outgoing, placement: Placement): OrderView {
  const { subject } = placement.cart;
  return {
    id: entry.id,
    key: entry.id,
    orderNumber: null,
    standing: entry.state,
    holder: placement.holder,
    quote: placement.quote,
    method: placement.method,
    personIds: placement.personIds,
    serviceId: subject.kind === 'first-purchase' ? null : subject.serviceId,
    order: null,
    placement,
    entry,
  };
}

/** All orders, the newest first: the vendor's and those that it has not confirmed. */
export function orderViews(state: AppState): readonly OrderView[] {
  const known = new Set<string>();
  const cancellations = new Map<OrderNumber, Outgoing>();
  for (const entry of state.workspace.outbox.values())
    if (entry.command.kind === 'order/cancel') cancellations.set(entry.command.orderNumber, entry);
  const confirmed = [...state.replica.orders.values()].map((order) => {
    if (order.clientReference !== null) known.add(order.clientReference);
    return fromVendor(order, state, cancellations);
  });
  const pending: OrderView[] = [];
  for (const entry of state.workspace.outbox.values()) {
    const placement = state.workspace.placements.get(entry.id);
    if (placement !== undefined && !known.has(entry.id)) pending.push(fromOutbox(entry, placement));
  }
  pending.sort((a, b) => (b.entry?.order ?? 0) - (a.entry?.order ?? 0));
  confirmed.sort((a, b) =>
    a.quote.day < b.quote.day ? 1 : a.quote.day > b.quote.day ? -1 : a.id < b.id ? 1 : -1,
  );
  return [...pending, ...confirmed];
}

/** True if the order will still change something. Until then nothing else may be ordered for the service. */
export const isOpen = (view: OrderView): boolean =>
  view.order === null
    ? view.standing !== 'refused'
    : !isFinal(view.order) && view.order.state !== 'activation-failed';

/**
 * True for the unpaid renewal that the vendor leaves after a failed automatic debit. No client placed it
 * (rules F).
 */
export const leftByFailedDebit = ({ order }: OrderView, service: Service): boolean =>
  order !== null &&
  order.state === 'awaiting-payment' &&
  order.clientReference === null &&
  order.purchase.kind === 'renewal' &&
  service.automaticRenewal;

/** The open order of each service; services without one are absent. */
export function openOrders(state: AppState): ReadonlyMap<ServiceId, OrderView> {
  const open = new Map<ServiceId, OrderView>();
  for (const view of orderViews(state))
    if (view.serviceId !== null && isOpen(view) && !open.has(view.serviceId)) open.set(view.serviceId, view);
  return open;
}

/** The open order of a service; undefined if there is none. */
export const openOrderOf = (state: AppState, serviceId: ServiceId): OrderView | undefined =>
  openOrders(state).get(serviceId);
