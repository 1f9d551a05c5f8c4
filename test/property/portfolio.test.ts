// The fast ways over many services come to the same cent as the simple one, by every rule.
import { fc } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { cents } from '../../core/kernel/cents.ts';
import { addDays } from '../../core/kernel/day.ts';
import { price } from '../../core/quotes/price.ts';
import { alignPortfolio, totaller } from '../../core/quotes/portfolio.ts';
import { portfolioTotals, preparePortfolio } from '../../core/quotes/prepared-portfolio.ts';
import { align, type AlignItem } from '../../core/renewals/align.ts';
import { monthRules } from '../../core/renewals/months.ts';
import { law } from '../support/law.ts';
import { day } from '../support/samples.ts';

const item = fc
  .record({ offset: fc.integer({ min: 0, max: 900 }), quantity: fc.integer({ min: 1, max: 500 }), yearly: fc.integer({ min: 0, max: 9999 }) })
  .map(({ offset, quantity, yearly }, index = 0): AlignItem => {
    const expiry = addDays(day('01/01/2027'), offset);
    return { id: `${index}`, kind: 'user', quantity, yearly: cents(yearly), expiry, anchor: Number(expiry.slice(8)) };
  });
const given = fc.record({
  services: fc.array(fc.array(item, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
  rule: fc.constantFrom(...monthRules),
  target: fc.integer({ min: 0, max: 900 }).map((offset) => addDays(day('01/06/2027'), offset)),
});

const fast = (services: readonly { id: string; items: readonly AlignItem[] }[], date: Parameters<typeof totaller>[0]) => {
  const totalsOf = totaller(date);
  const prepared = portfolioTotals(preparePortfolio(services), date);
  return {
    full: alignPortfolio(services, date).map(({ net, vat, gross }) => ({ net, vat, gross })),
    streamed: services.map(({ items }) => totalsOf(items)),
    prepared: services.map((_, index) => ({
      net: prepared.net[index],
      vat: prepared.vat[index],
      gross: (prepared.net[index] ?? 0) + (prepared.vat[index] ?? 0),
    })),
  };
};

describe('portfolio', () => {
  law('equals align + price for each service', {
    subject: fast,
    // VAT on every line instead of once a document.
    wrong: (services: Parameters<typeof fast>[0], date: Parameters<typeof fast>[1]) => {
      const right = fast(services, date);
      return {
        ...right,
        full: alignPortfolio(services, date).map(({ lines, net }) => {
          const vat = lines.reduce((sum, line) => sum + Math.round(line.net * 0.22), 0);
          return { net, vat, gross: net + vat };
        }),
      } as typeof right;
    },
    given,
    holds: (ways, { services, rule, target }) => {
      const named = services.map((items, index) => ({ id: `${index}`, items }));
      const simple = named.map(({ items }) => {
        const { net, vat, gross } = price({ lines: align({ items, target, rule }), vatBasisPoints: 2200 });
        return { net, vat, gross };
      });
      expect(ways(named, { target, rule, vatBasisPoints: 2200 })).toEqual({ full: simple, streamed: simple, prepared: simple });
    },
  });
});
