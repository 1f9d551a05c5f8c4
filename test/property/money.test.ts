// Rules C: rounding and sums, compared with exact arithmetic in bigint.
import fc from 'fast-check';
import { expect } from 'vitest';
import { allocate, cents, roundHalfUp, shareColumn, vatOf } from '../../core/kernel/cents.ts';
import { fraction } from '../../core/kernel/fraction.ts';
import { price } from '../../core/quotes/price.ts';
import { lineNet } from '../../core/renewals/align.ts';
import { law } from '../support/law.ts';

const amount = fc.integer({ min: -5_000_000, max: 5_000_000 });

/** num / den, rounded half up to an integer. */
function exactHalfUp(num: bigint, den: bigint): bigint {
  const twice = 2n * num + den;
  const quotient = twice / (2n * den);
  return twice < 0n && twice % (2n * den) !== 0n ? quotient - 1n : quotient;
}

law('C1, C2: rounding is half up, exactly', {
  subject: roundHalfUp,
  wrong: ({ num, den }) => cents(Math.trunc(num / den)),
  given: fc.record({
    num: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
    den: fc.integer({ min: 1, max: 10_000 }),
  }),
  holds(round, exact) {
    expect(BigInt(round(exact))).toBe(exactHalfUp(BigInt(exact.num), BigInt(exact.den)));
  },
  runs: 1000,
});

law('C1, C2: a column is rounded as each of its amounts is', {
  subject: shareColumn,
  wrong(amounts, { from, to }, { num, den }, into) {
    for (let at = from; at < to; at += 1) into[at] = Math.floor(((amounts[at] ?? 0) * num) / den);
  },
  given: fc.record({
    // Small and large ones: beyond 2^51 a product no longer fits a plain number.
    amounts: fc.array(fc.oneof(amount, fc.maxSafeInteger()), { minLength: 1, maxLength: 20 }),
    from: fc.nat(5),
    num: fc.integer({ min: 0, max: 3000 }),
    den: fc.integer({ min: 1, max: 10_000 }),
  }),
  holds(shares, { amounts, from, num, den }) {
    const exact = amounts.map((each) => exactHalfUp(BigInt(each) * BigInt(num), BigInt(den)));
    fc.pre(exact.every((each) => Number.isSafeInteger(Number(each))));
    const into = new Float64Array(amounts.length).fill(-1);
    shares(Float64Array.from(amounts), { from, to: amounts.length }, { num, den }, into);
    expect([...into]).toEqual(exact.map((each, at) => (at < from ? -1 : Number(each))));
  },
  runs: 1000,
});

law('C1: a line is quantity x yearly x months / 12, rounded once', {
  subject: lineNet,
  wrong: (quantity, yearly, months) => cents(quantity * lineNet(1, yearly, months)),
  given: fc.record({
    quantity: fc.integer({ min: 0, max: 999 }),
    yearly: fc.integer({ min: 0, max: 100_000 }),
    num: fc.integer({ min: 0, max: 3000 }),
    den: fc.integer({ min: 1, max: 365 }),
  }),
  holds(net, { quantity, yearly, num, den }) {
    expect(BigInt(net(quantity, cents(yearly), fraction(num, den)))).toBe(
      exactHalfUp(BigInt(quantity) * BigInt(yearly) * BigInt(num), BigInt(den) * 12n),
    );
  },
  runs: 1000,
});

law(
  'C5: parts sum to the whole, none is a cent or more from its share, equal weights differ by a cent at most',
  {
    subject: allocate,
    wrong: (total, weights) =>
      weights.map((weight) =>
        roundHalfUp({ num: total * weight, den: weights.reduce((a, b) => a + b, 0) || 1 }),
      ),
    given: fc.record({
      total: amount,
      weights: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 }),
    }),
    holds(spread, { total, weights }) {
      const parts = spread(cents(total), weights);
      const whole = weights.reduce((a, b) => a + b, 0);
      expect(parts).toHaveLength(weights.length);
      expect(parts.reduce<number>((a, b) => a + b, 0)).toBe(total === 0 ? 0 : total);
      for (const [index, part] of parts.entries()) {
        const weight = whole === 0 ? 1 : (weights[index] ?? 0);
        expect(Math.abs(part * (whole || weights.length) - total * weight)).toBeLessThan(
          whole || weights.length,
        );
      }
    },
  },
);

law('C2: VAT is rounded once on the sum, and gross is net plus VAT', {
  subject: price<{ readonly net: ReturnType<typeof cents> }>,
  wrong: (input) => {
    const priced = price(input);
    const vat = cents(input.lines.reduce((total, line) => total + vatOf(line.net, input.vatBasisPoints), 0));
    return { ...priced, vat, gross: cents(priced.net + vat) };
  },
  given: fc.record({
    nets: fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 20 }),
    vatBasisPoints: fc.constantFrom(0, 400, 1000, 2200),
  }),
  holds(total, { nets, vatBasisPoints }) {
    const { net, vat, gross } = total({
      lines: nets.map((value) => ({ net: cents(value) })),
      vatBasisPoints,
    });
    expect(net).toBe(nets.reduce((a, b) => a + b, 0));
    expect(BigInt(vat)).toBe(exactHalfUp(BigInt(net) * BigInt(vatBasisPoints), 10_000n));
    expect(gross).toBe(net + vat);
  },
});

law('C3: the convention is one negative line, and the lines still sum to the net', {
  subject: price<{ readonly net: ReturnType<typeof cents> }>,
  wrong: ({ discountBasisPoints: _, ...input }) => price(input),
  given: fc.record({
    nets: fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 20 }),
    discountBasisPoints: fc.integer({ min: 1000, max: 10_000 }),
  }),
  holds(total, { nets, discountBasisPoints }) {
    const priced = total({
      lines: nets.map((value) => ({ net: cents(value) })),
      vatBasisPoints: 2200,
      discountBasisPoints,
    });
    expect(priced.lines).toHaveLength(nets.length + 1);
    expect(priced.lines.at(-1)?.net).toBeLessThanOrEqual(0);
    expect(priced.lines.reduce((sum, line) => sum + line.net, 0)).toBe(priced.net);
    expect(priced.net).toBeGreaterThanOrEqual(0);
  },
});
