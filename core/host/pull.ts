import { settleCarts } from '../desk/cart/cart-sync.ts';
import { settleNextOrder } from '../desk/orders/decide-order.ts';
import type { AppState, Outgoing, UserCommand, WorkspaceChange } from '../desk/rows/state.ts';
import type { ScreenChange } from '../bridge/contract.ts';
import { daysBetween, romeDay } from '../kernel/day.ts';
import type { ReplicaStore } from '../persistence/replica-store.ts';
import type { Clock } from '../ports.ts';
import type { PullOutcome } from '../sync/engine.ts';
import { sortChanges } from '../aruba/apply-change.ts';
import type { VendorClient } from '../aruba/client.ts';
import type { RecordedBy } from './command-desk.ts';
import { accepted, refusalCodes, type Processed, type VendorChange } from '../aruba/protocol.ts';

export interface PullPorts {
  readonly client: Pick<VendorClient, 'changes'>;
  readonly clock: Clock;
  readonly replica: ReplicaStore;
  readonly state: () => AppState;
  /** Makes changes durable, then shows them. Throws if it cannot. */
  readonly record: (changes: readonly WorkspaceChange[], by?: RecordedBy) => void;
  readonly publish: (changes: readonly ScreenChange[]) => void;
  /** Gives other work its turn. */
  readonly pause: () => Promise<void>;
}

/**
 * Returns a function that updates the replica, removes processed commands from the outbox or parks refused
 * ones, and gives the seats of active orders to their people.
 */
export function createPull({
  client,
  clock,
  replica,
  state,
  record,
  publish,
  pause,
}: PullPorts): () => Promise<PullOutcome> {
  return async () => {
    const changes: VendorChange[] = [];
    let cursor = replica.cursor;
    for (;;) {
      const page = await client.changes(cursor);
      if (!page.ok) return { kind: 'failed', why: page.error };
      const { nextCursor, hasMore, serverDay } = page.value;
      // There are more pages, but the cursor does not move: the loop would never end.
      if (hasMore && nextCursor <= cursor) return { kind: 'failed', why: 'unreadable' };
      changes.push(...page.value.changes);
      cursor = nextCursor;
      if (hasMore) continue;
      const lastSync = clock.now();
      await take(changes, { cursor, lastSync, dayOffset: daysBetween(romeDay(lastSync), serverDay) });
      return { kind: 'complete' };
    }
  };

  async function take(
    changes: readonly VendorChange[],
    next: { readonly cursor: number; readonly lastSync: number; readonly dayOffset: number },
  ): Promise<void> {
    const { rows, processed } = sortChanges(changes);
    const settled = processed.flatMap(settledEntry);
    // Write rows before removing outbox entries: a command may leave only if its effect is durable here.
    // Advance the cursor last: the vendor reports a processed command only once.
    replica.update(rows, settled.length > 0 ? { ...next, cursor: replica.cursor } : next);
    if (rows.length > 0) publish(rows);
    // The vendor only confirms a deletion that was sent from here. The history names who sent it.
    record(settled, 'operator');
    record(settleCarts(state()));
    for (let seats = settleNextOrder(state()); seats.length > 0; seats = settleNextOrder(state()))
      record(seats);
    if (settled.length === 0) return;
    // The whole replica is written a second time. With ten thousand services that takes noticeable time.
    await pause();
    replica.update([], next);
  }

  function settledEntry({ key, errorCode, errorDescription, vendorQuote }: Processed): WorkspaceChange[] {
    const { outbox, seats } = state().workspace;
    const entry = outbox.get(key);
    if (entry === undefined) return [];
    const { command } = entry;
    const refused: Outgoing = {
      ...entry,
      state: 'refused',
      refusal: { errorCode, errorDescription, vendorQuote },
    };
    // If somebody else already deleted the user, that is the same result.
    const gone =
      command.kind === 'user/delete' && (errorCode === accepted || errorCode === refusalCodes.unknownUser);
    const settled: WorkspaceChange = {
      table: 'outbox',
      id: key,
      value: errorCode === accepted || gone ? null : refused,
    };
    return gone ? [settled, ...freedSeats(seats, command)] : [settled];
  }
}

/** Frees the seats whose user no longer exists in the panel (rule H5). */
const freedSeats = (
  seats: AppState['workspace']['seats'],
  command: Extract<UserCommand, { kind: 'user/delete' }>,
): WorkspaceChange[] =>
  [...seats.values()]
    .filter(
      ({ serviceId, username }) =>
        serviceId === command.serviceId && username.toLowerCase() === command.username.toLowerCase(),
    )
    .map(({ id }) => ({ table: 'seats', id, value: null }));
