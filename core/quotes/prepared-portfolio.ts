import { share, vatOf, type Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import { monthsCharged } from '../renewals/months.ts';
import type { CommonDate, PortfolioService } from './portfolio.ts';

/** Services in columns, for many questions about one portfolio: a common date that is dragged, five rules side by side. */
export interface PreparedPortfolio {
  readonly services: number;
  /** Where each service's items begin in the columns; one more entry than services. */
  readonly begins: Uint32Array;
  /** quantity x yearly price of each item, in cents. */
  readonly yearly: Float64Array;
  /** Which of `dates` is the item's. */
  readonly dateOf: Uint32Array;
  /** The distinct expiries with their anchors. */
  readonly dates: readonly { readonly expiry: Day; readonly anchor: number }[];
}

/** Reads the services once; they must have passed `checkItems`. */
export function preparePortfolio(services: readonly PortfolioService[]): PreparedPortfolio {
  const items = services.reduce((count, service) => count + service.items.length, 0);
  const [begins, yearly, dateOf] = [new Uint32Array(services.length + 1), new Float64Array(items), new Uint32Array(items)];
  const dates: { readonly expiry: Day; readonly anchor: number }[] = [];
  const known = new Map<string, number>();
  let at = 0;
  for (const [index, service] of services.entries()) {
    for (const { quantity, yearly: each, expiry, anchor } of service.items) {
      const key = `${expiry} ${anchor}`;
      const date = known.get(key) ?? dates.push({ expiry, anchor }) - 1;
      known.set(key, date);
      yearly[at] = quantity * each;
      dateOf[at] = date;
      at += 1;
    }
    begins[index + 1] = at;
  }
  return { services: services.length, begins, yearly, dateOf, dates };
}

export interface PortfolioTotals {
  /** Cents of each service, in order; VAT once per service (rule C2). */
  readonly net: Float64Array;
  readonly vat: Float64Array;
  readonly all: { readonly net: Cents; readonly vat: Cents; readonly gross: Cents };
}

/** What bringing every service to one date costs: the totals of `alignPortfolio`, to the cent, without its lines. */
export function portfolioTotals({ services, begins, yearly, dateOf, dates }: PreparedPortfolio, { target, rule, vatBasisPoints }: CommonDate): PortfolioTotals {
  const months = dates.map(({ expiry, anchor }) => monthsCharged(rule, expiry, target, anchor));
  const nums = Float64Array.from(months, ({ num }) => num);
  const dens = Float64Array.from(months, ({ den }) => 12 * den);
  const [net, vat] = [new Float64Array(services), new Float64Array(services)];
  const all = { net: 0, vat: 0 };
  for (let service = 0, item = 0; service < services; service += 1) {
    let sum = 0;
    for (const end = begins[service + 1] ?? 0; item < end; item += 1) {
      const date = dateOf[item] ?? 0;
      sum += share(yearly[item] ?? 0, nums[date] ?? 0, dens[date] ?? 1);
    }
    const due = vatOf(sum as Cents, vatBasisPoints);
    net[service] = sum;
    vat[service] = due;
    all.net += sum;
    all.vat += due;
  }
  return { net, vat, all: { net: all.net as Cents, vat: all.vat as Cents, gross: (all.net + all.vat) as Cents } };
}
