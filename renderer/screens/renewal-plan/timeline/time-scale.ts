import type { TimelineZoom } from '../../../../core/desk/rows/saved-view.ts';
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

/** The width of a day in pixels, for each zoom. */
const zooms: Readonly<Record<TimelineZoom, number>> = { days: 18, weeks: 5, months: 1.9, years: 0.6 };

/** A line of the ruler and its day. `strong`: a year begins, or a month if the zoom is days or weeks. */
export interface Tick {
  readonly day: Day;
  readonly x: number;
  readonly strong: boolean;
}

/**
 * Converts between days and pixels on the timeline. It is written by hand instead of taken from d3-scale
 * because it needs whole days only and one linear function.
 */
export interface TimeScale {
  readonly zoom: TimelineZoom;
  readonly start: Day;
  readonly width: number;
  readonly x: (day: Day) => number;
  readonly dayAt: (x: number) => Day;
  readonly ticks: readonly Tick[];
  /** The months above the days and weeks, each with its left edge and width. Empty for the other zooms. */
  readonly months: readonly { readonly month: string; readonly x: number; readonly width: number }[];
  /** The days on which no bank works, each with its left edge. Empty unless the zoom is days. */
  readonly rest: readonly { readonly day: Day; readonly x: number; readonly width: number }[];
}

/** What a label at the last day takes beyond it, in pixels. */
const beyondEnd = 60;

/** The smallest distance between two lines of the ruler, in pixels. */
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
 * The scale from 14 days before today, so that recent expiries are visible, to the end of the horizon. A day
 * is drawn at the middle of its width. `least`: the width that it fills at least, in pixels.
 */
export function timeScale(today: Day, horizonMonths: number, zoom: TimelineZoom, least = 0): TimeScale {
  const start = addDays(today, -14);
  const end = addMonths(today, horizonMonths);
  const perDay = Math.max(zooms[zoom], (least - beyondEnd) / daysBetween(start, end));
  const width = Math.max(least, Math.ceil(daysBetween(start, end) * perDay) + beyondEnd);
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
