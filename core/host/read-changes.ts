import type { Changes, VendorChange } from '../aruba/protocol.ts';
import type { VendorClient } from '../aruba/client.ts';
import type { Day } from '../kernel/day.ts';
import type { Clock } from '../ports.ts';
import type { PullOutcome } from '../sync/engine.ts';

type Failed = Extract<PullOutcome, { kind: 'failed' }>;

/** How much one pull may bring and how long it may take. Whatever is beyond it is not taken (safety S2). */
export interface PullBudget {
  readonly pages: number;
  readonly rows: number;
  /** Of all pages together, as JSON. */
  readonly characters: number;
  readonly ms: number;
}

/** Some ten times what the largest office has. */
export const pullBudget: PullBudget = {
  pages: 5000,
  rows: 200_000,
  characters: 256 * 1024 * 1024,
  ms: 10 * 60_000,
};

/** Everything that changed after a cursor. */
export interface ReadChanges {
  readonly kind: 'changes';
  readonly epoch: string;
  readonly changes: readonly VendorChange[];
  readonly cursor: number;
  readonly serverDay: Day;
}

export interface ReadPorts {
  readonly client: Pick<VendorClient, 'changes'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly budget: PullBudget;
}

/**
 * Reads all pages after `from`. Returns `other-past` if the vendor has another epoch than `epoch`, or fewer
 * changes than were read. Null: the epoch is unknown, so any is taken. Fails if the pages change their past
 * on the way, do not go forward, or are more than the budget.
 */
export async function readChanges(
  { client, clock, budget }: ReadPorts,
  from: number,
  epoch: string | null,
): Promise<ReadChanges | { readonly kind: 'other-past' } | Failed> {
  const until = clock.now() + budget.ms;
  const changes: VendorChange[] = [];
  let [cursor, known, pages, characters] = [from, epoch, 0, 0];
  const isOther = (page: Changes): boolean =>
    (known !== null && page.epoch !== known) || page.nextCursor < cursor;
  for (;;) {
    const read = await client.changes(cursor);
    if (!read.ok) return { kind: 'failed', why: read.error };
    const page = read.value;
    characters += page.characters;
    if (isOther(page)) return pages === 0 ? { kind: 'other-past' } : { kind: 'failed', why: 'unreadable' };
    pages += 1;
    changes.push(...page.changes);
    // There are more pages, but the cursor does not move: the loop would never end.
    if (page.hasMore && page.nextCursor <= cursor) return { kind: 'failed', why: 'unreadable' };
    if (changes.length > budget.rows || characters > budget.characters)
      return { kind: 'failed', why: 'too-much' };
    ({ nextCursor: cursor, epoch: known } = page);
    if (!page.hasMore)
      return { kind: 'changes', epoch: page.epoch, changes, cursor, serverDay: page.serverDay };
    if (pages >= budget.pages || clock.now() > until) return { kind: 'failed', why: 'too-much' };
  }
}
