import type { Day } from '../kernel/day.ts';
import type { Fraction } from '../kernel/fraction.ts';
import { monthsCharged, type MonthRule } from './months.ts';

/**
 * What a target means for an expiry: the months charged, and whether the expiry
 * moves. Nothing is ever shortened.
 */
export interface Reach {
  readonly months: Fraction;
  readonly moves: boolean;
}

/**
 * The reach of one target by one rule (rules B, D). Computes each pair of expiry and anchor once,
 * because a portfolio has many items but few dates. Its memory is limited by the days of the calendar,
 * not by the number of items.
 */
export function reachOf(target: Day, rule: MonthRule): (expiry: Day, anchor: number) => Reach {
  const byAnchor: Map<Day, Reach>[] = [];
  return (expiry, anchor) => {
    const known = (byAnchor[anchor] ??= new Map<Day, Reach>());
    let reach = known.get(expiry);
    if (reach === undefined) {
      reach = { months: monthsCharged(rule, expiry, target, anchor), moves: expiry < target };
      known.set(expiry, reach);
    }
    return reach;
  };
}
