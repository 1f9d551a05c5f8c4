import type { RejectReason } from '../../../../core/register/import/reject-reason.ts';
import { text } from '../../../text/text.ts';

/** Why a row of a service list was rejected, as a sentence. */
export function rejectSentence(reason: RejectReason): string {
  switch (reason.kind) {
    case 'wrong-check-digit':
      return text('service-reject.wrong-check-digit', {
        value: reason.value,
        likely: reason.slips.swapped[0] ?? reason.slips.lastDigit,
      });
    case 'module-on-receive-only':
    case 'duplicate-module':
      return text(`service-reject.${reason.kind}`, { module: text(`kind.${reason.module}`) });
    case 'item-without-service':
      return text('service-reject.item-without-service', { item: text(`kind.${reason.item}`) });
    case 'unknown-kind':
    case 'no-such-day':
    case 'day-out-of-range':
      return text(`service-reject.${reason.kind}`, { value: reason.value });
    case 'unclear-quantity': {
      const { value, counted, quantity } = reason;
      return counted === null || quantity === null
        ? text('service-reject.unclear-numbers', { value })
        : text('service-reject.unclear-quantity', { value, counted, quantity });
    }
    case 'bad-quantity':
      return text(`service-reject.quantity-${reason.problem}`, { value: reason.value });
    default: {
      const { kind, ...values } = reason;
      return text(`service-reject.${kind}`, values);
    }
  }
}
