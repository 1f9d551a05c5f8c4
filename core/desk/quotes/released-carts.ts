import type { CartId, QuoteId } from '../../kernel/id.ts';
import type { AppState, WorkspaceChange } from '../rows/state.ts';

/**
 * The carts that were made from a quote, as carts of their own: the quote says something else from now on.
 * `cartId`: only this one of them.
 */
export const releasedCarts = (
  { workspace }: AppState,
  quoteId: QuoteId,
  cartId?: CartId,
): readonly WorkspaceChange[] =>
  [...workspace.carts.values()].flatMap((cart): readonly WorkspaceChange[] => {
    const { quoteId: from, ...own } = cart;
    return from === quoteId && (cartId === undefined || cart.id === cartId)
      ? [{ table: 'carts', id: cart.id, value: own }]
      : [];
  });
