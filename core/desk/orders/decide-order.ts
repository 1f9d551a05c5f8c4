import type { CartId, CommandKey, OrderNumber } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import { namedInCart, type Cart } from '../../orders/cart.ts';
import { canCancel } from '../../orders/order.ts';
import type { Payer, PaymentMethod } from '../../orders/payment.ts';
import type { Person } from '../../people/person.ts';
import type { Service } from '../../services/service.ts';
import { orderedCart } from '../cart/cart-sync.ts';
import { cartStanding } from '../cart/cart-standing.ts';
import { purchaseOf } from '../cart/wire-content.ts';
import type { Decision as DecisionOr, IdOf } from '../define-command.ts';
import type { OrdersRefusal } from './refusals.ts';
import { cartPricing, cartFigures, serviceOfCart } from '../cart/cart-figures.ts';
import { seatChanges } from '../seats/decide-seats.ts';
import { outgoing } from '../pending/outgoing.ts';
import type { AppState, Firm, Placement, WorkspaceChange } from '../rows/state.ts';
import { boardOf } from '../seats/seat-boards.ts';
import { openOrderOf, orderViews } from '../pending/order-views.ts';

type Decision = DecisionOr<OrdersRefusal>;

/** The confirmation of an order. `shownGross` is the total on the screen, in cents. */
export interface Confirmation {
  readonly cartId: CartId;
  readonly payer: Payer;
  readonly method: PaymentMethod;
  readonly clausesAccepted: boolean;
  readonly shownGross: number;
}

function openOrderFor(state: AppState, cart: Cart): boolean {
  if (cart.subject.kind !== 'first-purchase') return openOrderOf(state, cart.subject.serviceId) !== undefined;
  return orderViews(state).some(
    (view) =>
      view.placement?.cart.id === cart.id &&
      view.standing !== 'cancelled' &&
      view.standing !== 'refused' &&
      view.standing !== 'forgotten',
  );
}

/**
 * Confirms an order. The frozen figures, the people and the vendor's command are written together (rules C4,
 * D6). Refused if the total differs from the one on the screen, or if another order for the same service is
 * on its way.
 */
export function placeOrder(state: AppState, command: Confirmation, idOf: IdOf): Decision {
  const cart = state.workspace.carts.get(command.cartId);
  if (cart === undefined) return err({ reason: 'unknown', what: 'cart' });
  if (!command.clausesAccepted) return err({ reason: 'clauses-not-accepted' });
  const pricing = cartPricing(state);
  if (!pricing.ok) return pricing;
  const described = purchaseOf(state, cart, pricing.value.offPolicy);
  if (described === undefined)
    return err({ reason: 'unknown', what: cart.subject.kind === 'first-purchase' ? 'client' : 'service' });
  const { purchase, holder } = described;
  if (openOrderFor(state, cart)) return err({ reason: 'order-on-its-way', holder });
  if (cartStanding(state, cart.id).conflicts.length > 0)
    return err({ reason: 'cart-conflict', cartId: cart.id });
  const quoted = cartFigures(state, cart);
  if (!quoted.ok) return quoted;
  const quote = quoted.value;
  if (quote.gross !== command.shownGross)
    return err({ reason: 'figures-changed', shown: command.shownGross, now: quote.gross });
  const key = idOf(`order ${cart.id}`) as CommandKey;
  const { payer, method } = command;
  const placement: Placement = {
    id: key,
    cart,
    holder,
    quote,
    payer,
    method,
    placedOn: state.today,
    personIds: namedInCart(cart),
    settled: false,
  };
  const request = {
    purchase,
    day: quote.day,
    rule: quote.rule,
    priceListVersion: quote.priceListVersion,
    expected: { net: quote.net, vat: quote.vat, gross: quote.gross, target: quote.target },
    payer,
    method,
    clausesAccepted: true,
  } as const;
  return ok([
    outgoing(state, key, { kind: 'order/place', request }),
    { table: 'placements', id: key, value: placement },
    { table: 'carts', id: cart.id, value: null },
    orderedCart(state, cart.id, key),
    ...ownPayer(pricing.value.firm, serviceOfCart(state, cart), payer),
  ]);
}

