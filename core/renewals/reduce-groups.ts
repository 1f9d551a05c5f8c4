import { daysBetween, type Day } from '../kernel/day.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { AlignItem } from './align.ts';

/** Kinds that are bought in any number, in groups with their own dates. */
export const reducibleKinds = ['user', 'extra-gb'] as const;
export type ReducibleKind = (typeof reducibleKinds)[number];

/** How many pieces of each kind to keep from a renewal on. An absent kind keeps all its pieces. */
export type Reduction = Readonly<Partial<Record<ReducibleKind, number>>>;

/**
 * The wanted number is not in range: only down, and not below the pieces that are
 * paid to the target or beyond.
 */
export interface GroupsRefusal {
  readonly reason: 'reduction-out-of-range';
  readonly kind: ReducibleKind;
  readonly least: number;
  readonly most: number;
}

const pieces = (groups: readonly AlignItem[]): number =>
  groups.reduce((count, { quantity }) => count + quantity, 0);

/**
 * Takes pieces of `kind` out of a renewal until `wanted` are left (rule D5). Undefined keeps all.
 * *Own*: takes from the group that ends last, because pieces that are not renewed still work until
 * their own date; on a tie, from the end of the list. A group that is paid to `target` or beyond keeps
 * its pieces. Empty groups are removed.
 */
export function reduceGroups(
  items: readonly AlignItem[],
  kind: ReducibleKind,
  wanted: number | undefined,
  target: Day,
): Result<readonly AlignItem[], GroupsRefusal> {
  if (wanted === undefined) return ok(items);
  const groups = items.filter((item) => item.kind === kind);
  const least = pieces(groups.filter(({ expiry }) => expiry >= target));
  const most = pieces(groups);
  if (!Number.isInteger(wanted) || wanted < least || wanted > most)
    return err({ reason: 'reduction-out-of-range', kind, least, most });
  const latestFirst = groups
    .filter(({ expiry }) => expiry < target)
    .reverse()
    .sort((a, b) => daysBetween(a.expiry, b.expiry));
  const left = new Map<string, number>();
  let excess = most - wanted;
  for (const { id, quantity } of latestFirst) {
    const taken = Math.min(quantity, excess);
    left.set(id, quantity - taken);
    excess -= taken;
  }
  return ok(
    items
      .map((item) => ({ ...item, quantity: left.get(item.id) ?? item.quantity }))
      .filter(({ quantity }) => quantity > 0),
  );
}
