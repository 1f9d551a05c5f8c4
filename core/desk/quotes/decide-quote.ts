import { addDays, type Day } from '../../kernel/day.ts';
import type { QuoteId } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import {
  detailsRefusal,
  latest,
  numberFor,
  ownLines,
  quoteStandingOf,
  totalsOf,
} from '../../quotes/quote-document.ts';
import type { Decision as DecisionOr, IdOf } from '../define-command.ts';
import { changedFigures } from '../cart/changed-figures.ts';
import type { QuotesRefusal } from './refusals.ts';
import { sourceOf, type QuoteSource } from './quote-source.ts';
import { allFrozen } from './quote-drift.ts';
import { keptServices, offerDriftOf } from './offer-drift.ts';
import { orderOfQuote } from './quote-order.ts';
import type { AppState, Quote } from '../rows/state.ts';
import { releasedCarts } from './released-carts.ts';
import { put, withDraft, withQuote, type OfQuote } from './with-quote.ts';

type Decision = DecisionOr<QuotesRefusal>;

/** Days that the prices of a new quote are valid, unless the firm says another day (*own*). */
const usualValidity = 30;

/** Makes a draft from a cart, for a service, or like another quote, at today's conditions. The cart stays. */
export function newQuote(
  state: AppState,
  { source }: { readonly source: QuoteSource },
  idOf: IdOf,
): Decision {
  const found = sourceOf(state, source);
  if (!found.ok) return found;
  const { content, further, own, recipient, notes, opening, closing } = found.value;
  const services = allFrozen(state, content, further);
  if (!services.ok) return services;
  const validUntil = addDays(state.today, usualValidity);
  return put({
    id: idOf('quote') as QuoteId,
    recipient,
    validUntil,
    notes,
    opening,
    closing,
    revisions: [{ ...services.value, ...own }],
    stage: { state: 'draft' },
    kept: null,
  });
}

interface DetailsChange {
  readonly recipient?: Partial<Quote['recipient']>;
  readonly validUntil?: Day;
  readonly notes?: string;
}

/** Sets what is named of a draft: recipient, validity, notes, trimmed. Refused as `detailsRefusal` says. */
export const setDetails = (
  state: AppState,
  { quoteId, recipient = {}, validUntil, notes }: OfQuote & DetailsChange,
): Decision =>
  withDraft(state, quoteId, (quote) => {
    const { name, vatCode, lines } = { ...quote.recipient, ...recipient };
    const changed = {
      ...quote,
      recipient: {
        name: name.trim(),
        vatCode: vatCode.trim(),
        lines: lines.map((line) => line.trim()).filter((line) => line !== ''),
      },
      validUntil: validUntil ?? quote.validUntil,
      notes: (notes ?? quote.notes).trim(),
    };
    const refusal = detailsRefusal(changed, state.today);
    return refusal === undefined ? put(changed) : err(refusal);
  });

/**
 * Issues a draft under the year's next number, or under `serial`. From then on its words and figures stay.
 * Refused for a validity in the past, for a used number, and if its total is not the one that was shown.
 */
export const issueQuote = (
  state: AppState,
  { quoteId, serial, shownGross }: OfQuote & { readonly serial: number | null; readonly shownGross?: number },
): Decision =>
  withDraft(state, quoteId, (quote) => {
    const refusal =
      detailsRefusal(quote, state.today) ?? changedFigures(shownGross, totalsOf(latest(quote)).gross);
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
    const revision = latest(quote);
    const further = revision.further.map(({ content }) => content);
    const services = allFrozen(state, revision.content, further);
    if (!services.ok) return services;
    return put({
      ...quote,
      validUntil,
      revisions: [...quote.revisions, { ...services.value, ...ownLines(revision) }],
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
    const drift = offerDriftOf(state, quote);
    if (!drift.ok) return drift;
    const gross = drift.value.today?.gross ?? null;
    if (gross !== today) return err({ reason: 'quote-moved-on' });
    return put({ ...quote, kept: { on: state.today, services: keptServices(drift.value) } });
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

/**
 * Marks a quote as accepted. Refused after the last valid day; a new revision can move that day. Also refused
 * if there is another revision than the one that was shown.
 */
export const acceptQuote = (
  state: AppState,
  { quoteId, revision }: OfQuote & { readonly revision?: number },
): Decision =>
  withQuote(state, quoteId, ({ revisions }) =>
    revision === undefined || revision === revisions.length
      ? closed(state, quoteId, 'accepted')
      : err({ reason: 'quote-moved-on' }),
  );

/** Withdraws a quote. Its number stays used. Refused for an ordered quote. */
export const withdrawQuote = (state: AppState, { quoteId }: OfQuote): Decision =>
  closed(state, quoteId, 'withdrawn');

/** Discards a draft. Its carts stay, as carts of their own. Refused for an ordered quote. */
export const discardDraft = (state: AppState, { quoteId }: OfQuote): Decision =>
  withDraft(state, quoteId, (): Decision =>
    orderOfQuote(state, quoteId) === undefined
      ? ok([{ table: 'quotes', id: quoteId, value: null }, ...releasedCarts(state, quoteId)])
      : err({ reason: 'quote-ordered' }),
  );
