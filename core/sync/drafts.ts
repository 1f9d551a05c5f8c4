import type { LastAnswer } from './outbox.ts';

/**
 * What sending a draft came to. `stored`: the next pull will show it. `changed-elsewhere`: it was made from a
 * version that is no more.
 */
export type DraftOutcome =
  | { readonly kind: 'stored' }
  | { readonly kind: 'changed-elsewhere' }
  | { readonly kind: 'failed'; readonly why: Exclude<LastAnswer, 'none' | 'received' | 'not-accepted'> };

/**
 * Documents that both sides may edit, sent whole with the version that they were made from. Unlike a command
 * a draft may be
 * sent again and again: only what it says in the end counts.
 */
export interface DraftPorts {
  /** The drafts that differ from what both sides last agreed on and that nobody has to decide about. */
  drafts(): readonly string[];
  pushDraft(id: string): Promise<DraftOutcome>;
  /** Fetches the other side's version of one and merges it with ours. */
  refreshDraft(id: string): Promise<DraftOutcome>;
}

/**
 * Sends every draft once, and once more after a merge; stops at the first failure. `sent`: something was
 * stored.
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
