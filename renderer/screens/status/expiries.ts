import { addMonths, dayOfMonth, daysBetween, type Day } from '../../../core/kernel/day.ts';
import { expiryOf } from '../../../core/services/service.ts';
import type { ServiceRow } from '../services/service-rows.ts';

/** How many months the picture of the expiries shows, from the current one on. */
const monthsShown = 12;

/** A month as YYYY-MM, and the services that expire in it, the first first. */
export interface MonthOfExpiries {
  readonly month: string;
  readonly rows: readonly ServiceRow[];
}

const firstOf = (day: Day): Day => `${day.slice(0, 7)}-01` as Day;

/** The services that expire from today on, by month. Months without one are empty. */
export function expiriesByMonth(rows: readonly ServiceRow[], today: Day): readonly MonthOfExpiries[] {
  const byMonth = new Map<string, { readonly row: ServiceRow; readonly expiry: Day }[]>();
  for (let index = 0; index < monthsShown; index += 1)
    byMonth.set(addMonths(firstOf(today), index).slice(0, 7), []);
  for (const row of rows) {
    const expiry = expiryOf(row.service);
    if (expiry !== undefined && expiry >= today) byMonth.get(expiry.slice(0, 7))?.push({ row, expiry });
  }
  return [...byMonth].map(([month, found]) => ({
    month,
    rows: found.sort((a, b) => (a.expiry < b.expiry ? -1 : 1)).map(({ row }) => row),
  }));
}

/** Where a day stands in the picture: 0 at its left edge, 1 at its right one; null outside. */
export function placeOf(day: Day, today: Day): number | null {
  const from = firstOf(today);
  if (day < from || day >= addMonths(from, monthsShown)) return null;
  const month =
    (Number(day.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(day.slice(5, 7)) -
    Number(from.slice(5, 7));
  const first = firstOf(day);
  return (month + (dayOfMonth(day) - 1) / daysBetween(first, addMonths(first, 1))) / monthsShown;
}
