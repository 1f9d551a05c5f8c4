import { addDays, type Day } from '../../../core/kernel/day.ts';
import type { OrderNumber, ServiceId } from '../../../core/kernel/id.ts';
import type { Order } from '../../../core/orders/order.ts';
import { firstPurchaseFigures } from '../../../core/quotes/figures.ts';
import { defaultMonthRule } from '../../../core/renewals/months.ts';
import type { PriceList } from '../../../core/catalog/price-list.ts';
import type { Service } from '../../../core/services/service.ts';
import type { Mail, VendorCart } from '../../../core/aruba/protocol.ts';
import { touch } from '../state/change-log.ts';
import { mailOrderConfirmed } from '../orders/mail-texts.ts';
import { payee } from '../orders/new-order.ts';
import { samplePriceList } from './sample-price-list.ts';
import { sampleServices } from './sample-services.ts';
import { sampleVatCode } from './sample-vat-code.ts';
import {
  changeId,
  firstEpoch,
  formerUserId,
  type FormerUser,
  type NumberedChange,
  type ProcessedCommand,
  type SimulatorDocument,
} from '../state/state.ts';
import { Table } from '../state/table.ts';

/** The sign-in of the sample studio. It is invented, and shown openly on purpose. */
export const sampleAccount = { username: '8841207@aruba.it', password: 'allinea-prova' } as const;

const waitingServiceId = 'fe-edil-marche' as ServiceId;
const waitingOrderNumber = '31904417' as OrderNumber;
/** The first number that the simulator gives out. It is above the samples' numbers. */
const firstOrderNumber = 31_904_418;

/** A first purchase by bank transfer, placed two days ago and not paid: Edil Marche with 4 users. */
function waitingOrder(today: Day, service: Service, priceList: PriceList): Order {
  const day = addDays(today, -2);
  const quote = firstPurchaseFigures({
    day,
    rule: defaultMonthRule,
    priceList,
    kind: service.kind,
    quantity: 4,
    modules: [],
    years: 1,
    promotion: false,
    conventionCode: null,
  });
  if (!quote.ok) throw new Error(`The sample order has no price: ${quote.error.reason}`);
  return {
    orderNumber: waitingOrderNumber,
    clientReference: null,
    purchase: {
      kind: 'first-purchase',
      serviceKind: service.kind,
      holder: service.holder,
      vatCode: service.vatCode,
      quantity: 4,
      modules: [],
      years: 1,
      promotion: false,
      conventionCode: null,
    },
    serviceId: service.id,
    holder: service.holder,
    serviceKind: service.kind,
    state: 'awaiting-payment',
    history: [{ state: 'awaiting-payment', on: day }],
    quote: quote.value,
    payer: {
      name: service.holder,
      vatCode: service.vatCode,
      address: 'Via del Porto 14',
      postcode: '60121',
      municipality: 'Ancona',
      province: 'AN',
      email: 'amministrazione@edilmarche.example',
      eInvoiceAddress: 'edilmarche@pec.example',
    },
    method: 'bank-transfer',
    payment: { reference: waitingOrderNumber, ...payee },
    paid: null,
  };
}

/**
 * The vendor's side of the sample studio on a day. Everything is relative to that day,
 * so the sample never gets old.
 */
export function sampleState(today: Day): SimulatorDocument {
  const services = sampleServices(today);
  const priceList = samplePriceList(today);
  const waiting = services.find(({ id }) => id === waitingServiceId);
  if (waiting === undefined) throw new Error('The sample has the service that its order made');
  const order = waitingOrder(today, waiting, priceList);
  const bare: SimulatorDocument = {
    schemaVersion: 1,
    epoch: firstEpoch,
    account: {
      ...sampleAccount,
      description: 'Studio Bianchi e Associati',
      email: 'amministrazione@studiobianchi.example',
      pec: 'studiobianchi@pec.example',
      vatCode: sampleVatCode('0123456051'),
      expirationDate: addDays(today, 365),
      mainServiceId: 'fe-studio' as ServiceId,
    },
    day: today,
    offsetDays: 0,
    skewMinutes: 0,
    manualActivation: false,
    nextOrderNumber: firstOrderNumber,
    services: Table.of(({ id }) => id, services),
    orders: Table.of(({ orderNumber }) => orderNumber, [order]),
    priceLists: [priceList],
    carts: Table.of<VendorCart>(({ cartId }) => cartId, []),
    mails: Table.of<Mail>(({ id }) => id, []),
    commands: Table.of<ProcessedCommand>(({ processed }) => processed.key, []),
    sessions: [],
    formerUsers: Table.of<FormerUser>(formerUserId, []),
    storedMethods: Table.of(
      ({ serviceId }) => serviceId,
      services
        .filter(({ automaticRenewal }) => automaticRenewal)
        .map(({ id }) => ({ serviceId: id, validUntil: addDays(today, 700), years: 1 })),
    ),
    lastChange: 0,
    changes: Table.of<NumberedChange>(({ ref }) => changeId(ref), []),
  };
  const listed = touch(bare, { type: 'priceList', id: priceList.version });
  const told = services.reduce((state, { id }) => touch(state, { type: 'service', id }), listed);
  return mailOrderConfirmed(touch(told, { type: 'order', id: order.orderNumber }), order, addDays(today, -2));
}
