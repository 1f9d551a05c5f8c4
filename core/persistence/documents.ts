import type { ReplicaRows, WorkspaceChange, WorkspaceRows } from '../app/state.ts';

/** The four documents' forms, version 1. Fields are only ever added by a migration. */
export const schemaVersion = 1;

type Stored<Rows> = { readonly [T in keyof Rows]: readonly Rows[T][] };

/** A checkpoint: every row as of change number `seq`. */
export interface WorkspaceDocument {
  readonly schemaVersion: number;
  readonly seq: number;
  readonly tables: Stored<WorkspaceRows>;
}

/** One accepted command as rows, numbered without gaps. */
export interface JournalEntry {
  readonly seq: number;
  readonly changes: readonly WorkspaceChange[];
}

/** What was accepted since the backup: enough to rebuild from the checkpoint, or from the backup behind it. */
export interface JournalDocument {
  readonly schemaVersion: number;
  readonly entries: readonly JournalEntry[];
}

/** The vendor's last confirmed state; `cursor` says up to where, `dayOffset` how the vendor's calendar differs from this machine's. */
export interface ReplicaDocument {
  readonly schemaVersion: number;
  readonly cursor: number;
  readonly dayOffset: number;
  readonly lastSync: number | null;
  readonly tables: Stored<ReplicaRows>;
}
