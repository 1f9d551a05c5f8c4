import type { PriceList } from '../catalog/price-list.ts';
import { civil, type Day } from '../kernel/day.ts';
import type { QuoteId } from '../kernel/id.ts';
import type { OffPolicy } from '../renewals/add-users.ts';
import type { Service } from '../services/service.ts';
import type { DriftCause } from './drift.ts';
import { feeLimits, type Fee, type FeeRefusal } from './fees.ts';
import type { Fund } from './fund.ts';
import type { Figures } from './figures.ts';
import { offerTotals, type OfferTotals } from './offer.ts';

/** The number of a quote. It is counted for each year of issue, without gaps, and written `2026-018`. */
export interface QuoteNumber {
  readonly year: number;
  readonly serial: number;
}

export const mostSerial = 999_999;

/**
 * The number as text: `2026-018`. The serial has at least three digits, so that a
 * year's quotes sort in order.
 */
export const numberText = ({ year, serial }: QuoteNumber): string =>
  `${year}-${String(serial).padStart(3, '0')}`;

/** The recipient, in free words: a client is not always in the list of services. */
export interface Recipient {
  readonly name: string;
  /** The VAT number as it is printed. Empty if it is unknown. */
  readonly vatCode: string;
  readonly lines: readonly string[];
}

export const textLimits = {
  recipient: 200,
  'vat-code': 28,
  address: 200,
  notes: 2000,
  opening: 2000,
  closing: 2000,
  fee: feeLimits.description,
  unit: feeLimits.unit,
} as const;
const mostAddressLines = 6;
/** The most services of one quote. */
export const mostServices = 20;

/**
 * What was asked for, and everything that its figures were computed from (day and rule are in the quote).
 * Pricing it again gives the same cents for ever (rule C4). The service is stored without the panel's users:
 * no price depends on them, and they name people.
 */
export interface Revision<Content> {
  readonly content: Content;
  readonly priceList: PriceList;
  readonly offPolicy: OffPolicy;
  readonly service: Service | null;
  readonly quote: Figures;
}

/** What a quote offers at one time: services of the vendor, at least one, and fees of the firm's own. */
export interface QuoteRevision<Content> extends Revision<Content> {
  /** Further services, each with a frozen revision of its own. Quotes of older versions have none. */
  readonly further: readonly Revision<Content>[];
  readonly fees: readonly Fee[];
  /** The contribution to the firm's pension fund. Absent: none. */
  readonly fund?: Fund;
}

/** The stage of a quote. `on`: since when. "Expired" follows from the day, so it is never stored. */
export type QuoteStage =
  | { readonly state: 'draft' }
  | {
      readonly state: 'issued' | 'accepted' | 'withdrawn';
      readonly number: QuoteNumber;
      readonly issuedOn: Day;
      readonly on: Day;
    };

/**
 * A quote as the firm keeps it. `Content` is the content of a cart; it is a parameter because carts come
 * after quotes in the import table.
 */
export interface QuoteDocument<Content> {
  readonly id: QuoteId;
  readonly recipient: Recipient;
  /** The last day on which the prices are promised. */
  readonly validUntil: Day;
  readonly notes: string;
  /** What is said before the lines, and after the totals. Empty for nothing. */
  readonly opening: string;
  readonly closing: string;
  /** At least one. The last one counts. */
  readonly revisions: readonly [QuoteRevision<Content>, ...QuoteRevision<Content>[]];
  readonly stage: QuoteStage;
  /**
   * "Keep the prices": what each service would have been then, so that only another difference is reported.
   * `gross` null: it could not be bought. Other services of the quote may be ordered meanwhile.
   */
  readonly kept: {
    readonly on: Day;
    readonly services: readonly {
      readonly cartId: string;
      readonly gross: number | null;
      readonly causes: readonly DriftCause['kind'][];
    }[];
  } | null;
}

/** Why a quote stays as it is. */
export type DocumentRefusal =
  | FeeRefusal
  | { readonly reason: 'recipient-missing' }
  | {
      readonly reason: 'text-too-long';
      readonly what: keyof typeof textLimits;
      readonly length: number;
      readonly most: number;
    }
  | { readonly reason: 'too-many-lines'; readonly most: number }
  | { readonly reason: 'validity-past'; readonly day: Day }
  | { readonly reason: 'quote-number-used'; readonly number: string }
  | { readonly reason: 'quote-number-gap'; readonly number: string; readonly next: string }
  | { readonly reason: 'quote-not-draft' }
  | { readonly reason: 'quote-not-issued' }
  | { readonly reason: 'quote-expired'; readonly day: Day }
  | { readonly reason: 'quote-withdrawn' }
  | { readonly reason: 'quote-ordered' }
  | { readonly reason: 'quote-moved-on' }
  | { readonly reason: 'quote-has-service'; readonly holder: string }
  | { readonly reason: 'quote-only-service' }
  | { readonly reason: 'too-many-services'; readonly most: number }
  | { readonly reason: 'quote-differs'; readonly quoted: number; readonly today: number }
  | { readonly reason: 'cart-holds-other'; readonly holder: string };

