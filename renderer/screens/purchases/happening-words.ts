import { typedGross, type Happening } from '../../../core/purchases/purchase.ts';
import { dayText, money } from '../../text/format.ts';
import { text } from '../../text/text.ts';

/** What happened, in one sentence. */
export function happeningText(what: Happening): string {
  switch (what.kind) {
    case 'compared': {
      const gross = typedGross(what.receipt);
      const did = text('purchase.did-compared', { total: gross === null ? '–' : money(gross) });
      return what.cause === null ? did : `${did}, ${text(`purchase.cause-${what.cause}`)}`;
    }
    case 'ordered':
      return text('purchase.did-ordered', {
        number: what.orderNumber,
        method: text(`method.${what.method}`),
        day: dayText(what.day),
      });
    case 'activated':
    case 'paid':
    case 'registered':
    case 'failed':
    case 'cancelled':
      return text(`purchase.did-${what.kind}`, { day: dayText(what.day) });
    case 'checked':
    case 'opened':
    case 'composed':
    case 'unsure':
    case 'still-unsure':
    case 'not-ordered':
    case 'abandoned':
    case 'taken-back':
      return text(`purchase.did-${what.kind}`);
  }
}
