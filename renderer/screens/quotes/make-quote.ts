import type { Command } from '../../../core/desk/command.ts';
import { driftOf } from '../../../core/desk/quotes/quote-drift.ts';
import type { Quote } from '../../../core/desk/rows/state.ts';
import type { CartId, QuoteId } from '../../../core/kernel/id.ts';
import { cartIdOf } from '../../../core/orders/cart.ts';
import { latest, servicesOf } from '../../../core/quotes/quote-document.ts';
import { make, submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

type Source = Extract<Command, { type: 'quote/new' }>['source'];

/**
 * Prepares a draft from a cart, for a service, or as a copy of a quote. Null if it was refused; the person
 * has then seen the reason.
 */
export async function prepareQuote(source: Source): Promise<QuoteId | null> {
  const done = text(source.kind === 'quote' ? 'quote.duplicated' : 'quote.created');
  const made = await make({ type: 'quote/new', source }, { text: done, undo: true });
  return (made?.quotes?.[0] as QuoteId | undefined) ?? null;
}

export async function makeQuote(source: Source): Promise<void> {
  const quoteId = await prepareQuote(source);
  if (quoteId !== null) go({ screen: 'quotes', quoteId });
}

/** True if a service of a quote would come to something else in a cart of today. */
function differs(quote: Quote, cartId: CartId): boolean {
  const { state } = useDesk.getState();
  const at = servicesOf(latest(quote)).findIndex(({ content }) => cartIdOf(content.subject) === cartId);
  const drift = driftOf(state, quote, Math.max(at, 0));
  return drift.ok && !drift.value.same;
}

/**
 * The "Porta nel carrello" action for one service of a quote: opens the new cart. It says if the amounts are
 * others than those of the quote, and if the firm's own fees stay behind. If it is refused, the person sees
 * the reason.
 */
export async function takeToCart(quote: Quote, cartId: CartId): Promise<void> {
  const same = latest(quote).fees.length > 0 ? 'offer.in-cart' : 'quote.in-cart';
  const done = text(differs(quote, cartId) ? 'quote.in-cart-today' : same);
  if (await submit({ type: 'quote/to-cart', quoteId: quote.id, cartId }, { text: done, undo: true }))
    go({ screen: 'cart', cartId });
}
