import { share, sum, type Cents } from '../kernel/cents.ts';
import { fraction, type Fraction } from '../kernel/fraction.ts';
import { feeNet, type FeeWish } from './fees.ts';
import { lineVat, type LineVat } from './nature.ts';

/**
 * The contribution to the profession's pension fund (contributo integrativo) on the fees of a quote: a line
 * of its own with its own VAT. 4 % is 400.
 */
export interface Fund extends LineVat {
  readonly basisPoints: number;
}

export const mostFundBasisPoints = 2_000;
/** What most funds of accountants ask, at the ordinary rate. */
export const usualFund: Fund = { basisPoints: 400, vatBasisPoints: 2200 };

/** The contribution in cents, and what it is counted on. */
export interface Contribution {
  readonly base: Cents;
  /** In cents, before the one rounding (rule C1). */
  readonly exact: Fraction;
  readonly net: Cents;
}

/**
 * The share of the sum of the fees, rounded half up once. What the firm advances in the client's name
 * (nature N1, such as a stamp) is no fee and does not count (*own*). A negative sum has none.
 */
export function contribution(fees: readonly FeeWish[], { basisPoints }: Fund): Contribution {
  const counted = sum(fees.filter((fee) => lineVat(fee).nature !== 'N1').map(feeNet));
  const base = (counted < 0 ? 0 : counted) as Cents;
  return { base, exact: fraction(base * basisPoints, 10_000), net: share(base, basisPoints, 10_000) };
}
