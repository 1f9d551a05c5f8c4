import { describe, expect, test } from 'vitest';
import { allocate, cents, roundHalfUp, share, sum, vatOf } from '../../../core/kernel/cents.ts';
import { compare, floorDivide, fraction, multiply } from '../../../core/kernel/fraction.ts';

describe('cents', () => {
  test('money is never a float', () => {
    expect(() => cents(1.5)).toThrow(RangeError);
    expect(() => cents(Number.NaN)).toThrow(RangeError);
    expect(() => cents(2 ** 53)).toThrow('Not a whole number of cents: 9007199254740992');
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

describe('share of amounts too large for plain numbers', () => {
  test.each([
    [Number.MAX_SAFE_INTEGER, 1, 2, 4_503_599_627_370_496],
    [-Number.MAX_SAFE_INTEGER, 1, 2, -4_503_599_627_370_495],
    [94_906_267, 94_906_267, 94_906_267, 94_906_267],
    [94_906_267, 94_906_267, 2, 4_503_599_757_937_645],
    [-94_906_267, 94_906_267, 2, -4_503_599_757_937_644],
    [94_906_267, 94_906_267, 3, 3_002_399_838_625_096],
    [Number.MAX_SAFE_INTEGER, 9999, 10_000, 9_006_298_534_815_517],
    [-Number.MAX_SAFE_INTEGER, 9999, 10_000, -9_006_298_534_815_517],
    [2 ** 51, 1, 2 ** 52, 1],
    [2 ** 51 - 1, 1, 2 ** 52, 0],
    [2 ** 51, 1, 2 ** 53 - 1, 0],
    [2 ** 52, 1, 2 ** 53 - 1, 1],
    [-(2 ** 51), 1, 2 ** 52, 0],
  ])('%i x %i / %i is %i', (amount, num, den, expected) => {
    expect(share(amount, num, den)).toBe(expected);
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

  test('weights and totals too large for plain numbers are spread to the cent', () => {
    expect(allocate(cents(Number.MAX_SAFE_INTEGER), [3, 7])).toEqual([
      2_702_159_776_422_297, 6_305_039_478_318_694,
    ]);
    expect(allocate(cents(-Number.MAX_SAFE_INTEGER), [7, 3])).toEqual([
      -6_305_039_478_318_694, -2_702_159_776_422_297,
    ]);
    expect(allocate(cents(94_906_267), [94_906_266, 1, 94_906_266])).toEqual([47_453_133, 1, 47_453_133]);
  });

  test.each([[[1.5, 1]], [[-1, 2]], [[Number.NaN]], [[Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]]])(
    'refuses the weights %j',
    (weights) => {
      expect(() => allocate(cents(5), weights)).toThrow(`Not whole weights: ${weights.join(', ')}`);
    },
  );

  test('without a weight the parts are equal; without parts there are none', () => {
    expect(allocate(cents(5), [0, 0])).toEqual([3, 2]);
    expect(allocate(cents(5), [])).toEqual([]);
  });
});

describe('fraction', () => {
  test('exact, in lowest terms', () => {
    expect(multiply(fraction(3, 4), fraction(8, 9))).toEqual({ num: 2, den: 3 });
    expect(compare(fraction(83, 10), fraction(3048, 365))).toBeLessThan(0);
    expect(floorDivide(-1, 2)).toBe(-1);
  });

  test('a part that is not exact is a mistake of the program', () => {
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => fraction(0.5, 2)).toThrow(RangeError);
  });
});
