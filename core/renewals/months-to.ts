import type { Day } from '../kernel/day.ts';
import type { Fraction } from '../kernel/fraction.ts';
import { monthsCharged, type MonthRule } from './months.ts';

/**
 * `monthsCharged` towards one day by one rule, each start computed once: a portfolio has many items but few dates.
 * What it remembers is bounded by the days of the calendar, not by the number of items.
 */
export function monthsTo(to: Day, rule: MonthRule): (from: Day, anchor: number) => Fraction {
  const byAnchor: Map<Day, Fraction>[] = [];
  return (from, anchor) => {
    const known = (byAnchor[anchor] ??= new Map<Day, Fraction>());
    let months = known.get(from);
    if (months === undefined) {
      months = monthsCharged(rule, from, to, anchor);
      known.set(from, months);
    }
    return months;
  };
}
