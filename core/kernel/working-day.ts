import { addDays, civil, dayOf, weekday, type Day } from './day.ts';

/** Easter Sunday (Gregorian computus, Meeus/Jones/Butcher). */
function computedEaster(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const found = dayOf(year, month, ((h + l - 7 * m + 114) % 31) + 1);
  if (found === undefined) throw new Error(`No Easter for ${year}`);
  return found;
}

const easters = new Map<number, Day>();

/** Easter Sunday. It is remembered by year: a plan asks it of every day. */
function easter(year: number): Day {
  const known = easters.get(year);
  if (known !== undefined) return known;
  const computed = computedEaster(year);
  easters.set(year, computed);
  return computed;
}

const nationalFixed = new Set([
  '01-01',
  '01-06',
  '04-25',
  '05-01',
  '06-02',
  '08-15',
  '11-01',
  '12-08',
  '12-25',
  '12-26',
]);
const targetFixed = new Set(['01-01', '05-01', '12-25', '12-26']);

/**
 * Whether the day is an Italian national holiday: Easter Sunday and Monday included, 4 October from 2026
 * (rule A5; law 151/2025). Other Sundays are not holidays here.
 */
export function isItalianHoliday(day: Day): boolean {
  const { year } = civil(day);
  const monthDay = day.slice(5);
  if (nationalFixed.has(monthDay) || (monthDay === '10-04' && year >= 2026)) return true;
  const sunday = easter(year);
  return day === sunday || day === addDays(sunday, 1);
}

/** Whether the TARGET system is closed on that day. Weekends are not looked at here (rule A5). */
export function isTargetClosing(day: Day): boolean {
  const sunday = easter(civil(day).year);
  return targetFixed.has(day.slice(5)) || day === addDays(sunday, -2) || day === addDays(sunday, 1);
}

/** Whether the day is Monday to Friday and not an Italian national holiday (rule A5). */
export const isPostalWorkingDay = (day: Day): boolean => weekday(day) <= 5 && !isItalianHoliday(day);

/** Whether the day is a postal working day on which TARGET is open too (rule A5). */
export const isBankWorkingDay = (day: Day): boolean => isPostalWorkingDay(day) && !isTargetClosing(day);

/** The n-th working day after `day`. Does not count `day` itself. `count` is at least 1. */
export function workingDayAfter(day: Day, isWorkingDay: (day: Day) => boolean, count = 1): Day {
  let current = day;
  for (let left = count; left > 0;) {
    current = addDays(current, 1);
    if (isWorkingDay(current)) left -= 1;
  }
  return current;
}
