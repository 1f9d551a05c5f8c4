import { shareColumn, type Cents } from '../kernel/cents.ts';
import { dayOfMonth, type Day } from '../kernel/day.ts';
import type { Fraction } from '../kernel/fraction.ts';
import type { AlignedLine } from '../renewals/align.ts';
import { monthsCharged } from '../renewals/months.ts';
import type { CommonDate, Totals } from './portfolio.ts';
import type { PreparedPortfolio } from './prepared-portfolio.ts';

/** What the common date means for one date of the portfolio. All items with that date share it. */
interface Move {
  readonly months: Fraction;
  readonly newExpiry: Day;
  readonly newAnchor: number;
}

/**
 * Every figure of every line and total, in columns. A line is made when somebody looks at it (`lineAt`):
 * tens of thousands of objects that stay alive would cost more to keep than to compute. Amounts are cents.
 */
export interface AlignedPortfolio {
  /** One move for each of the portfolio's dates. */
  readonly moves: readonly Move[];
  /** The net of each distinct item. */
  readonly nets: Float64Array;
  /** Net and VAT of each service, in order. VAT is rounded once for each service (rule C2). */
  readonly net: Float64Array;
  readonly vat: Float64Array;
  readonly all: Totals;
}

/**
 * Throws: a column lacks an entry that another column points to. That would be a
 * mistake of `preparePortfolio`.
 */
function hole(): never {
  throw new RangeError('A portfolio has a hole');
}

function movesOf({ dates }: PreparedPortfolio, { target, rule }: CommonDate): Move[] {
  const targetAnchor = dayOfMonth(target);
  return dates.map(({ expiry, anchor }) => {
    const months = monthsCharged(rule, expiry, target, anchor);
    // Nothing is ever shortened (rules D).
    return expiry < target
      ? { months, newExpiry: target, newAnchor: targetAnchor }
      : { months, newExpiry: expiry, newAnchor: anchor };
  });
}

/** The net of each distinct item: quantity x yearly x months / 12, rounded once, as `lineNet` does (C1). */
function netsOf({ dateEnds, yearlies }: PreparedPortfolio, moves: readonly Move[]): Float64Array {
  const nets = new Float64Array(yearlies.length);
  let from = 0;
  for (const [date, { months }] of moves.entries()) {
    const to = dateEnds[date] ?? hole();
    shareColumn(yearlies, { from, to }, { num: months.num, den: 12 * months.den }, nets);
    from = to;
  }
  return nets;
}

function totalsOf({ items, ends }: PreparedPortfolio, nets: Float64Array, vatBasisPoints: number) {
  const [net, vat] = [new Float64Array(ends.length), new Float64Array(ends.length)];
  const all = { net: 0, vat: 0 };
  for (let service = 0, item = 0; service < ends.length; service += 1) {
    let sum = 0;
    for (const end = ends[service] ?? hole(); item < end; item += 1)
      sum += nets[items[item] ?? hole()] ?? hole();
    net[service] = sum;
    all.net += sum;
  }
  shareColumn(net, { from: 0, to: net.length }, { num: vatBasisPoints, den: 10_000 }, vat);
  for (const due of vat) all.vat += due;
  return {
    net,
    vat,
    all: { net: all.net as Cents, vat: all.vat as Cents, gross: (all.net + all.vat) as Cents },
  };
}

/**
 * Brings every service to one date in one call. The amounts are to the cent those of `align` and `price`
 * for one service after another.
 */
export function alignPortfolio(prepared: PreparedPortfolio, date: CommonDate): AlignedPortfolio {
  const moves = movesOf(prepared, date);
  const nets = netsOf(prepared, moves);
  return { moves, nets, ...totalsOf(prepared, nets, date.vatBasisPoints) };
}

/**
 * One line: the item at `place` of the service at `service`. It is as `align` gives it and `explain` reads
 * it. Throws a RangeError if there is no such item.
 */
export function lineAt(
  { services, datesOf, items, ends }: PreparedPortfolio,
  { moves, nets }: AlignedPortfolio,
  service: number,
  place: number,
): AlignedLine {
  const first = service === 0 ? 0 : (ends[service - 1] ?? hole());
  const { id, kind, quantity, yearly, expiry, anchor } = services[service]?.items[place] ?? hole();
  const item = items[first + place] ?? hole();
  const { months, newExpiry, newAnchor } = moves[datesOf[item] ?? hole()] ?? hole();
  const net = (nets[item] ?? hole()) as Cents;
  // The properties are written out one by one. A spread would take most of the time of a large portfolio.
  return { id, kind, quantity, yearly, expiry, anchor, months, net, newExpiry, newAnchor, basis: 'rule' };
}
