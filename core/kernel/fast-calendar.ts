/**
 * Counts months and days without a Date for each question. With date-fns alone the totals of 10,000 services
 * take up to 5.5 ms, and the limit is half a millisecond (`npm run bench -- figures`). The lengths of the
 * months still come from date-fns: each year is asked for once, and the answer is remembered.
 */
import { floorDivide } from './fraction.ts';

/** A month (1 to 12) of a year. */
interface Month {
  readonly year: number;
  readonly month: number;
}

/**
 * `firstOfMonth` returns the days since 1970 of a month's first day. Month 13 is January of the next year.
 */
export function fastCalendar(firstOfMonth: (year: number, month: number) => number) {
  const years = new Map<number, Int32Array>();

  /** The first days of the 12 months, and of the January that follows. */
  function firstsOf(year: number): Int32Array {
    let firsts = years.get(year);
    if (firsts === undefined) {
      firsts = Int32Array.from({ length: 13 }, (_, index) => firstOfMonth(year, index + 1));
      years.set(year, firsts);
    }
    return firsts;
  }

  return {
    daysInMonth: ({ year, month }: Month): number => {
      const firsts = firstsOf(year);
      return (firsts[month] ?? 0) - (firsts[month - 1] ?? 0);
    },

    /** Days since 1970-01-01. */
    dayNumber: ({ year, month, day }: Month & { readonly day: number }): number =>
      (firstsOf(year)[month - 1] ?? 0) + day - 1,

    /** The month `count` months after this one, or before it if `count` is negative. */
    monthAfter: ({ year, month }: Month, count: number): Month => {
      const index = year * 12 + (month - 1) + count;
      const newYear = floorDivide(index, 12);
      return { year: newYear, month: index - newYear * 12 + 1 };
    },

    /** Calendar months from one month to another, whatever the days are. */
    monthsBetween: (from: Month, to: Month): number => (to.year - from.year) * 12 + (to.month - from.month),
  };
}
