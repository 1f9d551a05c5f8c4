import type { Day } from '../../../core/kernel/day.ts';
import type { CommandKey, OrderNumber } from '../../../core/kernel/id.ts';
import type { Purchase } from '../../../core/orders/cart.ts';
import type { Order } from '../../../core/orders/order.ts';
import type { Payer, PaymentMethod } from '../../../core/orders/payment.ts';
import type { Figures } from '../../../core/quotes/figures.ts';
import type { Service } from '../../../core/services/service.ts';
import type { SimulatorDocument } from '../state/state.ts';

/** Where to pay. The data are invented, with formally valid check digits (domain.md 8.4). */
export const payee = {
  beneficiary: 'Aruba PEC S.p.A. (simulata)',
  iban: 'IT98O9999900000000000123456',
  postalAccount: '9999990000',
} as const;

/** Takes the next order number. It is never given out again (rule G2). */
export function takeNumber(state: SimulatorDocument): {
  readonly state: SimulatorDocument;
  readonly orderNumber: OrderNumber;
} {
  const orderNumber = String(state.nextOrderNumber).padStart(8, '0') as OrderNumber;
  return { state: { ...state, nextOrderNumber: state.nextOrderNumber + 1 }, orderNumber };
}

/** The payer if nobody filled in an order form: the Aruba account itself, with an invented address. */
export const accountPayer = ({ account }: SimulatorDocument): Payer => ({
  name: account.description,
  vatCode: account.vatCode,
  address: 'Corso Italia 12',
  postcode: '52100',
  municipality: 'Arezzo',
  province: 'AR',
  email: account.email,
  eInvoiceAddress: account.pec,
});

/** An order as it is confirmed, not paid yet. `key`: null if no command of a client placed it. */
export function newOrder(
  orderNumber: OrderNumber,
  key: CommandKey | null,
  asked: { readonly purchase: Purchase; readonly payer: Payer; readonly method: PaymentMethod },
  service: Service,
  quote: Figures,
  today: Day,
): Order {
  return {
    orderNumber,
    clientReference: key,
    purchase: asked.purchase,
    serviceId: service.id,
    holder: service.holder,
    serviceKind: service.kind,
    state: 'awaiting-payment',
    history: [{ state: 'awaiting-payment', on: today }],
    quote,
    payer: asked.payer,
    method: asked.method,
    payment: { reference: orderNumber, ...payee },
    paid: null,
  };
}