/**
 * An order for the firm's own service updates the firm's own data. The payer of a client's order stays with
 * that order.
 */
function ownPayer(firm: Firm, service: Service | undefined, payer: Payer): readonly WorkspaceChange[] {
  return service?.vatCode === firm.payer.vatCode
    ? [{ table: 'firm', id: 'firm', value: { ...firm, payer } }]
    : [];
}

/** Asks the vendor to cancel an order that awaits payment (rule G1). */
export function cancelOrder(
  state: AppState,
  { orderNumber }: { readonly orderNumber: OrderNumber },
  idOf: IdOf,
): Decision {
  const view = orderViews(state).find((candidate) => candidate.orderNumber === orderNumber);
  if (view?.order === undefined || view.order === null) return err({ reason: 'unknown', what: 'order' });
  if (view.entry !== null && view.entry.state !== 'refused')
    return err({ reason: 'cancellation-on-its-way', orderNumber });
  if (!canCancel(view.order)) return err({ reason: 'order-not-cancellable', orderNumber });
  const key = idOf(`cancel ${orderNumber}`) as CommandKey;
  const refusedBefore: WorkspaceChange[] =
    view.entry === null ? [] : [{ table: 'outbox', id: view.entry.id, value: null }];
  return ok([...refusedBefore, outgoing(state, key, { kind: 'order/cancel', orderNumber })]);
}

/**
 * Withdraws a command that was surely not processed or was refused. A withdrawn order becomes a cart again.
 */
export function withdrawOrder(state: AppState, { key }: { readonly key: CommandKey }): Decision {
  const entry = state.workspace.outbox.get(key);
  if (entry === undefined) return err({ reason: 'unknown', what: 'order' });
  if (entry.state === 'sending' || entry.state === 'outcome-unknown')
    return err({ reason: 'outcome-not-known', key });
  const changes: WorkspaceChange[] = [{ table: 'outbox', id: key, value: null }];
  const placement = state.workspace.placements.get(key);
  if (placement !== undefined) {
    changes.push({ table: 'placements', id: key, value: null });
    if (!state.workspace.carts.has(placement.cart.id))
      changes.push({ table: 'carts', id: placement.cart.id, value: placement.cart });
  }
  return ok(changes);
}

/**
 * After a pull: gives the seats of an order that became active to its people, if they still wait. Settles one
 * order a call, each order once. Returns an empty list if nothing is left to settle.
 */
export function settleNextOrder(state: AppState): readonly WorkspaceChange[] {
  for (const { placement, order } of orderViews(state)) {
    if (order === null || placement === null || placement.settled || order.state !== 'active') continue;
    const service = order.serviceId === null ? undefined : state.replica.services.get(order.serviceId);
    if (service === undefined) continue;
    const { subject } = placement.cart;
    const client: WorkspaceChange[] =
      subject.kind === 'first-purchase' ? [{ table: 'clients', id: subject.clientId, value: null }] : [];
    return [
      ...seatChanges(state, service, servedBy(state, placement, service)),
      { table: 'placements', id: placement.id, value: { ...placement, settled: true } },
      ...client,
    ];
  }
  return [];
}

/** The people of a placement who still wait, in their order, up to the number of free seats. */
function servedBy(state: AppState, placement: Placement, service: Service): readonly Person[] {
  const board = boardOf(state, service);
  const waiting = new Set(board.waiting.filter((personId) => !board.seatOf.has(personId)));
  return placement.personIds
    .filter((personId) => waiting.has(personId))
    .slice(0, board.free)
    .flatMap((personId) => state.workspace.people.get(personId) ?? []);
}
