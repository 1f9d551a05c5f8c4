import { priceListOn } from '../../../core/catalog/price-list.ts';
import { addDays, addMonths, type Day } from '../../../core/kernel/day.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { err, ok, type Result } from '../../../core/kernel/result.ts';
import type { Purchase } from '../../../core/orders/cart.ts';
import type { Order } from '../../../core/orders/order.ts';
import { paysAtOnce } from '../../../core/orders/payment.ts';
import type { Figures } from '../../../core/quotes/figures.ts';
import { renewalFigures } from '../../../core/quotes/renewal-figures.ts';
import { defaultMonthRule } from '../../../core/renewals/months.ts';
import type { Service } from '../../../core/services/service.ts';
import type { refusalCodes } from '../../../core/aruba/protocol.ts';
import { movedItems } from './activate.ts';
import { putOrder, putService } from '../state/change-log.ts';
import { mailDebitFailed, mailRenewedAutomatically } from './mail-texts.ts';
import { accountPayer, newOrder, takeNumber } from './new-order.ts';
import { serviceOf, type SimulatorDocument, type StoredMethod } from '../state/state.ts';

/** How long a method that is stored today works (own: cards run for years). */
const methodMonths = 36;

const storedMethodOf = (state: SimulatorDocument, id: ServiceId): StoredMethod | undefined =>
  state.storedMethods.get(id);

const worksOn = (stored: StoredMethod | undefined, today: Day): stored is StoredMethod =>
  stored !== undefined && stored.validUntil >= today;

const putMethod = (state: SimulatorDocument, stored: StoredMethod): SimulatorDocument => ({
  ...state,
  storedMethods: state.storedMethods.with(stored),
});

/**
 * Paying by card or PayPal stores the method and switches automatic renewal on, for the years just
 * bought (domain.md 2.3, 2.4). If it is already on, the stored method stays: paying a left order
 * by hand does not replace it.
 */
export function methodStored(
  state: SimulatorDocument,
  { method, serviceId, purchase }: Order,
  today: Day,
): SimulatorDocument {
  const service = serviceId === null ? undefined : serviceOf(state, serviceId);
  if (!paysAtOnce(method) || service === undefined || service.automaticRenewal) return state;
  const years =
    purchase.kind === 'add-users' ? (storedMethodOf(state, service.id)?.years ?? 1) : purchase.years;
  const stored = putMethod(state, {
    serviceId: service.id,
    validUntil: addMonths(today, methodMonths),
    years,
  });
  return putService(stored, { ...service, automaticRenewal: true });
}

/** Ends the stored method with yesterday. Returns undefined if the service has none. */
export function methodExpired(state: SimulatorDocument, id: ServiceId): SimulatorDocument | undefined {
  const stored = storedMethodOf(state, id);
  return stored === undefined
    ? undefined
    : putMethod(state, { ...stored, validUntil: addDays(state.day, -1) });
}

/**
 * The customer switches automatic renewal. Switching it to its present state changes nothing. Refuses to
 * switch it on without a working stored method (rules F).
 */
export function switchAutomaticRenewal(
  state: SimulatorDocument,
  id: ServiceId,
  on: boolean,
): Result<SimulatorDocument, { readonly code: keyof typeof refusalCodes; readonly text: string }> {
  const service = serviceOf(state, id);
  if (service === undefined || (service.state !== 'active' && service.state !== 'expired'))
    return err({ code: 'serviceNotActive', text: 'Il servizio non è attivo' });
  if (service.automaticRenewal === on) return ok(state);
  if (on && !worksOn(storedMethodOf(state, id), state.day))
    return err({ code: 'noStoredMethod', text: 'Non c’è un metodo di pagamento memorizzato e valido' });
  return ok(putService(state, { ...service, automaticRenewal: on }));
}

/**
 * The debit failed: nothing is renewed, but there is an unpaid order, to pay by
 * hand or cancel (domain.md 2.4).
 */
function leftUnpaid(
  state: SimulatorDocument,
  service: Service,
  quote: Figures,
  years: number,
  today: Day,
): SimulatorDocument {
  const numbered = takeNumber(state);
  const purchase: Purchase = {
    kind: 'renewal',
    serviceId: service.id,
    years,
    leftOut: [],
    reduceTo: {},
    conventionCode: null,
  };
  // By hand means by bank transfer, until somebody chooses another method.
  const asked = { purchase, payer: accountPayer(state), method: 'bank-transfer' } as const;
  const order = newOrder(numbered.orderNumber, null, asked, service, quote, today);
  return mailDebitFailed(putOrder(numbered.state, order), order, today);
}

/**
 * The debit seven days before the expiry. Renews the whole service for the years chosen last (rules F, D3).
 */
export function renewAutomatically(
  state: SimulatorDocument,
  service: Service,
  today: Day,
): SimulatorDocument {
  const priceList = priceListOn(state.priceLists, today);
  const stored = storedMethodOf(state, service.id);
  const years = stored?.years ?? 1;
  if (priceList === undefined) return state;
  const quoted = renewalFigures({
    day: today,
    rule: defaultMonthRule,
    priceList,
    service,
    years,
    leftOut: [],
    reduceTo: {},
  });
  // A service that cannot be renewed as a whole (for example a module without the module that it needs) ends
  // as if automatic renewal were off.
  if (!quoted.ok) return state;
  if (!worksOn(stored, today)) return leftUnpaid(state, service, quoted.value, years, today);
  const renewed = { ...service, items: movedItems(service, quoted.value.lines, 'automatic') };
  return mailRenewedAutomatically(putService(state, renewed), renewed, quoted.value.gross, today);
}
