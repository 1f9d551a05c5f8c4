import type { Day } from '../../kernel/day.ts';
import { groupBy } from '../../kernel/group-by.ts';
import { isRunning } from '../../services/lifecycle.ts';
import { baseItem, type Service, type ServiceItem } from '../../services/service.ts';
import { isPaidFor, type PaidFor } from '../pending/paid-for.ts';

/** Users, modules and space whose last day of work is the same, and comes before the service's own. */
export interface ItemEnd {
  readonly on: Day;
  readonly items: readonly ServiceItem[];
}

const none: readonly ItemEnd[] = [];

/**
 * The coming days on which items of a running service end before the service itself (rules A4, H6), the
 * nearest first. What a paid order moves is left out.
 */
export function itemEnds(service: Service, today: Day, paid: PaidFor): readonly ItemEnd[] {
  const base = baseItem(service);
  if (base === undefined) return none;
  const early = ({ expiry }: ServiceItem): boolean => expiry < base.expiry && expiry >= today;
  // Nearly all services end as a whole: for those nothing is made.
  if (!service.items.some(early) || !isRunning(service, today)) return none;
  const ending = service.items.filter((item) => early(item) && !isPaidFor(paid, service.id, item));
  return [...groupBy(ending, ({ expiry }) => expiry)]
    .map(([on, items]) => ({ on, items }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}
