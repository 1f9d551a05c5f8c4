import { describe, expect, test } from 'vitest';
import { addDays } from '../../../core/kernel/day.ts';
import {
  isBankWorkingDay,
  isItalianHoliday,
  isPostalWorkingDay,
  isTargetClosing,
  workingDayAfter,
} from '../../../core/kernel/working-day.ts';
import { day } from '../../support/samples.ts';

describe('holidays (A5)', () => {
  test.each(['2026-04-06', '2027-03-29', '2028-04-17', '2029-04-02', '2030-04-22'])(
    'Easter Monday %s: Italian and TARGET',
    (text) => {
      expect([isItalianHoliday(day(text)), isTargetClosing(day(text))]).toEqual([true, true]);
    },
  );

  test('4 October is a holiday from 2026', () => {
    expect([2025, 2026, 2027].map((year) => isItalianHoliday(day(`${year}-10-04`)))).toEqual([
      false,
      true,
      true,
    ]);
    expect(isPostalWorkingDay(day('2027-10-04'))).toBe(false);
  });

  test('Good Friday stops transfers, not the post; 2 June stops both; abolished days stop nothing', () => {
    expect([isPostalWorkingDay(day('2027-03-26')), isBankWorkingDay(day('2027-03-26'))]).toEqual([
      true,
      false,
    ]);
    expect([isPostalWorkingDay(day('2027-06-02')), isBankWorkingDay(day('2027-06-02'))]).toEqual([
      false,
      false,
    ]);
    expect(['2026-03-19', '2026-06-29', '2026-11-04'].map((text) => isBankWorkingDay(day(text)))).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('Saturdays and Sundays are not working days', () => {
    expect(['2026-11-28', '2026-11-29', '2026-11-30'].map((text) => isBankWorkingDay(day(text)))).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('the next working day after Christmas 2026 is the 28th', () => {
    expect(workingDayAfter(day('2026-12-24'), isBankWorkingDay)).toBe('2026-12-28');
  });
});

test('Easter of other centuries', () => {
  for (const sunday of ['1999-04-04', '1943-04-25', '2100-03-28', '2285-03-22', '1818-03-22']) {
    expect(isItalianHoliday(day(sunday)), sunday).toBe(true);
    expect(isTargetClosing(addDays(day(sunday), -2)), sunday).toBe(true);
    expect(isItalianHoliday(addDays(day(sunday), -7)), sunday).toBe(false);
  }
});
