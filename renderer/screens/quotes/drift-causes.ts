import type { OfferDrift } from '../../../core/desk/quotes/offer-drift.ts';
import type { DriftCause } from '../../../core/quotes/drift.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';

function causeText(cause: DriftCause): string {
  switch (cause.kind) {
    case 'rule':
      return text('drift.rule', { before: text(`rule.${cause.before}`), after: text(`rule.${cause.after}`) });
    case 'renewed':
      return text('drift.renewed', { before: dayText(cause.before), after: dayText(cause.after) });
    case 'seats':
      return text('drift.seats', { before: cause.before, after: cause.after });
    default:
      return text(`drift.${cause.kind}`);
  }
}

/** Why a quote would have other figures today: a sentence for each cause. */
export const causesText = ({ services }: OfferDrift): string =>
  [...new Set(services.flatMap(({ drift }) => drift.causes.map(causeText)))].join(' ');
