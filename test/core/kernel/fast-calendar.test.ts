// core/kernel/day.ts counts days and months with a remembered calendar. This test compares every day from
// 1900 to 2200 with date-fns, which does not use that calendar.
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays as libraryAddDays } from 'date-fns/addDays';
import { addMonths as libraryAddMonths } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { getDaysInMonth } from 'date-fns/getDaysInMonth';
import { getISODay } from 'date-fns/getISODay';
import { isLeapYear } from 'date-fns/isLeapYear';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  civil,
  completedMonths,
  dayOf,
  daysBetween,
  parseDay,
  startedMonths,
  weekday,
  type Day,
} from '../../../core/kernel/day.ts';
import { fastCalendar } from '../../../core/kernel/fast-calendar.ts';

const first = new UTCDateMini('1900-01-01');
const days = differenceInCalendarDays(new UTCDateMini('2200-12-31'), first) + 1;
const textOf = (date: Date): Day => date.toISOString().slice(0, 10) as Day;

/** The day `anchor` of the month `months` later, or the last day of that month. It uses date-fns only. */
function libraryMonth(day: Day, months: number, anchor = Number(day.slice(8))): Day {
  const month = libraryAddMonths(new UTCDateMini(`${day.slice(0, 8)}01`), months);
  month.setDate(Math.min(anchor, getDaysInMonth(month)));
  return textOf(month);
}

/**
 * Collects differences and expects none at the end. An `expect` for each of a million facts would be slow.
 */
function differences() {
  const found: string[] = [];
  return {
    same: (what: string, ours: unknown, theirs: unknown): void => {
      if (ours !== theirs && found.length < 20)
        found.push(`${what}: ${String(ours)}, date-fns ${String(theirs)}`);
    },
    found,
  };
}

describe('every day from 1900-01-01 to 2200-12-31', () => {
  test('is the day that date-fns counts to, with its parts, weekday, number and month', () => {
    const { same, found } = differences();
    const start = textOf(first);
    let day = start;
    for (let count = 0; count < days; count += 1) {
      const date = libraryAddDays(first, count);
      same(`day ${count}`, day, textOf(date));
      same(`parseDay ${day}`, parseDay(day), day);
      same(`number of ${day}`, daysBetween(start, day), count);
      same(`from the start to ${day}`, addDays(start, count), day);
      same(`from ${day} to the start`, addDays(day, -count), start);
      same(`weekday of ${day}`, weekday(day), getISODay(date));
      const { year, month, day: dayOfMonth } = civil(day);
      same(`year of ${day}`, year, date.getUTCFullYear());
      same(`month of ${day}`, month, date.getUTCMonth() + 1);
      same(`day of ${day}`, dayOfMonth, date.getUTCDate());
      same(`dayOf ${day}`, dayOf(year, month, dayOfMonth), day);
      day = addDays(day, 1);
    }
    expect(found).toEqual([]);
    expect(day).toBe('2201-01-01');
  });

  test('is the start of months that date-fns adds and counts too', () => {
    const { same, found } = differences();
    const spread = [1, -1, 12, 5, -7, 36, 25, 48, -13, 120, 1200, -1200];
    for (let count = 0; count < days; count += 1) {
      const day = textOf(libraryAddDays(first, count));
      for (const months of [spread[count % 12] ?? 0, spread[(count + 5) % 12] ?? 0]) {
        const reached = libraryMonth(day, months);
        same(`${day} and ${months} months`, addMonths(day, months), reached);
        if (months < 0) continue;
        same(`started ${day} to ${reached}`, startedMonths(day, reached), months);
        same(`completed ${day} to ${reached}`, completedMonths(day, reached), months);
        const next = textOf(libraryAddDays(new UTCDateMini(reached), 1));
        same(`started ${day} to ${next}`, startedMonths(day, next), months + 1);
        const before = textOf(libraryAddDays(new UTCDateMini(reached), -1));
        same(`completed ${day} to ${before}`, completedMonths(day, before), months - 1);
      }
    }
    expect(found).toEqual([]);
  });
});

describe('every month count from -1200 to 1200', () => {
  test.each([
    ['2026-01-31', 31],
    ['2028-02-29', 29],
    ['2026-02-28', 29],
    ['2026-02-28', 30],
    ['2026-02-28', 31],
    ['2026-04-30', 30],
    ['2026-04-30', 31],
    ['2026-12-29', 29],
    ['2000-02-29', 31],
    ['2100-02-28', 28],
    ['2026-11-15', 15],
    ['2027-01-01', 1],
  ] as const)('from %s on day %i', (text, anchor) => {
    const { same, found } = differences();
    for (let months = -1200; months <= 1200; months += 1)
      same(`${months}`, addMonths(text as Day, months, anchor), libraryMonth(text as Day, months, anchor));
    expect(found).toEqual([]);
  });
});

describe('every month of the years 1 to 9999', () => {
  test('has as many days as date-fns says, and no more', () => {
    const { same, found } = differences();
    const date = new UTCDateMini(0);
    for (let year = 1; year <= 9999; year += 1)
      for (let month = 1; month <= 12; month += 1) {
        date.setUTCFullYear(year, month - 1, 1);
        const last = getDaysInMonth(date);
        same(`last of ${year}-${month}`, dayOf(year, month, last) === undefined, false);
        same(`after the last of ${year}-${month}`, dayOf(year, month, last + 1), undefined);
        if (month === 2) same(`29 February ${year}`, last === 29, isLeapYear(date));
      }
    expect(found).toEqual([]);
  });
});

test('a year is asked for once', () => {
  const asked: string[] = [];
  const { daysInMonth, dayNumber } = fastCalendar((year, month) => {
    asked.push(`${year}-${month}`);
    return month * 30;
  });
  expect(daysInMonth({ year: 2026, month: 2 })).toBe(30);
  expect(dayNumber({ year: 2026, month: 12, day: 5 })).toBe(364);
  expect(asked).toEqual(Array.from({ length: 13 }, (_, index) => `2026-${index + 1}`));
});
