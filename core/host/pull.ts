import { settleCarts } from '../desk/cart/cart-sync.ts';
import { settleNextOrder } from '../desk/orders/decide-order.ts';
import { whatWasForgotten } from '../desk/forgotten/what-was-forgotten.ts';
import {
  allRows,
  applyChanges,
  type AppState,
  type Outgoing,
  type ReplicaChange,
  type ReplicaRows,
  type UserCommand,
  type WorkspaceChange,
} from '../desk/rows/state.ts';
import { emptyReplica } from '../desk/rows/tables.ts';
import type { ScreenChange } from '../bridge/contract.ts';
import { daysBetween, romeDay } from '../kernel/day.ts';
import type { ReplicaMark, ReplicaStore } from '../persistence/replica-store.ts';
import type { Clock } from '../ports.ts';
import type { PullOutcome } from '../sync/engine.ts';
import { sortChanges } from '../aruba/apply-change.ts';
import type { VendorClient } from '../aruba/client.ts';
import type { RecordedBy } from './command-desk.ts';
import { accepted, refusalCodes, type Processed } from '../aruba/protocol.ts';
import { pullBudget, readChanges, type PullBudget, type ReadChanges } from './read-changes.ts';

export interface PullPorts {
  readonly client: Pick<VendorClient, 'changes'>;
  readonly clock: Clock;
  readonly replica: ReplicaStore;
  readonly state: () => AppState;
  /** Makes changes durable, then shows them. Throws if it cannot. */
  readonly record: (changes: readonly WorkspaceChange[], by?: RecordedBy) => void;
  readonly publish: (changes: readonly ScreenChange[]) => void;
  /** How much one pull may bring; the usual budget if it is absent. */
  readonly budget?: PullBudget;
}

/**
 * Returns a function that updates the replica, removes processed commands from the outbox or parks refused
 * ones, and gives the seats of active orders to their people. If the vendor has another past than the one
 * that was read, everything is read anew, and what the vendor forgot is told.
 */
export function createPull({
  client,
  clock,
  replica,
  state,
  record,
  publish,
  budget = pullBudget,
}: PullPorts): () => Promise<PullOutcome> {
  const reading = { client, clock, budget };

  return async () => {
    const read = await readChanges(reading, replica.cursor, replica.epoch);
    if (read.kind === 'failed') return read;
    if (read.kind === 'changes') {
      take(sortChanges(read.changes), mark(read), replica);
      return { kind: 'complete' };
    }
    // The vendor was restored from a backup or began anew: nothing that was read before counts.
    const all = await readChanges(reading, 0, null);
    if (all.kind === 'other-past') return { kind: 'failed', why: 'unreadable' };
    if (all.kind === 'failed') return all;
    takeAnew(all);
    return { kind: 'complete' };
  };

  function mark({ epoch, cursor, serverDay }: ReadChanges): ReplicaMark {
    const lastSync = clock.now();
    return { epoch, cursor, lastSync, dayOffset: daysBetween(romeDay(lastSync), serverDay) };
  }

  /**
   * Replaces everything that was known. What the vendor has forgotten is durable before the replica forgets
   * it.
   */
  function takeAnew(read: ReadChanges): void {
    const sorted = sortChanges(read.changes);
    const now = emptyReplica();
    applyChanges<ReplicaRows>(now, sorted.rows);
    record(whatWasForgotten(state(), now, { epoch: read.epoch, at: clock.now() }));
    const gone = allRows<ReplicaRows>(replica.tables).flatMap(({ table, id }): ReplicaChange[] =>
      now[table].has(id) ? [] : [{ table, id, value: null }],
    );
    const next = mark(read);
    take({ rows: [...gone, ...allRows<ReplicaRows>(now)], processed: sorted.processed }, next, {
      ...next,
      cursor: 0,
    });
  }

  /**
   * Writes rows and the ends of commands. `before` says how far the replica is read until the commands
   * ended.
   */
  function take(
    {
      rows,
      processed,
    }: { readonly rows: readonly ReplicaChange[]; readonly processed: readonly Processed[] },
    next: ReplicaMark,
    before: Pick<ReplicaMark, 'cursor'>,
  ): void {
    const settled = processed.flatMap(settledEntry);
    // Write rows before removing outbox entries: a command may leave only if its effect is durable here.
    // Advance the cursor last: after a crash the vendor reports the processed commands once more.
    replica.update(rows, settled.length > 0 ? { ...next, cursor: before.cursor } : next);
    if (rows.length > 0) publish(rows);
    // The vendor only confirms a deletion that was sent from here. The history names who sent it.
    record(settled, 'operator');
    record(settleCarts(state()));
    for (let seats = settleNextOrder(state()); seats.length > 0; seats = settleNextOrder(state()))
      record(seats);
    if (settled.length > 0) replica.update([], next);
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
