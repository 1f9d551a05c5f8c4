// Events that the client did not cause: purchases in the panel, and other prices.
import { priceListOn, type PriceList } from '../../../core/catalog/price-list.ts';
import { cents, share } from '../../../core/kernel/cents.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { err, ok, type Result } from '../../../core/kernel/result.ts';
import type { Purchase } from '../../../core/orders/cart.ts';
import { defaultOffPolicy } from '../../../core/renewals/add-users.ts';
import { putOrder, touch } from '../state/change-log.ts';
import { mailOrderConfirmed } from '../orders/mail-texts.ts';
import { accountPayer, newOrder, takeNumber } from '../orders/new-order.ts';
import { register, type LifeRefusal } from '../orders/order-life.ts';
import { serviceOf, type SimulatorDocument } from '../state/state.ts';
import { vendorQuote, type PlaceRefusal } from '../orders/vendor-quote.ts';

/**
 * Somebody buys one user in the panel with the extension on, and pays at once. Every item of
 * the service moves (rule D1).
 */
export function panelPurchase(
  state: SimulatorDocument,
  serviceId: ServiceId,
): Result<SimulatorDocument, LifeRefusal | PlaceRefusal> {
  const purchase: Purchase = {
    kind: 'add-users',
    serviceId,
    quantity: 1,
    modules: [],
    extension: true,
    offPolicy: defaultOffPolicy,
    conventionCode: null,
  };
  const service = serviceOf(state, serviceId);
  const priceList = priceListOn(state.priceLists, state.day);
  if (service === undefined || priceList === undefined)
    return err({ code: 'serviceNotActive', text: 'Il servizio non è attivo', vendorQuote: null });
  const quoted = vendorQuote(state, purchase, state.day, priceList);
  if (!quoted.ok) return quoted;
  const numbered = takeNumber(state);
  const asked = { purchase, payer: accountPayer(state), method: 'bank-transfer' } as const;
  const order = newOrder(numbered.orderNumber, null, asked, service, quoted.value, state.day);
  return register(
    mailOrderConfirmed(putOrder(numbered.state, order), order, state.day),
    order.orderNumber,
    state.day,
  );
}

const raised = ({ yearly }: PriceList, percent: number): PriceList['yearly'] => {
  const price = (kind: keyof PriceList['yearly']) => cents(share(yearly[kind], 100 + percent, 100));
  return {
    'e-invoicing': price('e-invoicing'),
    'receive-only': price('receive-only'),
    user: price('user'),
    documents: price('documents'),
    collections: price('collections'),
    'orders-nso': price('orders-nso'),
    woocommerce: price('woocommerce'),
    'extra-gb': price('extra-gb'),
  };
};

/**
 * Adds a price list that is valid from today. Every yearly price changes by `percent`, rounded
 * half up. The promotion stays.
 */
export function changedPriceList(
  state: SimulatorDocument,
  percent: number,
): Result<SimulatorDocument, { readonly reason: 'not-possible' }> {
  const current = priceListOn(state.priceLists, state.day);
  if (current === undefined) return err({ reason: 'not-possible' });
  const [year = '', month = ''] = state.day.split('-');
  const version = `${month}/${year}-${state.priceLists.length + 1}`;
  const next: PriceList = {
    ...current,
    version,
    validFrom: state.day,
    source: 'Listino simulato',
    yearly: raised(current, percent),
  };
  return ok(touch({ ...state, priceLists: [...state.priceLists, next] }, { type: 'priceList', id: version }));
}
