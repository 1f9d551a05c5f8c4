import type { ReplicaRows, WorkspaceChange, WorkspaceRows } from '../desk/rows/state.ts';

/** The version of the documents' form. Fields are added only by a migration. */
export const schemaVersion = 3;

type Stored<Rows> = { readonly [T in keyof Rows]: readonly Rows[T][] };

/** A file that could not be used, or only in part: where it was moved, and what replaces it. */
export interface Recovery {
  readonly document: 'workspace' | 'journal';
  /** Null if the new name is unknown: an earlier start moved the file and ended before it could report it. */
  readonly movedTo: string | null;
  readonly recovery: 'backup' | 'empty' | 'readable-part';
  readonly detail: string;
}

/** A checkpoint: every row as of change number `seq`. */
export interface WorkspaceDocument {
  readonly schemaVersion: number;
  readonly seq: number;
  /**
   * The repairs made when this checkpoint was written. The next start reports them again if that start ended
   * before it could. Later checkpoints have none.
   */
  readonly mended: readonly Recovery[];
  readonly tables: Stored<WorkspaceRows>;
}

/**
 * One accepted command as rows. Entries are numbered without gaps. In the files the
 * `schemaVersion` is stored too.
 */
export interface JournalEntry {
  readonly seq: number;
  readonly changes: readonly WorkspaceChange[];
}

/**
 * The vendor's last confirmed state. `cursor`: how far it was read. `dayOffset`: days by which the vendor's
 * calendar is ahead of this machine's.
 */
export interface ReplicaDocument {
  readonly schemaVersion: number;
  readonly cursor: number;
  readonly dayOffset: number;
  readonly lastSync: number | null;
  readonly tables: Stored<ReplicaRows>;
}
