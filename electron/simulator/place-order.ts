import { priceListOn, type PriceList } from '../../core/catalog/price-list.ts';
import { takesModules } from '../../core/catalog/item.ts';
import { daysBetween, type Day } from '../../core/kernel/day.ts';
import type { CartId, CommandKey, OrderNumber, ServiceId } from '../../core/kernel/id.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import { isFinal, type Order } from '../../core/orders/order.ts';
import { paysAtOnce } from '../../core/orders/payment.ts';
import { quoteAddUsers, quoteFirstPurchase, type Quote, type QuoteRefusal } from '../../core/quotes/quote.ts';
import { defaultOffPolicy } from '../../core/renewals/add-users.ts';
import { defaultMonthRule } from '../../core/renewals/months.ts';
import type { Service } from '../../core/services/service.ts';
import type { OrderRequest, refusalCodes } from '../../core/vendor/protocol.ts';
import { cartOf, putOrder, putService, writeCart } from './change-log.ts';
import { mailOrderConfirmed } from './mail-texts.ts';
import { pay } from './order-life.ts';
import { serviceOf, type SimulatorDocument } from './state.ts';

export interface PlaceRefusal {
  readonly code: keyof typeof refusalCodes;
  readonly text: string;
  readonly vendorQuote: Quote | null;
}

/** An order confirmed offline keeps its day (rule D6), within these limits around the vendor's day (own). */
const acceptedDays = { before: 7, after: 1 } as const;

const includedSpaceKB = 1_048_576;
/** Where to pay: invented, with formally valid check digits (domain.md 8.4). */
export const payee = { beneficiary: 'Aruba PEC S.p.A. (simulata)', iban: 'IT98O9999900000000000123456', postalAccount: '9999990000' } as const;

const refuse = (code: PlaceRefusal['code'], text: string, vendorQuote: Quote | null = null) => err<PlaceRefusal>({ code, text, vendorQuote });

function quoteRefused(refusal: QuoteRefusal) {
  if (refusal.reason === 'service-in-grace') return refuse('serviceNotActive', 'Il servizio è scaduto: va prima riattivato');
  if (refusal.reason === 'service-not-active') return refuse('serviceNotActive', 'Il servizio non è attivo');
  return refuse('purchaseRefused', `Acquisto non ammesso: ${refusal.reason}`);
}

/** An order of this service that still goes on: another one would pay the same extension twice (own; the client holds to it too). */
const openOrderOf = (state: SimulatorDocument, { purchase }: OrderRequest): Order | undefined =>
  purchase.kind === 'first-purchase'
    ? undefined
    : state.orders.find((order) => order.serviceId === purchase.serviceId && !isFinal(order) && order.state !== 'activation-failed');

/** What was in the cart is now an order: the cart at the vendor is empty. */
function emptyCart(state: SimulatorDocument, { purchase }: OrderRequest, key: CommandKey | null): SimulatorDocument {
  const cartId = (purchase.kind === 'first-purchase' ? `client-${purchase.vatCode}` : `service-${purchase.serviceId}`) as CartId;
  return key === null || cartOf(state, cartId).version === 0 ? state : writeCart(state, cartId, null, key);
}

/** The vendor's own figures, by its own rule and policy, whatever the client computed with. */
function vendorQuote(state: SimulatorDocument, { purchase, day }: OrderRequest, priceList: PriceList): Result<Quote, PlaceRefusal> {
  const pricing = { day, rule: defaultMonthRule, priceList, conventionCode: purchase.conventionCode };
  if (purchase.kind === 'first-purchase') {
    if (state.services.some(({ vatCode }) => vatCode === purchase.vatCode))
      return refuse('alreadyActive', 'Per questa partita IVA esiste già un servizio o un ordine aperto');
    const quoted = quoteFirstPurchase({
      ...pricing,
      kind: purchase.serviceKind,
      quantity: purchase.quantity,
      modules: purchase.modules,
      years: purchase.years,
      promotion: purchase.promotion,
    });
    return quoted.ok ? quoted : quoteRefused(quoted.error);
  }
  const service = serviceOf(state, purchase.serviceId);
  if (service === undefined || service.state !== 'active')
    return quoteRefused({ reason: service?.state === 'expired' ? 'service-in-grace' : 'service-not-active' });
  const quoted = quoteAddUsers({
    ...pricing,
    service,
    quantity: purchase.quantity,
    modules: purchase.modules,
    extension: purchase.extension,
    offPolicy: defaultOffPolicy,
  });
  return quoted.ok ? quoted : quoteRefused(quoted.error);
}

