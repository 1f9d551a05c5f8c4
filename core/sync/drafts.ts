import type { LastAnswer } from './outbox.ts';

/**
 * The result of sending a draft. `stored`: the next pull will show it. `changed-elsewhere`: the other side's
 * version is newer than the one that the draft was made from.
 */
export type DraftOutcome =
  | { readonly kind: 'stored' }
  | { readonly kind: 'changed-elsewhere' }
  | { readonly kind: 'failed'; readonly why: Exclude<LastAnswer, 'none' | 'received' | 'not-accepted'> };

/**
 * Documents that both sides may edit. A draft is sent whole, with the version that it was made from. It may
 * be sent again and again, unlike a command: only its last content counts.
 */
export interface DraftPorts {
  /** The drafts that differ from the last common version and need no decision by a person. */
  drafts(): readonly string[];
  pushDraft(id: string): Promise<DraftOutcome>;
  /** Fetches the other side's version of a draft and merges it with ours. */
  refreshDraft(id: string): Promise<DraftOutcome>;
}

/**
 * Returns a function that sends every draft once, and once more after a merge. It stops at the first failure.
 * `sent`: something was stored.
 */
export function createDraftPush(
  ports: DraftPorts,
): () => Promise<{ readonly sent: boolean; readonly failed: LastAnswer | null }> {
  async function push(id: string): Promise<DraftOutcome> {
    const outcome = await ports.pushDraft(id);
    if (outcome.kind !== 'changed-elsewhere') return outcome;
    const refreshed = await ports.refreshDraft(id);
    if (refreshed.kind === 'failed' || !ports.drafts().includes(id)) return refreshed;
    return ports.pushDraft(id);
  }

  return async () => {
    let sent = false;
    for (const id of ports.drafts()) {
      if (!ports.drafts().includes(id)) continue;
      const outcome = await push(id);
      if (outcome.kind === 'failed') return { sent, failed: outcome.why };
      sent ||= outcome.kind === 'stored';
    }
    return { sent, failed: null };
  };
}
