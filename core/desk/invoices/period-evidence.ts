import { addDays, type Day } from '../../kernel/day.ts';
import type { Period } from '../../received/invoice/invoice.ts';
import type { PeriodEnd } from '../rows/invoice-rows.ts';

/**
 * What a confirmed expiry says of a period: the period ends on it, or begins the day after it (`same-day`);
 * it ends the day before it, or begins on it (`day-after`). Null if it says neither.
 */
export function periodEndBy({ from, to }: Period, expiry: Day): PeriodEnd | null {
  if (to === expiry || (from !== null && addDays(expiry, 1) === from)) return 'same-day';
  if ((to !== null && addDays(to, 1) === expiry) || from === expiry) return 'day-after';
  return null;
}
