import type { PurchaseRecord } from '../../purchases/purchase.ts';
import type { Service } from '../../services/service.ts';
import { serviceOfHolder } from '../cart/decide-cart.ts';
import type { AppState } from '../rows/state.ts';

/** The service that a purchase changes: it was there before, or somebody has registered it meanwhile. */
export function serviceOf(
  state: Pick<AppState, 'replica' | 'today'>,
  { revision: { service, content }, vatCode }: Pick<PurchaseRecord, 'revision' | 'vatCode'>,
): Service | undefined {
  if (service !== null) return state.replica.services.get(service.id);
  return content.subject.kind === 'first-purchase'
    ? serviceOfHolder(state, vatCode, content.subject.serviceKind)
    : undefined;
}
