import { civil, weekday, type Day } from '../../core/kernel/day.ts';
import type { Cents } from '../../core/kernel/cents.ts';
import { language } from './text.ts';

const options = { style: 'currency', currency: 'EUR', useGrouping: 'always' } as const;
const moneyFormats = {
  it: new Intl.NumberFormat('it-IT', options),
  en: new Intl.NumberFormat('en-GB', options),
};
const plainFormats = {
  it: new Intl.NumberFormat('it-IT', { minimumFractionDigits: 2, useGrouping: 'always' }),
  en: new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, useGrouping: 'always' }),
};
const timeFormats = {
  it: new Intl.DateTimeFormat('it-IT', { timeStyle: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }),
};

const weekdays = {
  it: ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
const months = {
  it: [
    'gennaio',
    'febbraio',
    'marzo',
    'aprile',
    'maggio',
    'giugno',
    'luglio',
    'agosto',
    'settembre',
    'ottobre',
    'novembre',
    'dicembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** 1.234,50 € */
export const money = (amount: Cents): string => moneyFormats[language()].format(amount / 100);

/** 1.234,50 without the sign, for calculations. */
export const amount = (value: Cents): string => plainFormats[language()].format(value / 100);

const countFormats = {
  it: new Intl.NumberFormat('it-IT', { useGrouping: 'always' }),
  en: new Intl.NumberFormat('en-GB', { useGrouping: 'always' }),
};

/** 10.034 */
export const countText = (count: number): string => countFormats[language()].format(count);

/** 24/11/2026 */
export const dayText = (day: Day): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** 24/11 */
export const shortDay = (day: Day): string => `${day.slice(8, 10)}/${day.slice(5, 7)}`;

/** venerdì 4 dicembre, with the year where it is not this one. */
export function longDay(day: Day, today: Day): string {
  const { year, month, day: date } = civil(day);
  const name = weekdays[language()][weekday(day) - 1] ?? '';
  const monthName = months[language()][month - 1] ?? '';
  return `${name} ${date} ${monthName}${year === civil(today).year ? '' : ` ${year}`}`;
}

/** l, of lunedì: above the number of a day. */
export const weekdayLetter = (day: Day): string =>
  (weekdays[language()][weekday(day) - 1] ?? '').slice(0, 1).toLowerCase();

/** 09:41, of an instant in milliseconds since 1970. */
export const clockTime = (milliseconds: number): string => timeFormats[language()].format(milliseconds);

/** dic, or gen 27 where a year begins. */
export function monthText(day: Day, withYear: boolean): string {
  const { year, month } = civil(day);
  const name = (months[language()][month - 1] ?? '').slice(0, 3);
  return withYear ? `${name} ${String(year).slice(2)}` : name;
}

/** dicembre 2026, of YYYY-MM. */
export function fullMonth(month: string): string {
  return `${months[language()][Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;
}
/** 0,34, of kilobytes. */
export const gigabytes = (kilobytes: number): string =>
  plainFormats[language()].format(Math.round(kilobytes / 10_485.76) / 100);

/** 50,3, of bytes. */
export const megabytes = (bytes: number): string =>
  countFormats[language()].format(Math.ceil(bytes / 104_857.6) / 10);
