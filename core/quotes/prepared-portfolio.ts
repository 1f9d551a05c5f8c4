import { share, vatOf, type Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import { reachOf } from '../renewals/reach.ts';
import type { CommonDate, PortfolioService, Totals } from './portfolio.ts';

/** A line is the same wherever date and price are: a portfolio has many items, but few different ones. */
interface Kind {
  readonly expiry: Day;
  readonly anchor: number;
  /** quantity x yearly price, cents. */
  readonly yearly: number;
}

/** Services in columns, for many questions about one portfolio: a common date that is dragged, five rules side by side. */
export interface PreparedPortfolio {
  readonly different: readonly Kind[];
  /** Which of `different` each item is, service after service. */
  readonly items: Uint32Array;
  /** Where each service ends in `items`. */
  readonly ends: Uint32Array;
}

/** Reads the services once; their items must have passed `checkItems`. */
export function preparePortfolio(services: readonly PortfolioService[]): PreparedPortfolio {
  const ends = new Uint32Array(services.length);
  const items = new Uint32Array(services.reduce((count, service) => count + service.items.length, 0));
  const different: Kind[] = [];
  const known = new Map<string, number>();
  let end = 0;
  for (const [index, service] of services.entries()) {
    for (const { quantity, yearly: each, expiry, anchor } of service.items) {
      const yearly = quantity * each;
      const key = `${expiry} ${anchor} ${yearly}`;
      const found = known.get(key) ?? different.push({ expiry, anchor, yearly }) - 1;
      known.set(key, found);
      items[end] = found;
      end += 1;
    }
    ends[index] = end;
  }
  return { different, items, ends };
}

export interface PortfolioTotals {
  /** Cents of each service, in order; VAT once per service (rule C2). */
  readonly net: Float64Array;
  readonly vat: Float64Array;
  readonly all: Totals;
}

/** What bringing every service to one date costs: the totals of `alignPortfolio`, to the cent, without its lines. */
export function portfolioTotals({ different, items, ends }: PreparedPortfolio, { target, rule, vatBasisPoints }: CommonDate): PortfolioTotals {
  const reach = reachOf(target, rule);
  const nets = new Float64Array(different.length);
  for (const [index, { expiry, anchor, yearly }] of different.entries()) {
    const { months } = reach(expiry, anchor);
    nets[index] = share(yearly, months.num, 12 * months.den);
  }
  const [net, vat] = [new Float64Array(ends.length), new Float64Array(ends.length)];
  const all = { net: 0, vat: 0 };
  for (let service = 0, item = 0; service < ends.length; service += 1) {
    let sum = 0;
    for (const end = ends[service] ?? 0; item < end; item += 1) sum += nets[items[item] ?? 0] ?? 0;
    const due = vatOf(sum as Cents, vatBasisPoints);
    net[service] = sum;
    vat[service] = due;
    all.net += sum;
    all.vat += due;
  }
  return { net, vat, all: { net: all.net as Cents, vat: all.vat as Cents, gross: (all.net + all.vat) as Cents } };
}
