import type { Brand } from './brand.ts';
import { floorDivide, type Fraction } from './fraction.ts';

/** An amount of money: whole euro cents, net of VAT unless a name says gross. */
export type Cents = Brand<number, 'Cents'>;

/** Whole cents from a plain integer. Throws on anything else: money is never a float. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number of cents: ${value}`);
  return (value === 0 ? 0 : value) as Cents;
}

export const sum = (amounts: readonly Cents[]): Cents => cents(amounts.reduce<number>((total, amount) => total + amount, 0));

/** The one rounding of the product: to the nearest cent, a half goes up (rules C1, C2). */
export const roundHalfUp = (exact: Fraction): Cents => cents(floorDivide(2 * exact.num + exact.den, 2 * exact.den));

/** VAT on a net total: rounded once per rate and document (rule C2). `basisPoints`: 22 % is 2200. */
export const vatOf = (net: Cents, basisPoints: number): Cents => roundHalfUp({ num: net * basisPoints, den: 10_000 });

/**
 * Spreads a total over weights so that the parts sum to it: largest remainder, ties by position (rule C5).
 * With no positive weight the parts are equal weights.
 */
export function allocate(total: Cents, weights: readonly number[]): Cents[] {
  if (weights.length === 0) return [];
  const given = weights.reduce((a, b) => a + b, 0);
  const used = given > 0 ? weights : weights.map(() => 1);
  const whole = given > 0 ? given : weights.length;
  const sign = total < 0 ? -1 : 1;
  const amount = Math.abs(total);
  const floors = used.map((weight) => floorDivide(amount * weight, whole));
  const left = amount - floors.reduce((a, b) => a + b, 0);
  const byRemainder = used
    .map((weight, index) => ({ index, remainder: (amount * weight) % whole }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, left).map((part) => part.index));
  return floors.map((part, index) => cents(sign * (part + (raised.has(index) ? 1 : 0))));
}
