import type { RejectReason } from '../../../../core/register/import/reject-reason.ts';
import { dayText } from '../../../text/format.ts';

/** What a wrong cell may have meant, the likeliest first. */
export function likelyTexts(reason: RejectReason): readonly string[] {
  if (reason.kind === 'wrong-check-digit')
    return [...new Set([...reason.slips.swapped, reason.slips.lastDigit])].slice(0, 3);
  if (reason.kind === 'wrong-check-letter') return [reason.likely];
  if (reason.kind === 'no-such-day' && reason.lastDay !== null) return [dayText(reason.lastDay)];
  return [];
}
