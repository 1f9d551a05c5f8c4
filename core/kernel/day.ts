import type { Brand } from './brand.ts';
import { floorDivide } from './fraction.ts';

/** A calendar day in Europe/Rome, `YYYY-MM-DD`; never an instant. */
export type Day = Brand<string, 'Day'>;

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const toDay = ({ year, month, day }: Civil): Day => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as Day;

/**
 * The two digits that begin at `at`; codes instead of slices, since every date of a portfolio passes here.
 */
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

/** The day written as `YYYY-MM-DD`, or undefined where that is not a day of the calendar (31 February). */
export function parseDay(text: string): Day | undefined {
  const match = shape.exec(text);
  return match && isCivil(Number(match[1]), Number(match[2]), Number(match[3])) ? (text as Day) : undefined;
}

const isCivil = (year: number, month: number, day: number): boolean =>
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** The day with these parts, or undefined where the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  return isCivil(year, month, day) ? toDay({ year, month, day }) : undefined;
}

export const dayOfMonth = (day: Day): number => twoDigits(day, 8);

/** Days since 1970-01-01 (proleptic Gregorian calendar). */
function toNumber({ year, month, day }: Civil): number {
  const y = month <= 2 ? year - 1 : year;
  const era = floorDivide(y, 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = floorDivide(153 * (month + (month > 2 ? -3 : 9)) + 2, 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + floorDivide(yearOfEra, 4) - floorDivide(yearOfEra, 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function fromNumber(number: number): Day {
  const shifted = number + 719_468;
  const era = floorDivide(shifted, 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = floorDivide(
    dayOfEra - floorDivide(dayOfEra, 1460) + floorDivide(dayOfEra, 36_524) - floorDivide(dayOfEra, 146_096),
    365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + floorDivide(yearOfEra, 4) - floorDivide(yearOfEra, 100));
  const shiftedMonth = floorDivide(5 * dayOfYear + 2, 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return toDay({
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - floorDivide(153 * shiftedMonth + 2, 5) + 1,
  });
}

export const addDays = (day: Day, count: number): Day => fromNumber(toNumber(civil(day)) + count);

/** `to - from` in days; negative where `to` is earlier (rule A4). */
export const daysBetween = (from: Day, to: Day): number => toNumber(civil(to)) - toNumber(civil(from));

/** 1 = Monday to 7 = Sunday. */
export const weekday = (day: Day): number => ((((toNumber(civil(day)) + 3) % 7) + 7) % 7) + 1;

/**
 * `months` later on day-of-month `anchor`, or that month's last day where it is shorter (rule A1).
 * Always from the start, never step by step: 31 January gives 28 February and then 31 March.
 */
export function addMonths(day: Day, months: number, anchor = dayOfMonth(day)): Day {
  const { year, month } = civil(day);
  const index = year * 12 + (month - 1) + months;
  const newYear = floorDivide(index, 12);
  const newMonth = index - newYear * 12 + 1;
  return toDay({ year: newYear, month: newMonth, day: Math.min(anchor, daysInMonth(newYear, newMonth)) });
}

/** Calendar months from `from`'s month to `to`'s month, and the day that `anchor` has in `to`'s month. */
function monthsToMonthOf(
  from: Day,
  to: Day,
  anchor: number,
): { readonly months: number; readonly anchored: number } {
  const start = civil(from);
  const { year, month } = civil(to);
  return {
    months: (year - start.year) * 12 + (month - start.month),
    anchored: Math.min(anchor, daysInMonth(year, month)),
  };
}

/** The smallest n >= 0 with `addMonths(from, n, anchor) >= to`; 0 where `to <= from` (rule A2). */
export function startedMonths(from: Day, to: Day, anchor = dayOfMonth(from)): number {
  if (to <= from) return 0;
  const { months, anchored } = monthsToMonthOf(from, to, anchor);
  return anchored >= dayOfMonth(to) ? months : months + 1;
}

/** The largest n with `addMonths(from, n, anchor) <= to`; 0 where `to <= from` (rule A3). */
export function completedMonths(from: Day, to: Day, anchor = dayOfMonth(from)): number {
  if (to <= from) return 0;
  const { months, anchored } = monthsToMonthOf(from, to, anchor);
  return anchored <= dayOfMonth(to) ? months : months - 1;
}

/** How people read a distance: completed months and the days left. */
export function monthsAndDays(
  from: Day,
  to: Day,
  anchor = dayOfMonth(from),
): { readonly months: number; readonly days: number } {
  if (to <= from) return { months: 0, days: 0 };
  const months = completedMonths(from, to, anchor);
  return { months, days: daysBetween(addMonths(from, months, anchor), to) };
}

/** The calendar day in Rome at an instant given in milliseconds since 1970: for the clock's edge only. */
export function romeDay(epochMilliseconds: number): Day {
  return toDay(romeCivil(epochMilliseconds));
}

const romeFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Rome',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

function romeCivil(epochMilliseconds: number): Civil {
  const parts = new Map(
    romeFormat.formatToParts(epochMilliseconds).map((part) => [part.type, Number(part.value)]),
  );
  return { year: parts.get('year') ?? 0, month: parts.get('month') ?? 0, day: parts.get('day') ?? 0 };
}

const romeTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Rome',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/**
 * Minutes since midnight on the clocks of Rome at an instant given in milliseconds since 1970: summer time is
 * in it.
 */
export function romeMinute(epochMilliseconds: number): number {
  const [hours = '0', minutes = '0'] = romeTime.format(epochMilliseconds).split(':');
  return Number(hours) * 60 + Number(minutes);
}
