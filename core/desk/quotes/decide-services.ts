// The services of a quote: what is asked for each of them, and its way into a cart.
import { withModule } from '../../catalog/item.ts';
import type { CartId } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import { cartIdOf, type Cart, type CartWish } from '../../orders/cart.ts';
import { latest, mostServices, servicesOf, type Revision } from '../../quotes/quote-document.ts';
import type { Decision as DecisionOr } from '../define-command.ts';
import { boardOf } from '../seats/seat-boards.ts';
import type { ContentChange } from '../rows/quote-rows.ts';
import type { AppState, Quote } from '../rows/state.ts';
import { isServiceKept } from './offer-drift.ts';
import { asksForSame, cartOf, driftOf, frozen } from './quote-drift.ts';
import { orderOfService, quoteStandingIn } from './quote-order.ts';
import { releasedCarts } from './released-carts.ts';
import { recipientOf, sourceOf, type ServiceSource } from './quote-source.ts';
import type { QuotesRefusal } from './refusals.ts';
import { redrafted, withDraft, withQuote, type OfQuote } from './with-quote.ts';

type Decision = DecisionOr<QuotesRefusal>;

/** Which service of a quote: that of a cart. Absent for the first one. */
export interface OfService extends OfQuote {
  readonly cartId?: CartId;
}

/** The place of a service in a quote, or -1. */
const placeOf = (quote: Quote, cartId: CartId | undefined): number =>
  cartId === undefined
    ? 0
    : servicesOf(latest(quote)).findIndex(({ content }) => cartIdOf(content.subject) === cartId);

/**
 * The draft with another revision of one service, whose cart is then its own. The others and the fees stay as
 * they are. Refused for a service that is ordered.
 */
function withService(state: AppState, quote: Quote, at: number, revision: Revision<CartWish>): Decision {
  const { further } = latest(quote);
  const drafted =
    at === 0
      ? redrafted(quote, revision)
      : redrafted(quote, { further: further.map((one, index) => (index === at - 1 ? revision : one)) });
  return releasing(state, quote, revision.content, drafted);
}

/** What was decided of a draft's service, and its cart without the quote. Refused if it is ordered. */
function releasing(state: AppState, { id }: Quote, { subject }: CartWish, decided: Decision): Decision {
  if (orderOfService(state, id, { subject }) !== undefined) return err({ reason: 'quote-ordered' });
  return decided.ok ? ok([...decided.value, ...releasedCarts(state, id, cartIdOf(subject))]) : decided;
}

/**
 * Changes what a draft asks for one of its services and prices it as of today. The old wish is not kept.
 * Refused as its cart would be.
 */
export const setContent = (
  state: AppState,
  { quoteId, content }: OfQuote & { readonly content: CartWish },
): Decision =>
  withDraft(state, quoteId, (quote) => {
    // The services or clients stay. Another one is added as a further service.
    const at = placeOf(quote, cartIdOf(content.subject));
    if (at < 0) return err({ reason: 'quote-moved-on' });
    const revision = frozen(state, content);
    return revision.ok ? withService(state, quote, at, revision.value) : revision;
  });

function changed(wish: CartWish, change: ContentChange): CartWish {
  const { subject } = wish;
  switch (change.what) {
    case 'quantity':
      return { ...wish, quantity: change.quantity };
    case 'module':
      return { ...wish, modules: withModule(wish.modules, change.module, change.included) };
    case 'extension':
      return subject.kind === 'add-users' ? { ...wish, subject: { ...subject, extension: change.on } } : wish;
    case 'years':
      return subject.kind === 'add-users' ? wish : { ...wish, subject: { ...subject, years: change.years } };
  }
}

/**
 * Changes one thing that a draft asks for one of its services, at today's prices. The rest stays, also what
 * was changed a moment ago. Refused as its cart would be.
 */
export const changeContent = (
  state: AppState,
  { quoteId, cartId, change }: OfService & { readonly change: ContentChange },
): Decision =>
  withDraft(state, quoteId, (quote) => {
    const at = placeOf(quote, cartId);
    const service = servicesOf(latest(quote))[at];
    if (service === undefined) return err({ reason: 'quote-moved-on' });
    const revision = frozen(state, changed(service.content, change));
    return revision.ok ? withService(state, quote, at, revision.value) : revision;
  });

/**
 * Sets a convention code as people type it, or null, at today's prices. Refused if the price list does not
 * know the code (rule C3).
 */
