import type { AccountRefusal } from '../../../core/bridge/account.ts';
import { text } from '../../text/text.ts';

/** Why nothing was read, in words. */
export function accountRefusalText(refusal: AccountRefusal): string {
  switch (refusal.reason) {
    case 'refused':
      return text('from-aruba-refusal.refused', {
        status: refusal.status,
        code: refusal.code === '' ? 'none' : refusal.code,
      });
    case 'server-error':
      return text('from-aruba-refusal.server-error', { status: refusal.status });
    case 'other-holder':
      return text('from-aruba-refusal.other-holder', {
        asked: refusal.asked,
        answered: refusal.answered,
      });
    default:
      return text(`from-aruba-refusal.${refusal.reason}`);
  }
}
