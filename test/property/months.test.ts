// Rules B: what holds for every month rule.
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { addMonths } from '../../core/kernel/day.ts';
import { compare, fraction, type Fraction } from '../../core/kernel/fraction.ts';
import { monthRules, monthsCharged, type MonthRule } from '../../core/renewals/months.ts';
import { law } from '../support/law.ts';
import { anchoredDays, days } from '../support/plain-date.ts';

const start = anchoredDays('2000-01-01', '2060-12-31');
const later = days('2000-01-01', '2100-12-31');
const add = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den + b.num * a.den, a.den * b.den);
const plus = (months: Fraction, extra: number): Fraction => add(months, fraction(extra));

describe.each(monthRules)('%s', (rule: MonthRule) => {
  law('never negative, 0 exactly where the target is not later', {
    subject: monthsCharged,
    wrong: (name, from, to, anchor) => (from === to ? fraction(1) : monthsCharged(name, from, to, anchor)),
    given: fc.record({ start, to: later, same: fc.boolean() }),
    holds(months, { start: { day, anchor }, to, same }) {
      const target = same ? day : to;
      const charged = months(rule, day, target, anchor);
      expect(charged.num >= 0 && charged.den > 0).toBe(true);
      if (target <= day) expect(charged.num).toBe(0);
    },
  });

  law('a later target never costs fewer months', {
    subject: monthsCharged,
    wrong: (name, from, to, anchor) =>
      to.endsWith('-31') ? fraction(0) : monthsCharged(name, from, to, anchor),
    given: fc.record({ start, targets: fc.tuple(later, later) }),
    holds(months, { start: { day, anchor }, targets }) {
      const [near, far] = [...targets].sort();
      if (near === undefined || far === undefined) return;
      expect(compare(months(rule, day, near, anchor), months(rule, day, far, anchor))).toBeLessThanOrEqual(0);
    },
    runs: 800,
  });
});

law('started >= actual-days >= completed, and less than a month apart', {
  subject: monthsCharged,
  wrong: (rule, from, to, anchor) =>
    rule === 'started-month'
      ? plus(monthsCharged(rule, from, to, anchor), -1)
      : monthsCharged(rule, from, to, anchor),
  given: fc.record({ start, to: later }),
  holds(months, { start: { day, anchor }, to }) {
    const [started, actual, completed] = (['started-month', 'actual-days', 'completed-month'] as const).map(
      (rule) => months(rule, day, to, anchor),
    );
    if (started === undefined || actual === undefined || completed === undefined)
      throw new Error('three rules');
    expect(compare(started, actual)).toBeGreaterThanOrEqual(0);
    expect(compare(actual, completed)).toBeGreaterThanOrEqual(0);
    expect(compare(plus(completed, 1), started)).toBeGreaterThanOrEqual(0);
  },
  runs: 1000,
});

law('actual-365 and thirty-360 are additive over any day between', {
  subject: monthsCharged,
  wrong: (rule, from, to, anchor) =>
    rule === 'thirty-360'
      ? monthsCharged('started-month', from, to, anchor)
      : monthsCharged(rule, from, to, anchor),
  given: fc.tuple(later, later, later),
  holds(months, three) {
    const [from, middle, to] = [...three].sort();
    if (from === undefined || middle === undefined || to === undefined) return;
    for (const rule of ['actual-365', 'thirty-360'] as const)
      expect(add(months(rule, from, middle), months(rule, middle, to))).toEqual(
        add(months(rule, from, to), fraction(0)),
      );
  },
  runs: 800,
});

law('started, completed and actual-days are additive over whole months from the anchor', {
  subject: monthsCharged,
  wrong: (rule, from, to) => monthsCharged(rule, from, to),
  given: fc.record({ start, whole: fc.integer({ min: 0, max: 120 }), to: later }),
  holds(months, { start: { day, anchor }, whole, to }) {
    const middle = addMonths(day, whole, anchor);
    if (to < middle) return;
    for (const rule of ['started-month', 'completed-month', 'actual-days'] as const) {
      expect(compare(plus(months(rule, middle, to, anchor), whole), months(rule, day, to, anchor))).toBe(0);
    }
  },
  runs: 1000,
});

law('a shortened anchor (28 February of a 31st or a 29th) pays exactly 12 months a year', {
  subject: monthsCharged,
  wrong: (rule, from, to) => monthsCharged(rule, from, to),
  given: fc.record({ start, years: fc.integer({ min: 1, max: 10 }) }),
  holds(months, { start: { day, anchor }, years }) {
    const target = addMonths(day, 12 * years, anchor);
    for (const rule of ['started-month', 'completed-month', 'actual-days'] as const)
      expect(months(rule, day, target, anchor)).toEqual({ num: 12 * years, den: 1 });
  },
  runs: 1000,
});
