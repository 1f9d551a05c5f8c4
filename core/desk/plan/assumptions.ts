import { itemKinds } from '../../catalog/item.ts';
import type { PriceList } from '../../catalog/price-list.ts';
import { share, type Cents } from '../../kernel/cents.ts';
import type { Day } from '../../kernel/day.ts';
import { align, type AlignItem } from '../../renewals/align.ts';
import type { MonthRule } from '../../renewals/months.ts';
import { reduceGroups } from '../../renewals/reduce-groups.ts';

/**
 * The list with every yearly price `basisPoints` higher, each rounded half up once to the cent: a tenth is
 * 1000 (rules C1, I4).
 */
export function raised(list: PriceList, basisPoints: number): PriceList {
  if (basisPoints === 0) return list;
  const yearly = Object.fromEntries(
    itemKinds.map((kind) => [kind, share(list.yearly[kind], 10_000 + basisPoints, 10_000)]),
  ) as Record<(typeof itemKinds)[number], Cents>;
  return { ...list, yearly };
}

/** Later than anything ends: what is reduced in thought is not held back by what is paid already. */
const never = '9999-12-31' as Day;

/**
 * The items besides the service itself with `change` users more or fewer, never below none. More are renewed
 * with the service;
 * fewer are taken where a renewal would take them (rule D5).
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
 * Every item as it stands after it was brought to a day by the engine (rules D), and what that costs before
 * VAT. Nothing is shortened.
 */
export function extended(
  items: readonly AlignItem[],
  target: Day,
  rule: MonthRule,
): { readonly items: readonly AlignItem[]; readonly net: Cents } {
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
  };
}
