import {
  addDays,
  addMonths,
  civil,
  dayOf,
  daysBetween,
  weekday,
  type Day,
} from '../../../../core/kernel/day.ts';
import { isBankWorkingDay } from '../../../../core/kernel/working-day.ts';

/** From days to years: pixels for a day. */
export const zooms = { days: 18, weeks: 5, months: 1.9, years: 0.6 } as const;
export type Zoom = keyof typeof zooms;

/**
 * A line of the ruler with the day that it stands for. `strong`: it begins a year or, among days, a month.
 */
export interface Tick {
  readonly day: Day;
  readonly x: number;
  readonly strong: boolean;
}

/** Where days lie on the timeline. */
export interface TimeScale {
  readonly zoom: Zoom;
  readonly start: Day;
  readonly width: number;
  readonly x: (day: Day) => number;
  readonly dayAt: (x: number) => Day;
  readonly ticks: readonly Tick[];
  /** Above the days and weeks: their months, each with how far it reaches. */
  readonly months: readonly { readonly month: string; readonly x: number; readonly width: number }[];
  /** On which no bank works, where single days are seen: the left edge of each. */
  readonly rest: readonly { readonly day: Day; readonly x: number; readonly width: number }[];
}

/** A ruler line at most so close to the next. */
const leastGap = 46;
const steps = [1, 2, 3, 6, 12];

const firstOf = (day: Day): Day => dayOf(civil(day).year, civil(day).month, 1) ?? day;

function* daysFrom(start: Day, end: Day, step: number): Generator<Day> {
  for (let day = start; day <= end; day = addDays(day, step)) yield day;
}

function monthTicks(start: Day, end: Day, perDay: number): readonly Day[] {
  const every = steps.find((months) => months * 30 * perDay >= leastGap) ?? 12;
  const first = firstOf(start);
  const ticks: Day[] = [];
  for (let months = 1; ; months += 1) {
    const day = addMonths(first, months);
    if (day > end) return ticks;
    if ((civil(day).month - 1) % every === 0) ticks.push(day);
  }
}

/**
 * The scale from a little before today, so that what has expired is seen, to the end of the horizon. A day
 * stands in the middle of its width.
 */
export function timeScale(today: Day, horizonMonths: number, zoom: Zoom): TimeScale {
  const perDay = zooms[zoom];
  const start = addDays(today, -14);
  const end = addMonths(today, horizonMonths);
  const width = Math.ceil(daysBetween(start, end) * perDay) + 60;
  const x = (day: Day): number => (daysBetween(start, day) + 0.5) * perDay;
  const fine = zoom === 'days' || zoom === 'weeks';
  const monday = addDays(start, (8 - weekday(start)) % 7);
  const days =
    zoom === 'days'
      ? [...daysFrom(start, end, 1)]
      : zoom === 'weeks'
        ? [...daysFrom(monday, end, 7)]
        : monthTicks(start, end, perDay);
  const months = [];
  for (let first = firstOf(start); fine && first <= end; first = addMonths(first, 1)) {
    const from = Math.max(0, x(first) - perDay / 2);
    const to = Math.min(width, x(addMonths(first, 1)) - perDay / 2);
    months.push({ month: first.slice(0, 7), x: from, width: to - from });
  }
  return {
    zoom,
    start,
    width,
    x,
    dayAt: (at) => addDays(start, Math.round(at / perDay - 0.5)),
    ticks: days.map((day) => ({
      day,
      x: x(day),
      strong: fine ? civil(day).day === 1 : civil(day).month === 1,
    })),
    months,
    rest:
      zoom === 'days'
        ? days
            .filter((day) => !isBankWorkingDay(day))
            .map((day) => ({ day, x: x(day) - perDay / 2, width: perDay }))
        : [],
  };
}