export const setQuoteConvention = (
  state: AppState,
  { quoteId, cartId, code }: OfService & { readonly code: string | null },
): Decision =>
  withDraft(state, quoteId, (quote) => {
    const at = placeOf(quote, cartId);
    const service = servicesOf(latest(quote))[at];
    if (service === undefined) return err({ reason: 'quote-moved-on' });
    const revision = frozen(state, {
      ...service.content,
      conventionCode: code === null ? null : code.trim().toUpperCase(),
    });
    return revision.ok ? withService(state, quote, at, revision.value) : revision;
  });

/** Adds a service to a draft, at today's conditions. Refused if it is there already or there are too many. */
export const addService = (
  state: AppState,
  { quoteId, source }: OfQuote & { readonly source: ServiceSource },
): Decision =>
  withDraft(state, quoteId, (quote) => {
    const found = sourceOf(state, source);
    if (!found.ok) return found;
    const revision = latest(quote);
    const { content } = found.value;
    if (placeOf(quote, cartIdOf(content.subject)) >= 0)
      return err({ reason: 'quote-has-service', holder: recipientOf(state, content).name });
    if (servicesOf(revision).length >= mostServices)
      return err({ reason: 'too-many-services', most: mostServices });
    const added = frozen(state, content);
    return added.ok ? redrafted(quote, { further: [...revision.further, added.value] }) : added;
  });

/** Removes a service from a draft. Refused for its only one: a quote has at least one service. */
export const removeService = (
  state: AppState,
  { quoteId, cartId }: OfQuote & { readonly cartId: CartId },
): Decision =>
  withDraft(state, quoteId, (quote) => {
    const at = placeOf(quote, cartId);
    if (at < 0) return ok([]);
    const services = servicesOf(latest(quote));
    const [first, ...further] = services.filter((_, index) => index !== at);
    const gone = services[at];
    return first === undefined || gone === undefined
      ? err({ reason: 'quote-only-service' })
      : releasing(state, quote, gone.content, redrafted(quote, { ...first, further }));
  });

/**
 * Makes the cart that the quote asks for one of its services, with the people who wait for a seat, at today's
 * prices: they are those of the quote, or a person has kept the quote's prices although today's differ. The
 * firm's own fees stay out: the vendor does not sell them. The cart keeps the quote's id, also a cart that
 * asks for the same already. Refused if today's total of the service differs and nobody has said that it may,
 * the validity is over, the quote is withdrawn, the service ordered, the cart holds something else, or the
 * cart itself would be refused.
 */
export const toCart = (state: AppState, { quoteId, cartId }: OfService): Decision =>
  withQuote(state, quoteId, (quote) => {
    const standing = quoteStandingIn(state, quote);
    const at = placeOf(quote, cartId);
    const service = servicesOf(latest(quote))[at];
    if (service === undefined) return err({ reason: 'quote-moved-on' });
    const { content, quote: quoted } = service;
    if (orderOfService(state, quoteId, content) !== undefined) return err({ reason: 'quote-ordered' });
    if (standing === 'withdrawn') return err({ reason: 'quote-withdrawn' });
    if (standing === 'expired') return err({ reason: 'quote-expired', day: quote.validUntil });
    const drift = driftOf(state, quote, at);
    if (!drift.ok) return drift;
    const { today, same } = drift.value;
    if (!today.ok) return today;
    if (!same && !isServiceKept(quote, { revision: service, drift: drift.value }))
      return err({ reason: 'quote-differs', quoted: quoted.gross, today: today.value.gross });
    const cart = cartOf(content);
    const open = state.workspace.carts.get(cart.id);
    if (open === undefined)
      return ok([{ table: 'carts', id: cart.id, value: { ...named(state, cart), quoteId } }]);
    if (!asksForSame(open, content))
      return err({ reason: 'cart-holds-other', holder: recipientOf(state, content).name });
    if (open.quoteId === quoteId) return ok([]);
    return ok([{ table: 'carts', id: cart.id, value: { ...open, quoteId } }]);
  });

function named(state: AppState, cart: Cart): Cart {
  const service =
    cart.subject.kind === 'add-users' ? state.replica.services.get(cart.subject.serviceId) : undefined;
  return service === undefined
    ? cart
    : { ...cart, personIds: boardOf(state, service).missing.slice(0, cart.quantity) };
}
