import type { CartId, QuoteId, ServiceId } from '../../kernel/id.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Cart, CartWish } from '../../orders/cart.ts';
import { latest, type Recipient } from '../../quotes/quote-document.ts';
import { openCart } from '../cart/decide-cart.ts';
import { openRenewal } from '../cart/decide-renewal.ts';
import type { AppState } from '../rows/state.ts';
import type { QuotesRefusal } from './refusals.ts';

/** What a new quote is made from. */
export type QuoteSource =
  | { readonly kind: 'cart'; readonly cartId: CartId }
  | { readonly kind: 'service'; readonly serviceId: ServiceId; readonly what: 'add-users' | 'renewal' }
  | { readonly kind: 'quote'; readonly quoteId: QuoteId };

/** What a cart asks for, without the people. */
export const wishOf = ({ subject, quantity, modules, conventionCode }: Cart): CartWish => ({
  subject,
  quantity,
  modules: [...modules],
  conventionCode,
});

/**
 * The recipient of a wish: the holder of its service, or the client, with the VAT number. A draft can change
 * it.
 */
export function recipientOf(state: AppState, { subject }: CartWish): Recipient {
  if (subject.kind === 'first-purchase') {
    const client = state.workspace.clients.get(subject.clientId);
    return { name: client?.name ?? '', vatCode: client?.vatCode ?? '', lines: [] };
  }
  const service = state.replica.services.get(subject.serviceId);
  return { name: service?.holder ?? '', vatCode: service?.vatCode ?? '', lines: [] };
}

type Source = { readonly content: CartWish; readonly recipient: Recipient; readonly notes: string };

/** The content, recipient and notes of a new quote. Refused as the cart of its service would be. */
export function sourceOf(state: AppState, source: QuoteSource): Result<Source, QuotesRefusal> {
  if (source.kind === 'quote') {
    const quote = state.workspace.quotes.get(source.quoteId);
    if (quote === undefined) return err({ reason: 'unknown', what: 'quote' });
    return ok({ content: latest(quote).content, recipient: quote.recipient, notes: quote.notes });
  }
  if (source.kind === 'cart') {
    const cart = state.workspace.carts.get(source.cartId);
    if (cart === undefined) return err({ reason: 'unknown', what: 'cart' });
    return ok({ content: wishOf(cart), recipient: recipientOf(state, cart), notes: '' });
  }
  // Asks for the content that a new cart of the service would have.
  const without: AppState = { ...state, workspace: { ...state.workspace, carts: new Map() } };
  const opened =
    source.what === 'renewal'
      ? openRenewal(without, { serviceId: source.serviceId })
      : openCart(without, { serviceId: source.serviceId });
  if (!opened.ok) return opened;
  for (const { table, value } of opened.value)
    if (table === 'carts' && value !== null)
      return ok({ content: wishOf(value), recipient: recipientOf(state, value), notes: '' });
  return err({ reason: 'unknown', what: 'service' });
}
