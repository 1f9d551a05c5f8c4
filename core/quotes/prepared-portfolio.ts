import { vatOf, type Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import { aligner, lineNet, type AlignedLine, type AlignItem } from '../renewals/align.ts';
import { monthsCharged } from '../renewals/months.ts';
import type { CommonDate, PortfolioService, Totals } from './portfolio.ts';

/** What moving an item gives besides the item itself. Items alike in date and price share one: it never changes. */
export type Outcome = Omit<AlignedLine, keyof AlignItem>;

/**
 * Services in columns, for many questions about one portfolio: a common date that is dragged, five rules side by side. A
 * portfolio has many items but few different ones, and fewer dates: each is computed once for all of them.
 */
export interface PreparedPortfolio {
  readonly services: readonly PortfolioService[];
  readonly dates: readonly { readonly expiry: Day; readonly anchor: number }[];
  /** Which of `dates` each different item has, and its quantity x yearly price in cents. */
  readonly datesOf: readonly number[];
  readonly yearlies: readonly number[];
  /** Which of the different items each item is, service after service. */
  readonly items: Uint32Array;
  /** Where each service ends in `items`. */
  readonly ends: Uint32Array;
}

interface KnownDate {
  readonly index: number;
  readonly byYearly: Map<number, number>;
}

/** Reads the services once; their items must have passed `checkItems`. */
export function preparePortfolio(services: readonly PortfolioService[]): PreparedPortfolio {
  const ends = new Uint32Array(services.length);
  const items = new Uint32Array(services.reduce((count, service) => count + service.items.length, 0));
  const dates: { readonly expiry: Day; readonly anchor: number }[] = [];
  const datesOf: number[] = [];
  const yearlies: number[] = [];
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
      let found = date.byYearly.get(yearly);
      if (found === undefined) {
        found = yearlies.push(yearly) - 1;
        datesOf.push(date.index);
        date.byYearly.set(yearly, found);
      }
      items[end] = found;
      end += 1;
    }
    ends[index] = end;
  }
  return { services, dates, datesOf, yearlies, items, ends };
}

/** The net of each different item. */
function netsOf({ dates, datesOf, yearlies }: PreparedPortfolio, { target, rule }: CommonDate): Float64Array {
  const months = dates.map(({ expiry, anchor }) => monthsCharged(rule, expiry, target, anchor));
  const nets = new Float64Array(yearlies.length);
  for (let index = 0; index < nets.length; index += 1) {
    const charged = months[datesOf[index] ?? 0];
    if (charged !== undefined) nets[index] = lineNet(1, (yearlies[index] ?? 0) as Cents, charged);
  }
  return nets;
}

export interface PortfolioTotals {
  /** Cents of each service, in order; VAT once per service (rule C2). */
  readonly net: Float64Array;
  readonly vat: Float64Array;
  readonly all: Totals;
}

/** What bringing every service to one date costs: the totals of `alignPortfolio`, to the cent, without its lines. */
export function portfolioTotals(prepared: PreparedPortfolio, date: CommonDate): PortfolioTotals {
  const { items, ends } = prepared;
  const nets = netsOf(prepared, date);
  const [net, vat] = [new Float64Array(ends.length), new Float64Array(ends.length)];
  const all = { net: 0, vat: 0 };
  for (let service = 0, item = 0; service < ends.length; service += 1) {
    let sum = 0;
    for (const end = ends[service] ?? 0; item < end; item += 1) sum += nets[items[item] ?? 0] ?? 0;
    const due = vatOf(sum as Cents, date.vatBasisPoints);
    net[service] = sum;
    vat[service] = due;
    all.net += sum;
    all.vat += due;
  }
  return { net, vat, all: { net: all.net as Cents, vat: all.vat as Cents, gross: (all.net + all.vat) as Cents } };
}

export interface AlignedService extends Totals {
  readonly service: PortfolioService;
  /** One for each item of the service, in order: `lineOf` puts the two together. */
  readonly outcomes: readonly Outcome[];
}

/** The whole line of an item, as `align` gives it and `explain` reads it. */
export const lineOf = (item: AlignItem, outcome: Outcome): AlignedLine => ({ ...item, ...outcome });

/** The outcome of each different item. */
function outcomesOf({ dates, datesOf, yearlies }: PreparedPortfolio, { target, rule }: CommonDate): Outcome[] {
  const alignOne = aligner(target, rule);
  const byDate = dates.map((date) => alignOne({ ...date, id: '', kind: 'user', quantity: 1, yearly: 0 as Cents }));
  return yearlies.map((yearly, index) => {
    const aligned = byDate[datesOf[index] ?? 0];
    if (aligned === undefined) throw new Error('Every item has its date');
    const { months, newExpiry, newAnchor, basis } = aligned;
    return { months, net: lineNet(1, yearly as Cents, months), newExpiry, newAnchor, basis };
  });
}

/** Brings every service to one date in one call: the outcome of each item, and net, VAT and gross of each service. */
export function alignPortfolio(prepared: PreparedPortfolio, date: CommonDate): AlignedService[] {
  const { services, items, ends } = prepared;
  const different = outcomesOf(prepared, date);
  let item = 0;
  return services.map((service, index) => {
    const outcomes: Outcome[] = [];
    let sum = 0;
    for (const end = ends[index] ?? 0; item < end; item += 1) {
      const outcome = different[items[item] ?? 0];
      if (outcome === undefined) continue;
      outcomes.push(outcome);
      sum += outcome.net;
    }
    const net = sum as Cents;
    const vat = vatOf(net, date.vatBasisPoints);
    return { service, net, vat, gross: (net + vat) as Cents, outcomes };
  });
}
