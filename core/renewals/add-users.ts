import type { ItemKind } from '../catalog/item.ts';
import type { Cents } from '../kernel/cents.ts';
import { addMonths, dayOfMonth, type Day } from '../kernel/day.ts';
import { align, wholeYears, type AlignedLine, type AlignItem } from './align.ts';
import type { MonthRule } from './months.ts';

/** What happens to new users if the extension is off: two readings of Aruba's pages (rule D1). */
export const offPolicies = ['own-year', 'until-service-expiry'] as const;
export type OffPolicy = (typeof offPolicies)[number];

export const defaultOffPolicy: OffPolicy = 'own-year';

/** Something bought on a day for an active service: users, or modules bought with them. */
export interface NewItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly quantity: number;
  readonly yearly: Cents;
}

export interface AddUsersInput {
  readonly day: Day;
  readonly bought: readonly NewItem[];
  /** Every active item of the service, including modules and earlier users. */
  readonly active: readonly AlignItem[];
  /** The service's own expiry. With `until-service-expiry` the new items end on it. */
  readonly serviceExpiry: Day;
  readonly extension: boolean;
  readonly offPolicy: OffPolicy;
  readonly rule: MonthRule;
}

export interface AddUsersLines {
  /** The new common expiry: one year after the day of the order. */
  readonly target: Day;
  readonly bought: readonly AlignedLine[];
  /** One line for each active item. Empty if the extension is off. */
  readonly extended: readonly AlignedLine[];
}

/** Adds users for one year (rule D1). If the extension is on, all active items move to the same date. */
export function addUsers({
  day,
  bought,
  active,
  serviceExpiry,
  extension,
  offPolicy,
  rule,
}: AddUsersInput): AddUsersLines {
  const anchor = dayOfMonth(day);
  const target = addMonths(day, 12, anchor);
  const lines = bought.map((item) => wholeYears({ ...item, expiry: day, anchor }, 1));
  if (extension)
    return { target, bought: lines, extended: align({ items: active, target, rule, targetAnchor: anchor }) };
  const cut = offPolicy === 'until-service-expiry' && serviceExpiry < target;
  const serviceAnchor =
    active.find((item) => item.expiry === serviceExpiry)?.anchor ?? dayOfMonth(serviceExpiry);
  return {
    target,
    bought: cut
      ? lines.map((line) => ({ ...line, newExpiry: serviceExpiry, newAnchor: serviceAnchor }))
      : lines,
    extended: [],
  };
}
