// Calendar arithmetic with JavaScript's own Date in UTC. It shares nothing with core/kernel/day.ts.
import fc from 'fast-check';
import { parseDay, type Day } from '../../core/kernel/day.ts';

const msPerDay = 86_400_000;

const textOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const msOf = (text: string): number => Date.parse(`${text}T00:00:00Z`);

export const plainAddDays = (text: string, count: number): string => textOf(msOf(text) + count * msPerDay);
export const plainDaysBetween = (from: string, to: string): number => (msOf(to) - msOf(from)) / msPerDay;
export const plainWeekday = (text: string): number => new Date(msOf(text)).getUTCDay() || 7;

/** Day 0 of the next month is the last day of this month. */
export function plainAddMonths(text: string, months: number, anchor = Number(text.slice(8))): string {
  const date = new Date(msOf(text));
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return textOf(Date.UTC(year, month, Math.min(anchor, lastDay)));
}

/** True if the text is a real day: Date then returns the same text. */
export const plainIsDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(msOf(text)) && textOf(msOf(text)) === text;

export function aDay(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`Not a day: ${text}`);
  return day;
}

/** Days of the product's calendar. Month ends and leap days are more frequent than by chance. */
export const days = (from = '2000-01-01', to = '2100-12-31'): fc.Arbitrary<Day> => {
  const anyDay = fc
    .integer({ min: 0, max: plainDaysBetween(from, to) })
    .map((count) => aDay(plainAddDays(from, count)));
  const [firstYear, lastYear] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const monthEnd = fc
    .record({
      year: fc.integer({ min: firstYear, max: lastYear }),
      month: fc.integer({ min: 0, max: 11 }),
      back: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ year, month, back }) => textOf(Date.UTC(year, month + 1, -back)))
    .filter((text) => text >= from && text <= to)
    .map(aDay);
  return fc.oneof({ weight: 2, arbitrary: anyDay }, { weight: 1, arbitrary: monthEnd });
};

/**
 * A day with its anchor. The anchor is its own day of the month, or a later one if the month is too short.
 */
export const anchoredDays = (
  from = '2000-01-01',
  to = '2090-12-31',
): fc.Arbitrary<{ readonly day: Day; readonly anchor: number }> =>
  fc
    .record({ start: days(from, to), anchor: fc.option(fc.integer({ min: 28, max: 31 })) })
    .map(({ start, anchor }) =>
      anchor === null
        ? { day: start, anchor: Number(start.slice(8)) }
        : { day: aDay(plainAddMonths(start, 0, anchor)), anchor },
    );
