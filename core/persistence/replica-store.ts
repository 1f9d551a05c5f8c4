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
import { schemaVersion, type ReplicaDocument } from './documents.ts';

/** Up to where the vendor has told, and when it last did; its calendar as days ahead of this machine's. */
export interface ReplicaMark {
  readonly cursor: number;
  readonly dayOffset: number;
  readonly lastSync: number | null;
}

/**
 * The vendor's last confirmed state on disk. It can always be fetched again, so it needs no journal and no
 * backup.
 */
export interface ReplicaStore extends ReplicaMark {
  readonly tables: ReplicaTables;
  /**
   * Where an unreadable file was put, or that there is none where there should be one: everything is then
   * fetched again from the vendor.
   */
  readonly lost: { readonly path: string | null; readonly detail: string } | null;
  /** Writes what a pull brought, then shows it; nothing is applied where it cannot be written. */
  update(changes: readonly ReplicaChange[], next: ReplicaMark): void;
}

/**
 * `expected`: the firm is not new, so the file is there, or an earlier start moved it and ended before
 * anything was fetched.
 */
export function* openReplicaStore(
  store: DocumentStore<ReplicaDocument>,
  expected: boolean,
): Steps<ReplicaStore> {
  const read = yield* readChecked(store, checkReplica);
  const document = read.ok ? read.value : undefined;
  const missing = read.ok && document === undefined && expected ? { path: null, detail: 'missing' } : null;
  const lost = read.ok ? missing : { path: store.moveAside(), detail: read.error.detail };
  const tables = document === undefined ? emptyReplica() : replicaFrom(document);
  let meta: ReplicaMark = {
    cursor: document?.cursor ?? 0,
    dayOffset: document?.dayOffset ?? 0,
    lastSync: document?.lastSync ?? null,
  };

  return {
    tables,
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
    update(changes, { cursor, dayOffset, lastSync }) {
      const next: ReplicaMark = { cursor, dayOffset, lastSync };
      // Time alone is not worth a write: the last exchange is stored with the next real change.
      if (changes.length > 0 || next.cursor !== meta.cursor || next.dayOffset !== meta.dayOffset) {
        const copy = copyOf<ReplicaRows>(tables);
        applyChanges(copy, changes);
        store.write({ schemaVersion, ...next, tables: stored(copy) });
        applyChanges(tables, changes);
      }
      meta = next;
    },
  };
}
