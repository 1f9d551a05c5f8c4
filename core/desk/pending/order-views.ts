import type { Cents } from '../../kernel/cents.ts';
import type { CommandKey, OrderNumber, PersonId, ServiceId } from '../../kernel/id.ts';
import { isFinal, type Order, type OrderState } from '../../orders/order.ts';
import type { PaymentMethod } from '../../orders/payment.ts';
import { grossToPay } from '../../purchases/expected.ts';
import { foldPurchase, type Purchase } from '../../purchases/fold.ts';
import type { PurchaseState } from '../../purchases/purchase.ts';
import { holdsService } from '../../purchases/transitions.ts';
import type { Figures } from '../../quotes/figures.ts';
import type { Service } from '../../services/service.ts';
import type { AppState, Outgoing, Placement } from '../rows/state.ts';
import { openForgotten } from './forgotten.ts';
import { isOwnStudio } from './outgoing.ts';

/**
 * The state of an order as a person sees it: the vendor's state if there is one, else the outbox's (rule
 * G1). In a studio of one's own, the state of the purchase (rule K). `forgotten`: the vendor knew the order
 * and was restored from an older backup.
 */
export type OrderStanding = OrderState | Outgoing['state'] | PurchaseState | 'forgotten';

/** Replica + pending: one order, known to the vendor or not; or a purchase in Aruba's pages. */
export interface OrderView {
  readonly id: string;
  readonly key: CommandKey | null;
  readonly orderNumber: OrderNumber | null;
  readonly standing: OrderStanding;
  readonly holder: string;
  readonly quote: Figures;
  /** What is paid, VAT included: what Aruba's cart showed if somebody read it there, else the figures. */
  readonly gross: Cents;
  /** Null while nobody has said it, in a purchase. */
  readonly method: PaymentMethod | null;
  readonly personIds: readonly PersonId[];
  readonly serviceId: ServiceId | null;
  readonly order: Order | null;
  readonly placement: Placement | null;
  /** The waiting command that places or cancels the order. */
  readonly entry: Outgoing | null;
  /** Only in a studio of one's own. */
  readonly purchase: Purchase | null;
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
    gross: order.quote.gross,
    method: order.method,
    personIds: placement?.personIds ?? [],
    serviceId: order.serviceId,
    order,
    placement,
    entry: cancellations.get(order.orderNumber) ?? null,
    purchase: null,
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
    gross: placement.quote.gross,
    method: placement.method,
    personIds: placement.personIds,
    serviceId: subject.kind === 'first-purchase' ? null : subject.serviceId,
    order: null,
    placement,
    entry,
    purchase: null,
  };
}

/** An order that the vendor forgot. Its number pays nothing any more, so the vendor's row is left out. */
function fromForgotten(id: string, order: Order, state: AppState): OrderView {
  return { ...fromVendor(order, state, new Map()), id, standing: 'forgotten', order: null };
}

function fromPurchase(purchase: Purchase, { replica }: AppState): OrderView {
  const { record, ordered, activated, state } = purchase;
  const { quote, service } = record.revision;
  return {
    id: record.id,
    key: null,
    orderNumber: ordered?.orderNumber ?? null,
    standing: state,
    holder: record.holder,
    quote,
    gross: grossToPay(purchase),
    method: ordered?.method ?? null,
    personIds: record.personIds,
    serviceId: activated?.serviceId ?? service?.id ?? null,
    order: ordered === null ? null : (replica.orders.get(ordered.orderNumber) ?? null),
    placement: null,
    entry: null,
    purchase,
  };
}

/** All purchases, the newest first. */
const purchaseViews = (state: AppState): readonly OrderView[] =>
  [...state.workspace.purchases.values()]
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
    .map((record) => fromPurchase(foldPurchase(record), state));

/**
 * All orders, the newest first: the vendor's and those that it has not confirmed. A studio of one's own has
 * no vendor here, but purchases: the orders of its replica are folded from them.
 */
export function orderViews(state: AppState): readonly OrderView[] {
  if (isOwnStudio(state)) return purchaseViews(state);
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
  const forgotten = openForgotten(state).flatMap(({ id, thing }) =>
    thing.kind === 'order' ? [fromForgotten(id, thing.order, state)] : [],
  );
  return [...pending, ...forgotten, ...confirmed];
}

/** True if the order will still change something. Until then nothing else may be ordered for the service. */
export function isOpen({ purchase, order, standing }: OrderView): boolean {
  if (purchase !== null) return holdsService(purchase.state);
  if (standing === 'forgotten') return false;
  return order === null ? standing !== 'refused' : !isFinal(order) && order.state !== 'activation-failed';
}

/** True if the order exists at Aruba and nobody has paid it yet, as far as is known. */
export const awaitsPayment = (view: OrderView): boolean =>
  isOpen(view) && (view.standing === 'awaiting-payment' || view.standing === 'ordered');

/**
 * True for the unpaid renewal that the vendor leaves after a failed automatic debit. No client placed it
 * (rules F).
 */
export const leftByFailedDebit = ({ order, purchase }: OrderView, service: Service): boolean =>
  order !== null &&
  purchase === null &&
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
