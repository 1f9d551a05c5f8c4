// Rule D2: whole years, and the first months of the promotion.
import { expect, test } from 'vitest';
import { cents } from '../../../core/kernel/cents.ts';
import { firstPurchase } from '../../../core/renewals/first-purchase.ts';
import { day } from '../../support/samples.ts';

const bought = [
  { id: 'E', kind: 'e-invoicing' as const, quantity: 1, yearly: cents(2990) },
  { id: 'U', kind: 'user' as const, quantity: 3, yearly: cents(490) },
];
const nets = (
  years: number,
  promotion: { readonly months: number; readonly price: ReturnType<typeof cents> } | null,
) =>
  firstPurchase({ day: day('24/11/2026'), years, bought, promotion }).map(
    ({ net, newExpiry }) => `${net} ${newExpiry}`,
  );

test.each([
  // 1.00 + 29.90 x 9/12; 3 x 4.90.
  [1, ['2343 2027-11-24', '1470 2027-11-24']],
  // 1.00 + 29.90 x 21/12 = 53.325, rounded once; 3 x 4.90 x 2.
  [2, ['5333 2028-11-24', '2940 2028-11-24']],
])('on promotion for %i years', (years, expected) => {
  expect(nets(years, { months: 3, price: cents(100) })).toEqual(expected);
});

test('without it the years are paid whole', () => {
  expect(nets(2, null)).toEqual(['5980 2028-11-24', '2940 2028-11-24']);
});
