import type { Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import type { PortfolioService } from './portfolio.ts';

/**
 * Services in columns, for many questions about one portfolio: the person drags a common date, or compares
 * five rules. A portfolio has many items, few distinct ones, and fewer dates. Each is computed once for all.
 */
export interface PreparedPortfolio {
  readonly services: readonly PortfolioService[];
  readonly dates: readonly { readonly expiry: Day; readonly anchor: number }[];
  /** For each distinct item: its place in `dates`, and its quantity x yearly price. */
  readonly datesOf: readonly number[];
  readonly yearlies: readonly Cents[];
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
  const datesOf: number[] = [];
  const yearlies: Cents[] = [];
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
      const yearly = (quantity * each) as Cents;
      let item = date.byYearly.get(yearly);
      if (item === undefined) {
        item = yearlies.push(yearly) - 1;
        datesOf.push(date.index);
        date.byYearly.set(yearly, item);
      }
      items[end] = item;
      end += 1;
    }
    ends[index] = end;
  }
  return { services, dates, datesOf, yearlies, items, ends };
}
