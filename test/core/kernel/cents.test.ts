import { describe, expect, test } from 'vitest';
import { allocate, cents, roundHalfUp, sum, vatOf } from '../../../core/kernel/cents.ts';
import { add, compare, floorDivide, fraction, multiply } from '../../../core/kernel/fraction.ts';

describe('cents', () => {
  test('money is never a float', () => {
    expect(() => cents(1.5)).toThrow(RangeError);
    expect(() => cents(Number.NaN)).toThrow(RangeError);
    expect(() => cents(2 ** 53)).toThrow(RangeError);
    expect(Object.is(cents(-0), 0)).toBe(true);
  });
});

describe('roundHalfUp (C1, C2)', () => {
  test.each([
    [1, 2, 1],
    [3, 2, 2],
    [-1, 2, 0],
    [-3, 2, -1],
    [1, 3, 0],
    [2, 3, 1],
    [100, 1, 100],
  ])('%i/%i is %i', (num, den, expected) => {
    expect(roundHalfUp({ num, den })).toBe(expected);
  });

  test('1.005 euro is 1.01, where floating point says 1.00', () => {
    expect(roundHalfUp(fraction(1005, 10))).toBe(101);
  });
});

describe('vatOf (C2)', () => {
  test('29.90 + 19.90 + 19.90 + 39.90 + 25.00 = 134.60, VAT 29.61, gross 164.21; line by line it would be 164.22', () => {
    const lines = [2990, 1990, 1990, 3990, 2500].map(cents);
    const net = sum(lines);
    expect([net, vatOf(net, 2200), net + vatOf(net, 2200)]).toEqual([13460, 2961, 16421]);
    expect(net + sum(lines.map((line) => vatOf(line, 2200)))).toBe(16422);
  });
});

describe('allocate (C5)', () => {
  test('the parts sum to the whole, ties by position', () => {
    expect(allocate(cents(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(cents(1429), [1, 1, 1, 1, 1, 1, 1])).toEqual([205, 204, 204, 204, 204, 204, 204]);
    expect(allocate(cents(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  test('the largest remainder gets the cent', () => {
    expect(allocate(cents(10), [1, 2, 4])).toEqual([1, 3, 6]);
  });

  test('without a weight the parts are equal; without parts there are none', () => {
    expect(allocate(cents(5), [0, 0])).toEqual([3, 2]);
    expect(allocate(cents(5), [])).toEqual([]);
  });
});

describe('fraction', () => {
  test('exact, in lowest terms', () => {
    expect(add({ num: 8, den: 1 }, fraction(9, 30))).toEqual({ num: 83, den: 10 });
    expect(multiply(fraction(3, 4), fraction(8, 9))).toEqual({ num: 2, den: 3 });
    expect(compare(fraction(83, 10), fraction(3048, 365))).toBeLessThan(0);
    expect(floorDivide(-1, 2)).toBe(-1);
  });

  test('a part that is not exact is a mistake of the program', () => {
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => fraction(0.5, 2)).toThrow(RangeError);
  });
});
