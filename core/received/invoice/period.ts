import { addDays, addMonths, completedMonths, type Day } from '../../kernel/day.ts';
import type { Period } from './invoice.ts';

/**
 * What a service's expiry is by the last day of a line's period, as a person said once: the same day, or
 * the day after, if the invoice writes the last day that is still inside. Aruba does not say.
 */
export const periodEnds = ['same-day', 'day-after'] as const;
export type PeriodEnd = (typeof periodEnds)[number];

/**
 * The whole months from one expiry to another, at least one; null if they are not whole. Either day may be
 * the last one of a shorter month: 28/02 to 29/02 of the next year is twelve months, and so is the way back.
 */
export function wholeMonths(from: Day, to: Day): number | null {
  if (from >= to) return null;
  const near = completedMonths(from, to);
  const found = [near, near + 1].find(
    (months) => months > 0 && (addMonths(from, months) === to || addMonths(to, -months) === from),
  );
  return found ?? null;
}

/** True if a period begins and ends on the same day of a month: it is written from expiry to expiry. */
export const fromExpiryToExpiry = ({ from, to }: Period): boolean =>
  from !== null && to !== null && wholeMonths(from, to) !== null;

/**
 * What a confirmed expiry says of a period. `same-day`: the period ends on it, or begins the day after it, or
 * goes from it to the same day of another month. `day-after`: it ends the day before it, or goes from it to
 * the day before the same day of another month. Null if it says neither.
 */
export function periodEndBy({ from, to }: Period, expiry: Day): PeriodEnd | null {
  if (to === expiry || (from !== null && addDays(expiry, 1) === from)) return 'same-day';
  if (to !== null && addDays(to, 1) === expiry) return 'day-after';
  if (from !== expiry || to === null) return null;
  if (wholeMonths(from, to) !== null) return 'same-day';
  return wholeMonths(from, addDays(to, 1)) === null ? null : 'day-after';
}

/**
 * The expiry that a line's period means, by what a person said of its last day. A period from expiry to
 * expiry ends on the expiry, whatever was said of others. Null if it has no last day, or ends before it
 * begins.
 */
export function expiryOfPeriod(period: Period | null, end: PeriodEnd): Day | null {
  if (period === null || period.to === null) return null;
  const { from, to } = period;
  if (from !== null && from > to) return null;
  return end === 'same-day' || fromExpiryToExpiry(period) ? to : addDays(to, 1);
}
