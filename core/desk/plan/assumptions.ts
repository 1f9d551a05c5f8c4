import { itemKinds } from '../../catalog/item.ts';
import type { PriceList } from '../../catalog/price-list.ts';
import { share, type Cents } from '../../kernel/cents.ts';
import type { Day } from '../../kernel/day.ts';
import { align, type AlignedLine, type AlignItem } from '../../renewals/align.ts';
import type { MonthRule } from '../../renewals/months.ts';
import { reduceGroups } from '../../renewals/reduce-groups.ts';

/**
 * The price list with every yearly price `basisPoints` higher; 1000 is a tenth. Each price is rounded once,
 * half up (rules C1, I4).
 */
export function raised(list: PriceList, basisPoints: number): PriceList {
  if (basisPoints === 0) return list;
  const yearly = Object.fromEntries(
    itemKinds.map((kind) => [kind, share(list.yearly[kind], 10_000 + basisPoints, 10_000)]),
  ) as Record<(typeof itemKinds)[number], Cents>;
  return { ...list, yearly };
}

/** Later than any expiry: an assumed reduction is not held back by what is paid already. */
const never = '9999-12-31' as Day;

/**
 * The items besides the service itself, with `change` users more or fewer, never below zero. New users are
 * renewed with the service. Fewer users are taken where a renewal would take them (rule D5).
 */
export function withSeats(
  others: readonly AlignItem[],
  service: AlignItem,
  change: number,
  yearly: Cents,
): readonly AlignItem[] {
  if (change === 0) return others;
  const { expiry, anchor } = service;
  if (change > 0)
    return [...others, { id: 'assumed-users', kind: 'user', quantity: change, yearly, expiry, anchor }];
  const users = others.reduce((count, { kind, quantity }) => (kind === 'user' ? count + quantity : count), 0);
  const reduced = reduceGroups(others, 'user', Math.max(0, users + change), never);
  return reduced.ok ? reduced.value : others;
}

/**
 * Every item after the engine brought it to a day (rules D), and the cost before VAT with its lines. Shortens
 * nothing.
 */
export function extended(
  items: readonly AlignItem[],
  target: Day,
  rule: MonthRule,
): { readonly items: readonly AlignItem[]; readonly net: Cents; readonly lines: readonly AlignedLine[] } {
  const lines = align({ items, target, rule });
  return {
    items: lines.map(({ id, kind, quantity, yearly, newExpiry, newAnchor }) => ({
      id,
      kind,
      quantity,
      yearly,
      expiry: newExpiry,
      anchor: newAnchor,
    })),
    net: lines.reduce((sum, { net }) => sum + net, 0) as Cents,
    lines,
  };
}
