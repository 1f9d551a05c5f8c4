// The steps of a client who buys alone, in the words of Aruba's guide (rule K), and until when to pay.
import { isServiceKind } from '../../core/catalog/item.ts';
import type { Cents } from '../../core/kernel/cents.ts';
import type { Day } from '../../core/kernel/day.ts';
import { checkIban } from '../../core/kernel/iban.ts';
import type { CartWish } from '../../core/orders/cart.ts';
import { latestDayFor, latestSafeDay, paysAtOnce, type PaymentMethod } from '../../core/orders/payment.ts';
import type { Figures } from '../../core/quotes/figures.ts';
import { reducibleKinds } from '../../core/renewals/reduce-groups.ts';
import { milestones } from '../../core/services/lifecycle.ts';
import { expiryOf, type Service } from '../../core/services/service.ts';
import { dayText, longDay, money } from '../text/format.ts';
import { text } from '../text/text.ts';

/** What the client is to buy: a cart, or a purchase with its frozen content. */
export interface ClientPurchase {
  readonly content: CartWish;
  readonly figures: Figures;
  /** The service as it is before the purchase. Null: a first purchase. */
  readonly service: Service | null;
  readonly holder: string;
}

/** What the person typed for the message. An empty text is not said. */
export interface MessageTerms {
  readonly today: Day;
  readonly method: PaymentMethod;
  readonly orderNumber: string;
  /** The total that Aruba showed. Null: nobody has seen it, and the estimate counts. */
  readonly shownGross: Cents | null;
  readonly beneficiary: string;
  readonly iban: string;
}

type WayToBuy = 'add-users' | 'renewal' | 'reactivation' | 'first-purchase';

/** Aruba's pages lead to each kind of purchase in another way. */
export function wayOf({ content: { subject }, figures }: ClientPurchase): WayToBuy {
  if (subject.kind !== 'renewal') return subject.kind;
  const base = figures.lines.find(({ kind }) => isServiceKind(kind));
  return base !== undefined && base.expiry < figures.day ? 'reactivation' : 'renewal';
}

/**
 * The last day to pay (rule G4). A reactivation must be registered before the grace ends. Null: there is no
 * such day. `past`: it is over.
 */
export function payBy(purchase: ClientPurchase, { method, today }: MessageTerms): Day | 'past' | null {
  const expiry = purchase.service === null ? undefined : expiryOf(purchase.service);
  if (expiry === undefined) return null;
  const day =
    wayOf(purchase) === 'reactivation'
      ? latestDayFor(method, milestones(expiry).graceEnd)
      : latestSafeDay(method, expiry);
  return day < today ? 'past' : day;
}

/** What a QR code still needs; `ready` if it can be made. Null: the method has no such code. */
type CodeStanding = 'ready' | 'number' | 'beneficiary' | 'iban' | null;

export function codeStanding({ method, orderNumber, beneficiary, iban }: MessageTerms): CodeStanding {
  if (method !== 'bank-transfer') return null;
  if (orderNumber === '') return 'number';
  if (!checkIban(iban).ok) return 'iban';
  return beneficiary === '' ? 'beneficiary' : 'ready';
}

/** What is to pay: what Aruba showed, else the estimate. */
export const grossOf = ({ figures }: ClientPurchase, { shownGross }: MessageTerms): Cents =>
  shownGross ?? figures.gross;

/** Where to begin in Aruba's pages. */
function entrySteps(purchase: ClientPurchase): readonly string[] {
  const way = wayOf(purchase);
  const { subject } = purchase.content;
  if (way === 'first-purchase')
    return subject.kind === 'first-purchase'
      ? [
          text('client-message.step-first', {
            kind: text(`kind.${subject.serviceKind}`),
            holder: purchase.holder,
          }),
        ]
      : [];
  return [`${text(`client-message.step-panel-${way}`)} ${text(`client-message.step-area-${way}`)}`];
}

/** What to put into the cart, in the order of Aruba's page. */
function cartSteps({ content, figures, service }: ClientPurchase): readonly string[] {
  const { subject, quantity, modules, conventionCode } = content;
  const steps: string[] = [];
  if (subject.kind === 'renewal' && subject.reduceTo.user !== undefined)
    steps.push(text('client-message.step-leavers'));
  if (subject.kind !== 'add-users') steps.push(text('client-message.step-years', { years: subject.years }));
  if (quantity > 0) steps.push(text('client-message.step-quantity', { count: quantity }));
  if (subject.kind === 'add-users')
    steps.push(
      subject.extension
        ? text('client-message.step-extension-on', { day: dayText(figures.target) })
        : text('client-message.step-extension-off'),
    );
  for (const module of modules)
    steps.push(text('client-message.step-module', { module: text(`kind.${module}`) }));
  if (subject.kind === 'renewal') {
    for (const { id, kind } of service?.items ?? [])
      if (subject.leftOut.includes(id) && !isServiceKind(kind))
        steps.push(text('client-message.step-left-out', { item: text(`kind.${kind}`) }));
    for (const kind of reducibleKinds) {
      const count = subject.reduceTo[kind];
      if (count !== undefined)
        steps.push(text('client-message.step-reduce', { kind: text(`kind.${kind}`), count }));
    }
  }
  if (conventionCode !== null) steps.push(text('client-message.step-convention', { code: conventionCode }));
  return steps;
}

const waysToPay = {
  card: 'at-once',
  paypal: 'at-once',
  'bank-transfer': 'transfer',
  'prefilled-slip': 'prefilled-slip',
  'blank-slip': 'blank-slip',
} as const satisfies Readonly<Record<PaymentMethod, string>>;

/** How to pay an order that is there already. The reference is its number and nothing else (rule G2). */
const payStep = (purchase: ClientPurchase, terms: MessageTerms): string =>
  text(`client-message.step-pay-${waysToPay[terms.method]}`, {
    gross: money(grossOf(purchase, terms)),
    number: terms.orderNumber,
  });

/** All steps in their order: how to buy, or how to pay an order that is there. */
export function steps(purchase: ClientPurchase, terms: MessageTerms): readonly string[] {
  const by = payBy(purchase, terms);
  const deadline =
    by === null || by === 'past' ? [] : [text('client-message.step-by', { day: longDay(by, terms.today) })];
  if (terms.orderNumber !== '')
    return [payStep(purchase, terms), ...deadline, text('client-message.step-tell-paid')];
  return [
    ...entrySteps(purchase),
    ...cartSteps(purchase),
    text('client-message.step-compare', { gross: money(grossOf(purchase, terms)) }),
    text('client-message.step-order', { method: text(`method.${terms.method}`) }),
    text(paysAtOnce(terms.method) ? 'client-message.step-at-once' : 'client-message.step-mail'),
    ...deadline,
    text('client-message.step-tell'),
  ];
}
