// Fees of the firm and the totals of an offer. Rules C1, C2, C4.
import { Decimal } from 'decimal.js';
import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { cents, type Cents } from '../../../core/kernel/cents.ts';
import { exactFee, feeNet, feeRefusal, usualFees, type FeeWish } from '../../../core/quotes/fees.ts';
import { explainFee, offerTotals, type OfferTotals } from '../../../core/quotes/offer.ts';
import { price } from '../../../core/quotes/price.ts';
import { law } from '../../support/law.ts';

const fee = (change: Partial<Record<keyof FeeWish, string | number>> = {}): FeeWish =>
  ({
    description: 'Assistenza',
    unit: '',
    hundredths: 100,
    unitPrice: 9000,
    vatBasisPoints: 2200,
    ...change,
  }) as FeeWish;

const service = (net: number, vatBasisPoints = 2200) => ({ net: cents(net), vatBasisPoints });

describe('a fee', () => {
  test('quantity times unit price, rounded half up once (rule C1)', () => {
    expect(feeNet(fee({ hundredths: 200, unitPrice: 6000 }))).toBe(12_000);
    // 1,5 x 33,33 = 49,995
    expect(feeNet(fee({ hundredths: 150, unitPrice: 3333 }))).toBe(5000);
    // Half up is towards more, also below zero: -0,005 is 0.
    expect(feeNet(fee({ hundredths: 50, unitPrice: -1 }))).toBe(0);
    expect(exactFee(fee({ hundredths: 150, unitPrice: 3333 }))).toEqual({ num: 9999, den: 2 });
    expect(explainFee(fee({ hundredths: 200, unitPrice: 6000 }))).toMatchObject({ amount: 12_000 });
  });

  test('is refused without a description, and out of range', () => {
    expect(feeRefusal(fee())).toBeUndefined();
    expect(feeRefusal(fee({ unitPrice: -100 }))).toBeUndefined();
    expect(feeRefusal(fee({ description: '  ' }))).toEqual({ reason: 'fee-without-description' });
    const bad = [
      { hundredths: 0 },
      { hundredths: 1.5 },
      { vatBasisPoints: -1 },
      { vatBasisPoints: 10_001 },
      { unitPrice: 100_000_001 },
      { hundredths: 9_999_999, unitPrice: 100_000 },
    ];
    expect(bad.map((change) => feeRefusal(fee(change))?.reason)).toEqual(bad.map(() => 'fee-out-of-range'));
  });
});

test('the picture of the complete quote: 109,30 and 210,00 with 22 %', () => {
  const fees = [fee({ hundredths: 200, unitPrice: 6000 }), fee()];
  expect(offerTotals([service(4950), service(5980)], fees)).toEqual({
    services: 10_930,
    own: 21_000,
    net: 31_930,
    rates: [{ vatBasisPoints: 2200, net: 31_930, vat: 7025 }],
    vat: 7025,
    gross: 38_955,
  });
});

test('several rates: one rounding for each, the highest first (rule C2)', () => {
  const totals = offerTotals(
    [service(5819)],
    [fee({ unitPrice: 101, vatBasisPoints: 400 }), fee({ unitPrice: 5000, vatBasisPoints: 0 }), fee()],
  );
  expect(totals.rates).toEqual([
    { vatBasisPoints: 2200, net: 14_819, vat: 3260 },
    { vatBasisPoints: 400, net: 101, vat: 4 },
    { vatBasisPoints: 0, net: 5000, vat: 0 },
  ]);
  expect([totals.net, totals.vat, totals.gross]).toEqual([19_920, 3264, 23_184]);
});

test('two services of 0,02: VAT once on the document, not once for each', () => {
  // 22 % of 0,02 is 0,0044 and nothing; of 0,04 it is 0,0088 and a cent.
  expect(offerTotals([service(2), service(2)], []).vat).toBe(1);
});

interface Given {
  readonly nets: readonly number[];
  readonly fees: readonly {
    readonly hundredths: number;
    readonly unitPrice: number;
    readonly rate: number;
  }[];
}

law<(totals: OfferTotals, given: Given) => OfferTotals, Given>(
  'an offer is exact for each rate, its parts sum to it, and one service alone has its own totals',
  {
    subject: (totals) => totals,
    // The mistake: VAT rounded on each line.
    wrong: (totals, { fees }) => {
      const lines = fees.map(({ hundredths, unitPrice, rate }) =>
        Math.round((Math.round((hundredths * unitPrice) / 100) * rate) / 10_000),
      );
      return { ...totals, vat: cents(lines.reduce((sum, one) => sum + one, totals.services)) };
    },
    given: fc.record({
      nets: fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 4 }),
      fees: fc.array(
        fc.record({
          hundredths: fc.integer({ min: 1, max: 9_999_999 }),
          unitPrice: fc.integer({ min: -10_000, max: 10_000 }),
          rate: fc.constantFrom(0, 400, 500, 1000, 2200),
        }),
        { maxLength: 8 },
      ),
    }),
    runs: 300,
    holds(bent, given) {
      const fees = given.fees.map(({ hundredths, unitPrice, rate }) =>
        fee({ hundredths, unitPrice, vatBasisPoints: rate }),
      );
      const totals = bent(
        offerTotals(
          given.nets.map((net) => service(net)),
          fees,
        ),
        given,
      );
      // By another library: half up is towards more.
      const halfUp = (value: Decimal): number => value.plus(0.5).floor().toNumber();
      const nets = new Map<number, Decimal>();
      const add = (rate: number, net: Decimal.Value): void => {
        nets.set(rate, (nets.get(rate) ?? new Decimal(0)).plus(net));
      };
      for (const net of given.nets) add(2200, net);
      for (const { hundredths, unitPrice, rate } of given.fees)
        add(rate, halfUp(new Decimal(hundredths).times(unitPrice).div(100)));
      const vats = [...nets].map(([rate, net]) => halfUp(net.times(rate).div(10_000)));
      const net = [...nets.values()].reduce((sum, one) => sum.plus(one), new Decimal(0)).toNumber();
      const vat = vats.reduce((sum, one) => sum + one, 0);
      expect([totals.net, totals.vat, totals.gross]).toEqual([net, vat, net + vat]);
      expect(totals.services + totals.own).toBe(net);
      const [first = 0] = given.nets;
      const alone = price({ lines: [{ net: first as Cents }], vatBasisPoints: 2200 });
      expect(offerTotals([service(first)], [])).toMatchObject({
        net: alone.net,
        vat: alone.vat,
        gross: alone.gross,
      });
    },
  },
);

test('the usual fees: each once with its newest terms, the most frequent first', () => {
  const usual = usualFees([
    [fee({ description: 'Subentro', unitPrice: 100 }), fee({ description: 'Lettera' })],
    [fee({ description: ' subentro', unitPrice: 200 })],
    [fee({ description: 'Credenziali' })],
  ]);
  expect(usual.map(({ description, unitPrice }) => [description, unitPrice])).toEqual([
    [' subentro', 200],
    ['Credenziali', 9000],
    ['Lettera', 9000],
  ]);
});
