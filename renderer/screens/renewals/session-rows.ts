import { cartQuote } from '../../../core/app/decide-cart.ts';
import type { PlannedRenewal } from '../../../core/app/renewal-plan.ts';
import type { AppState } from '../../../core/app/state.ts';
import { orderViews, type OrderView } from '../../../core/app/view.ts';
import { cartIdOf, type Cart } from '../../../core/orders/cart.ts';
import type { Quote } from '../../../core/quotes/quote.ts';
import { refusalText } from '../../text/sentences.ts';

/** One service of a session, as far as it is. */
export interface SessionRow {
  readonly renewal: PlannedRenewal;
  readonly cart: Cart | null;
  readonly quote: Quote | null;
  readonly problem: string | null;
  readonly order: OrderView | null;
}

/** Where each service of the session stands: not prepared, in its cart, or ordered. */
export function sessionRows(state: AppState, windows: readonly PlannedRenewal[]): readonly SessionRow[] {
  const ordered = new Map<string, OrderView>();
  for (const view of orderViews(state)) {
    const subject = view.placement?.cart.subject;
    if (subject?.kind === 'renewal' && view.standing !== 'cancelled' && view.standing !== 'refused' && !ordered.has(subject.serviceId))
      ordered.set(subject.serviceId, view);
  }
  return windows.map((renewal): SessionRow => {
    const cart = state.workspace.carts.get(cartIdOf({ kind: 'renewal', serviceId: renewal.serviceId })) ?? null;
    const quoted = cart === null ? null : cartQuote(state, cart);
    const order = ordered.get(renewal.serviceId) ?? null;
    return {
      renewal,
      cart,
      quote: quoted?.ok === true ? quoted.value : null,
      problem: quoted?.ok === false ? refusalText(quoted.error) : null,
      order: order?.order?.state === 'active' ? null : order,
    };
  });
}
