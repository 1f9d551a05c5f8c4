import type { ItemKind } from '../catalog/item.ts';
import { roundHalfUp, type Cents } from '../kernel/cents.ts';
import { addMonths, dayOfMonth, type Day } from '../kernel/day.ts';
import { fraction, multiply, zero, type Fraction } from '../kernel/fraction.ts';
import { monthsCharged, type MonthRule } from './months.ts';

/** Something with an expiry that can be moved. `yearly` is net, for one; `anchor` the day of the month kept for ever. */
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
}

/** quantity x yearly price x months / 12, rounded half up once (rule C1). */
export const lineNet = (quantity: number, yearly: Cents, months: Fraction): Cents => roundHalfUp(multiply(fraction(quantity * yearly, 12), months));

/**
 * The one engine (rules D): brings every item that ends before `target` to it, for the months that `rule` counts.
 * An item that ends on or after `target` comes back with 0 months, 0.00 and its own expiry: nothing is ever shortened.
 * Lines keep the order of the items. `targetAnchor` is the target's day of the month before any shortening.
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
  return items.map((item) => {
    if (item.expiry >= target) return { ...item, months: zero, net: lineNet(0, item.yearly, zero), newExpiry: item.expiry, newAnchor: item.anchor };
    const months = monthsCharged(rule, item.expiry, target, item.anchor);
    return { ...item, months, net: lineNet(item.quantity, item.yearly, months), newExpiry: target, newAnchor: targetAnchor };
  });
}

/** Whole years from the item's own date, exactly 12 months each: new purchases and aligned renewals (rules D1 to D3). */
export function wholeYears(item: AlignItem, years: number): AlignedLine {
  const months = { num: 12 * years, den: 1 };
  return {
    ...item,
    months,
    net: lineNet(item.quantity, item.yearly, months),
    newExpiry: addMonths(item.expiry, 12 * years, item.anchor),
    newAnchor: item.anchor,
  };
}
