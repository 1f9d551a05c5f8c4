import type { AppState } from '../../../core/desk/rows/state.ts';
import type { Forgotten, ForgottenThing } from '../../../core/desk/rows/forgotten.ts';
import type { TextId } from '../../text/text.ts';
import { text } from '../../text/text.ts';
import { money } from '../../text/format.ts';

/** What was forgotten, as the subject of a sentence. */
export function forgottenWords(state: AppState, thing: ForgottenThing): string {
  switch (thing.kind) {
    case 'order': {
      const { orderNumber: number, holder, quote, state: was } = thing.order;
      return text('forgotten.order', {
        number,
        holder,
        total: money(quote.gross),
        state: text(`standing.${was}`),
      });
    }
    case 'order-back': {
      const { orderNumber: number, holder, state: was } = thing.order;
      const now = state.replica.orders.get(number)?.state ?? was;
      return now === was
        ? text('forgotten.paid', { number, holder })
        : text('forgotten.order-back', {
            number,
            holder,
            was: text(`standing.${was}`),
            now: text(`standing.${now}`),
          });
    }
    case 'service':
    case 'cart':
      return text(`forgotten.${thing.kind}`, { holder: thing.holder });
    case 'user-created':
    case 'user-changed':
      return text(`forgotten.${thing.kind}`, { holder: thing.holder, username: thing.user.username });
    case 'user-deleted':
      return text('forgotten.user-deleted', { holder: thing.holder, username: thing.username });
    case 'automatic-renewal':
      return text(thing.on ? 'forgotten.automatic-on' : 'forgotten.automatic-off', { holder: thing.holder });
  }
}

/** The label of the button that sends it again. Null if only the vendor, or another desk, can. */
export function againLabel({ workspace }: AppState, { thing }: Pick<Forgotten, 'thing'>): TextId | null {
  switch (thing.kind) {
    case 'order':
      return workspace.placements.has(thing.order.clientReference ?? '') ? 'forgotten.order-again' : null;
    case 'order-back':
    case 'service':
      return null;
    case 'user-deleted':
      return 'forgotten.delete-again';
    case 'user-created':
    case 'user-changed':
    case 'automatic-renewal':
    case 'cart':
      return 'forgotten.send-again';
  }
}
