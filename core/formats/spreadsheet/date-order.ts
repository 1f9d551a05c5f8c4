// Dates like 03/04/2027, which can be read in two ways, and Excel's numbers of days.
import { addDays, type Day } from '../../kernel/day.ts';
import type { WrittenDate } from './date-text.ts';

/** Which comes first in dates like 03/04/2027. */
export type DateOrder = 'day-month' | 'month-day';

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

/** Month and day of a date. `order` decides only about dates that can be read both ways. */
export function inOrder(
  written: WrittenDate,
  order: DateOrder,
): { readonly month: number; readonly date: number } {
  const said = orderSaid(written);
  const swapped = said === 'month-day' || (said === 'either' && order === 'month-day');
  const { month, date } = written;
  return swapped ? { month: date, date: month } : { month, date };
}

/** Excel's number of a day, with or without a time. */
const serial = /^(\d{5})(?:[.,]\d+)?$/;
/** 31 December 2099. */
const lastSerial = 73_050;

/** The day of Excel's number. Undefined if the text is none, or before `first`: then it is another number. */
export function serialDay(text: string, first: number): Day | undefined {
  const number = Number(serial.exec(text)?.[1]);
  return number >= first && number <= lastSerial ? addDays('1899-12-30' as Day, number) : undefined;
}
