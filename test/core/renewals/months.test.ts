import { describe, expect, test } from 'vitest';
import { cents } from '../../../core/kernel/cents.ts';
import { fraction } from '../../../core/kernel/fraction.ts';
import { lineNet } from '../../../core/renewals/align.ts';
import {
  defaultMonthRule,
  monthRules,
  monthsCharged,
  type MonthRule,
} from '../../../core/renewals/months.ts';
import oracle from '../../oracles/months-charged.json';
import { day } from '../../support/samples.ts';

const isRule = (name: string): name is MonthRule => monthRules.some((rule) => rule === name);

describe('months charged (B)', () => {
  test.each([
    ['started-month', 9, 1],
    ['completed-month', 8, 1],
    ['actual-days', 83, 10],
    ['actual-365', 3048, 365],
    ['thirty-360', 83, 10],
  ] as const)('15/03/2027 -> 24/11/2027 by %s: %i/%i', (rule, num, den) => {
    expect(monthsCharged(rule, day('15/03/2027'), day('24/11/2027'))).toEqual({ num, den });
  });

  test('the default is started-month', () => {
    expect(defaultMonthRule).toBe('started-month');
  });

  test.each(oracle.rows)('$rule $from -> $to: $num/$den ($source)', ({ rule, from, to, num, den }) => {
    if (!isRule(rule)) throw new Error(`The oracle names an unknown rule: ${rule}`);
    expect(monthsCharged(rule, day(from), day(to))).toEqual(fraction(num, den));
  });

  test.each(monthRules)('%s: nothing where the target is not later', (rule) => {
    expect(monthsCharged(rule, day('2027-03-15'), day('2027-03-15'))).toEqual({ num: 0, den: 1 });
    expect(monthsCharged(rule, day('2027-03-15'), day('2026-03-15'))).toEqual({ num: 0, den: 1 });
  });
});

describe('a line is rounded once (C1)', () => {
  test('7 users x 4.90 x 5/12 = 14.29, not 7 x 2.04 = 14.28', () => {
    expect(lineNet(7, cents(490), { num: 5, den: 1 })).toBe(1429);
    expect(7 * lineNet(1, cents(490), { num: 5, den: 1 })).toBe(1428);
  });
});
