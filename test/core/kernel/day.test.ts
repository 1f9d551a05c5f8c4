import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  completedMonths,
  dayOf,
  daysBetween,
  monthsAndDays,
  parseDay,
  romeDay,
  romeMinute,
  startedMonths,
  weekday,
} from '../../../core/kernel/day.ts';
import additions from '../../oracles/month-addition.json';
import { day } from '../../support/samples.ts';

describe('parseDay', () => {
  test.each([
    '2026-02-29',
    '2026-02-31',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2100-02-29',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '',
  ])('%j is no day', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  test.each(['2024-02-29', '2000-02-29', '1899-12-31', '2026-10-25'])('%s is a day', (text) => {
    expect(parseDay(text)).toBe(text);
  });
});

describe('addMonths (A1)', () => {
  test.each(additions.rows)('$from and $months months is $to ($source)', ({ from, months, to }) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  test('from the start, never step by step: 31 January gives 28 February, 31 March, 30 April', () => {
    expect([1, 2, 3].map((months) => addMonths(day('2026-01-31'), months))).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
  });

  test('29 February 2028 renewed for 1 year gives 28 February 2029, for 4 years 29 February 2032', () => {
    expect(addMonths(day('2028-02-29'), 12)).toBe('2029-02-28');
    expect(addMonths(day('2028-02-29'), 48)).toBe('2032-02-29');
  });

  test('a shortened expiry finds its day again by the anchor', () => {
    expect(addMonths(day('2029-02-28'), 36, 29)).toBe('2032-02-29');
    expect(addMonths(day('2026-02-28'), 1, 31)).toBe('2026-03-31');
  });
});

describe('startedMonths and completedMonths (A2, A3)', () => {
  test.each([
    ['2027-03-15', '2027-11-24', 9, 8],
    ['2026-08-03', '2027-08-03', 12, 12],
    ['2026-01-31', '2026-02-28', 1, 1],
    ['2026-01-31', '2026-03-30', 2, 1],
    ['2026-01-31', '2026-03-31', 2, 2],
    ['2027-02-28', '2027-08-31', 7, 6],
    ['2026-05-10', '2026-05-11', 1, 0],
    ['2026-05-10', '2026-05-10', 0, 0],
    ['2026-05-10', '2026-05-09', 0, 0],
    ['2026-05-10', '2020-01-01', 0, 0],
  ])('%s -> %s: %i started, %i completed', (from, to, started, completed) => {
    expect(startedMonths(day(from), day(to))).toBe(started);
    expect(completedMonths(day(from), day(to))).toBe(completed);
  });

  test('a 28 February that stands for a 31st counts by its anchor', () => {
    expect(startedMonths(day('2027-02-28'), day('2027-08-31'), 31)).toBe(6);
    expect(monthsAndDays(day('2027-02-28'), day('2027-04-05'), 31)).toEqual({ months: 1, days: 5 });
  });
});

describe('days', () => {
  test('day counts are `to - from` (A4)', () => {
    expect(daysBetween(day('2027-03-15'), day('2027-11-24'))).toBe(254);
    expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2);
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(day('2000-03-01'), -1)).toBe('2000-02-29');
  });

  test('24 November 2026 is a Tuesday', () => {
    expect(weekday(day('24/11/2026'))).toBe(2);
  });
});

describe('at the edges', () => {
  test('years 1 to 9999, and no month or day outside the calendar', () => {
    expect([dayOf(1, 1, 1), dayOf(9999, 12, 31)]).toEqual(['0001-01-01', '9999-12-31']);
    for (const [year, month, date] of [
      [0, 1, 1],
      [10_000, 1, 1],
      [2026, 0, 1],
      [2026, 13, 1],
      [2026, 1, 0],
      [2026, 1, 32],
    ] as const)
      expect(dayOf(year, month, date), `${year}-${month}-${date}`).toBeUndefined();
  });

  test('from a day to itself there is nothing, whatever anchor it remembers', () => {
    for (const date of [day('2027-02-28'), day('2027-03-30')])
      for (const anchor of [15, 28, 30, 31]) {
        expect([startedMonths(date, date, anchor), completedMonths(date, date, anchor)]).toEqual([0, 0]);
        expect(monthsAndDays(date, date, anchor)).toEqual({ months: 0, days: 0 });
      }
    expect(monthsAndDays(day('2027-03-30'), day('2027-03-29'))).toEqual({ months: 0, days: 0 });
  });
});

describe('romeDay', () => {
  test.each([
    ['2026-03-28T22:59:59Z', '2026-03-28'],
    ['2026-03-28T23:00:00Z', '2026-03-29'],
    ['2026-03-29T21:59:59Z', '2026-03-29'],
    ['2026-03-29T22:00:00Z', '2026-03-30'],
    ['2026-10-24T21:59:59Z', '2026-10-24'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
  ])('%s is %s in Rome, also around the change of the clocks', (instant, expected) => {
    expect(romeDay(Date.parse(instant))).toBe(expected);
  });

  test('day and minute agree with the system at each minute around the changes of the clocks', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Rome',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    for (const change of ['1975-06-01T00:00Z', '2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-12-31T23:00Z'])
      for (let minutes = -150; minutes < 150; minutes += 1) {
        const instant = Date.parse(change) + minutes * 60_000 + 59_999;
        const clock = romeMinute(instant);
        const time = [Math.floor(clock / 60), clock % 60]
          .map((part) => String(part).padStart(2, '0'))
          .join(':');
        expect(`${romeDay(instant)} ${time}`).toBe(format.format(instant));
      }
  });
});
