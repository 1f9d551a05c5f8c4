import { addDays, addMonths, dayOf, type Day } from '../../kernel/day.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { saysNothing, shorten } from '../../formats/spreadsheet/cell.ts';
import { isEmptyMask, writtenDate, type WrittenDate } from '../../formats/spreadsheet/date-text.ts';

/** Which comes first in dates like 03/04/2027. */
export type DateOrder = 'day-month' | 'month-day';

/** Why a text is not a day of the register. `lastDay`: the last day of the month that was meant. */
export type DayReason =
  | { readonly kind: 'not-a-day'; readonly value: string }
  | { readonly kind: 'no-such-day'; readonly value: string; readonly lastDay: Day | null }
  | { readonly kind: 'day-out-of-range'; readonly value: string; readonly first: Day; readonly last: Day };

const first = '2000-01-01' as Day;
const last = '2100-12-31' as Day;

/** 27 is 2027 and 85 is 1985 (*own*): no service expired before 2000, so such a day is refused. */
const fullYear = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) < 80 ? 2000 : 1900);

/** Excel's day number, with or without a time: 36526 is 1 January 2000, 73050 is 31 December 2099. */
const serial = /^(\d{5})(?:[.,]\d+)?$/;
const isSerial = (day: number): boolean => day >= 36_526 && day <= 73_050;

const introduction = /^(?:fino al|valido fino al|scade il|entro il|al|il|until|by)\s+/i;

/**
 * What a date says about the order of its numbers. `either`: both orders give a day, and they differ.
 * `silent`: the month is named, the year comes first, or it is no date.
 */
export function orderSaid(written: WrittenDate | undefined): DateOrder | 'either' | 'silent' {
  if (written === undefined || written.order === 'sure') return 'silent';
  const { date, month } = written;
  if (date > 12) return month > 12 ? 'silent' : 'day-month';
  if (month > 12) return 'month-day';
  return date === month ? 'silent' : 'either';
}

/**
 * Reads the last day of an item: a written date (see writtenDate), or Excel's day number. Returns null if
 * the cell says that there is no day. `order` decides only about dates that can be read both ways.
 * Refuses a day that does not exist (31/02/2027) or is outside 2000 to 2100.
 */
export function readDay(cell: string, order: DateOrder): Result<Day | null, DayReason> {
  const text = cell.replace(introduction, '');
  if (saysNothing(text) || isEmptyMask(text)) return ok(null);
  const value = shorten(cell, 60);
  const number = Number(serial.exec(text)?.[1]);
  if (isSerial(number)) return ok(addDays('1899-12-30' as Day, number));
  const written = writtenDate(text);
  if (written === undefined) return err({ kind: 'not-a-day', value });
  const said = orderSaid(written);
  const swapped = said === 'month-day' || (said === 'either' && order === 'month-day');
  const [month, date] = swapped ? [written.date, written.month] : [written.month, written.date];
  const year = fullYear(written.year);
  const day = dayOf(year, month, date);
  if (day === undefined) return err({ kind: 'no-such-day', value, lastDay: lastDayOf(year, month) });
  return day >= first && day <= last ? ok(day) : err({ kind: 'day-out-of-range', value, first, last });
}

function lastDayOf(year: number, month: number): Day | null {
  const start = dayOf(year, month, 1);
  return start === undefined || start < first || start > last ? null : addDays(addMonths(start, 1), -1);
}
