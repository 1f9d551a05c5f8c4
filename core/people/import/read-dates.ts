import { dayOf, type Day } from '../../kernel/day.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { saysNothing } from '../../formats/spreadsheet/cell.ts';
import { isEmptyMask, writtenDate } from '../../formats/spreadsheet/date-text.ts';

/** Whether the year is one that payroll programs write for "never". */
const isNever = (year: number): boolean => year >= 2900;

/** 26 is 2026 and 98 is 1998: nobody of the firm was hired before 1950 or will leave after 2049. */
const fullYear = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) < 50 ? 2000 : 1900);

/**
 * Reads a day as staff lists write it (see writtenDate): the day comes before the month. Returns null if the
 * cell says that there is no day. Refuses a day that does not exist (31/02/2026) or is outside 1900 to 2100.
 */
export function readDate(text: string): Result<Day | null, { readonly reason: 'bad-date' }> {
  if (saysNothing(text) || isEmptyMask(text)) return ok(null);
  const written = writtenDate(text);
  const year = fullYear(written?.year ?? '');
  const day = written && dayOf(year, written.month, written.date);
  if (day === undefined) return err({ reason: 'bad-date' });
  if (isNever(year)) return ok(null);
  return year >= 1900 && year <= 2100 ? ok(day) : err({ reason: 'bad-date' });
}
