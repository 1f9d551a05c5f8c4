import type { ItemKind } from '../catalog/item.ts';
import { dayOfMonth, type Day } from '../kernel/day.ts';
import type { ItemId } from '../kernel/id.ts';
import type { Service, ServiceItem } from '../services/service.ts';
import type { Registered } from './fold.ts';

/** An item whose expiry nobody has said: it is taken to end with the service. */
export type Assumption = ItemId;

/** A service of the register as the rest of the desk sees it, and what is assumed about it. */
export interface RegisteredService {
  readonly service: Service;
  readonly assumed: ReadonlySet<Assumption>;
}

/**
 * The service that the register's facts make (rule J3). Undefined if the firm no longer looks after it, or if
 * its kind is not known. Without a known expiry it has no items and waits.
 */
export function registeredService({ id, known, anchor }: Registered): RegisteredService | undefined {
  const kind = known.kind?.value;
  if (kind === undefined || known.followed?.value === false) return undefined;
  const expiry = known.expiry?.value;
  const assumed = new Set<Assumption>();
  const items: ServiceItem[] = [];

  function add(itemKind: ItemKind, quantity: number, own: Day | null, base: Day): void {
    const day = own ?? base;
    const item: ServiceItem = {
      id: `${id}-${itemKind}-${items.length}` as ItemId,
      kind: itemKind,
      quantity,
      expiry: day,
      anchor: day === base ? (anchor ?? dayOfMonth(day)) : dayOfMonth(day),
    };
    items.push(item);
    if (own === null) assumed.add(item.id);
  }

  if (expiry !== undefined) {
    add(kind, 1, expiry, expiry);
    for (const group of known.users?.value ?? []) add('user', group.quantity, group.expiry, expiry);
    for (const owned of known.modules?.value ?? []) add(owned.kind, 1, owned.expiry, expiry);
    for (const group of known.space?.value ?? []) add('extra-gb', group.quantity, group.expiry, expiry);
  }
  return {
    assumed,
    service: {
      id,
      kind,
      holder: known.holder?.value ?? known.vatCode?.value ?? known.taxCode?.value ?? id,
      vatCode: known.vatCode?.value ?? '',
      panelUsername: known.panelUsername?.value ?? '',
      state: expiry === undefined ? 'awaiting-activation' : 'active',
      items,
      users: known.panelUsers?.value ?? [],
      usedSpaceKB: known.usedSpaceKB?.value ?? 0,
      maxSpaceKB: known.maxSpaceKB?.value ?? 0,
      automaticRenewal: known.automaticRenewal?.value ?? false,
      promotional: known.promotional?.value ?? false,
    },
  };
}
