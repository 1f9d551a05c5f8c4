import { civil, type Day } from '../../../core/kernel/day.ts';
import type { Cents } from '../../../core/kernel/cents.ts';
import type { Order } from '../../../core/orders/order.ts';
import type { Mail } from '../../../core/aruba/protocol.ts';
import { expiryOf, type Service } from '../../../core/services/service.ts';
import type { SimulatorDocument } from '../state/state.ts';

const euro = new Intl.NumberFormat('it-IT', { style: 'currency', currency: 'EUR', useGrouping: 'always' });
// A mail is plain text: the no-break space of Intl would look like an error in it.
const amount = (value: Cents): string => euro.format(value / 100).replaceAll('\u00A0', ' ');

function italianDay(day: Day): string {
  const { year, month, day: dayOfMonth } = civil(day);
  return `${String(dayOfMonth).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}

const serviceName = {
  'e-invoicing': 'Fatturazione Elettronica',
  'receive-only': 'Fatturazione Elettronica Solo Ricezione',
} as const;

function howToPay({ method, payment, quote }: Order): string {
  const reference = `Causale, da riportare esattamente e senza altro testo: ${payment.reference}`;
  switch (method) {
    case 'card':
      return 'Pagamento con carta di credito: eseguito, non serve altro.';
    case 'paypal':
      return 'Pagamento con PayPal: eseguito, non serve altro.';
    case 'bank-transfer':
      return `Pagamento con bonifico bancario di ${amount(quote.gross)}\nBeneficiario: ${payment.beneficiary}\nIBAN: ${payment.iban}\n${reference}\nIl pagamento è registrato il giorno lavorativo bancario successivo.`;
    case 'prefilled-slip':
      return `Pagamento con bollettino postale precompilato di ${amount(quote.gross)}\nBeneficiario: ${payment.beneficiary}\nConto corrente postale: ${payment.postalAccount}\n${reference}\nIl pagamento è registrato il giorno stesso, se lavorativo.`;
    case 'blank-slip':
      return `Pagamento con bollettino postale in bianco di ${amount(quote.gross)}\nBeneficiario: ${payment.beneficiary}\nConto corrente postale: ${payment.postalAccount}\n${reference}\nIl pagamento è registrato entro 7 giorni lavorativi postali.`;
  }
}

function withMail(state: SimulatorDocument, on: Day, mail: Omit<Mail, 'id' | 'on'>): SimulatorDocument {
  return { ...state, mails: state.mails.with({ id: `mail-${state.mails.size + 1}`, on, ...mail }) };
}

/** "Conferma ordine servizi": number, amount, how to pay and the exact reference (rules G6, G2). */
export const mailOrderConfirmed = (state: SimulatorDocument, order: Order, on: Day): SimulatorDocument =>
  withMail(state, on, {
    to: order.payer.email,
    subject: `Conferma ordine servizi n. ${order.orderNumber}`,
    orderNumber: order.orderNumber,
    body: [
      `Gentile ${order.payer.name},`,
      `abbiamo ricevuto l'ordine n. ${order.orderNumber} per ${serviceName[order.serviceKind]} intestato a ${order.holder}.`,
      `Importo: ${amount(order.quote.gross)} IVA inclusa (imponibile ${amount(order.quote.net)}, IVA ${amount(order.quote.vat)}).`,
      howToPay(order),
    ].join('\n\n'),
  });

/**
 * "Conferma pagamento", when the payment is registered (rule G6). `switchedOn`: the method was stored and
 * automatic renewal is now on (rules F).
 */
export const mailPaymentRegistered = (
  state: SimulatorDocument,
  order: Order,
  switchedOn: boolean,
  on: Day,
): SimulatorDocument =>
  withMail(state, on, {
    to: order.payer.email,
    subject: `Conferma pagamento ordine n. ${order.orderNumber}`,
    orderNumber: order.orderNumber,
    body: `Gentile ${order.payer.name},\n\nil pagamento di ${amount(order.quote.gross)} per l'ordine n. ${order.orderNumber} è stato registrato il ${italianDay(on)}. Il servizio sarà attivato a breve.${switchedOn ? '\n\nIl metodo di pagamento è memorizzato e il rinnovo automatico è attivo: l’addebito avviene 7 giorni prima della scadenza.' : ''}`,
  });

/** "Attivazione servizio", when the order is active (rule G6). */
export const mailActivated = (
  state: SimulatorDocument,
  order: Order,
  service: Service,
  on: Day,
): SimulatorDocument =>
  withMail(state, on, {
    to: order.payer.email,
    subject: `Attivazione servizio ordine n. ${order.orderNumber}`,
    orderNumber: order.orderNumber,
    body: `Gentile ${order.payer.name},\n\nl'ordine n. ${order.orderNumber} è attivo. Servizio: ${serviceName[service.kind]} di ${service.holder}, utenza ${service.panelUsername}.`,
  });

/**
 * The notice three months before the expiry, to the address of the Aruba account (rules F; domain.md 2.4).
 */
export const mailNotice = (state: SimulatorDocument, service: Service, on: Day): SimulatorDocument =>
  withMail(state, on, {
    to: state.account.email,
    subject: `Avviso di scadenza: ${service.holder}`,
    orderNumber: null,
    body: `Il servizio ${serviceName[service.kind]} di ${service.holder} scade il ${italianDay(expiryOf(service) ?? on)}. Il rinnovo va completato e il pagamento registrato almeno 15 giorni prima.`,
  });

/**
 * The stored method did not work: nothing was renewed, and there is an order to
 * pay or cancel (domain.md 2.4).
 */
export const mailDebitFailed = (state: SimulatorDocument, order: Order, on: Day): SimulatorDocument =>
  withMail(state, on, {
    to: state.account.email,
    subject: `Rinnovo automatico non riuscito: ${order.holder}`,
    orderNumber: order.orderNumber,
    body: [
      `Il metodo di pagamento memorizzato per ${serviceName[order.serviceKind]} di ${order.holder} è scaduto: il servizio non è stato rinnovato.`,
      `È pronto l'ordine n. ${order.orderNumber} di ${amount(order.quote.gross)} IVA inclusa, da pagare o annullare. Pagarlo non sostituisce il metodo memorizzato.`,
      howToPay(order),
    ].join('\n\n'),
  });

/** The stored method renewed the service, seven days before the expiry (rules F). */
export const mailRenewedAutomatically = (
  state: SimulatorDocument,
  service: Service,
  gross: Cents,
  on: Day,
): SimulatorDocument =>
  withMail(state, on, {
    to: state.account.email,
    subject: `Rinnovo automatico eseguito: ${service.holder}`,
    orderNumber: null,
    body: `Il servizio ${serviceName[service.kind]} di ${service.holder} è stato rinnovato fino al ${italianDay(expiryOf(service) ?? on)}. Addebito di ${amount(gross)} IVA inclusa sul metodo memorizzato.`,
  });
