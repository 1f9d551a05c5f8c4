import { vatOf, type Cents } from '../kernel/cents.ts';
import { addMonths, type Day } from '../kernel/day.ts';
import { lineNet, type AlignedLine, type AlignItem } from './align.ts';
import type { MonthRule } from './months.ts';
import { renew } from './renewal.ts';

/** One future renewal: at `expiry` all items move to `target`. Amounts are cents. */
export interface FutureRenewal {
  readonly expiry: Day;
  readonly anchor: number;
  readonly target: Day;
  readonly net: Cents;
  readonly vat: Cents;
  readonly gross: Cents;
  /** What the net consists of. A renewal copied to a later year has the lines of the first one. */
  readonly lines: readonly AlignedLine[];
}

/** What the renewals of one service depend on. */
export interface ForecastInput {
  readonly service: AlignItem;
  /** Without the service itself. */
  readonly items: readonly AlignItem[];
  readonly rule: MonthRule;
  readonly vatBasisPoints: number;
  /** The first day that is beyond the forecast. */
  readonly until: Day;
  /** The day on which a renewal is ordered: items that end before it are not renewed. */
  readonly ordered: (expiry: Day) => Day;
}

/** The renewals of a service, as long as one differs from the next, and the one that comes every year. */
export interface Forecast {
  readonly different: readonly FutureRenewal[];
  /** Null if the forecast ends before the items end together. */
  readonly yearly: YearlyRenewal | null;
}

/** Items that end together are renewed together for ever, at the same price. Amounts are cents. */
export interface YearlyRenewal {
  /** The first expiry: it may be beyond the forecast. */
  readonly from: Day;
  readonly anchor: number;
  readonly net: Cents;
  readonly vat: Cents;
  readonly gross: Cents;
  /** What is renewed with the service. */
  readonly chosen: readonly AlignItem[];
}

const year = { num: 12, den: 1 };

/**
 * The future renewals of one service for one year each (rules D3, I4). VAT is rounded once for each renewal
 * (rule C2). Most services need one look: their items end together from the beginning.
 */
export function forecast({ service, items, rule, vatBasisPoints, until, ordered }: ForecastInput): Forecast {
  const different: FutureRenewal[] = [];
  const { anchor } = service;
  let [expiry, others] = [service.expiry, items];
  while (expiry < until) {
    const [here, day] = [expiry, ordered(expiry)];
    const chosen = others.filter((item) => item.expiry >= day);
    if (chosen.every((item) => item.expiry === here && item.anchor === anchor)) {
      const net = chosen.reduce(
        (sum, { quantity, yearly }) => sum + lineNet(quantity, yearly, year),
        lineNet(service.quantity, service.yearly, year) as number,
      ) as Cents;
      const vat = vatOf(net, vatBasisPoints);
      return { different, yearly: { from: here, anchor, net, vat, gross: (net + vat) as Cents, chosen } };
    }
    const { target, lines } = renew({ service: { ...service, expiry }, chosen, years: 1, rule });
    const net = lines.reduce((sum, line) => sum + line.net, 0) as Cents;
    const vat = vatOf(net, vatBasisPoints);
    different.push({ expiry, anchor, target, net, vat, gross: (net + vat) as Cents, lines });
    others = lines.slice(1).map(moved);
    expiry = target;
  }
  return { different, yearly: null };
}

/** The same, each renewal with its lines. */
export function futureRenewals(input: ForecastInput): readonly FutureRenewal[] {
  const { different, yearly } = forecast(input);
  if (yearly === null) return different;
  const { from, chosen, ...amounts } = yearly;
  const { lines } = renew({
    service: { ...input.service, expiry: from },
    chosen,
    years: 1,
    rule: input.rule,
  });
  return [
    ...different,
    ...yearsFrom(from, yearly.anchor, input.until).map(([expiry, target]) => ({
      ...amounts,
      expiry,
      target,
      lines,
    })),
  ];
}

/** Each expiry from a first one on, a year apart and before `until`, with the next one. */
export function yearsFrom(
  first: Day,
  anchor: number,
  until: Day,
): readonly (readonly [expiry: Day, target: Day])[] {
  const years: (readonly [Day, Day])[] = [];
  for (let expiry = first; expiry < until;) {
    const target = addMonths(expiry, 12, anchor);
    years.push([expiry, target]);
    expiry = target;
  }
  return years;
}

const moved = ({ id, kind, quantity, yearly, newExpiry, newAnchor }: AlignedLine): AlignItem => ({
  id,
  kind,
  quantity,
  yearly,
  expiry: newExpiry,
  anchor: newAnchor,
});
