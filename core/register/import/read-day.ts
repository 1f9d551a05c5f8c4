import { addDays, addMonths, dayOf, type Day } from '../../kernel/day.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { saysNothing, shorten } from '../../formats/spreadsheet/cell.ts';
import { inOrder, serialDay, type DateOrder } from '../../formats/spreadsheet/date-order.ts';
import { isEmptyMask, writtenDate } from '../../formats/spreadsheet/date-text.ts';

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

/** Excel's number of 1 January 2000. */
const firstSerial = 36_526;

const introduction = /^(?:fino al|valido fino al|scade il|entro il|al|il|until|by)\s+/i;

/**
 * Reads the last day of an item: a written date (see writtenDate), or Excel's day number. Returns null if
 * the cell says that there is no day. `order` decides only about dates that can be read both ways.
 * Refuses a day that does not exist (31/02/2027) or is outside 2000 to 2100.
 */
export function readDay(cell: string, order: DateOrder): Result<Day | null, DayReason> {
  const text = cell.replace(introduction, '');
  if (saysNothing(text) || isEmptyMask(text)) return ok(null);
  const value = shorten(cell, 60);
  const numbered = serialDay(text, firstSerial);
  if (numbered !== undefined) return ok(numbered);
  const written = writtenDate(text);
  if (written === undefined) return err({ kind: 'not-a-day', value });
  const { month, date } = inOrder(written, order);
  const year = fullYear(written.year);
  const day = dayOf(year, month, date);
  if (day === undefined) return err({ kind: 'no-such-day', value, lastDay: lastDayOf(year, month) });
  return day >= first && day <= last ? ok(day) : err({ kind: 'day-out-of-range', value, first, last });
}

function lastDayOf(year: number, month: number): Day | null {
  const start = dayOf(year, month, 1);
  return start === undefined || start < first || start > last ? null : addDays(addMonths(start, 1), -1);
}
