import type { ItemKind } from '../catalog/item.ts';
import type { Day } from '../kernel/day.ts';
import type { Figures } from '../quotes/figures.ts';
import { ownedAfter, type Owned } from './items-after.ts';
import type { LineExpiry } from './purchase.ts';

/** The pieces of a kind with their days, as one text: equal pieces are equal texts. */
function written(owned: readonly Owned[], kind: ItemKind): string {
  const byDay = new Map<Day, number>();
  for (const one of owned)
    if (one.kind === kind) byDay.set(one.expiry, (byDay.get(one.expiry) ?? 0) + one.quantity);
  return [...byDay]
    .map(([day, quantity]) => `${day} ${quantity}`)
    .sort()
    .join(', ');
}

/** The number of pieces of a kind, or of those that work on a day. */
const countOf = (owned: readonly Owned[], kind: ItemKind, on: Day | null = null): number =>
  owned.reduce(
    (sum, one) => (one.kind === kind && (on === null || one.expiry >= on) ? sum + one.quantity : sum),
    0,
  );

/**
 * Whether what is known of a service since a purchase was ordered counts the purchase already. `before`: what
 * the purchase was prepared with; `now`: what is known since. Pieces are compared by their days, then by how
 * many work on the day of the order, because Aruba's pages and lists often say no days. Null if it is neither
 * what was there before nor what the purchase makes: a person has to say.
 */
export function countsAlready(
  kind: ItemKind,
  before: readonly Owned[],
  now: readonly Owned[],
  figures: Figures,
  expiries: readonly LineExpiry[],
): boolean | null {
  const after = ownedAfter(before, figures, expiries);
  if (written(now, kind) === written(after, kind)) return true;
  if (written(now, kind) === written(before, kind)) return false;
  if (!figures.lines.some((line) => line.kind === kind && line.reason === 'bought')) {
    // Nothing is bought, so nothing can be counted twice. But a date does not make pieces appear.
    const moved = ownedAfter(now, figures, expiries);
    return countOf(moved, kind) === countOf(now, kind) ? false : null;
  }
  const count = countOf(now, kind, figures.day);
  if (count === countOf(after, kind, figures.day)) return true;
  return count === countOf(before, kind, figures.day) ? false : null;
}
