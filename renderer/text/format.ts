import { UTCDateMini } from '@date-fns/utc/date/mini';
import { format } from 'date-fns/format';
import { enGB } from 'date-fns/locale/en-GB';
import { it } from 'date-fns/locale/it';
import type { Day } from '../../core/kernel/day.ts';
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
const locales = { it, en: enGB };

/** Formats by a date-fns pattern in the language on screen. */
const formatted = (date: Date | number, pattern: string): string =>
  format(date, pattern, { locale: locales[language()] });

/** A day is formatted as midnight in UTC, so that the machine's time zone cannot change it. */
const dayFormatted = (day: Day, pattern: string): string => formatted(new UTCDateMini(day), pattern);

/** 1.234,50 € */
export const money = (amount: Cents): string => moneyFormats[language()].format(amount / 100);

/** 1.234,50 without the currency sign, for calculations. */
export const amount = (value: Cents): string => plainFormats[language()].format(value / 100);

const quantityFormats = {
  it: new Intl.NumberFormat('it-IT', { maximumFractionDigits: 2, useGrouping: 'always' }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2, useGrouping: 'always' }),
};

/** Hundredths as a number with at most two decimals: 150 is 1,5. For quantities and percentages. */
export const hundredthsText = (hundredths: number): string =>
  quantityFormats[language()].format(hundredths / 100);

const countFormats = {
  it: new Intl.NumberFormat('it-IT', { useGrouping: 'always' }),
  en: new Intl.NumberFormat('en-GB', { useGrouping: 'always' }),
};

/** 10.034 */
export const countText = (count: number): string => countFormats[language()].format(count);

/** 24/11/2026. It only cuts the text of the day, because tables and exports format thousands of days. */
export const dayText = (day: Day): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** 24/11 */
export const shortDay = (day: Day): string => `${day.slice(8, 10)}/${day.slice(5, 7)}`;

/** venerdì 4 dicembre. The year is added if it is not the current one. */
export const longDay = (day: Day, today: Day): string =>
  dayFormatted(day, day.slice(0, 4) === today.slice(0, 4) ? 'EEEE d MMMM' : 'EEEE d MMMM y');

/** gio 3 dic */
export const shortWeekday = (day: Day): string => dayFormatted(day, 'EEE d MMM');

/** The first letter of the weekday, such as l for lunedì. It stands above the number of the day. */
export const weekdayLetter = (day: Day): string => dayFormatted(day, 'EEEEE').toLowerCase();

/** 09:41. `milliseconds` count from 1970; the clock is that of this machine. */
export const clockTime = (milliseconds: number): string => formatted(milliseconds, 'HH:mm');

/** dic, or gen 27 with the year. */
export const monthText = (day: Day, withYear: boolean): string =>
  dayFormatted(day, withYear ? 'MMM yy' : 'MMM');

/** dicembre 2026. `month` is YYYY-MM. */
export const fullMonth = (month: string): string => dayFormatted(`${month}-01` as Day, 'MMMM yyyy');

/** Kilobytes as gigabytes: 0,34 */
export const gigabytes = (kilobytes: number): string =>
  plainFormats[language()].format(Math.round(kilobytes / 10_485.76) / 100);

/** Bytes as megabytes: 50,3 */
export const megabytes = (bytes: number): string =>
  countFormats[language()].format(Math.ceil(bytes / 104_857.6) / 10);
