/** An exact rational number; `den` is positive and both parts are safe integers in lowest terms. */
export interface Fraction {
  readonly num: number;
  readonly den: number;
}

function gcd(a: number, b: number): number {
  let x = Math.abs(a);
  let y = b;
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** num / den in lowest terms. Throws on a zero or unsafe part: that is a programming error, never input. */
export function fraction(num: number, den = 1): Fraction {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || den <= 0)
    throw new RangeError(`Not an exact fraction: ${num}/${den}`);
  const divisor = gcd(num, den);
  return { num: num / divisor, den: den / divisor };
}

export const zero: Fraction = { num: 0, den: 1 };

export const add = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.num * b.den + b.num * a.den, a.den * b.den);

/** a x b, reduced crosswise first so that the parts stay small. */
export function multiply(a: Fraction, b: Fraction): Fraction {
  const left = fraction(a.num, b.den);
  const right = fraction(b.num, a.den);
  return fraction(left.num * right.num, left.den * right.den);
}

/** Negative where a < b, 0 where equal, positive where a > b. */
export const compare = (a: Fraction, b: Fraction): number => a.num * b.den - b.num * a.den;

/**
 * The largest integer <= num / den, for safe integers and den > 0. One floating division is exact enough: a
 * quotient just
 * below an integer k lies 1 / den or more below it, and rounds up to k only where k x den >= 2^53.
 */
export const floorDivide = (num: number, den: number): number => Math.floor(num / den);
