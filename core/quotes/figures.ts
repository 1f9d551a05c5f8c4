import { isServiceKind, neededModule, takesModules } from '../catalog/item.ts';
import type { ModuleKind, ServiceKind } from '../catalog/item.ts';
import type { PriceList } from '../catalog/price-list.ts';
import type { Cents } from '../kernel/cents.ts';
import { dayOfMonth, monthsAndDays, type Day } from '../kernel/day.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { addUsers, type NewItem, type OffPolicy } from '../renewals/add-users.ts';
import type { AlignedLine, AlignItem } from '../renewals/align.ts';
import { checkItems, checkNewExpiries, type ItemsRefusal } from '../renewals/check-items.ts';
import { firstPurchase } from '../renewals/first-purchase.ts';
import type { MonthRule } from '../renewals/months.ts';
import type { GroupsRefusal } from '../renewals/reduce-groups.ts';
import { phaseOf } from '../services/lifecycle.ts';
import { activeItems, activeModules, expiryOf, type Service, type ServiceItem } from '../services/service.ts';
import { price, type DiscountLine } from './price.ts';

/**
 * Why a line exists: bought now, an active item brought to the common expiry, or renewed with its service.
 */
export const lineReasons = ['bought', 'extension', 'renewal'] as const;
export type LineReason = (typeof lineReasons)[number];

/** A priced line. `expiry` is the day from which it runs, `newExpiry` its last day. */
export interface FiguresLine extends AlignedLine {
  readonly reason: LineReason;
  /**
   * The time lost from a fully paid year, if the users end with the service (rule
   * D1, `until-service-expiry`).
   */
  readonly lost: { readonly months: number; readonly days: number } | null;
  /** The first-purchase promotion that the amount uses (rule D2). */
  readonly promotion: PriceList['promotion'] | null;
}

/** The key of a line: its reason and its item. The keys of one document are unique. */
export const lineKey = ({ reason, id }: Pick<FiguresLine, 'reason' | 'id'>): string => `${reason} ${id}`;

/** Everything that a total was computed from, stored with it (rule C4). Amounts are cents. */
export interface Figures {
  readonly day: Day;
  readonly target: Day;
  readonly rule: MonthRule;
  readonly priceListVersion: string;
  readonly vatBasisPoints: number;
  readonly lines: readonly FiguresLine[];
  /** The convention's reduction: a negative amount before VAT (rule C3). */
  readonly discount: { readonly code: string; readonly basisPoints: number; readonly net: Cents } | null;
  readonly net: Cents;
  readonly vat: Cents;
  readonly gross: Cents;
}

/** Why the purchase is not possible. Holds the data for the sentence; the screen has the words. */
export type FiguresRefusal =
  | ItemsRefusal
  | GroupsRefusal
  | { readonly reason: 'quantity-out-of-range'; readonly least: number; readonly most: number }
  | { readonly reason: 'years-out-of-range'; readonly most: number }
  | { readonly reason: 'service-in-grace' }
  | { readonly reason: 'service-not-active' }
  | { readonly reason: 'service-deleted' }
  | { readonly reason: 'service-left-out' }
  | {
      readonly reason: 'users-in-panel';
      readonly configured: number;
      readonly wanted: number;
      readonly usernames: readonly string[];
    }
  | { readonly reason: 'space-occupied'; readonly usedKB: number; readonly leftKB: number }
  | { readonly reason: 'module-not-sold' }
  | { readonly reason: 'module-already-active'; readonly module: ModuleKind }
  | { readonly reason: 'unknown-convention'; readonly code: string }
  | { readonly reason: 'module-needs'; readonly module: ModuleKind; readonly needs: ModuleKind };

export const mostUsers = 999;

export interface Pricing {
  readonly day: Day;
  readonly rule: MonthRule;
  readonly priceList: PriceList;
  /** The code of a convention in the price list. Null or absent: no convention. */
  readonly conventionCode?: string | null;
}

function quantityRefusal(quantity: number, least: number): FiguresRefusal | undefined {
  return Number.isInteger(quantity) && quantity >= least && quantity <= mostUsers
    ? undefined
    : { reason: 'quantity-out-of-range', least, most: mostUsers };
}

function modulesRefusal(
  kind: ServiceKind,
  modules: readonly ModuleKind[],
  active: readonly ModuleKind[],
): FiguresRefusal | undefined {
  if (modules.length > 0 && !takesModules(kind)) return { reason: 'module-not-sold' };
  for (const module of modules) {
    if (active.includes(module)) return { reason: 'module-already-active', module };
    const needs = neededModule(module);
    if (needs !== undefined && !active.includes(needs) && !modules.includes(needs))
      return { reason: 'module-needs', module, needs };
  }
  return undefined;
}

/** Items of a service with their yearly prices by a price list. */
export const pricedItems = (items: readonly ServiceItem[], { yearly }: PriceList): AlignItem[] =>
  items.map((item) => ({ ...item, yearly: yearly[item.kind] }));

/** The items that are bought. Their first day is `day`. */
const startingOn = (day: Day, items: readonly NewItem[]): AlignItem[] =>
  items.map((item) => ({ ...item, expiry: day, anchor: dayOfMonth(day) }));

