import type { CartWish } from '../../orders/cart.ts';
import { foldPurchase } from '../../purchases/fold.ts';
import { holdsService } from '../../purchases/transitions.ts';
import type { AppState } from '../rows/state.ts';

/** What a wish is for: a service, or a client that has none yet. */
const subjectKey = ({ subject }: Pick<CartWish, 'subject'>): string =>
  subject.kind === 'first-purchase' ? `client ${subject.clientId}` : `service ${subject.serviceId}`;

/** Tells whether a purchase for the same service or client is open. Reads all purchases once. */
export function openPurchases({ workspace }: AppState): (wish: Pick<CartWish, 'subject'>) => boolean {
  const open = new Set<string>();
  for (const record of workspace.purchases.values())
    if (holdsService(foldPurchase(record).state)) open.add(subjectKey(record.revision.content));
  return (wish) => open.has(subjectKey(wish));
}
