/** An exact rational number in lowest terms. `den` is positive, and both parts are safe integers. */
export interface Fraction {
  readonly num: number;
  readonly den: number;
}

function gcd(a: number, b: number): number {
  let x = Math.abs(a);
  let y = b;
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

/**
 * num / den in lowest terms. Throws if `den` is not positive or a part is not a safe
 * integer: a programming error.
 */
export function fraction(num: number, den = 1): Fraction {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || den <= 0)
    throw new RangeError(`Not an exact fraction: ${num}/${den}`);
  const divisor = gcd(num, den);
  return { num: num / divisor, den: den / divisor };
}

export const zero: Fraction = { num: 0, den: 1 };

/**
 * a x b, exact. Reduces crosswise first, so that the parts stay small. Throws if a part becomes too large.
 */
export function multiply(a: Fraction, b: Fraction): Fraction {
  const left = fraction(a.num, b.den);
  const right = fraction(b.num, a.den);
  return fraction(left.num * right.num, left.den * right.den);
}

/** Negative if a < b, 0 if they are equal, positive if a > b. */
export const compare = (a: Fraction, b: Fraction): number => a.num * b.den - b.num * a.den;

/**
 * The largest integer <= num / den, for safe integers and den > 0. One floating division is exact enough: a
 * quotient below an integer k is at least 1 / den below it, and rounds up to k only if k x den >= 2^53.
 */
export const floorDivide = (num: number, den: number): number => Math.floor(num / den);
