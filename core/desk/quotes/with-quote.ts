import type { QuoteId } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import { latest, type QuoteRevision } from '../../quotes/quote-document.ts';
import type { CartWish } from '../../orders/cart.ts';
import type { Decision as DecisionOr } from '../define-command.ts';
import type { AppState, Quote } from '../rows/state.ts';
import type { QuotesRefusal } from './refusals.ts';

type Decision = DecisionOr<QuotesRefusal>;

export interface OfQuote {
  readonly quoteId: QuoteId;
}

/** Writes the quote. */
export const put = (quote: Quote): Decision => ok([{ table: 'quotes', id: quote.id, value: quote }]);

/** Changes a quote, which must be there. */
export function withQuote(state: AppState, quoteId: QuoteId, change: (quote: Quote) => Decision): Decision {
  const quote = state.workspace.quotes.get(quoteId);
  return quote === undefined ? err({ reason: 'unknown', what: 'quote' }) : change(quote);
}

/** Changes a draft. Refuses an issued quote. */
export const withDraft = (state: AppState, quoteId: QuoteId, change: (quote: Quote) => Decision): Decision =>
  withQuote(state, quoteId, (quote) =>
    quote.stage.state === 'draft' ? change(quote) : err({ reason: 'quote-not-draft' }),
  );

/** A draft with another content. It has one revision: what it said before is not kept. */
export const redrafted = (quote: Quote, change: Partial<QuoteRevision<CartWish>>): Decision =>
  put({ ...quote, revisions: [{ ...latest(quote), ...change }], kept: null });
