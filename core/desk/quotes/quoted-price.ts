import { cartIdOf, type Cart } from '../../orders/cart.ts';
import type { Cents } from '../../kernel/cents.ts';
import { latest, numberOf, numberText, servicesOf } from '../../quotes/quote-document.ts';
import { asksForSame } from './quote-drift.ts';
import type { AppState } from '../rows/state.ts';

/** What a quote said of what is in a cart: its number, the gross total of the service, who accepted it. */
export interface QuotedPrice {
  readonly number: string;
  readonly gross: Cents;
  readonly accepted: boolean;
  /** False if the cart asks for something else by now. */
  readonly same: boolean;
}

/**
 * What the quote that a cart was made from says of its service. Null if the cart is from no quote, or from
 * one that nobody has seen yet.
 */
export function quotedPriceOf({ workspace }: AppState, cart: Cart): QuotedPrice | null {
  const quote = cart.quoteId === undefined ? undefined : workspace.quotes.get(cart.quoteId);
  const number = quote === undefined ? null : numberOf(quote);
  if (quote === undefined || number === null) return null;
  const service = servicesOf(latest(quote)).find(({ content }) => cartIdOf(content.subject) === cart.id);
  return service === undefined
    ? null
    : {
        number: numberText(number),
        gross: service.quote.gross,
        accepted: quote.stage.state === 'accepted',
        same: asksForSame(cart, service.content),
      };
}
