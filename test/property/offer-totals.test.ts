// The totals of an offer, held against another library. Rules C1, C2, C4.
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect } from 'vitest';
import { cents, type Cents } from '../../core/kernel/cents.ts';
import { natures, type Nature } from '../../core/quotes/nature.ts';
import { offerTotals, type OfferTotals } from '../../core/quotes/offer.ts';
import { price } from '../../core/quotes/price.ts';
import { law } from '../support/law.ts';

interface Given {
  readonly nets: readonly number[];
  readonly fees: readonly {
    readonly hundredths: number;
    readonly unitPrice: number;
    readonly rate: number;
    readonly nature: Nature;
  }[];
  /** The contribution to the firm's fund. Null: none. */
  readonly fund: { readonly share: number; readonly rate: number } | null;
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
          nature: fc.constantFrom(...natures),
        }),
        { maxLength: 8 },
      ),
      fund: fc.option(
        fc.record({ share: fc.integer({ min: 1, max: 2000 }), rate: fc.constantFrom(0, 400, 2200) }),
      ),
    }),
    runs: 300,
    holds(bent, given) {
      const fees = given.fees.map(({ hundredths, unitPrice, rate, nature }) => ({
        description: 'Assistenza',
        unit: '',
        hundredths,
        unitPrice: cents(unitPrice),
        vatBasisPoints: rate,
        nature,
      }));
      const fund =
        given.fund === null ? undefined : { basisPoints: given.fund.share, vatBasisPoints: given.fund.rate };
      const totals = bent(
        offerTotals(
          given.nets.map((net) => ({ net: cents(net), vatBasisPoints: 2200 })),
          fees,
          fund,
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
      let base = new Decimal(0);
      for (const { hundredths, unitPrice, rate, nature } of given.fees)
        // Without VAT the nature says that something is no fee; with VAT it says nothing.
        if (rate !== 0 || nature !== 'N1')
          base = base.plus(halfUp(new Decimal(hundredths).times(unitPrice).div(100)));
      if (given.fund !== null)
        add(given.fund.rate, halfUp(Decimal.max(base, 0).times(given.fund.share).div(10_000)));
      const vats = [...nets].map(([rate, net]) => halfUp(net.times(rate).div(10_000)));
      const net = [...nets.values()].reduce((sum, one) => sum.plus(one), new Decimal(0)).toNumber();
      const vat = vats.reduce((sum, one) => sum + one, 0);
      expect([totals.net, totals.vat, totals.gross]).toEqual([net, vat, net + vat]);
      expect(totals.services + totals.own).toBe(net);
      // Each nature is a sum of its own, and has no VAT.
      const keys = totals.rates.map(({ vatBasisPoints, nature }) => `${vatBasisPoints} ${nature ?? ''}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(totals.rates.filter(({ nature, vat: some }) => nature !== undefined && some !== 0)).toEqual([]);
      const [first = 0] = given.nets;
      const alone = price({ lines: [{ net: first as Cents }], vatBasisPoints: 2200 });
      expect(offerTotals([{ net: cents(first), vatBasisPoints: 2200 }], [])).toMatchObject({
        net: alone.net,
        vat: alone.vat,
        gross: alone.gross,
      });
    },
  },
);
