import type { ItemKind } from '../catalog/item.ts';
import { share, type Cents } from '../kernel/cents.ts';
import { addMonths, dayOfMonth, type Day } from '../kernel/day.ts';
import type { Fraction } from '../kernel/fraction.ts';
import type { MonthRule } from './months.ts';
import { reachOf } from './reach.ts';

/**
 * An item whose expiry can move. `yearly`: net cents for one piece. `anchor`: the day of the
 * month that it keeps for ever.
 */
export interface AlignItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly quantity: number;
  readonly yearly: Cents;
  readonly expiry: Day;
  readonly anchor: number;
}

/** The item, and what it costs to move it: exact months, net cents rounded once, and the new expiry. */
export interface AlignedLine extends AlignItem {
  readonly months: Fraction;
  readonly net: Cents;
  readonly newExpiry: Day;
  readonly newAnchor: number;
  /** Whether a month rule counted the months or whole years were bought. The explanation shows it. */
  readonly basis: 'rule' | 'whole-years';
}

/** Net cents of a line: quantity x yearly price x months / 12, rounded half up once (rule C1). */
export const lineNet = (quantity: number, yearly: Cents, months: Fraction): Cents =>
  share(quantity * yearly, months.num, 12 * months.den);

/**
 * Returns a function that brings one item to `target`, for the months that `rule` counts (rules D). An item
 * that ends on or after `target` stays unchanged, with 0 months and 0.00: nothing is ever shortened.
 */
export function aligner(
  target: Day,
  rule: MonthRule,
  targetAnchor = dayOfMonth(target),
): (item: AlignItem) => AlignedLine {
  const reach = reachOf(target, rule);
  // The properties are written out one by one. A spread would take most of the time of a large portfolio.
  return ({ id, kind, quantity, yearly, expiry, anchor }) => {
    const { months, moves } = reach(expiry, anchor);
    const net = lineNet(quantity, yearly, months);
    const newExpiry = moves ? target : expiry;
    const newAnchor = moves ? targetAnchor : anchor;
    return { id, kind, quantity, yearly, expiry, anchor, months, net, newExpiry, newAnchor, basis: 'rule' };
  };
}

/**
 * The one engine (rules D): one line for each item, in the same order. `targetAnchor`: the target's day of
 * the month before a short month cut it.
 */
export function align({
  items,
  target,
  rule,
  targetAnchor = dayOfMonth(target),
}: {
  readonly items: readonly AlignItem[];
  readonly target: Day;
  readonly rule: MonthRule;
  readonly targetAnchor?: number;
}): AlignedLine[] {
  return items.map(aligner(target, rule, targetAnchor));
}

/**
 * Adds whole years to the item's own date, exactly 12 months each. Used for new purchases and
 * aligned renewals (rules D1 to D3).
 */
export function wholeYears(item: AlignItem, years: number): AlignedLine {
  const { id, kind, quantity, yearly, expiry, anchor } = item;
  const months = { num: 12 * years, den: 1 };
  const net = lineNet(quantity, yearly, months);
  const newExpiry = addMonths(expiry, months.num, anchor);
  return {
    id,
    kind,
    quantity,
    yearly,
    expiry,
    anchor,
    months,
    net,
    newExpiry,
    newAnchor: anchor,
    basis: 'whole-years',
  };
}
