import { addDays, addMonths, civil, dayOf, daysBetween, type Day } from '../../../core/kernel/day.ts';

/** From days to years: pixels for a day. */
export const zooms = { days: 14, weeks: 5, months: 1.9, years: 0.6 } as const;
export type Zoom = keyof typeof zooms;

/** Where days lie on the timeline. */
export interface TimeScale {
  readonly start: Day;
  readonly width: number;
  readonly x: (day: Day) => number;
  readonly dayAt: (x: number) => Day;
  /** The lines of the ruler, each with the day that it stands for and whether it begins a year. */
  readonly ticks: readonly { readonly day: Day; readonly x: number; readonly first: boolean }[];
}

/** A ruler line at most so close to the next. */
const leastGap = 46;
const steps = [1, 2, 3, 6, 12];

/** The scale from a little before today, so that what has expired is seen, to the end of the horizon. */
export function timeScale(today: Day, horizonMonths: number, zoom: Zoom): TimeScale {
  const perDay = zooms[zoom];
  const start = addDays(today, -14);
  const end = addMonths(today, horizonMonths);
  const width = Math.ceil(daysBetween(start, end) * perDay) + 60;
  const x = (day: Day): number => daysBetween(start, day) * perDay;
  const every = steps.find((months) => months * 30 * perDay >= leastGap) ?? 12;
  const { year, month } = civil(start);
  const first = dayOf(year, month, 1) ?? start;
  const ticks = [];
  for (let months = 1; ; months += 1) {
    const day = addMonths(first, months);
    if (day > end) break;
    const january = civil(day).month === 1;
    if ((civil(day).month - 1) % every === 0) ticks.push({ day, x: x(day), first: january });
  }
  return { start, width, x, dayAt: (at) => addDays(start, Math.round(at / perDay)), ticks };
}
