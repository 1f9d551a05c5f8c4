import type { QuoteId } from '../../kernel/id.ts';
import type { AppState } from '../rows/state.ts';

/**
 * Whether the number of a quote may still change: it was issued here, and the server of the shared studio has
 * not decided it yet. Another desk may get the same number before.
 */
export function isProvisional(
  { waiting }: Pick<AppState['workspace'], 'waiting'>,
  quoteId: QuoteId,
): boolean {
  for (const { state, command } of waiting.values())
    if (state === 'waiting' && command.type === 'quote/issue' && command['quoteId'] === quoteId) return true;
  return false;
}
