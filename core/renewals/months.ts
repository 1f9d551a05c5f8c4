import {
  completedMonths,
  monthsAndShare,
  civil,
  daysBetween,
  dayOfMonth,
  startedMonths,
  type Day,
} from '../kernel/day.ts';
import { fraction, zero, type Fraction } from '../kernel/fraction.ts';

/**
 * Aruba does not publish how it rounds. These are five named readings; the first is the
 * product's choice (rules B).
 */
export const monthRules = [
  'started-month',
  'completed-month',
  'actual-days',
  'actual-365',
  'thirty-360',
] as const;
export type MonthRule = (typeof monthRules)[number];

export const defaultMonthRule: MonthRule = 'started-month';

/**
 * The exact months charged to bring an expiry `from` to `to`; 0 if `to <= from` (rules B). `anchor`: the day
 * of the month that the expiry keeps. It matters if a short month cut `from` (28 February of a 31st).
 */
export function monthsCharged(rule: MonthRule, from: Day, to: Day, anchor = dayOfMonth(from)): Fraction {
  if (to <= from) return zero;
  switch (rule) {
    case 'started-month':
      return { num: startedMonths(from, to, anchor), den: 1 };
    case 'completed-month':
      return { num: completedMonths(from, to, anchor), den: 1 };
    case 'actual-days':
      return actualDays(from, to, anchor);
    case 'actual-365':
      return fraction(daysBetween(from, to) * 12, 365);
    case 'thirty-360':
      return fraction(days360(from, to), 30);
  }
}

/** Completed months, plus the days left divided by the length of the month that they begin. */
function actualDays(from: Day, to: Day, anchor: number): Fraction {
  const { months, days, length } = monthsAndShare(from, to, anchor);
  return days === 0 ? { num: months, den: 1 } : fraction(months * length + days, length);
}

function days360(from: Day, to: Day): number {
  const a = civil(from);
  const b = civil(to);
  return 360 * (b.year - a.year) + 30 * (b.month - a.month) + Math.min(b.day, 30) - Math.min(a.day, 30);
}
