import { vatOf, type Cents } from '../kernel/cents.ts';
import { addMonths, type Day } from '../kernel/day.ts';
import type { AlignedLine, AlignItem } from './align.ts';
import type { MonthRule } from './months.ts';
import { renew } from './renewal.ts';

/** One renewal to come: at `expiry` everything is brought to `target`. Amounts are cents. */
export interface FutureRenewal {
  readonly expiry: Day;
  readonly anchor: number;
  readonly target: Day;
  readonly net: Cents;
  readonly vat: Cents;
  readonly gross: Cents;
}

/**
 * The renewals of one service for one year each, as long as it expires before `until` (rules D3, I4). `items`
 * without the service
 * itself; what ends before `ordered`, the day on which a renewal is ordered, has ended and is not renewed.
 * VAT once each (rule C2).
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
    renewals.push({ expiry, anchor, target, net, vat, gross });
    // What ended together is renewed together for ever, at the same price: ten years of ten thousand services
    // are mostly that.
    if (lines.every((line) => line.expiry === expiry && line.anchor === anchor)) {
      for (let next = target; next < until; next = addMonths(next, 12, anchor))
        renewals.push({ expiry: next, anchor, target: addMonths(next, 12, anchor), net, vat, gross });
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
