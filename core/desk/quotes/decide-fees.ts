import type { FeeId } from '../../kernel/id.ts';
import { err } from '../../kernel/result.ts';
import { feeRefusal, mostFees, type Fee, type FeeWish } from '../../quotes/fees.ts';
import type { Fund } from '../../quotes/fund.ts';
import { lineVat } from '../../quotes/nature.ts';
import { latest, textsRefusal } from '../../quotes/quote-document.ts';
import type { Decision as DecisionOr, IdOf } from '../define-command.ts';
import type { AppState } from '../rows/state.ts';
import type { QuotesRefusal } from './refusals.ts';
import { put, redrafted, withDraft, type OfQuote } from './with-quote.ts';

type Decision = DecisionOr<QuotesRefusal>;

/**
 * Adds a fee at the end of a draft, or changes the fee `feeId` in its place. Texts are trimmed. Refused for a
 * fee that is gone, without a description, or out of range.
 */
export const putFee = (
  state: AppState,
  { quoteId, feeId, fee: wish }: OfQuote & { readonly feeId: FeeId | null; readonly fee: FeeWish },
  idOf: IdOf,
): Decision =>
  withDraft(state, quoteId, (quote) => {
    const { fees } = latest(quote);
    const { hundredths, unitPrice } = wish;
    const fee: Fee = {
      description: wish.description.trim(),
      unit: wish.unit.trim(),
      hundredths,
      unitPrice,
      ...lineVat(wish),
      id: feeId ?? (idOf('fee') as FeeId),
    };
    const refusal =
      feeRefusal(fee) ??
      textsRefusal([
        ['fee', fee.description],
        ['unit', fee.unit],
      ]);
    if (refusal !== undefined) return err(refusal);
    if (feeId !== null)
      return fees.some(({ id }) => id === feeId)
        ? redrafted(quote, { fees: fees.map((one) => (one.id === feeId ? fee : one)) })
        : err({ reason: 'quote-moved-on' });
    return fees.length >= mostFees
      ? err({ reason: 'too-many-fees', most: mostFees })
      : redrafted(quote, { fees: [...fees, fee] });
  });

/** Removes a fee of a draft. Nothing changes if it is gone already. */
export const removeFee = (
  state: AppState,
  { quoteId, feeId }: OfQuote & { readonly feeId: FeeId },
): Decision =>
  withDraft(state, quoteId, (quote) =>
    redrafted(quote, { fees: latest(quote).fees.filter(({ id }) => id !== feeId) }),
  );

/**
 * Moves a fee of a draft to another place, the first one being 0. A place beyond the end is the last one.
 * Refused for a fee that is gone.
 */
export const moveFee = (
  state: AppState,
  { quoteId, feeId, to }: OfQuote & { readonly feeId: FeeId; readonly to: number },
): Decision =>
  withDraft(state, quoteId, (quote) => {
    const { fees } = latest(quote);
    const moved = fees.find(({ id }) => id === feeId);
    if (moved === undefined) return err({ reason: 'quote-moved-on' });
    const others = fees.filter(({ id }) => id !== feeId);
    return redrafted(quote, { fees: [...others.slice(0, to), moved, ...others.slice(to)] });
  });

/** Sets or removes the contribution to the firm's pension fund in a draft. */
export const setFund = (
  state: AppState,
  { quoteId, fund }: OfQuote & { readonly fund: Fund | null },
): Decision =>
  withDraft(state, quoteId, (quote) => {
    const { fund: _, ...revision } = latest(quote);
    const next =
      fund === null ? revision : { ...revision, fund: { basisPoints: fund.basisPoints, ...lineVat(fund) } };
    return put({ ...quote, revisions: [next], kept: null });
  });

/** Sets what a draft says before its lines and after its totals, trimmed. Refused if it is too long. */
export const setWords = (
  state: AppState,
  words: OfQuote & { readonly opening?: string; readonly closing?: string },
): Decision =>
  withDraft(state, words.quoteId, (quote) => {
    const opening = (words.opening ?? quote.opening).trim();
    const closing = (words.closing ?? quote.closing).trim();
    const refusal = textsRefusal([
      ['opening', opening],
      ['closing', closing],
    ]);
    return refusal === undefined ? put({ ...quote, opening, closing }) : err(refusal);
  });
