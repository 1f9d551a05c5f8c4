import type { OfferDrift } from '../../../core/desk/quotes/offer-drift.ts';
import type { Quote } from '../../../core/desk/rows/state.ts';
import { submit } from '../../store/actions.ts';
import { text } from '../../text/text.ts';
import { commandWish } from './command-wish.ts';

/** Prices a draft as of today, service by service. Stops at the first refusal; the person has seen why. */
export async function refreshDraft(quote: Quote, { services }: OfferDrift): Promise<void> {
  for (const { revision, drift } of services)
    if (
      !drift.same &&
      !(await submit(
        { type: 'quote/content', quoteId: quote.id, content: commandWish(revision.content) },
        { text: text('quote.refreshed'), undo: true },
      ))
    )
      return;
}
