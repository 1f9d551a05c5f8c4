import { daysBetween, type Day } from '../kernel/day.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { AlignItem } from './align.ts';

/** What is bought in any number, in groups that each have their own date. */
export const reducibleKinds = ['user', 'extra-gb'] as const;
export type ReducibleKind = (typeof reducibleKinds)[number];

/** How many of each to have from a renewal on; absent: as many as now. */
export type Reduction = Readonly<Partial<Record<ReducibleKind, number>>>;

/** Only down, and not below what is paid to the target or beyond. */
export interface GroupsRefusal {
  readonly reason: 'reduction-out-of-range';
  readonly kind: ReducibleKind;
  readonly least: number;
  readonly most: number;
}

const pieces = (groups: readonly AlignItem[]): number =>
  groups.reduce((count, { quantity }) => count + quantity, 0);

/**
 * Takes pieces of `kind` out of a renewal until `wanted` are left (rule D5; undefined: all stay). *Own*: from
 * the group that
 * ends last, since what is not renewed works on to its own date; ties from the end of the list. A group that
 * is paid to
 * `target` or beyond keeps its pieces, so fewer than those cannot be had. Emptied groups are gone from the
 * list.
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
