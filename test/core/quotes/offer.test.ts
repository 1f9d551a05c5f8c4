// Fees of the firm and the totals of an offer. Rules C1, C2, C4.
import { describe, expect, test } from 'vitest';
import { cents } from '../../../core/kernel/cents.ts';
import { exactFee, feeNet, feeRefusal, usualFees, type FeeWish } from '../../../core/quotes/fees.ts';
import { explainFee, offerTotals } from '../../../core/quotes/offer.ts';

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
