import type { Quote } from '../../core/desk/rows/state.ts';
import { numberOf, numberText } from '../../core/quotes/quote-document.ts';
import { text } from '../text/text.ts';

/** `provisional`: the number may still change (see isProvisional), so it says that it is a draft. */
export const quoteTitle = (quote: Quote, provisional = false): string => {
  const number = numberOf(quote);
  if (number === null) return text('quote.title-draft');
  return text(provisional ? 'quote.title-provisional' : 'quote.title', { number: numberText(number) });
};

/** The name of a file, without its extension. */
export const fileName = (quote: Quote, provisional = false): string => {
  const number = numberOf(quote);
  return text('sheet.file', {
    number: number === null || provisional ? text('quotes.draft') : numberText(number),
  });
};
