import type { Day } from '../kernel/day.ts';
import type { PortfolioService } from './portfolio.ts';

/**
 * Services in columns, for many questions about one portfolio: the person drags a common date, or compares
 * five rules. A portfolio has many items, few distinct ones, and fewer dates. Each is computed once for all.
 */
export interface PreparedPortfolio {
  readonly services: readonly PortfolioService[];
  readonly dates: readonly { readonly expiry: Day; readonly anchor: number }[];
  /** The distinct items lie date after date. For each date: the place where its items end. */
  readonly dateEnds: Uint32Array;
  /** For each distinct item: its place in `dates`, and its quantity x yearly price in cents. */
  readonly datesOf: Uint32Array;
  readonly yearlies: Float64Array;
  /** For each item, service after service: its place among the distinct items. */
  readonly items: Uint32Array;
  /** The place in `items` where each service ends. */
  readonly ends: Uint32Array;
}

interface KnownDate {
  readonly index: number;
  readonly byYearly: Map<number, number>;
}

/** Reads the services once. Their items must have passed `checkItems`. */
export function preparePortfolio(services: readonly PortfolioService[]): PreparedPortfolio {
  const ends = new Uint32Array(services.length);
  const items = new Uint32Array(services.reduce((count, service) => count + service.items.length, 0));
  const dates: { readonly expiry: Day; readonly anchor: number }[] = [];
  /** The distinct items in the order in which they come: the place of each one's date. */
  const found: number[] = [];
  const amounts: number[] = [];
  const known: Map<Day, KnownDate>[] = [];
  let end = 0;
  for (const [index, service] of services.entries()) {
    for (const { quantity, yearly: each, expiry, anchor } of service.items) {
      const ofAnchor = (known[anchor] ??= new Map<Day, KnownDate>());
      let date = ofAnchor.get(expiry);
      if (date === undefined) {
        date = { index: dates.push({ expiry, anchor }) - 1, byYearly: new Map() };
        ofAnchor.set(expiry, date);
      }
      const yearly = quantity * each;
      let item = date.byYearly.get(yearly);
      if (item === undefined) {
        item = amounts.push(yearly) - 1;
        found.push(date.index);
        date.byYearly.set(yearly, item);
      }
      items[end] = item;
      end += 1;
    }
    ends[index] = end;
  }
  return { services, dates, ...dateAfterDate(found, amounts, dates.length, items), items, ends };
}

/** The distinct items date after date. `items` point to their new places then. */
function dateAfterDate(
  found: readonly number[],
  amounts: readonly number[],
  dateCount: number,
  items: Uint32Array,
): Pick<PreparedPortfolio, 'dateEnds' | 'datesOf' | 'yearlies'> {
  const dateEnds = new Uint32Array(dateCount);
  for (const date of found) dateEnds[date] = (dateEnds[date] ?? 0) + 1;
  const next = new Uint32Array(dateCount);
  for (let date = 0, end = 0; date < dateCount; date += 1) {
    next[date] = end;
    end += dateEnds[date] ?? 0;
    dateEnds[date] = end;
  }
  const [datesOf, yearlies] = [new Uint32Array(found.length), new Float64Array(found.length)];
  const places = new Uint32Array(found.length);
  for (const [item, date] of found.entries()) {
    const place = next[date] ?? 0;
    next[date] = place + 1;
    places[item] = place;
    datesOf[place] = date;
    yearlies[place] = amounts[item] ?? 0;
  }
  for (let at = 0; at < items.length; at += 1) items[at] = places[items[at] ?? 0] ?? 0;
  return { dateEnds, datesOf, yearlies };
}
