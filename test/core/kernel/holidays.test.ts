// Compares the small table and Easter with an independent holiday library. 4 October is a holiday from
// 2026 (law 151/2025).
import Holidays from 'date-holidays';
import { expect, test } from 'vitest';
import { addDays, type Day } from '../../../core/kernel/day.ts';
import { isItalianHoliday } from '../../../core/kernel/working-day.ts';
import { day } from '../../support/samples.ts';

const years = Array.from({ length: 31 }, (_, index) => 2020 + index);

function ours(year: number): readonly string[] {
  const found: Day[] = [];
  for (let date = day(`${year}-01-01`); date < `${year + 1}-01-01`; date = addDays(date, 1))
    if (isItalianHoliday(date)) found.push(date);
  return found;
}

test.each(years)('%i', (year) => {
  const library = new Holidays('IT')
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10));
  expect(ours(year)).toEqual([...new Set(library)].sort());
  expect(ours(year).includes(`${year}-10-04`)).toBe(year >= 2026);
});
