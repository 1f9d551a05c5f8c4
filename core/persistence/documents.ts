import type { ReplicaRows, WorkspaceChange, WorkspaceRows } from '../desk/rows/state.ts';

/** The documents' forms, version 3. Fields are only ever added by a migration. */
export const schemaVersion = 3;

type Stored<Rows> = { readonly [T in keyof Rows]: readonly Rows[T][] };

/** A file that could not be used, or only in part: where it was put, and what stands in for it. */
export interface Recovery {
  readonly document: 'workspace' | 'journal';
  /** Null where an earlier start moved it, and ended before it could tell. */
  readonly movedTo: string | null;
  readonly recovery: 'backup' | 'empty' | 'readable-part';
  readonly detail: string;
}

/** A checkpoint: every row as of change number `seq`. */
export interface WorkspaceDocument {
  readonly schemaVersion: number;
  readonly seq: number;
  /**
   * What was mended when it was written: told again where that start ended before it could tell. Empty in
   * every later one.
   */
  readonly mended: readonly Recovery[];
  readonly tables: Stored<WorkspaceRows>;
}

/**
 * One accepted command as rows, numbered without gaps. In the journal's files with the `schemaVersion` beside
 * it.
 */
export interface JournalEntry {
  readonly seq: number;
  readonly changes: readonly WorkspaceChange[];
}

/**
 * The vendor's last confirmed state; `cursor` says up to where, `dayOffset` how the vendor's calendar differs
 * from this machine's.
 */
export interface ReplicaDocument {
  readonly schemaVersion: number;
  readonly cursor: number;
  readonly dayOffset: number;
  readonly lastSync: number | null;
  readonly tables: Stored<ReplicaRows>;
}
