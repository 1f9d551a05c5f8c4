import { addDays, type Day } from '../../kernel/day.ts';
import type { QuoteId } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import { cartIdOf, type Cart, type CartWish } from '../../orders/cart.ts';
import { detailsRefusal, latest, numberFor, quoteStandingOf } from '../../quotes/quote-document.ts';
import type { Decision as DecisionOr, IdOf } from '../define-command.ts';
import type { QuotesRefusal } from './refusals.ts';
import { recipientOf, sourceOf, wishOf, type QuoteSource } from './quote-source.ts';
import { cartOf, driftOf, frozen } from './quote-drift.ts';
import { orderOfQuote, quoteStandingIn } from './quote-order.ts';
import { boardOf } from '../seats/seat-boards.ts';
import type { AppState, Quote } from '../rows/state.ts';

type Decision = DecisionOr<QuotesRefusal>;

export interface OfQuote {
  readonly quoteId: QuoteId;
}

/** Days that the prices of a new quote are valid, unless the firm says another day (*own*). */
const usualValidity = 30;

const put = (quote: Quote): Decision => ok([{ table: 'quotes', id: quote.id, value: quote }]);

function withQuote(state: AppState, quoteId: QuoteId, change: (quote: Quote) => Decision): Decision {
  const quote = state.workspace.quotes.get(quoteId);
  return quote === undefined ? err({ reason: 'unknown', what: 'quote' }) : change(quote);
}

const withDraft = (state: AppState, quoteId: QuoteId, change: (quote: Quote) => Decision): Decision =>
  withQuote(state, quoteId, (quote) =>
    quote.stage.state === 'draft' ? change(quote) : err({ reason: 'quote-not-draft' }),
  );

/** Makes a draft from a cart, for a service, or like another quote, at today's conditions. The cart stays. */
export function newQuote(
  state: AppState,
  { source }: { readonly source: QuoteSource },
  idOf: IdOf,
): Decision {
  const found = sourceOf(state, source);
  if (!found.ok) return found;
  const { content, recipient, notes } = found.value;
  const revision = frozen(state, content);
  if (!revision.ok) return revision;
  const validUntil = addDays(state.today, usualValidity);
  return put({
    id: idOf('quote') as QuoteId,
    recipient,
    validUntil,
    notes,
    revisions: [revision.value],
    stage: { state: 'draft' },
    kept: null,
  });
}

/**
 * Changes what a draft asks for and prices it as of today. The old wish is not kept. Refused as its cart
 * would be.
 */
export const setContent = (
  state: AppState,
  { quoteId, content }: OfQuote & { readonly content: CartWish },
): Decision =>
  withDraft(state, quoteId, (quote) => {
    const { subject } = latest(quote).content;
    // The service or client stays. Another one needs another quote.
    if (cartIdOf(subject) !== cartIdOf(content.subject)) return err({ reason: 'quote-moved-on' });
    const revision = frozen(state, content);
    return revision.ok ? put({ ...quote, revisions: [revision.value], kept: null }) : revision;
  });

/**
 * Sets a convention code as people type it, or null, at today's prices. Refused if the price list does not
 * know the code (rule C3).
 */
export const setQuoteConvention = (
  state: AppState,
  { quoteId, code }: OfQuote & { readonly code: string | null },
): Decision =>
  withDraft(state, quoteId, (quote) => {
    const revision = frozen(state, {
      ...latest(quote).content,
      conventionCode: code === null ? null : code.trim().toUpperCase(),
    });
    return revision.ok ? put({ ...quote, revisions: [revision.value], kept: null }) : revision;
  });

/** Sets recipient, validity and notes of a draft, trimmed. Refused as `detailsRefusal` says. */
export const setDetails = (
  state: AppState,
  { quoteId, recipient, validUntil, notes }: OfQuote & Pick<Quote, 'recipient' | 'validUntil' | 'notes'>,
): Decision =>
  withDraft(state, quoteId, (quote) => {
    const lines = recipient.lines.map((line) => line.trim()).filter((line) => line !== '');
    const changed = {
      ...quote,
      recipient: { name: recipient.name.trim(), vatCode: recipient.vatCode.trim(), lines },
      validUntil,
      notes: notes.trim(),
    };
    const refusal = detailsRefusal(changed, state.today);
    return refusal === undefined ? put(changed) : err(refusal);
  });

/**
 * Issues a draft under the year's next number, or under `serial`. From then on its words and figures stay.
 * Refused for a validity in the past and for a used number.
 */