function boughtItems(quantity: number, modules: readonly ModuleKind[], priceList: PriceList): NewItem[] {
  const users: NewItem[] =
    quantity > 0 ? [{ id: 'user', kind: 'user', quantity, yearly: priceList.yearly.user }] : [];
  return [
    ...users,
    ...modules.map((kind): NewItem => ({ id: kind, kind, quantity: 1, yearly: priceList.yearly[kind] })),
  ];
}

const bought = (line: AlignedLine): FiguresLine => ({
  ...line,
  reason: 'bought',
  lost: null,
  promotion: null,
});

/**
 * Prices lines into figures. Refuses a convention code that the price list does not know
 * (rule C3), and dates after 2100.
 */
export function total(
  lines: readonly FiguresLine[],
  target: Day,
  { day, rule, priceList, conventionCode = null }: Pricing,
): Result<Figures, FiguresRefusal> {
  const late = checkNewExpiries(lines);
  if (late) return err(late);
  const convention = priceList.conventions.find(({ code }) => code === conventionCode);
  if (conventionCode !== null && convention === undefined)
    return err({ reason: 'unknown-convention', code: conventionCode });
  const { vatBasisPoints, version: priceListVersion } = priceList;
  const priced = price({ lines, vatBasisPoints, discountBasisPoints: convention?.basisPoints ?? 0 });
  const reduction = priced.lines.find((line): line is DiscountLine => line.kind === 'discount');
  const discount =
    convention === undefined || reduction === undefined ? null : { ...convention, net: reduction.net };
  return ok({
    day,
    target,
    rule,
    priceListVersion,
    vatBasisPoints,
    lines,
    discount,
    net: priced.net,
    vat: priced.vat,
    gross: priced.gross,
  });
}

/**
 * Prices additional users, and modules bought with them, for an active service (rule D1). Refuses a
 * service in grace (rule D4).
 */
export function addUsersFigures(
  input: Pricing & {
    readonly service: Service;
    readonly quantity: number;
    readonly modules: readonly ModuleKind[];
    readonly extension: boolean;
    readonly offPolicy: OffPolicy;
  },
): Result<Figures, FiguresRefusal> {
  const { day, rule, priceList, service, quantity, modules, extension, offPolicy } = input;
  const serviceExpiry = expiryOf(service);
  if (serviceExpiry === undefined) return err({ reason: 'service-not-active' });
  const checked = checkItems(pricedItems(service.items, priceList));
  if (!checked.ok) return checked;
  const phase = phaseOf(service, day);
  if (phase === 'grace') return err({ reason: 'service-in-grace' });
  if (phase === 'waiting' || phase === 'deleted') return err({ reason: 'service-not-active' });
  const refusal =
    quantityRefusal(quantity, 1) ?? modulesRefusal(service.kind, modules, activeModules(service, day));
  if (refusal) return err(refusal);
  const items = boughtItems(quantity, modules, priceList);
  const fit = checkItems(startingOn(day, items));
  if (!fit.ok) return fit;
  const active = pricedItems(activeItems(service, day), priceList);
  const result = addUsers({ day, bought: items, active, serviceExpiry, extension, offPolicy, rule });
  const lines = [
    ...result.bought.map((line): FiguresLine =>
      line.newExpiry < result.target
        ? { ...bought(line), lost: monthsAndDays(line.newExpiry, result.target, line.newAnchor) }
        : bought(line),
    ),
    ...result.extended.map((line): FiguresLine => ({
      ...line,
      reason: 'extension',
      lost: null,
      promotion: null,
    })),
  ];
  return total(lines, result.target, input);
}

/** The most years of a first purchase: 10, or 2 on promotion (rule D2). */
export const mostFirstYears = ({ promotion }: { readonly promotion: boolean }): number =>
  promotion ? 2 : 10;

/**
 * Prices a first purchase of a service, with users and modules in one order (rule D2): 1 to 10
 * years, 1 or 2 on promotion.
 */
export function firstPurchaseFigures(
  input: Pricing & {
    readonly kind: ServiceKind;
    readonly quantity: number;
    readonly modules: readonly ModuleKind[];
    readonly years: number;
    readonly promotion: boolean;
  },
): Result<Figures, FiguresRefusal> {
  const { day, priceList, kind, quantity, modules, years, promotion } = input;
  const most = mostFirstYears({ promotion });
  if (!Number.isInteger(years) || years < 1 || years > most)
    return err({ reason: 'years-out-of-range', most });
  const refusal = quantityRefusal(quantity, 0) ?? modulesRefusal(kind, modules, []);
  if (refusal) return err(refusal);
  const items: NewItem[] = [
    { id: kind, kind, quantity: 1, yearly: priceList.yearly[kind] },
    ...boughtItems(quantity, modules, priceList),
  ];
  const fit = checkItems(startingOn(day, items));
  if (!fit.ok) return fit;
  const lines = firstPurchase({
    day,
    years,
    bought: items,
    promotion: promotion ? priceList.promotion : null,
  }).map((line): FiguresLine => ({
    ...line,
    reason: 'bought',
    lost: null,
  }));
  const service = lines.find((line) => isServiceKind(line.kind));
  if (service === undefined) throw new Error('A first purchase has its service line');
  return total(lines, service.newExpiry, input);
}
