import {
  applyChanges,
  type ReplicaChange,
  type ReplicaRows,
  type ReplicaTables,
} from '../desk/rows/state.ts';
import { copyOf, emptyReplica } from '../desk/rows/tables.ts';
import type { Steps } from '../kernel/steps.ts';
import type { DocumentStore } from '../ports.ts';
import { checkReplica, readChecked, replicaFrom, stored } from './check.ts';
import { NewerData, schemaVersion, type ReplicaDocument } from './documents.ts';

/**
 * Which past of the vendor was read, how far and when, and the days by which its calendar
 * is ahead of this machine's.
 */
export interface ReplicaMark {
  /** Null if it is unknown: the vendor was never read, or by an older version. */
  readonly epoch: string | null;
  readonly cursor: number;
  readonly dayOffset: number;
  readonly lastSync: number | null;
}

/**
 * The vendor's last confirmed state on disk. It needs no journal and no backup,
 * because it can be fetched again.
 */
export interface ReplicaStore extends ReplicaMark {
  readonly tables: ReplicaTables;
  /**
   * The unreadable file and its new path, or a missing file that should exist (null path). Everything is then
   * fetched again from the vendor.
   */
  readonly lost: { readonly path: string | null; readonly detail: string } | null;
  /**
   * Writes the result of a pull, then applies it. Throws if it cannot be written: nothing is applied then.
   */
  update(changes: readonly ReplicaChange[], next: ReplicaMark): void;
  /** Writes the time of the last success if the disk has an older one. Throws if it cannot be written. */
  keepTime(): void;
}

/** After a kill the time on disk is at most this old. */
const longestUnkeptMs = 15 * 60_000;

/** Whether a success is so much later than the one on disk that it is written alone. The first one is not. */
const isLater = (sync: number | null, kept: number | null): boolean =>
  sync !== null && kept !== null && sync - kept >= longestUnkeptMs;

/**
 * Opens the replica, in steps. Throws NewerData if a newer Allinea wrote it. `expected`: the firm is not
 * new, so the file should exist. It is missing if an earlier start moved it and ended before anything was
 * fetched.
 */
export function* openReplicaStore(
  store: DocumentStore<ReplicaDocument>,
  expected: boolean,
): Steps<ReplicaStore> {
  const read = yield* readChecked(store, checkReplica);
  const document = read.ok ? read.value : undefined;
  if (!read.ok && read.error.reason === 'newer') throw new NewerData(store.author?.());
  const missing = read.ok && document === undefined && expected ? { path: null, detail: 'missing' } : null;
  const lost = read.ok ? missing : { path: store.moveAside(), detail: read.error.detail };
  const tables = document === undefined ? emptyReplica() : replicaFrom(document);
  let meta: ReplicaMark = {
    epoch: document?.epoch ?? null,
    cursor: document?.cursor ?? 0,
    dayOffset: document?.dayOffset ?? 0,
    lastSync: document?.lastSync ?? null,
  };

  let keptSync = meta.lastSync;

  return {
    tables,
    get epoch() {
      return meta.epoch;
    },
    get cursor() {
      return meta.cursor;
    },
    get dayOffset() {
      return meta.dayOffset;
    },
    get lastSync() {
      return meta.lastSync;
    },
    lost,
    update(changes, { epoch, cursor, dayOffset, lastSync }) {
      const next: ReplicaMark = { epoch, cursor, dayOffset, lastSync };
      // A new time or cursor alone is not worth a write of all rows. At the end it is (see keepTime). After a
      // crash the older cursor reads the same rows once more.
      if (
        changes.length > 0 ||
        next.epoch !== meta.epoch ||
        next.dayOffset !== meta.dayOffset ||
        isLater(next.lastSync, keptSync)
      ) {
        const copy = copyOf<ReplicaRows>(tables);
        applyChanges(copy, changes);
        store.write({ schemaVersion, ...next, tables: stored(copy) });
        applyChanges(tables, changes);
        keptSync = next.lastSync;
      }
      meta = next;
    },
    keepTime() {
      if (meta.lastSync === keptSync) return;
      store.write({ schemaVersion, ...meta, tables: stored(tables) });
      keptSync = meta.lastSync;
    },
  };
}
