import { TZDateMini } from '@date-fns/tz/date/mini';
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays as addDaysTo } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { isValid } from 'date-fns/isValid';
import type { Brand } from './brand.ts';
import { fastCalendar } from './fast-calendar.ts';

/** A calendar day in Europe/Rome, written `YYYY-MM-DD`. It is never an instant. */
export type Day = Brand<string, 'Day'>;

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const toDay = (year: number, month: number, day: number): Day =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as Day;

const dayAt = (date: Date): Day => toDay(date.getFullYear(), date.getMonth() + 1, date.getDate());

/** Midnight in UTC. A UTC date has no summer time, and the zone of the machine does not touch it. */
function dateOf(year: number, month: number, day: number): Date {
  const date = new UTCDateMini(0);
  // The constructor and Date.UTC read the years 0 to 99 as 1900 to 1999.
  date.setFullYear(year, month - 1, day);
  return date;
}

function toDate(day: Day): Date {
  const { year, month, day: date } = civil(day);
  return dateOf(year, month, date);
}

const epoch = dateOf(1970, 1, 1);
const { daysInMonth, dayNumber, monthAfter, monthsBetween } = fastCalendar((year, month) =>
  differenceInCalendarDays(dateOf(year, month, 1), epoch),
);

/** The number that the two digits at `at` make. Char codes are faster than slices here. */
const twoDigits = (day: Day, at: number): number =>
  (day.charCodeAt(at) - 48) * 10 + (day.charCodeAt(at + 1) - 48);

/** Year, month (1 to 12) and day of the month. */
export function civil(day: Day): Civil {
  return {
    year: twoDigits(day, 0) * 100 + twoDigits(day, 2),
    month: twoDigits(day, 5),
    day: dayOfMonth(day),
  };
}

/** The day written as `YYYY-MM-DD`. Returns undefined if the calendar has no such day (31 February). */
export function parseDay(text: string): Day | undefined {
  const match = shape.exec(text);
  return match && isCivil(Number(match[1]), Number(match[2]), Number(match[3])) ? (text as Day) : undefined;
}

const isCivil = (year: number, month: number, day: number): boolean =>
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth({ year, month });

/** The day with these parts. Returns undefined if the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  return isCivil(year, month, day) ? toDay(year, month, day) : undefined;
}

/** The day of the month, 1 to 31. */
export const dayOfMonth = (day: Day): number => twoDigits(day, 8);

/** The day `count` days later, or earlier if `count` is negative. */
export function addDays(day: Day, count: number): Day {
  const start = civil(day);
  const reached = start.day + count;
  // Most calls stay in the month: the next day, the day before.
  return reached >= 1 && reached <= daysInMonth(start)
    ? toDay(start.year, start.month, reached)
    : dayAt(addDaysTo(toDate(day), count));
}

/** `to - from` in days; negative if `to` is earlier (rule A4). */
export const daysBetween = (from: Day, to: Day): number => dayNumber(civil(to)) - dayNumber(civil(from));

/** 1 = Monday to 7 = Sunday. Counted from 1 January 1970, a Thursday. */
export const weekday = (day: Day): number => ((((dayNumber(civil(day)) + 3) % 7) + 7) % 7) + 1;

/**
 * `months` later on day-of-month `anchor`, or the last day of that month if it is shorter (rule A1).
 * Always counted from the start, never step by step: 31 January gives 28 February and then 31 March.
 */
export function addMonths(day: Day, months: number, anchor = dayOfMonth(day)): Day {
  const reached = monthAfter(civil(day), months);
  return toDay(reached.year, reached.month, Math.min(anchor, daysInMonth(reached)));
}

/** Calendar months from `from`'s month to `to`'s month, and the day that `anchor` has in `to`'s month. */
function monthsToMonthOf(
  from: Day,
  to: Day,
  anchor: number,
): { readonly months: number; readonly anchored: number } {
  const end = civil(to);
  return { months: monthsBetween(civil(from), end), anchored: Math.min(anchor, daysInMonth(end)) };
}

/** The smallest n >= 0 with `addMonths(from, n, anchor) >= to`; 0 if `to <= from` (rule A2). */
export function startedMonths(from: Day, to: Day, anchor = dayOfMonth(from)): number {
  if (to <= from) return 0;
  const { months, anchored } = monthsToMonthOf(from, to, anchor);
  return anchored >= dayOfMonth(to) ? months : months + 1;
}

/** The largest n with `addMonths(from, n, anchor) <= to`; 0 if `to <= from` (rule A3). */
export function completedMonths(from: Day, to: Day, anchor = dayOfMonth(from)): number {
  if (to <= from) return 0;
  const { months, anchored } = monthsToMonthOf(from, to, anchor);
  return anchored <= dayOfMonth(to) ? months : months - 1;
}

/** A distance as people read it: completed months and the days left. Both are 0 if `to <= from`. */
export function monthsAndDays(
  from: Day,
  to: Day,
  anchor = dayOfMonth(from),
): { readonly months: number; readonly days: number } {
  if (to <= from) return { months: 0, days: 0 };
  const months = completedMonths(from, to, anchor);
  return { months, days: daysBetween(addMonths(from, months, anchor), to) };
}

/** Days from 1970 to `addMonths(day, months, anchor)`, without writing that day. */
function numberAfterMonths({ year, month }: Civil, months: number, anchor: number): number {
  const reached = monthAfter({ year, month }, months);
  return dayNumber({
    year: reached.year,
    month: reached.month,
    day: Math.min(anchor, daysInMonth(reached)),
  });
}

/**
 * Completed months, the days left, and the length in days of the month that they begin. `to` must be after
 * `from`.
 */
export function monthsAndShare(
  from: Day,
  to: Day,
  anchor = dayOfMonth(from),
): { readonly months: number; readonly days: number; readonly length: number } {
  const months = completedMonths(from, to, anchor);
  const start = civil(from);
  const begun = numberAfterMonths(start, months, anchor);
  const length = numberAfterMonths(start, months + 1, anchor) - begun;
  return { months, days: dayNumber(civil(to)) - begun, length };
}

const rome = 'Europe/Rome';
const msPerMinute = 60_000;
const msPerHour = 60 * msPerMinute;

/**
 * The last hour that was asked about, with day and minute at its begin. Every state reads the clock, and
 * asking the time zone is slow.
 */
let last = { hour: Number.NaN, day: '' as Day, minute: 0 };

/**
 * Day and minute in Rome. Throws if it is not an instant. Rome differs from UTC by whole hours and changes
 * its clocks at whole hours, so one question to the time zone is enough for an hour.
 */
function romeAt(epochMilliseconds: number): { readonly day: Day; readonly minute: number } {
  const hour = Math.floor(epochMilliseconds / msPerHour);
  if (hour !== last.hour) {
    const date = new TZDateMini(hour * msPerHour, rome);
    if (!isValid(date)) throw new RangeError(`Not an instant: ${epochMilliseconds}`);
    last = { hour, day: dayAt(date), minute: date.getHours() * 60 + date.getMinutes() };
  }
  const since = Math.floor((epochMilliseconds - hour * msPerHour) / msPerMinute);
  return { day: last.day, minute: last.minute + since };
}

/** The calendar day in Rome at an instant in milliseconds since 1970. Only the edge to the clock needs it. */
export const romeDay = (epochMilliseconds: number): Day => romeAt(epochMilliseconds).day;

/** Minutes since midnight on the clocks of Rome, summer time included, at an instant in ms since 1970. */
export const romeMinute = (epochMilliseconds: number): number => romeAt(epochMilliseconds).minute;
