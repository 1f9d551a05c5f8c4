import { takesModules } from '../../../core/catalog/item.ts';
import { priceListOn } from '../../../core/catalog/price-list.ts';
import { daysBetween, type Day } from '../../../core/kernel/day.ts';
import type { ClientId, CommandKey, OrderNumber, ServiceId } from '../../../core/kernel/id.ts';
import { ok, type Result } from '../../../core/kernel/result.ts';
import { cartIdOf } from '../../../core/orders/cart.ts';
import { isFinal, type Order } from '../../../core/orders/order.ts';
import { paysAtOnce } from '../../../core/orders/payment.ts';
import type { Figures } from '../../../core/quotes/figures.ts';
import { defaultOffPolicy } from '../../../core/renewals/add-users.ts';
import type { Service } from '../../../core/services/service.ts';
import type { OrderRequest } from '../../../core/aruba/protocol.ts';
import { putOrder, putService, writeCart } from '../state/change-log.ts';
import { mailOrderConfirmed } from './mail-texts.ts';
import { newOrder, takeNumber } from './new-order.ts';
import { pay } from './order-life.ts';
import { spaceKB } from '../../../core/services/space.ts';
import { serviceOf, type SimulatorDocument } from '../state/state.ts';
import { refuse, vendorQuote, type PlaceRefusal } from './vendor-quote.ts';

/** An order confirmed offline keeps its day (rule D6), within these days around the vendor's day (own). */
const acceptedDays = { before: 7, after: 1 } as const;

/**
 * An open order of this service. Another one would pay the same extension twice (own;
 * the client refuses it too).
 */
const openOrderOf = (state: SimulatorDocument, { purchase }: OrderRequest): Order | undefined =>
  purchase.kind === 'first-purchase'
    ? undefined
    : state.orders.find(
        (order) =>
          order.serviceId === purchase.serviceId && !isFinal(order) && order.state !== 'activation-failed',
      );

/**
 * Empties the cart at the vendor, because its content is now an order. Also a cart that was never written
 * here: a write that is still on its way then comes too late (412) and does not bring back what was ordered.
 */
function emptyCart(
  state: SimulatorDocument,
  { purchase }: OrderRequest,
  key: CommandKey | null,
): SimulatorDocument {
  const cartId = cartIdOf(
    purchase.kind === 'first-purchase' ? { ...purchase, clientId: purchase.vatCode as ClientId } : purchase,
  );
  return key === null ? state : writeCart(state, cartId, null, key);
}

/**
 * Whether the client expected the same figures and dates. Another OFF policy, or a renewal made
 * elsewhere, can give the same total.
 */
function sameFigures({ purchase, rule, priceListVersion, expected }: OrderRequest, quote: Figures): boolean {
  const samePolicy =
    purchase.kind !== 'add-users' || purchase.extension || purchase.offPolicy === defaultOffPolicy;
  const sameTotal =
    expected.net === quote.net && expected.vat === quote.vat && expected.gross === quote.gross;
  const sameTarget = expected.target === undefined || expected.target === quote.target;
  return (
    samePolicy &&
    sameTarget &&
    sameTotal &&
    rule === quote.rule &&
    priceListVersion === quote.priceListVersion
  );
}

function newService(
  orderNumber: OrderNumber,
  purchase: Extract<OrderRequest['purchase'], { kind: 'first-purchase' }>,
): Service {
  const { serviceKind, holder, vatCode, promotion } = purchase;
  return {
    id: `${takesModules(serviceKind) ? 'fe' : 'sr'}-${orderNumber}` as ServiceId,
    kind: serviceKind,
    holder,
    vatCode,
    panelUsername: `ARUBA${vatCode}`,
    state: 'awaiting-payment',
    items: [],
    users: [],
    usedSpaceKB: 0,
    maxSpaceKB: spaceKB(0),
    automaticRenewal: false,
    promotional: promotion,
  };
}

/**
 * Places an order. Checks the day, computes everything again, and refuses if a figure differs (rule
 * C4). A first purchase makes its service at once, in `awaiting-payment`. Card and PayPal are paid
 * with the order (domain.md 2.7).
 */
export function placeOrder(
  state: SimulatorDocument,
  request: OrderRequest,
  key: CommandKey | null,
  today: Day,
): Result<{ readonly state: SimulatorDocument; readonly order: Order }, PlaceRefusal> {
  const ahead = daysBetween(today, request.day);
  if (ahead > acceptedDays.after || ahead < -acceptedDays.before)
    return refuse(
      'dayNotAccepted',
      `Il giorno dell'ordine (${request.day}) non è ammesso: oggi è il ${today}`,
    );
  const list = priceListOn(state.priceLists, request.day);
  if (list === undefined) return refuse('dayNotAccepted', `Nessun listino in vigore il ${request.day}`);
  const { purchase } = request;
  const quoted = vendorQuote(state, purchase, request.day, list);
  if (!quoted.ok) return quoted;
  const open = openOrderOf(state, request);
  if (open !== undefined)
    return refuse('orderOpen', `Per questo servizio c'è già l'ordine ${open.orderNumber} in corso`);
  if (!sameFigures(request, quoted.value))
    return refuse('figuresDiffer', 'Gli importi non coincidono con quelli calcolati', quoted.value);

  const numbered = takeNumber(state);
  const service =
    purchase.kind === 'first-purchase'
      ? newService(numbered.orderNumber, purchase)
      : serviceOf(state, purchase.serviceId);
  if (service === undefined) return refuse('serviceNotActive', 'Il servizio non è attivo');
  const order = newOrder(numbered.orderNumber, key, request, service, quoted.value, today);
  const withService =
    purchase.kind === 'first-purchase' ? putService(numbered.state, service) : numbered.state;
  const placed = mailOrderConfirmed(emptyCart(putOrder(withService, order), request, key), order, today);
  if (!paysAtOnce(request.method)) return ok({ state: placed, order });
  const paid = pay(placed, order.orderNumber, today);
  return ok({ state: paid.ok ? paid.value : placed, order });
}
