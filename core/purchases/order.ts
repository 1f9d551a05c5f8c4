import type { Order, OrderState } from '../orders/order.ts';
import type { Payer } from '../orders/payment.ts';
import type { Purchase } from './fold.ts';
import type { PurchaseState } from './purchase.ts';

const orderStateOf: { readonly [S in PurchaseState]?: OrderState } = {
  ordered: 'awaiting-payment',
  paid: 'awaiting-payment',
  registered: 'awaiting-activation',
  active: 'active',
  'activation-failed': 'activation-failed',
  cancelled: 'cancelled',
};

/** True once the order exists at Aruba, whatever became of it (rule K). */
export const isOrdered = (state: PurchaseState): boolean => orderStateOf[state] !== undefined;

/**
 * The order that a purchase came to, so that reminders and the plan of renewals see it as they see a
 * vendor's. Undefined before there is a number. Nobody knows Aruba's IBAN for these services (rule J2): the
 * payment has the reference and nothing else.
 */
export function orderOfPurchase(purchase: Purchase, payer: Payer): Order | undefined {
  const { record, ordered, paidOn, registeredOn, activated } = purchase;
  const state = orderStateOf[purchase.state];
  if (state === undefined || ordered === null) return undefined;
  const { revision, holder, vatCode } = record;
  const { content, service, quote } = revision;
  const { subject, quantity, modules, conventionCode } = content;
  return {
    orderNumber: ordered.orderNumber,
    clientReference: null,
    purchase:
      subject.kind === 'add-users'
        ? { ...subject, quantity, modules: [...modules], conventionCode, offPolicy: revision.offPolicy }
        : subject.kind === 'renewal'
          ? { ...subject, leftOut: [...subject.leftOut], conventionCode }
          : {
              kind: 'first-purchase',
              serviceKind: subject.serviceKind,
              holder,
              vatCode,
              quantity,
              modules: [...modules],
              years: subject.years,
              promotion: subject.promotion,
              conventionCode,
            },
    serviceId: activated?.serviceId ?? service?.id ?? null,
    holder,
    serviceKind: service?.kind ?? (subject.kind === 'first-purchase' ? subject.serviceKind : 'e-invoicing'),
    state,
    history: [
      { state: 'awaiting-payment', on: ordered.day },
      ...(state === 'awaiting-payment' || state === 'cancelled' || registeredOn === null
        ? []
        : [{ state: 'awaiting-activation' as const, on: registeredOn }]),
      ...(activated === null ? [] : [{ state: 'active' as const, on: activated.day }]),
    ],
    quote,
    payer,
    method: ordered.method,
    payment: { reference: ordered.orderNumber, beneficiary: '', iban: '', postalAccount: '' },
    paid: paidOn === null || registeredOn === null ? null : { on: paidOn, registeredOn },
  };
}
