import type { ItemKind } from '../catalog/item.ts';
import { share, type Cents } from '../kernel/cents.ts';
import { addMonths, dayOfMonth, type Day } from '../kernel/day.ts';
import type { Fraction } from '../kernel/fraction.ts';
import type { MonthRule } from './months.ts';
import { reachOf } from './reach.ts';

/**
 * Something with an expiry that can be moved. `yearly` is net, for one; `anchor` the day of the month kept
 * for ever.
 */
export interface AlignItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly quantity: number;
  readonly yearly: Cents;
  readonly expiry: Day;
  readonly anchor: number;
}

/** The item with what moving it costs: exact months, net amount rounded once, and where it ends then. */
export interface AlignedLine extends AlignItem {
  readonly months: Fraction;
  readonly net: Cents;
  readonly newExpiry: Day;
  readonly newAnchor: number;
  /** Whether a month rule counted the months, or whole years were bought: the explanation says which. */
  readonly basis: 'rule' | 'whole-years';
}

/** quantity x yearly price x months / 12, rounded half up once (rule C1). */
export const lineNet = (quantity: number, yearly: Cents, months: Fraction): Cents =>
  share(quantity * yearly, months.num, 12 * months.den);

/**
 * Brings one item after another to `target`, for the months that `rule` counts (rules D). An item that ends
 * on or after
 * it comes back with 0 months, 0.00 and its own expiry: nothing is ever shortened.
 */
export function aligner(
  target: Day,
  rule: MonthRule,
  targetAnchor = dayOfMonth(target),
): (item: AlignItem) => AlignedLine {
  const reach = reachOf(target, rule);
  // Spelled out: copying the items' own properties one by one would take most of the time of a large
  // portfolio.
  return ({ id, kind, quantity, yearly, expiry, anchor }) => {
    const { months, moves } = reach(expiry, anchor);
    const net = lineNet(quantity, yearly, months);
    const newExpiry = moves ? target : expiry;
    const newAnchor = moves ? targetAnchor : anchor;
    return { id, kind, quantity, yearly, expiry, anchor, months, net, newExpiry, newAnchor, basis: 'rule' };
  };
}

/**
 * The one engine (rules D): one line an item, in order. `targetAnchor` is the target's day of the month
 * before any shortening.
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
 * Whole years from the item's own date, exactly 12 months each: new purchases and aligned renewals (rules D1
 * to D3).
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
