import { isModuleKind, isServiceKind, type ItemKind } from '../catalog/item.ts';
import type { Day } from '../kernel/day.ts';
import { lineKey, type Figures } from '../quotes/figures.ts';
import type { Group, OwnedModule, ServiceDetails } from '../register/fields.ts';
import type { LineExpiry } from './purchase.ts';

/** Pieces of one kind that end on one day. */
export interface Owned {
  readonly kind: ItemKind;
  readonly quantity: number;
  readonly expiry: Day;
}

/** Groups of one expiry become one. */
function groupsOf(owned: readonly Owned[], kind: ItemKind): readonly Group[] {
  const byExpiry = new Map<Day, number>();
  for (const one of owned)
    if (one.kind === kind) byExpiry.set(one.expiry, (byExpiry.get(one.expiry) ?? 0) + one.quantity);
  return [...byExpiry]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([expiry, quantity]) => ({ quantity, expiry }));
}

function modulesOf(owned: readonly Owned[]): readonly OwnedModule[] {
  const latest = new Map<OwnedModule['kind'], Day>();
  for (const { kind, expiry } of owned)
    if (isModuleKind(kind) && (latest.get(kind) ?? '') < expiry) latest.set(kind, expiry);
  return [...latest].map(([kind, expiry]) => ({ kind, expiry }));
}

/** Takes pieces out of what is owned: those that end on the given days first, in order, then the earliest. */
function without(
  owned: readonly Owned[],
  { kind, quantity }: Pick<Owned, 'kind' | 'quantity'>,
  days: readonly Day[],
): readonly Owned[] {
  let left = quantity;
  const place = ({ expiry }: Owned): number => (days.includes(expiry) ? days.indexOf(expiry) : days.length);
  const order = [...owned].sort((a, b) => place(a) - place(b) || (a.expiry < b.expiry ? -1 : 1));
  return order.flatMap((one) => {
    if (one.kind !== kind || left === 0) return [one];
    const pieces = Math.min(one.quantity, left);
    left -= pieces;
    return pieces === one.quantity ? [] : [{ ...one, quantity: one.quantity - pieces }];
  });
}

const noKinds: ReadonlySet<ItemKind> = new Set();

/**
 * The pieces that a service has after a purchase became active (rule K, step 7). `items`: what it has now,
 * which may have been corrected since the purchase was prepared. An item that the purchase does not touch
 * stays as it is; pieces that were not renewed keep their own date. `expiries`: the dates that Aruba shows; a
 * line without one has the date of the figures. `held`: the kinds whose items count the purchase already:
 * nothing is added to them, and only their dates follow.
 */
export function ownedAfter(
  items: readonly Owned[],
  figures: Figures,
  expiries: readonly LineExpiry[],
  held: ReadonlySet<ItemKind> = noKinds,
): readonly Owned[] {
  const shown = new Map(expiries.map(({ line, expiry }) => [line, expiry]));
  let untouched = items;
  const moved: Owned[] = [];
  for (const line of figures.lines) {
    const { kind, quantity } = line;
    const expiry = shown.get(lineKey(line)) ?? line.newExpiry;
    if (held.has(kind)) untouched = without(untouched, line, [expiry, line.newExpiry, line.expiry]);
    else if (line.reason !== 'bought') untouched = without(untouched, line, [line.expiry]);
    moved.push({ kind, quantity, expiry });
  }
  return [...moved, ...untouched];
}

/** What `ownedAfter` says, as the fields of the register say it. */
export function itemsAfter(
  ...purchase: Parameters<typeof ownedAfter>
): Pick<ServiceDetails, 'expiry' | 'users' | 'modules' | 'space'> {
  const owned = ownedAfter(...purchase);
  const base = owned.find(({ kind }) => isServiceKind(kind));
  return {
    ...(base === undefined ? {} : { expiry: base.expiry }),
    users: groupsOf(owned, 'user'),
    modules: modulesOf(owned),
    space: groupsOf(owned, 'extra-gb'),
  };
}
