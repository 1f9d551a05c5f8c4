import { cartFigures } from '../../../../core/desk/cart/cart-figures.ts';
import { renewalOrders } from '../../../../core/desk/plan/renewal-orders.ts';
import type { PlannedRenewal } from '../../../../core/desk/plan/renewal-plan.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import type { OrderView } from '../../../../core/desk/pending/order-views.ts';
import type { Cents } from '../../../../core/kernel/cents.ts';
import { cartIdOf, type Cart } from '../../../../core/orders/cart.ts';
import type { Figures } from '../../../../core/quotes/figures.ts';
import { expiryOf } from '../../../../core/services/service.ts';
import { refusalText } from '../../../text/sentences.ts';

/** One service of a session, and how far it is. */
export interface SessionRow {
  readonly renewal: PlannedRenewal;
  readonly cart: Cart | null;
  readonly quote: Figures | null;
  readonly problem: string | null;
  /** Stays after the renewal is active: then the session's work for this service is done. */
  readonly order: OrderView | null;
  /** True if an earlier renewal of the same service comes first. Then there is nothing to prepare yet. */
  readonly later: boolean;
}

/** True if the renewal is not in a cart, not ordered, and does not wait for an earlier one. */
export const isToPrepare = ({ cart, order, later }: SessionRow): boolean =>
  cart === null && order === null && !later;

/** What the row shows: the order's total, or the cart's, or the plan's. */
export const shownGross = ({ renewal, quote, order }: SessionRow): Cents =>
  order?.gross ?? quote?.gross ?? renewal.gross;

/** The state of each service of the session: not prepared, in its cart, or ordered. */
export function sessionRows(state: AppState, windows: readonly PlannedRenewal[]): readonly SessionRow[] {
  const ordered = renewalOrders(state);
  return windows.map((renewal): SessionRow => {
    const order = ordered.get(renewal.id) ?? null;
    const service = state.replica.services.get(renewal.serviceId);
    const later = order === null && (service === undefined || expiryOf(service) !== renewal.expiry);
    // A service has only one renewal cart, for its next expiry. The cart may belong to the
    // service's other session.
    const own = order === null && !later;
    const cart = own
      ? (state.workspace.carts.get(cartIdOf({ kind: 'renewal', serviceId: renewal.serviceId })) ?? null)
      : null;
    const quoted = cart === null ? null : cartFigures(state, cart);
    return {
      renewal,
      cart,
      quote: quoted?.ok === true ? quoted.value : null,
      problem: quoted?.ok === false ? refusalText(quoted.error) : null,
      order,
      later,
    };
  });
}
