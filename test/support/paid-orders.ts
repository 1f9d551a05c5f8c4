// Orders of a session in every standing that a payment list knows, from the sample studio.
import type { OrderView } from '../../core/desk/pending/order-views.ts';
import type { CommandKey, OrderNumber, ServiceId } from '../../core/kernel/id.ts';
import type { Order } from '../../core/orders/order.ts';
import type { PaymentMethod } from '../../core/orders/payment.ts';
import { renewalFigures } from '../../core/quotes/renewal-figures.ts';
import { payee } from '../../electron/simulator/orders/new-order.ts';
import { payer } from '../electron/simulator/counter.ts';
import { sampleOffice } from './sample-state.ts';
import { priceList } from './samples.ts';

export interface OrderWish {
  readonly service: string;
  readonly number: string | null;
  readonly method?: PaymentMethod;
  readonly change?: Partial<Order>;
  readonly holder?: string;
}

/**
 * The renewal of a sample service for a year, as the screen sees it. An order without a number is still on
 * its way to the vendor.
 */
export function orderView({
  service: id,
  number,
  method = 'bank-transfer',
  change = {},
  holder,
}: OrderWish): OrderView {
  const { state } = sampleOffice();
  const service = state.replica.services.get(id as ServiceId);
  if (service === undefined) throw new Error(`No service ${id}`);
  const quoted = renewalFigures({
    service,
    day: state.today,
    years: 1,
    leftOut: [],
    reduceTo: {},
    priceList,
    rule: 'started-month',
  });
  if (!quoted.ok) throw new Error(quoted.error.reason);
  const quote = quoted.value;
  const name = holder ?? service.holder;
  const key = '01930000-0000-7000-8000-000000000001' as CommandKey;
  const order: Order | null =
    number === null
      ? null
      : {
          orderNumber: number as OrderNumber,
          clientReference: key,
          purchase: {
            kind: 'renewal',
            serviceId: service.id,
            years: 1,
            leftOut: [],
            reduceTo: {},
            conventionCode: null,
          },
          serviceId: service.id,
          holder: name,
          serviceKind: 'e-invoicing',
          state: 'awaiting-payment',
          history: [],
          quote,
          payer,
          method,
          payment: { reference: number, ...payee },
          paid: null,
          ...change,
        };
  return {
    id: number ?? key,
    key,
    orderNumber: order?.orderNumber ?? null,
    standing: order?.state ?? 'queued',
    holder: name,
    quote,
    gross: quote.gross,
    purchase: null,
    method,
    personIds: [],
    serviceId: service.id,
    order,
    placement: null,
    entry: null,
  };
}