/** Whether the client counted on the same figures; a different OFF policy gives the same total but other dates. */
function sameFigures({ purchase, rule, priceListVersion, expected }: OrderRequest, quote: Quote): boolean {
  const sameDates = purchase.kind === 'first-purchase' || purchase.extension || purchase.offPolicy === defaultOffPolicy;
  const sameTotal = expected.net === quote.net && expected.vat === quote.vat && expected.gross === quote.gross;
  return sameDates && sameTotal && rule === quote.rule && priceListVersion === quote.priceListVersion;
}

function newService(orderNumber: OrderNumber, purchase: Extract<OrderRequest['purchase'], { kind: 'first-purchase' }>): Service {
  const { serviceKind, holder, vatCode } = purchase;
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
    maxSpaceKB: includedSpaceKB,
    automaticRenewal: false,
  };
}

function newOrder(orderNumber: OrderNumber, key: CommandKey | null, request: OrderRequest, service: Service, quote: Quote, today: Day): Order {
  return {
    orderNumber,
    clientReference: key,
    purchase: request.purchase,
    serviceId: service.id,
    holder: service.holder,
    serviceKind: service.kind,
    state: 'awaiting-payment',
    history: [{ state: 'awaiting-payment', on: today }],
    quote,
    payer: request.payer,
    method: request.method,
    payment: { reference: orderNumber, ...payee },
    paid: null,
  };
}

/**
 * Places an order: the day is checked, everything is computed anew, and it is refused where a figure differs (rule C4).
 * A first purchase makes its service at once, in `awaiting-payment`; card and PayPal are paid with the order (domain.md 2.7).
 */
export function placeOrder(
  state: SimulatorDocument,
  request: OrderRequest,
  key: CommandKey | null,
  today: Day,
): Result<{ readonly state: SimulatorDocument; readonly order: Order }, PlaceRefusal> {
  const ahead = daysBetween(today, request.day);
  if (ahead > acceptedDays.after || ahead < -acceptedDays.before)
    return refuse('dayNotAccepted', `Il giorno dell'ordine (${request.day}) non è ammesso: oggi è il ${today}`);
  const list = priceListOn(state.priceLists, request.day);
  if (list === undefined) return refuse('dayNotAccepted', `Nessun listino in vigore il ${request.day}`);
  const quoted = vendorQuote(state, request, list);
  if (!quoted.ok) return quoted;
  const open = openOrderOf(state, request);
  if (open !== undefined) return refuse('orderOpen', `Per questo servizio c'è già l'ordine ${open.orderNumber} in corso`);
  if (!sameFigures(request, quoted.value)) return refuse('figuresDiffer', 'Gli importi non coincidono con quelli calcolati', quoted.value);

  const orderNumber = String(state.nextOrderNumber).padStart(8, '0') as OrderNumber;
  const numbered = { ...state, nextOrderNumber: state.nextOrderNumber + 1 };
  const { purchase } = request;
  const service = purchase.kind === 'first-purchase' ? newService(orderNumber, purchase) : serviceOf(state, purchase.serviceId);
  if (service === undefined) return quoteRefused({ reason: 'service-not-active' });
  const order = newOrder(orderNumber, key, request, service, quoted.value, today);
  const withService = purchase.kind === 'first-purchase' ? putService(numbered, service) : numbered;
  const placed = mailOrderConfirmed(emptyCart(putOrder(withService, order), request, key), order, today);
  if (!paysAtOnce(request.method)) return ok({ state: placed, order });
  const paid = pay(placed, orderNumber, today);
  return ok({ state: paid.ok ? paid.value : placed, order });
}
