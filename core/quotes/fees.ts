import { share, type Cents } from '../kernel/cents.ts';
import { fraction, type Fraction } from '../kernel/fraction.ts';
import type { FeeId } from '../kernel/id.ts';
import { lineVat, type LineVat } from './nature.ts';

/** A line of the firm's own in a quote, as a person wishes it. It never becomes part of a vendor's order. */
export interface FeeWish extends LineVat {
  readonly description: string;
  /** The unit of the quantity, in free words: ore, mese. Empty for a lump sum. */
  readonly unit: string;
  /** The quantity in hundredths: an hour and a half is 150. */
  readonly hundredths: number;
  /** The net price of one unit. Negative for a reduction. */
  readonly unitPrice: Cents;
}

export interface Fee extends FeeWish {
  readonly id: FeeId;
}

export const feeLimits = {
  description: 200,
  unit: 20,
  hundredths: 9_999_999,
  unitPrice: 100_000_000,
  /** The net amount of a line, ten million euros: sums of fees and their VAT then stay exact. */
  net: 1_000_000_000,
  vatBasisPoints: 10_000,
} as const;

export const mostFees = 50;

/** The exact net amount of a fee, in cents: quantity x unit price. */
export const exactFee = ({ hundredths, unitPrice }: FeeWish): Fraction =>
  fraction(hundredths * unitPrice, 100);

/** The net amount of a fee: quantity x unit price, rounded half up once for the line (rule C1). */
export const feeNet = ({ hundredths, unitPrice }: FeeWish): Cents => share(unitPrice, hundredths, 100);

/** Why a fee stays as it is. */
export type FeeRefusal =
  | { readonly reason: 'fee-without-description' }
  | { readonly reason: 'fee-out-of-range' }
  | { readonly reason: 'too-many-fees'; readonly most: number };

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;

/** Refuses a fee without a description, and numbers that are not whole or too large. */
export function feeRefusal(fee: FeeWish): FeeRefusal | undefined {
  if (fee.description.trim() === '') return { reason: 'fee-without-description' };
  const fits =
    isWhole(fee.hundredths, 1, feeLimits.hundredths) &&
    isWhole(fee.unitPrice, -feeLimits.unitPrice, feeLimits.unitPrice) &&
    isWhole(fee.vatBasisPoints, 0, feeLimits.vatBasisPoints) &&
    Math.abs(feeNet(fee)) <= feeLimits.net;
  return fits ? undefined : { reason: 'fee-out-of-range' };
}

/** How a fee reads: two fees with the same description are the same usual fee. */
const nameOf = ({ description }: FeeWish): string => description.trim().toLocaleLowerCase('it');

/**
 * The firm's usual fees: those of its quotes, each description once with its newest terms, the most frequent
 * first. `quotes`: the fees of each quote, the oldest quote first.
 */
export function usualFees(quotes: readonly (readonly FeeWish[])[]): readonly FeeWish[] {
  const known = new Map<string, { readonly fee: FeeWish; readonly count: number }>();
  for (const fee of quotes.flat()) {
    const name = nameOf(fee);
    const count = (known.get(name)?.count ?? 0) + 1;
    known.delete(name);
    const { description, unit, hundredths, unitPrice } = fee;
    known.set(name, { fee: { description, unit, hundredths, unitPrice, ...lineVat(fee) }, count });
  }
  return [...known.values()]
    .reverse()
    .sort((a, b) => b.count - a.count)
    .map(({ fee }) => fee);
}
