// The fast ways over many services give the same lines and the same cents as the simple one, by every rule.
import fc from 'fast-check';
import { expect } from 'vitest';
import { itemKinds } from '../../core/catalog/item.ts';
import { cents } from '../../core/kernel/cents.ts';
import { alignPortfolio, lineAt } from '../../core/quotes/align-portfolio.ts';
import { totaller, type CommonDate, type PortfolioService } from '../../core/quotes/portfolio.ts';
import { preparePortfolio } from '../../core/quotes/prepared-portfolio.ts';
import { price } from '../../core/quotes/price.ts';
import { align, type AlignItem } from '../../core/renewals/align.ts';
import { monthRules } from '../../core/renewals/months.ts';
import { law } from '../support/law.ts';
import { anchoredDays, days } from '../support/plain-date.ts';

/** Few prices, so that equal items meet. Dates around the target, so that some items stay as they are. */
const item: fc.Arbitrary<AlignItem> = fc
  .record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    kind: fc.constantFrom(...itemKinds),
    quantity: fc.integer({ min: 1, max: 5 }),
    yearly: fc.constantFrom(0, 490, 1990, 2990, 9_999_999),
    end: anchoredDays('2027-01-01', '2029-06-30'),
  })
  .map(({ end, yearly, ...rest }) => ({
    ...rest,
    yearly: cents(yearly),
    expiry: end.day,
    anchor: end.anchor,
  }));

const given = fc.record({
  services: fc
    .array(fc.array(item, { maxLength: 6 }), { minLength: 1, maxLength: 8 })
    .map((all) => all.map((items, index): PortfolioService => ({ id: `s${index}`, items }))),
  date: fc.record({
    rule: fc.constantFrom(...monthRules),
    target: days('2027-06-01', '2029-12-31'),
    vatBasisPoints: fc.constantFrom(0, 1000, 2200),
  }),
});

function fast(services: readonly PortfolioService[], date: CommonDate) {
  const prepared = preparePortfolio(services);
  const aligned = alignPortfolio(prepared, date);
  const totalsOf = totaller(date);
  return {
    services: services.map(({ items }, index) => ({
      lines: items.map((_, place) => lineAt(prepared, aligned, index, place)),
      net: aligned.net[index],
      vat: aligned.vat[index],
    })),
    all: aligned.all,
    streamed: services.map(({ items }) => totalsOf(items)),
  };
}

law('a portfolio is align + price for each service', {
  subject: fast,
  // The mistake: VAT on every line instead of once on the sum.
  wrong(services, date) {
    const right = fast(services, date);
    const vatOf = (lines: (typeof right.services)[number]['lines']): number =>
      lines.reduce((sum, line) => sum + Math.round((line.net * date.vatBasisPoints) / 10_000), 0);
    return { ...right, services: right.services.map((one) => ({ ...one, vat: vatOf(one.lines) })) };
  },
  given,
  holds(ways, { services, date }) {
    const simple = services.map(({ items }) =>
      price({
        lines: align({ items, target: date.target, rule: date.rule }),
        vatBasisPoints: date.vatBasisPoints,
      }),
    );
    const all = { net: 0, vat: 0, gross: 0 };
    for (const { net, vat, gross } of simple) {
      all.net += net;
      all.vat += vat;
      all.gross += gross;
    }
    expect(ways(services, date)).toEqual({
      services: simple.map(({ lines, net, vat }) => ({ lines, net, vat })),
      all,
      streamed: simple.map(({ net, vat, gross }) => ({ net, vat, gross })),
    });
  },
});
