// Orders as a client sends them, with the figures of the shared engine.
import type { Day } from '../../../core/kernel/day.ts';
import { cents } from '../../../core/kernel/cents.ts';
import type { ItemId, ServiceId } from '../../../core/kernel/id.ts';
import { figuresOf } from '../../../core/orders/cart.ts';
import type { PaymentMethod } from '../../../core/orders/payment.ts';
import { quoteRenewal } from '../../../core/quotes/renewal-figures.ts';
import { firstPurchaseFigures } from '../../../core/quotes/figures.ts';
import type { OrderRequest } from '../../../core/aruba/protocol.ts';
import { samplePriceList } from '../../../electron/simulator/sample/sample-price-list.ts';
import { payer, type Counter } from './counter.ts';

const rule = 'started-month';
const offPolicy = 'own-year';

/** New users for a service, today by default. */
export async function addUsersRequest(
  counter: Counter,
  {
    serviceId = 'fe-studio',
    quantity = 2,
    extension = true,
    method = 'bank-transfer',
    day,
  }: { serviceId?: string; quantity?: number; extension?: boolean; method?: PaymentMethod; day?: Day } = {},
): Promise<OrderRequest> {
  const on = day ?? (await counter.today());
  const priceList = samplePriceList(await counter.today());
  const service = await counter.service(serviceId);
  const id = serviceId as ServiceId;
  const quote = figuresOf(
    { subject: { kind: 'add-users', serviceId: id, extension }, quantity, modules: [], conventionCode: null },
    service,
    {
      day: on,
      rule,
      offPolicy,
      priceList,
    },
  );
  const figures = quote.ok ? quote.value : { net: 0, vat: 0, gross: 0 };
  return {
    purchase: {
      kind: 'add-users',
      serviceId: id,
      quantity,
      modules: [],
      conventionCode: null,
      extension,
      offPolicy,
    },
    day: on,
    rule,
    priceListVersion: priceList.version,
    expected: {
      net: figures.net as OrderRequest['expected']['net'],
      vat: figures.vat as OrderRequest['expected']['vat'],
      gross: figures.gross as OrderRequest['expected']['gross'],
    },
    payer,
    method,
    clausesAccepted: true,
  };
}

/** A first purchase for a client that has nothing yet. */
export async function firstPurchaseRequest(
  counter: Counter,
  {
    vatCode = '86334519757',
    quantity = 3,
    method = 'bank-transfer',
    promotion = false,
    receiveOnly = false,
  }: {
    vatCode?: string;
    quantity?: number;
    method?: PaymentMethod;
    promotion?: boolean;
    receiveOnly?: boolean;
  } = {},
): Promise<OrderRequest> {
  const day = await counter.today();
  const priceList = samplePriceList(day);
  const kind = receiveOnly ? 'receive-only' : 'e-invoicing';
  const modules = receiveOnly ? [] : (['documents'] as const).slice();
  const quote = firstPurchaseFigures({ day, rule, priceList, kind, quantity, modules, years: 1, promotion });
  if (!quote.ok) throw new Error(quote.error.reason);
  const { net, vat, gross } = quote.value;
  return {
    purchase: {
      kind: 'first-purchase',
      serviceKind: kind,
      holder: 'Cliente Nuovo srl',
      vatCode,
      quantity,
      modules,
      years: 1,
      promotion,
      conventionCode: null,
    },
    day,
    rule,
    priceListVersion: priceList.version,
    expected: { net, vat, gross },
    payer,
    method,
    clausesAccepted: true,
  };
}

/**
 * The renewal of a service. It is priced as a client does: from the vendor's last answer about the service.
 */
export async function renewalRequest(
  counter: Counter,
  serviceId: string,
  {
    years = 1,
    leftOut = [],
    reduceTo = {},
    method = 'bank-transfer',
  }: {
    years?: number;
    leftOut?: readonly string[];
    reduceTo?: { user?: number; 'extra-gb'?: number };
    method?: PaymentMethod;
  } = {},
): Promise<OrderRequest> {
  const day = await counter.today();
  const priceList = samplePriceList(day);
  const asked = { years, leftOut: leftOut as ItemId[], reduceTo };
  const quote = quoteRenewal({ day, rule, priceList, service: await counter.service(serviceId), ...asked });
  const figures = quote.ok ? quote.value : { net: cents(0), vat: cents(0), gross: cents(0) };
  return {
    purchase: { kind: 'renewal', serviceId: serviceId as ServiceId, conventionCode: null, ...asked },
    day,
    rule,
    priceListVersion: priceList.version,
    expected: { net: figures.net, vat: figures.vat, gross: figures.gross },
    payer,
    method,
    clausesAccepted: true,
  };
}
