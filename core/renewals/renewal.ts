import { addMonths, type Day } from '../kernel/day.ts';
import { aligner, wholeYears, type AlignedLine, type AlignItem } from './align.ts';
import type { MonthRule } from './months.ts';

/**
 * Renews the service and the chosen items for `years`, to `addMonths(service expiry, 12 years, its anchor)`
 * (rule D3; rule D4 in grace). An item with the service's date and anchor pays exactly the years, by every
 * month rule. The others pay their missing months.
 */
export function renew({
  service,
  chosen,
  years,
  rule,
}: {
  readonly service: AlignItem;
  /** The items to renew besides the service. The service itself cannot be left out. */
  readonly chosen: readonly AlignItem[];
  readonly years: number;
  readonly rule: MonthRule;
}): { readonly target: Day; readonly lines: readonly AlignedLine[] } {
  const target = addMonths(service.expiry, 12 * years, service.anchor);
  const alignOne = aligner(target, rule, service.anchor);
  const alignedAlready = (item: AlignItem): boolean =>
    item.expiry === service.expiry && item.anchor === service.anchor;
  return {
    target,
    lines: [service, ...chosen].map((item) =>
      alignedAlready(item) ? wholeYears(item, years) : alignOne(item),
    ),
  };
}
