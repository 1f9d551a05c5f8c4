import { addMonths, type Day } from '../kernel/day.ts';
import { align, wholeYears, type AlignedLine, type AlignItem } from './align.ts';
import type { MonthRule } from './months.ts';

/**
 * Renewal for `years` of the chosen items, to `addMonths(service expiry, 12 years, its anchor)` (rule D3; D4 in grace).
 * An item with the service's own date and anchor pays exactly the years, whatever the month rule; others their missing months.
 */
export function renew({
  service,
  chosen,
  years,
  rule,
}: {
  readonly service: AlignItem;
  /** The items to renew besides the service itself, which cannot be left out. */
  readonly chosen: readonly AlignItem[];
  readonly years: number;
  readonly rule: MonthRule;
}): { readonly target: Day; readonly lines: readonly AlignedLine[] } {
  const target = addMonths(service.expiry, 12 * years, service.anchor);
  const lines = [service, ...chosen].map((item) => {
    if (item.expiry === service.expiry && item.anchor === service.anchor) return wholeYears(item, years);
    const [line] = align({ items: [item], target, rule, targetAnchor: service.anchor });
    if (line === undefined) throw new Error('align returns one line an item');
    return line;
  });
  return { target, lines };
}
