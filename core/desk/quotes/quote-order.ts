import type { CartId, QuoteId } from '../../kernel/id.ts';
import { cartIdOf, type CartWish } from '../../orders/cart.ts';
import { latest, quoteStandingOf, servicesOf, type QuoteStanding } from '../../quotes/quote-document.ts';
import { orderViews, type OrderView } from '../pending/order-views.ts';
import type { AppState, Quote } from '../rows/state.ts';

const cartOfOrder = ({ placement, purchase }: OrderView): CartId | undefined => {
  if (placement !== null) return placement.cart.id;
  return purchase === null ? undefined : cartIdOf(purchase.record.revision.content.subject);
};

/**
 * The orders that a quote led to: their carts came from the quote. Those that were refused, cancelled or
 * abandoned do not count: what they ordered can then be ordered again.
 */
function ordersOf(state: AppState, quoteId: QuoteId): readonly OrderView[] {
  // Most quotes have no order. The placements and purchases say so without building every view.
  const { placements, purchases } = state.workspace;
  const placed =
    [...placements.values()].some(({ cart }) => cart.quoteId === quoteId) ||
    [...purchases.values()].some((purchase) => purchase.quoteId === quoteId);
  if (!placed) return [];
  return orderViews(state).filter(
    ({ placement, purchase, standing }) =>
      (placement?.cart.quoteId ?? purchase?.record.quoteId) === quoteId &&
      !['refused', 'cancelled', 'abandoned'].includes(standing),
  );
}

/** An order of any service of the quote. Undefined if there is none. */
export const orderOfQuote = (state: AppState, quoteId: QuoteId): OrderView | undefined =>
  ordersOf(state, quoteId)[0];

/** The order of one service of the quote. Undefined if there is none. */
export const orderOfService = (
  state: AppState,
  quoteId: QuoteId,
  { subject }: Pick<CartWish, 'subject'>,
): OrderView | undefined =>
  ordersOf(state, quoteId).find((order) => cartOfOrder(order) === cartIdOf(subject));

/**
 * The state that people see, with the orders. A quote is "ordered" if each of its services is, whatever its
 * stage is.
 */
export function quoteStandingIn(state: AppState, quote: Quote): QuoteStanding {
  const carts = new Set(ordersOf(state, quote.id).map(cartOfOrder));
  const services = servicesOf(latest(quote));
  return services.every(({ content }) => carts.has(cartIdOf(content.subject)))
    ? 'ordered'
    : quoteStandingOf(quote, state.today);
}

/** Whether the quote is a draft, or issued and still valid, and without an order. */
export function isOpenQuote(state: AppState, quote: Quote): boolean {
  const standing = quoteStandingIn(state, quote);
  return standing === 'draft' || standing === 'issued';
}
