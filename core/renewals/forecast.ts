import { vatOf, type Cents } from '../kernel/cents.ts';
import { addMonths, type Day } from '../kernel/day.ts';
import type { AlignedLine, AlignItem } from './align.ts';
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

/**
 * The future renewals of one service for one year each, as long as it expires before `until` (rules D3, I4).
 * `items` does not hold the service itself. `ordered` gives the day on which a renewal is ordered: items that
 * end before it are not renewed. VAT is rounded once for each renewal (rule C2).
 */
export function futureRenewals({
  service,
  items,
  rule,
  vatBasisPoints,
  until,
  ordered,
}: {
  readonly service: AlignItem;
  readonly items: readonly AlignItem[];
  readonly rule: MonthRule;
  readonly vatBasisPoints: number;
  readonly until: Day;
  readonly ordered: (expiry: Day) => Day;
}): readonly FutureRenewal[] {
  const renewals: FutureRenewal[] = [];
  const { anchor } = service;
  let [expiry, others] = [service.expiry, items];
  while (expiry < until) {
    const day = ordered(expiry);
    const { target, lines } = renew({
      service: { ...service, expiry },
      chosen: others.filter((item) => item.expiry >= day),
      years: 1,
      rule,
    });
    const net = lines.reduce((sum, line) => sum + line.net, 0) as Cents;
    const vat = vatOf(net, vatBasisPoints);
    const gross = (net + vat) as Cents;
    renewals.push({ expiry, anchor, target, net, vat, gross, lines });
    // Items that end together are renewed together for ever, at the same price. Most services are like that,
    // so their later renewals are copied.
    if (lines.every((line) => line.expiry === expiry && line.anchor === anchor)) {
      for (let next = target; next < until; next = addMonths(next, 12, anchor))
        renewals.push({ expiry: next, anchor, target: addMonths(next, 12, anchor), net, vat, gross, lines });
      break;
    }
    others = lines.slice(1).map(moved);
    expiry = target;
  }
  return renewals;
}

const moved = ({ id, kind, quantity, yearly, newExpiry, newAnchor }: AlignedLine): AlignItem => ({
  id,
  kind,
  quantity,
  yearly,
  expiry: newExpiry,
  anchor: newAnchor,
});