export const issueQuote = (
  state: AppState,
  { quoteId, serial }: OfQuote & { readonly serial: number | null },
): Decision =>
  withDraft(state, quoteId, (quote) => {
    const refusal = detailsRefusal(quote, state.today);
    if (refusal !== undefined) return err(refusal);
    const number = numberFor(state.workspace.quotes.values(), state.today, serial);
    if ('reason' in number) return err(number);
    return put({ ...quote, stage: { state: 'issued', number, issuedOn: state.today, on: state.today } });
  });

/**
 * Adds a revision at today's conditions under the same number, valid until another day. An expired or
 * accepted quote is offered anew by it. Refused for an ordered quote.
 */
export const reviseQuote = (
  state: AppState,
  { quoteId, validUntil }: OfQuote & { readonly validUntil: Day },
): Decision =>
  withQuote(state, quoteId, (quote) => {
    const { stage } = quote;
    if (stage.state === 'draft' || stage.state === 'withdrawn') return err({ reason: 'quote-not-issued' });
    if (orderOfQuote(state, quoteId) !== undefined) return err({ reason: 'quote-ordered' });
    const refusal = detailsRefusal({ ...quote, validUntil }, state.today);
    if (refusal !== undefined) return err(refusal);
    const revision = frozen(state, latest(quote).content);
    if (!revision.ok) return revision;
    return put({
      ...quote,
      validUntil,
      revisions: [...quote.revisions, revision.value],
      kept: null,
      stage: { ...stage, state: 'issued', on: state.today },
    });
  });

/**
 * Keeps the promised prices although today's differ. Refused if today's total is not the one that was shown.
 */
export const keepPrices = (
  state: AppState,
  { quoteId, today }: OfQuote & { readonly today: number | null },
): Decision =>
  withQuote(state, quoteId, (quote) => {
    const drift = driftOf(state, quote);
    if (!drift.ok) return drift;
    const gross = drift.value.today.ok ? drift.value.today.value.gross : null;
    if (gross !== today) return err({ reason: 'quote-moved-on' });
    return put({
      ...quote,
      kept: { on: state.today, gross, causes: drift.value.causes.map(({ kind }) => kind) },
    });
  });

function closed(state: AppState, quoteId: QuoteId, to: 'accepted' | 'withdrawn'): Decision {
  return withQuote(state, quoteId, (quote) => {
    const { stage, validUntil } = quote;
    if (stage.state !== 'issued') return err({ reason: 'quote-not-issued' });
    if (to === 'withdrawn' && orderOfQuote(state, quoteId) !== undefined)
      return err({ reason: 'quote-ordered' });
    if (to === 'accepted' && quoteStandingOf(quote, state.today) === 'expired')
      return err({ reason: 'quote-expired', day: validUntil });
    return put({ ...quote, stage: { ...stage, state: to, on: state.today } });
  });
}

/** Marks a quote as accepted. Refused after the last valid day; a new revision can move that day. */
export const acceptQuote = (state: AppState, { quoteId }: OfQuote): Decision =>
  closed(state, quoteId, 'accepted');

/** Withdraws a quote. Its number stays used. Refused for an ordered quote. */
export const withdrawQuote = (state: AppState, { quoteId }: OfQuote): Decision =>
  closed(state, quoteId, 'withdrawn');

export const discardDraft = (state: AppState, { quoteId }: OfQuote): Decision =>
  withDraft(state, quoteId, (): Decision => ok([{ table: 'quotes', id: quoteId, value: null }]));

/**
 * Makes the cart that the quote asks for, with the same figures and the people who wait for a seat. The cart
 * keeps the quote's id, also a cart that asks for the same already. Refused if today's total differs, the
 * validity is over, the quote is withdrawn or ordered, the cart holds something else, or the cart itself
 * would be refused.
 */
export const toCart = (state: AppState, { quoteId }: OfQuote): Decision =>
  withQuote(state, quoteId, (quote) => {
    const standing = quoteStandingIn(state, quote);
    if (standing === 'ordered') return err({ reason: 'quote-ordered' });
    if (standing === 'withdrawn') return err({ reason: 'quote-withdrawn' });
    if (standing === 'expired') return err({ reason: 'quote-expired', day: quote.validUntil });
    const drift = driftOf(state, quote);
    if (!drift.ok) return drift;
    const { today, same } = drift.value;
    if (!today.ok) return today;
    const { content, quote: quoted } = latest(quote);
    if (!same) return err({ reason: 'quote-differs', quoted: quoted.gross, today: today.value.gross });
    const cart = cartOf(content);
    const open = state.workspace.carts.get(cart.id);
    if (open === undefined)
      return ok([{ table: 'carts', id: cart.id, value: { ...named(state, cart), quoteId } }]);
    if (JSON.stringify(wishOf(open)) !== JSON.stringify(wishOf(cart)))
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
