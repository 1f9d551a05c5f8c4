import { isModuleKind, neededModule } from '../catalog/item.ts';
import { addMonths, type Day } from '../kernel/day.ts';
import type { ItemId } from '../kernel/id.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { AlignItem } from '../renewals/align.ts';
import { checkItems } from '../renewals/check-items.ts';
import { reduceGroups, type Reduction } from '../renewals/reduce-groups.ts';
import { renew } from '../renewals/renewal.ts';
import { phaseOf } from '../services/lifecycle.ts';
import { activeItems, baseItem, type Service, type ServiceItem } from '../services/service.ts';
import { extraGigabytes, spaceKB } from '../services/space.ts';
import {
  pricedItems,
  total,
  type Pricing,
  type Figures,
  type FiguresLine,
  type FiguresRefusal,
} from './figures.ts';

export interface RenewalInput extends Pricing {
  readonly service: Service;
  /** From 1 to `mostRenewalYears`, counted from the service's expiry. */
  readonly years: number;
  /**
   * Items not to renew ("Non rinnovare"). They end on their own day. The service itself cannot be left out.
   */
  readonly leftOut: readonly ItemId[];
  /** How many users or extra GB to keep from the renewal on. An absent kind keeps all. */
  readonly reduceTo: Reduction;
}

/**
 * `reactivation`: the service had already expired, and the years are counted from its old expiry (rule D4).
 */
export type RenewalFigures = Figures & { readonly reason: 'renewal' | 'reactivation' };

/** The most years of one renewal: 10, or 2 if the service was bought on promotion (rule D3). */
export const mostRenewalYears = ({ promotional }: Pick<Service, 'promotional'>): number =>
  promotional ? 2 : 10;

/**
 * The items that a renewal on that day is about: those that work, or in grace those that worked on the
 * service's last day (rule D4).
 */
export function renewableItems(service: Service, day: Day): readonly ServiceItem[] {
  const base = baseItem(service);
  return base === undefined ? [] : activeItems(service, base.expiry < day ? base.expiry : day);
}

const usersIn = (items: readonly AlignItem[]): number =>
  items.reduce((count, { kind, quantity }) => (kind === 'user' ? count + quantity : count), 0);

/** Refuses a module that would continue without the module that it needs (rule C6). */
function orphanRefusal(
  kept: readonly AlignItem[],
  gone: readonly AlignItem[],
  target: Day,
): FiguresRefusal | undefined {
  const stay = new Set([...kept, ...gone.filter(({ expiry }) => expiry >= target)].map(({ kind }) => kind));
  for (const module of kept.map(({ kind }) => kind).filter(isModuleKind)) {
    const needs = neededModule(module);
    if (needs !== undefined && !stay.has(needs)) return { reason: 'module-needs', module, needs };
  }
  return undefined;
}

/**
 * Refuses fewer users than before and fewer than the panel still has: they must be
 * deleted there first (rule D5).
 */
function panelRefusal(
  { users }: Service,
  before: readonly AlignItem[],
  after: readonly AlignItem[],
): FiguresRefusal | undefined {
  const wanted = usersIn(after);
  if (wanted >= users.length || wanted >= usersIn(before)) return undefined;
  return {
    reason: 'users-in-panel',
    configured: users.length,
    wanted,
    usernames: users.map(({ username }) => username),
  };
}

/** Refuses fewer GB than the stored data need: only free space can be given up (domain.md 2.6). */
function spaceRefusal(
  { usedSpaceKB }: Service,
  before: readonly AlignItem[],
  after: readonly AlignItem[],
): FiguresRefusal | undefined {
  const leftKB = spaceKB(extraGigabytes(after));
  return extraGigabytes(after) < extraGigabytes(before) && usedSpaceKB > leftKB
    ? { reason: 'space-occupied', usedKB: usedSpaceKB, leftKB }
    : undefined;
}

/**
 * The items to renew, in the service's order: the working ones, without those left out and
 * the reductions (rules D3, D5).
 */
function chosenItems(
  working: readonly AlignItem[],
  target: Day,
  { service, leftOut, reduceTo }: RenewalInput,
): Result<readonly AlignItem[], FiguresRefusal> {
  const without: ReadonlySet<string> = new Set(leftOut);
  const unknown = leftOut.find((id) => !working.some((item) => item.id === id));
  if (unknown !== undefined) return err({ reason: 'bad-item', id: unknown, field: 'id' });
  const kept = working.filter(({ id }) => !without.has(id));
  const users = reduceGroups(kept, 'user', reduceTo.user, target);
  if (!users.ok) return users;
  const reduced = reduceGroups(users.value, 'extra-gb', reduceTo['extra-gb'], target);
  if (!reduced.ok) return reduced;
  const gone = working.filter(({ id }) => without.has(id));
  const refusal =
    orphanRefusal(kept, gone, target) ??
    panelRefusal(service, working, reduced.value) ??
    spaceRefusal(service, working, reduced.value);
  return refusal ? err(refusal) : reduced;
}

/**
 * Prices the renewal of a service that is active (rule D3) or in its 90 days of grace (D4); items may be left
 * out or reduced (D5). All items end on `addMonths(service expiry, 12 x years)`; an item that ends later
 * stays as it is. Items that ended before the service are not renewed.
 */
export function quoteRenewal(input: RenewalInput): Result<RenewalFigures, FiguresRefusal> {
  const { day, rule, priceList, service, years, leftOut } = input;
  const base = baseItem(service);
  if (base === undefined) return err({ reason: 'service-not-active' });
  const checked = checkItems(pricedItems(service.items, priceList));
  if (!checked.ok) return checked;
  const phase = phaseOf(service, day);
  if (phase === 'waiting') return err({ reason: 'service-not-active' });
  if (phase === 'deleted') return err({ reason: 'service-deleted' });
  const most = mostRenewalYears(service);
  if (!Number.isInteger(years) || years < 1 || years > most)
    return err({ reason: 'years-out-of-range', most });
  if (leftOut.includes(base.id)) return err({ reason: 'service-left-out' });
  const working = pricedItems(renewableItems(service, day), priceList);
  const chosen = chosenItems(working, addMonths(base.expiry, 12 * years, base.anchor), input);
  if (!chosen.ok) return chosen;
  const others = chosen.value.filter(({ id }) => id !== base.id);
  const { target, lines } = renew({
    service: { ...base, yearly: priceList.yearly[base.kind] },
    chosen: others,
    years,
    rule,
  });
  const quoted = total(
    lines.map((line): FiguresLine => ({ ...line, reason: 'renewal', lost: null, promotion: null })),
    target,
    input,
  );
  return quoted.ok ? ok({ ...quoted.value, reason: phase === 'grace' ? 'reactivation' : 'renewal' }) : quoted;
}

/** A renewal's figures as a cart and an order keep them. Their dates show whether it is a reactivation. */
export function renewalFigures(input: RenewalInput): Result<Figures, FiguresRefusal> {
  const quoted = quoteRenewal(input);
  if (!quoted.ok) return quoted;
  const { reason: _reason, ...quote } = quoted.value;
  return ok(quote);
}
