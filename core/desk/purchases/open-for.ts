import type { ServiceId } from '../../kernel/id.ts';
import type { CartWish } from '../../orders/cart.ts';
import { foldPurchase } from '../../purchases/fold.ts';
import { holdsService } from '../../purchases/transitions.ts';
import { serviceOfHolder } from '../cart/decide-cart.ts';
import type { AppState } from '../rows/state.ts';
import { serviceOf } from './service-of.ts';

type Subject = CartWish['subject'];

/**
 * What a purchase is for: a service, or a client that has none yet. A client whose first service somebody has
 * registered meanwhile is both.
 */
function keysOf(subject: Subject, service: ServiceId | undefined): readonly string[] {
  if (subject.kind !== 'first-purchase') return [`service ${subject.serviceId}`];
  return [`client ${subject.clientId}`, ...(service === undefined ? [] : [`service ${service}`])];
}

/** Tells whether a purchase for the same service or client is open. Reads all purchases once. */
export function openPurchases(state: AppState): (wish: Pick<CartWish, 'subject'>) => boolean {
  const open = new Set<string>();
  for (const record of state.workspace.purchases.values())
    if (holdsService(foldPurchase(record).state))
      for (const key of keysOf(record.revision.content.subject, serviceOf(state, record)?.id)) open.add(key);
  const registered = (subject: Subject): ServiceId | undefined =>
    subject.kind === 'first-purchase'
      ? serviceOfHolder(
          state,
          state.workspace.clients.get(subject.clientId)?.vatCode ?? '',
          subject.serviceKind,
        )?.id
      : undefined;
  return ({ subject }) => keysOf(subject, registered(subject)).some((key) => open.has(key));
}
