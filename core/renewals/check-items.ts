import { itemKinds } from '../catalog/item.ts';
import { addMonths, parseDay, type Day } from '../kernel/day.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { AlignItem } from './align.ts';

/** The calendar of the product: an expiry outside it is a mistake in the data. */
const firstDay = '2000-01-01';
const lastDay = '2100-12-31';

/**
 * The most that one item can count and, in cents, cost a year: every amount then stays far from the limits of
 * a number.
 */
const mostPieces = 100_000;
const mostYearly = 10_000_000;

export type ItemField = 'id' | 'kind' | 'quantity' | 'yearly' | 'expiry' | 'anchor' | 'newExpiry';

/** Why items cannot be priced: none at all, or the first whose field does not fit. */
export type ItemsRefusal =
  | { readonly reason: 'no-items' }
  | { readonly reason: 'bad-item'; readonly id: string; readonly field: ItemField };

/** A whole number within both ends. */
const whole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** A real day of 2000 to 2100. */
const isCalendarDay = (day: Day): boolean => parseDay(day) !== undefined && day >= firstDay && day <= lastDay;

/**
 * The day's own day of the month or, where the month was too short for the anchor, its last day (rule A1).
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
 * Items as the engine needs them: a known kind, 1 to 100,000 pieces, a yearly price of 0 to 100,000.00, an
 * expiry of 2000 to
 * 2100 with its anchor. Refuses an empty list, and names the first item and field that do not fit.
 */
export function checkItems<I extends AlignItem>(items: readonly I[]): Result<readonly I[], ItemsRefusal> {
  if (items.length === 0) return err({ reason: 'no-items' });
  for (const item of items) {
    const field = badField(item);
    if (field !== undefined) return err({ reason: 'bad-item', id: item.id, field });
  }
  return ok(items);
}

/** The first line that would end outside the calendar, as a refusal. */
export function checkNewExpiries(
  lines: readonly { readonly id: string; readonly newExpiry: Day }[],
): ItemsRefusal | undefined {
  const late = lines.find(({ newExpiry }) => !isCalendarDay(newExpiry));
  return late === undefined ? undefined : { reason: 'bad-item', id: late.id, field: 'newExpiry' };
}
