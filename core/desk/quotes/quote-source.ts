import type { CartId, QuoteId, ServiceId } from '../../kernel/id.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Cart, CartWish } from '../../orders/cart.ts';
import { latest, ownLines, type Recipient } from '../../quotes/quote-document.ts';
import { openCart } from '../cart/decide-cart.ts';
import { openRenewal } from '../cart/decide-renewal.ts';
import type { AppState, Quote } from '../rows/state.ts';
import type { QuotesRefusal } from './refusals.ts';

/** What a further service of a quote is made from. */
export type ServiceSource =
  | { readonly kind: 'cart'; readonly cartId: CartId }
  | { readonly kind: 'service'; readonly serviceId: ServiceId; readonly what: 'add-users' | 'renewal' };

/** What a new quote is made from. */
export type QuoteSource = ServiceSource | { readonly kind: 'quote'; readonly quoteId: QuoteId };

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

type Source = Pick<Quote, 'recipient' | 'notes' | 'opening' | 'closing'> & {
  readonly content: CartWish;
  readonly further: readonly CartWish[];
  readonly own: ReturnType<typeof ownLines>;
};

/** A quote of one service, without words and fees. */
const plain = (state: AppState, cart: Cart): Source => ({
  content: wishOf(cart),
  further: [],
  own: { fees: [] },
  recipient: recipientOf(state, cart),
  notes: '',
  opening: '',
  closing: '',
});

/** The contents, fees, recipient and words of a new quote. Refused as the cart of its service would be. */
export function sourceOf(state: AppState, source: QuoteSource): Result<Source, QuotesRefusal> {
  if (source.kind === 'quote') {
    const quote = state.workspace.quotes.get(source.quoteId);
    if (quote === undefined) return err({ reason: 'unknown', what: 'quote' });
    const { recipient, notes, opening, closing } = quote;
    const revision = latest(quote);
    const { content, further } = revision;
    return ok({
      content,
      further: further.map((one) => one.content),
      own: ownLines(revision),
      recipient,
      notes,
      opening,
      closing,
    });
  }
  if (source.kind === 'cart') {
    const cart = state.workspace.carts.get(source.cartId);
    if (cart === undefined) return err({ reason: 'unknown', what: 'cart' });
    return ok(plain(state, cart));
  }
  // Asks for the content that a new cart of the service would have.
  const without: AppState = { ...state, workspace: { ...state.workspace, carts: new Map() } };
  const opened =
    source.what === 'renewal'
      ? openRenewal(without, { serviceId: source.serviceId })
      : openCart(without, { serviceId: source.serviceId });
  if (!opened.ok) return opened;
  for (const { table, value } of opened.value)
    if (table === 'carts' && value !== null) return ok(plain(state, value));
  return err({ reason: 'unknown', what: 'service' });
}
