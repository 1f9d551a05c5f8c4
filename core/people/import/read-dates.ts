import { dayOf, type Day } from '../../kernel/day.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { saysNothing } from '../../formats/spreadsheet/cell.ts';
import { inOrder, orderSaid, serialDay, type DateOrder } from '../../formats/spreadsheet/date-order.ts';
import { isEmptyMask, writtenDate, type WrittenDate } from '../../formats/spreadsheet/date-text.ts';

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
  return saysNothing(text) || isEmptyMask(text) ? ok(null) : dayIn(writtenDate(text), 'as-typed');
}

/** `as-typed`: the day comes before the month, also where that gives no day. */
function dayIn(written: WrittenDate | undefined, order: DateOrder | 'as-typed'): DateReading {
  if (written === undefined) return badDate;
  const year = fullYear(written.year);
  const { month, date } = order === 'as-typed' ? written : inOrder(written, order);
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

/** Excel's number of 1 January 1950. */
const firstSerial = 18_264;
/** Excel's number of 31 December 9999. */
const never = '2958465';

/** The columns of days. */
export type DayField = keyof typeof introductions;

const dateText = (cell: string, field: DayField): string => cell.replace(introductions[field], '');

/** Which order of day and month a cell shows (see orderSaid). */
export const orderShown = (cell: string, field: DayField): ReturnType<typeof orderSaid> =>
  cell.length < 6 ? 'silent' : orderSaid(writtenDate(dateText(cell, field)));

/**
 * Reads a day of a staff list: as readDate does, after words like "cessato il", or Excel's day number. A last
 * day may also be "in forza" or "a tempo indeterminato": then it is null. A date with its month surely first
 * (12/31/2020) is read so; `order` decides about those that can be read both ways.
 */
export function readListedDay(cell: string, field: DayField, order: DateOrder): DateReading {
  if (saysNothing(cell) || isEmptyMask(cell) || cell === never) return ok(null);
  if (field === 'end' && noEnd.test(cell)) return ok(null);
  const text = dateText(cell, field);
  const numbered = serialDay(text, firstSerial);
  return numbered === undefined ? dayIn(writtenDate(text), order) : ok(numbered);
}