export const quoteStandings = ['draft', 'issued', 'accepted', 'expired', 'withdrawn', 'ordered'] as const;
export type QuoteStanding = (typeof quoteStandings)[number];

type AnyDocument = Pick<QuoteDocument<unknown>, 'stage' | 'validUntil'>;

/**
 * The state by the document alone, which knows nothing of orders. An issued quote is expired from the day
 * after its last valid day.
 */
export const quoteStandingOf = (
  { stage, validUntil }: AnyDocument,
  today: Day,
): Exclude<QuoteStanding, 'ordered'> =>
  stage.state === 'issued' && validUntil < today ? 'expired' : stage.state;

/** The number of a quote. Null for a draft. */
export const numberOf = ({ stage }: AnyDocument): QuoteNumber | null =>
  stage.state === 'draft' ? null : stage.number;

/** The revision that counts: the last one. */
export const latest = <C>({ revisions }: Pick<QuoteDocument<C>, 'revisions'>): QuoteRevision<C> =>
  revisions.at(-1) ?? revisions[0];

/** The services of a revision, in their order. Each was priced and frozen by itself. */
export const servicesOf = <C>(revision: QuoteRevision<C>): readonly Revision<C>[] => [
  revision,
  ...revision.further,
];

/** The firm's own lines of a revision, as another revision takes them over. */
export const ownLines = ({
  fees,
  fund,
}: Pick<QuoteRevision<unknown>, 'fees' | 'fund'>): Pick<QuoteRevision<unknown>, 'fees' | 'fund'> =>
  fund === undefined ? { fees } : { fees, fund };

/** The totals of a revision with all its services and fees. */
export const totalsOf = (revision: QuoteRevision<unknown>): OfferTotals =>
  offerTotals(
    servicesOf(revision).map(({ quote }) => quote),
    revision.fees,
    fundOf(revision),
  );

/** The contribution that is asked for. There is none without fees. */
export const fundOf = ({ fees, fund }: Pick<QuoteRevision<unknown>, 'fees' | 'fund'>): Fund | undefined =>
  fees.length === 0 ? undefined : fund;

/**
 * The number of a quote that is issued today: the next one of the year, or the number asked for. The first
 * number of a year may be any, because the firm may have counted elsewhere before. After that, refuses a used
 * number and a number that would leave a gap.
 */
export function numberFor(
  documents: Iterable<AnyDocument>,
  today: Day,
  asked: number | null,
): QuoteNumber | DocumentRefusal {
  const { year } = civil(today);
  const used = new Set<number>();
  for (const document of documents) {
    const number = numberOf(document);
    if (number?.year === year) used.add(number.serial);
  }
  let last = 0;
  for (const serial of used) last = Math.max(last, serial);
  const next = { year, serial: last + 1 };
  if (asked === null || asked === next.serial) return next;
  if (used.has(asked)) return { reason: 'quote-number-used', number: numberText({ year, serial: asked }) };
  return used.size === 0
    ? { year, serial: asked }
    : { reason: 'quote-number-gap', number: numberText({ year, serial: asked }), next: numberText(next) };
}

type LimitedText = keyof typeof textLimits;

/** Refuses the first text that is longer than its limit. */
export function textsRefusal(
  texts: readonly (readonly [what: LimitedText, text: string])[],
): DocumentRefusal | undefined {
  for (const [what, { length }] of texts)
    if (length > textLimits[what]) return { reason: 'text-too-long', what, length, most: textLimits[what] };
  return undefined;
}

/**
 * Refuses a recipient without a name, too many lines, texts that are too long, and a
 * validity that is already over.
 */
export function detailsRefusal(
  { recipient, notes, validUntil }: Pick<QuoteDocument<unknown>, 'recipient' | 'notes' | 'validUntil'>,
  today: Day,
): DocumentRefusal | undefined {
  if (recipient.name.trim() === '') return { reason: 'recipient-missing' };
  if (recipient.lines.length > mostAddressLines) return { reason: 'too-many-lines', most: mostAddressLines };
  const long = textsRefusal([
    ['recipient', recipient.name],
    ['vat-code', recipient.vatCode],
    ...recipient.lines.map((line) => ['address', line] as const),
    ['notes', notes],
  ]);
  if (long !== undefined) return long;
  return validUntil < today ? { reason: 'validity-past', day: validUntil } : undefined;
}
