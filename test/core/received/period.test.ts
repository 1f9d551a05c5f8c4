// What the period of a line says of expiries. Aruba does not say what its last day is.
import { describe, expect, test } from 'vitest';
import type { Period } from '../../../core/received/invoice/invoice.ts';
import { expiryOfPeriod, periodEndBy, wholeMonths } from '../../../core/received/invoice/period.ts';
import { aDay } from '../../support/plain-date.ts';

const period = (from: string | null, to: string | null): Period => ({
  from: from === null ? null : aDay(from),
  to: to === null ? null : aDay(to),
});

test.each([
  ['2026-03-15', '2027-03-15', 12],
  ['2026-03-15', '2026-04-15', 1],
  ['2026-03-15', '2027-03-14', null],
  // The last day of a shorter month, in either direction.
  ['2027-02-28', '2028-02-29', 12],
  ['2028-02-29', '2029-02-28', 12],
  ['2026-01-31', '2026-02-28', 1],
  ['2026-02-28', '2026-03-31', 1],
  ['2026-03-15', '2026-03-15', null],
  ['2027-03-15', '2026-03-15', null],
])('from %s to %s: %s whole months', (from, to, months) => {
  expect(wholeMonths(aDay(from), aDay(to))).toBe(months);
});

describe('what a confirmed expiry says of a period', () => {
  const expiry = aDay('2026-03-15');
  test.each<[Period, 'same-day' | 'day-after' | null]>([
    [period('2025-03-16', '2026-03-15'), 'same-day'],
    [period('2026-03-16', '2027-03-15'), 'same-day'],
    [period('2025-03-15', '2026-03-14'), 'day-after'],
    [period('2026-03-15', '2027-03-14'), 'day-after'],
    // From expiry to expiry: the last day is the expiry.
    [period('2026-03-15', '2027-03-15'), 'same-day'],
    [period('2025-03-15', '2026-03-15'), 'same-day'],
    // It begins on the expiry, and nothing says what its end is.
    [period('2026-03-15', '2026-11-24'), null],
    [period('2026-03-15', null), null],
    [period(null, '2026-05-15'), null],
  ])('%o: %s', (one, says) => {
    expect(periodEndBy(one, expiry)).toBe(says);
  });
});

test('the expiry that a period means', () => {
  const year = period('2026-03-16', '2027-03-15');
  expect([expiryOfPeriod(year, 'same-day'), expiryOfPeriod(year, 'day-after')]).toEqual([
    '2027-03-15',
    '2027-03-16',
  ]);
  // From expiry to expiry, whatever was said of other periods.
  const plain = period('2026-03-15', '2027-03-15');
  expect([expiryOfPeriod(plain, 'same-day'), expiryOfPeriod(plain, 'day-after')]).toEqual([
    '2027-03-15',
    '2027-03-15',
  ]);
  expect(expiryOfPeriod(period(null, '2027-03-14'), 'day-after')).toBe('2027-03-15');
  expect(expiryOfPeriod(period('2026-03-15', null), 'same-day')).toBeNull();
  // It ends before it begins.
  expect(expiryOfPeriod(period('2027-03-16', '2026-03-15'), 'same-day')).toBeNull();
  expect(expiryOfPeriod(null, 'same-day')).toBeNull();
});
