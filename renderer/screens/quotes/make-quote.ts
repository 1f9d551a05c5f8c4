import type { Command } from '../../../core/desk/command.ts';
import type { Quote } from '../../../core/desk/rows/state.ts';
import type { CartId, QuoteId } from '../../../core/kernel/id.ts';
import { latest } from '../../../core/quotes/quote-document.ts';
import { make, submit } from '../../store/actions.ts';
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

/**
 * The "Porta nel carrello" action for one service of a quote: opens the new cart. It says if the firm's own
 * fees stay behind. If it is refused, the person sees the reason.
 */
export async function takeToCart(quote: Quote, cartId: CartId): Promise<void> {
  const done = text(latest(quote).fees.length > 0 ? 'offer.in-cart' : 'quote.in-cart');
  if (await submit({ type: 'quote/to-cart', quoteId: quote.id, cartId }, { text: done, undo: true }))
    go({ screen: 'cart', cartId });
}
