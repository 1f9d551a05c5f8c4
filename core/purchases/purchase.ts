import type { Brand } from '../kernel/brand.ts';
import { cents, vatOf, type Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import type { OrderNumber, PersonId, PurchaseId, QuoteId, ServiceId } from '../kernel/id.ts';
import type { CartWish } from '../orders/cart.ts';
import type { PaymentMethod } from '../orders/payment.ts';
import type { Receipt } from '../quotes/calibrate.ts';
import type { Figures } from '../quotes/figures.ts';
import type { Revision } from '../quotes/quote-document.ts';

export type PurchaseEventId = Brand<string, 'PurchaseEventId'>;

/**
 * The states of a purchase in Aruba's pages (rule K). `to-verify`: nobody knows whether the order went
 * through. The README of this folder draws how one follows another.
 */
export const purchaseStates = [
  'prepared',
  'at-cart',
  'compared',
  'ordered',
  'paid',
  'registered',
  'active',
  'abandoned',
  'cancelled',
  'activation-failed',
  'to-verify',
] as const;
export type PurchaseState = (typeof purchaseStates)[number];

/** Why a total differs although no month rule gives it. A person says so (rule K, step 4). */
export const differenceCauses = ['convention', 'price', 'promotion', 'date', 'other'] as const;
export type DifferenceCause = (typeof differenceCauses)[number];

/** The last day of one line, as Aruba shows it once the order is active. `line`: see lineKey. */
export interface LineExpiry {
  readonly line: string;
  readonly expiry: Day;
}

/** What happened. Days are the days on which it happened, which may be earlier than the day of recording. */
export type Happening =
  /** Steps 1 to 3 are ticked. */
  | { readonly kind: 'checked' }
  | { readonly kind: 'opened' }
  | { readonly kind: 'composed' }
  /** Step 4. `cause`: null if the total is as expected or a month rule gives it. */
  | {
      readonly kind: 'compared';
      readonly day: Day;
      readonly receipt: Receipt;
      readonly cause: DifferenceCause | null;
      readonly note: string;
    }
  | {
      readonly kind: 'ordered';
      readonly day: Day;
      readonly orderNumber: OrderNumber;
      readonly method: PaymentMethod;
    }
  | { readonly kind: 'paid'; readonly day: Day }
  /** Aruba registered the payment ("Conferma pagamento"). */
  | { readonly kind: 'registered'; readonly day: Day }
  /** Step 7: the service that it changed or made, with every new date. */
  | {
      readonly kind: 'activated';
      readonly day: Day;
      readonly serviceId: ServiceId;
      readonly expiries: readonly LineExpiry[];
    }
  | { readonly kind: 'failed'; readonly day: Day }
  /** "Non so se è andato a buon fine." */
  | { readonly kind: 'unsure'; readonly day: Day }
  /** Asked again, and still nobody knows. */
  | { readonly kind: 'still-unsure'; readonly day: Day }
  /** Nothing was ordered: the purchase goes on where it was. */
  | { readonly kind: 'not-ordered' }
  | { readonly kind: 'abandoned' }
  /** Cancelled at Aruba, which is possible only while the order awaits payment. */
  | { readonly kind: 'cancelled'; readonly day: Day }
  /** The last event did not happen: the purchase goes back by one. */
  | { readonly kind: 'taken-back' };

export type HappeningKind = Happening['kind'];

/** One event of a purchase. Events are only added; a mistake is corrected by another one (rule J7). */
export interface PurchaseEvent {
  readonly id: PurchaseEventId;
  /** When it was recorded, in milliseconds since 1970. */
  readonly at: number;
  readonly by: string;
  readonly what: Happening;
  /** The event that this one replaces or takes back; null if it is a new one. */
  readonly corrects: PurchaseEventId | null;
  /** Why it was corrected; null if it corrects nothing. */
  readonly reason: string | null;
}

/**
 * A purchase that a person makes in Aruba's pages (rule K): what was wanted, with everything that its frozen
 * figures were computed from, and what has happened since. Its state is a pure fold of the events.
 */
export interface PurchaseRecord {
  readonly id: PurchaseId;
  readonly at: number;
  readonly by: string;
  readonly preparedOn: Day;
  readonly revision: Revision<CartWish>;
  readonly holder: string;
  readonly vatCode: string;
  /** The Aruba account that one signs in with; null if nobody has said it. */
  readonly account: string | null;
  /** The people whom the new users are for, in order. */
  readonly personIds: readonly PersonId[];
  readonly quoteId: QuoteId | null;
  /** The same text for all purchases that were prepared together; null if it is a single one. */
  readonly batch: string | null;
  readonly events: readonly PurchaseEvent[];
}

/** The total that Aruba's cart showed, as far as a person has typed it; null if nobody has. Gross cents. */
export const typedGross = ({ gross, net, vat = null }: Receipt): Cents | null =>
  gross ?? (net !== null && vat !== null ? cents(net + vat) : null);

/**
 * What Aruba really charges: the total that was typed, else the typed net with the VAT of the figures
 * (rule C2). Null if neither was. Gross cents.
 */
export const paidGross = (
  receipt: Receipt,
  { vatBasisPoints }: Pick<Figures, 'vatBasisPoints'>,
): Cents | null =>
  typedGross(receipt) ??
  (receipt.net === null ? null : cents(receipt.net + vatOf(receipt.net, vatBasisPoints)));
