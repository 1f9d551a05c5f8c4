import { vatOf, type Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import { lineNet, type AlignItem } from '../renewals/align.ts';
import type { MonthRule } from '../renewals/months.ts';
import { reachOf } from '../renewals/reach.ts';

/**
 * A service with its priced items, which have passed `checkItems`. It is one order, so one document
 * with its own VAT (rule C2).
 */
export interface PortfolioService {
  readonly id: string;
  readonly items: readonly AlignItem[];
}

/** One common date for many services. */
export interface CommonDate {
  readonly target: Day;
  readonly rule: MonthRule;
  readonly vatBasisPoints: number;
}

/** Amounts of one service, or the sum of many. */
export interface Totals {
  readonly net: Cents;
  readonly vat: Cents;
  readonly gross: Cents;
}

/**
 * Returns a function that totals one service after another, without their lines. The amounts are to the cent
 * those of `align` and `price`. Its memory does not grow with the number of services.
 */
export function totaller({
  target,
  rule,
  vatBasisPoints,
}: CommonDate): (items: readonly AlignItem[]) => Totals {
  const reach = reachOf(target, rule);
  return (items) => {
    let net = 0;
    for (const { quantity, yearly, expiry, anchor } of items)
      net += lineNet(quantity, yearly, reach(expiry, anchor).months);
    const vat = vatOf(net as Cents, vatBasisPoints);
    return { net: net as Cents, vat, gross: (net + vat) as Cents };
  };
}
