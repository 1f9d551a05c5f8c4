// Rules A, compared with an independent implementation.
import fc from 'fast-check';
import { expect } from 'vitest';
import {
  addDays,
  addMonths,
  completedMonths,
  daysBetween,
  parseDay,
  startedMonths,
  weekday,
} from '../../core/kernel/day.ts';
import { law } from '../support/law.ts';
import {
  anchoredDays,
  days,
  plainAddDays,
  plainAddMonths,
  plainDaysBetween,
  plainIsDay,
  plainWeekday,
} from '../support/plain-date.ts';

law('addDays, daysBetween and weekday agree with Date in UTC', {
  subject: { addDays, daysBetween, weekday },
  wrong: { addDays, daysBetween, weekday: (day) => (weekday(day) % 7) + 1 },
  given: fc.record({ day: days(), other: days(), count: fc.integer({ min: -40_000, max: 40_000 }) }),
  holds(subject, { day, other, count }) {
    expect(subject.addDays(day, count)).toBe(plainAddDays(day, count));
    expect(subject.daysBetween(day, other)).toBe(plainDaysBetween(day, other));
    expect(subject.weekday(day)).toBe(plainWeekday(day));
  },
  runs: 1000,
});

law('parseDay takes the days of the calendar and no other text', {
  subject: parseDay,
  wrong: (text) =>
    /^\d{4}-\d{2}-\d{2}$/.test(text) ? (parseDay(text) ?? parseDay('2026-03-01')) : undefined,
  given: fc
    .record({
      year: fc.integer({ min: 1, max: 9999 }),
      month: fc.integer({ min: 0, max: 13 }),
      day: fc.integer({ min: 0, max: 32 }),
    })
    .map(
      ({ year, month, day }) =>
        `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    ),
  holds(parse, text) {
    expect(parse(text)).toBe(plainIsDay(text) ? text : undefined);
  },
  runs: 1000,
});

law('A1: addMonths agrees with Date in UTC, for any anchor', {
  subject: addMonths,
  wrong: (day, months, anchor) => addDays(addMonths(day, months, anchor), anchor === 31 ? -1 : 0),
  given: fc.record({ start: anchoredDays(), months: fc.integer({ min: -240, max: 240 }) }),
  holds(add, { start, months }) {
    expect(add(start.day, months, start.anchor)).toBe(plainAddMonths(start.day, months, start.anchor));
  },
  runs: 1000,
});

law('A1: with its anchor an expiry never drifts: month by month over 100 years is the same as at once', {
  subject: addMonths,
  wrong: (day, months) => addMonths(day, months),
  given: anchoredDays('2000-01-01', '2030-12-31'),
  holds(add, { day, anchor }) {
    let walked = day;
    for (let month = 1; month <= 1200; month += 1) {
      walked = add(walked, 1, anchor);
      expect(walked).toBe(plainAddMonths(day, month, anchor));
    }
  },
  runs: 40,
});

law('A2, A3: started and completed months are the smallest and the largest that the rules name', {
  subject: { startedMonths, completedMonths },
  wrong: { startedMonths: completedMonths, completedMonths: startedMonths },
  given: fc.record({ start: anchoredDays(), to: days() }),
  holds(subject, { start: { day, anchor }, to }) {
    const started = subject.startedMonths(day, to, anchor);
    const completed = subject.completedMonths(day, to, anchor);
    if (to <= day) {
      expect([started, completed]).toEqual([0, 0]);
      return;
    }
    expect(plainAddMonths(day, started, anchor) >= to).toBe(true);
    expect(plainAddMonths(day, started - 1, anchor) < to).toBe(true);
    expect(plainAddMonths(day, completed, anchor) <= to).toBe(true);
    expect(plainAddMonths(day, completed + 1, anchor) > to).toBe(true);
  },
  runs: 1000,
});
