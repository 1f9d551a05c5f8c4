import { itemKinds } from '../catalog/item.ts';
import { addMonths, parseDay, type Day } from '../kernel/day.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { AlignItem } from './align.ts';

/** The product's calendar. An expiry outside it is a mistake in the data. */
const firstDay = '2000-01-01';
const lastDay = '2100-12-31';

/**
 * The most pieces of one item, and the highest yearly price in cents. With these limits every amount stays
 * far from the limits of a number.
 */
const mostPieces = 100_000;
const mostYearly = 10_000_000;

export type ItemField = 'id' | 'kind' | 'quantity' | 'yearly' | 'expiry' | 'anchor' | 'newExpiry';

/** Why items cannot be priced: there is no item, or a field of this item does not fit. */
export type ItemsRefusal =
  | { readonly reason: 'no-items' }
  | { readonly reason: 'bad-item'; readonly id: string; readonly field: ItemField };

/** Whether the value is a whole number from `least` to `most`. */
const whole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** Whether the text is a real day of 2000 to 2100. */
const isCalendarDay = (day: Day): boolean => parseDay(day) !== undefined && day >= firstDay && day <= lastDay;

/**
 * Whether the anchor fits the day: it is the day of the month, or the month is too short for it and the day
 * is the month's last (rule A1).
 */
const anchorFits = (day: Day, anchor: number): boolean =>
  whole(anchor, 1, 31) && addMonths(day, 0, anchor) === day;

function badField({ kind, quantity, yearly, expiry, anchor }: AlignItem): ItemField | undefined {
  if (!itemKinds.includes(kind)) return 'kind';
  if (!whole(quantity, 1, mostPieces)) return 'quantity';
  if (!whole(yearly, 0, mostYearly)) return 'yearly';
  if (!isCalendarDay(expiry)) return 'expiry';
  return anchorFits(expiry, anchor) ? undefined : 'anchor';
}

/**
 * Checks items for the engine: a known kind, 1 to 100,000 pieces, a yearly price of 0 to
 * 100,000.00, an expiry from 2000 to 2100 with its anchor. Refuses an empty list. Otherwise names
 * the first item and field that do not fit.
 */
export function checkItems<I extends AlignItem>(items: readonly I[]): Result<readonly I[], ItemsRefusal> {
  if (items.length === 0) return err({ reason: 'no-items' });
  for (const item of items) {
    const field = badField(item);
    if (field !== undefined) return err({ reason: 'bad-item', id: item.id, field });
  }
  return ok(items);
}

/** Refuses the first line that would end outside the calendar. Returns undefined if all lines fit. */
export function checkNewExpiries(
  lines: readonly { readonly id: string; readonly newExpiry: Day }[],
): ItemsRefusal | undefined {
  const late = lines.find(({ newExpiry }) => !isCalendarDay(newExpiry));
  return late === undefined ? undefined : { reason: 'bad-item', id: late.id, field: 'newExpiry' };
}
