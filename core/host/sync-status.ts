import { openCarts } from '../desk/cart/cart-standing.ts';
import { openForgotten } from '../desk/pending/forgotten.ts';
import type { AppState } from '../desk/rows/state.ts';
import type { SyncStatus } from '../bridge/sync-status.ts';
import type { SyncState } from '../sync/engine.ts';

/**
 * The state of the badge. The sign-in comes first, then what waits for the person, then why the last exchange
 * failed, then what waits to be sent. `earlierSync` is used if this run had no complete exchange yet.
 */
export function syncStatusOf(
  state: AppState,
  { link, lastSync, nextTry }: SyncState,
  earlierSync: number | null,
): SyncStatus {
  const { conflicts, toSend } = openCarts(state);
  const entries = [...state.workspace.outbox.values()];
  const pending = entries.filter((entry) => entry.state !== 'refused').length + toSend.length;
  const base = { pending, lastSync: lastSync ?? earlierSync, nextTry, others: [] };
  const unsettled = entries.some((entry) => entry.state === 'refused' || entry.state === 'outcome-unknown');
  // The sign-in comes first: without it nothing else can be settled.
  if (link === 'sign-in-needed') return { ...base, link: 'signed-out' };
  if (unsettled || conflicts.length > 0 || openForgotten(state).length > 0)
    return { ...base, link: 'attention' };
  if (link === 'idle') return { ...base, link: 'connecting' };
  // Only a success of the last exchange is shown as one.
  if (link !== 'online') return { ...base, link };
  return { ...base, link: pending > 0 ? 'pending' : 'synced' };
}
