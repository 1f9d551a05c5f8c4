import { vatOf, type Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import type { AlignItem } from './align.ts';
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
 * The renewals of one service for one year each, as long as it expires before `until` (rules D3, I4). `items` without the service
 * itself; what ends before `ordered`, the day on which a renewal is ordered, has ended and is not renewed. VAT once each (rule C2).
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
  let [base, others] = [service, items];
  while (base.expiry < until) {
    const { expiry, anchor } = base;
    const day = ordered(expiry);
    const { target, lines } = renew({ service: base, chosen: others.filter((item) => item.expiry >= day), years: 1, rule });
    const net = lines.reduce((sum, line) => sum + line.net, 0) as Cents;
    const vat = vatOf(net, vatBasisPoints);
    renewals.push({ expiry, anchor, target, net, vat, gross: (net + vat) as Cents });
    const moved = lines.map((line): AlignItem => ({ ...line, expiry: line.newExpiry, anchor: line.newAnchor }));
    const [next, ...rest] = moved;
    if (next === undefined) break;
    [base, others] = [next, rest];
  }
  return renewals;
}
