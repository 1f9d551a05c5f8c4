import type { QuoteId } from '../../kernel/id.ts';
import { quoteStandingOf, type QuoteStanding } from '../../quotes/quote-document.ts';
import { orderViews, type OrderView } from '../pending/order-views.ts';
import type { AppState, Quote } from '../rows/state.ts';

/**
 * The order that a quote led to: its cart came from the quote. Undefined if there is none, or if the order
 * was refused, cancelled or abandoned: the quote can then be ordered again.
 */
export function orderOfQuote(state: AppState, quoteId: QuoteId): OrderView | undefined {
  // Most quotes have no order. The placements and purchases say so without building every view.
  const { placements, purchases } = state.workspace;
  const placed =
    [...placements.values()].some(({ cart }) => cart.quoteId === quoteId) ||
    [...purchases.values()].some((purchase) => purchase.quoteId === quoteId);
  if (!placed) return undefined;
  return orderViews(state).find(
    ({ placement, purchase, standing }) =>
      (placement?.cart.quoteId ?? purchase?.record.quoteId) === quoteId &&
      !['refused', 'cancelled', 'abandoned'].includes(standing),
  );
}

/** The state that people see, with the order. An ordered quote is "ordered", whatever its stage is. */
export const quoteStandingIn = (state: AppState, quote: Quote): QuoteStanding =>
  orderOfQuote(state, quote.id) === undefined ? quoteStandingOf(quote, state.today) : 'ordered';

/** Whether the quote is a draft, or issued and still valid, and without an order. */
export function isOpenQuote(state: AppState, quote: Quote): boolean {
  const standing = quoteStandingIn(state, quote);
  return standing === 'draft' || standing === 'issued';
}
