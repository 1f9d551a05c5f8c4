import { addDays, dayOf, type Day } from '../../kernel/day.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { saysNothing } from '../../formats/spreadsheet/cell.ts';
import { isEmptyMask, writtenDate, type WrittenDate } from '../../formats/spreadsheet/date-text.ts';

/** Which comes first in dates like 03/04/2020. */
export type DateOrder = 'day-month' | 'month-day';

/** Whether the year is one that payroll programs write for "never". */
const isNever = (year: number): boolean => year >= 2900;

/** 26 is 2026 and 98 is 1998: nobody of the firm was hired before 1950 or will leave after 2049. */
const fullYear = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) < 50 ? 2000 : 1900);

type DateReading = Result<Day | null, { readonly reason: 'bad-date' }>;

const badDate: DateReading = err({ reason: 'bad-date' });

/**
 * Reads a day as a person types it (see writtenDate): the day comes before the month. Returns null if the
 * text says that there is no day. Refuses a day that does not exist (31/02/2026) or is outside 1900 to 2100.
 */
export function readDate(text: string): DateReading {
  return saysNothing(text) || isEmptyMask(text) ? ok(null) : dayIn(writtenDate(text), false);
}

function dayIn(written: WrittenDate | undefined, swapped: boolean): DateReading {
  if (written === undefined) return badDate;
  const year = fullYear(written.year);
  const [month, date] = swapped ? [written.date, written.month] : [written.month, written.date];
  const day = dayOf(year, month, date);
  if (day === undefined) return badDate;
  if (isNever(year)) return ok(null);
  return year >= 1900 && year <= 2100 ? ok(day) : badDate;
}

const words = (...parts: readonly string[]): RegExp => new RegExp(`^${parts.join('')}`, 'i');

/** Words before a day, by the column. Others would change what the day says: "in forza dal" is no end. */
const introductions = {
  start: words(
    String.raw`(?:(?:assunt[oa]|in forza|in servizio|entrat[oa]|inizio|hired|employed)\s+)?`,
    String.raw`(?:(?:dal|il|in data|from|since|on)\s+)?(?:il\s+)?`,
  ),
  end: words(
    String.raw`(?:(?:cessat[oa]|cessazione|dimess[oa]|dimissioni|licenziat[oa]|uscit[oa]|termine|scade|`,
    String.raw`(?:a )?tempo determinato|td|left|terminated)\s+(?:dal\s+)?)?`,
    String.raw`(?:(?:fino al|al|il|in data|until|to|by|on)\s+)?`,
  ),
} as const;

/** What a column of last days says of somebody who has none. */
const noEnd =
  /^(?:(?:ancora )?(?:in forza|in servizio|attiv[oa]|active|current|in corso)(?: (?:dal|since) .*)?|(?:(?:contratto )?a )?(?:tempo )?indeterminato|t\.? ?i\.?|permanent|open-ended)$/i;

/** Excel's day number, with or without a time: 18264 is 1 January 1950, 73050 is 31 December 2099. */
const serial = /^(\d{5})(?:[.,]\d+)?$/;
const isSerial = (day: number): boolean => day >= 18_264 && day <= 73_050;
/** Excel's number of 31 December 9999. */
const never = '2958465';

/** The columns of days. */
export type DayField = keyof typeof introductions;

const dateText = (cell: string, field: DayField): string => cell.replace(introductions[field], '');

/**
 * Which order of day and month a cell shows. `either`: both give a day, and they differ. `silent`: it has no
 * such date.
 */
export function orderShown(cell: string, field: DayField): DateOrder | 'either' | 'silent' {
  const written = cell.length < 6 ? undefined : writtenDate(dateText(cell, field));
  if (written?.order !== 'open' || written.date === written.month) return 'silent';
  if (written.date > 12) return written.month > 12 ? 'silent' : 'day-month';
  return written.month > 12 ? 'month-day' : 'either';
}

/**
 * Reads a day of a staff list: as readDate does, after words like "cessato il", or Excel's day number. A last
 * day may also be "in forza" or "a tempo indeterminato": then it is null. A date with its month surely first
 * (12/31/2020) is read so; `order` decides about those that can be read both ways.
 */
export function readListedDay(cell: string, field: DayField, order: DateOrder): DateReading {
  if (saysNothing(cell) || isEmptyMask(cell) || cell === never) return ok(null);
  if (field === 'end' && noEnd.test(cell)) return ok(null);
  const text = dateText(cell, field);
  const number = Number(serial.exec(text)?.[1]);
  if (isSerial(number)) return ok(addDays('1899-12-30' as Day, number));
  const shown = orderShown(cell, field);
  return dayIn(writtenDate(text), shown === 'month-day' || (shown === 'either' && order === 'month-day'));
}
