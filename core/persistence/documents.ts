import type { ReplicaRows, WorkspaceChange, WorkspaceRows } from '../desk/rows/state.ts';
import type { EndMark } from '../ports.ts';

/**
 * The version of the documents' form. Fields are added only by a migration. A program refuses a newer one
 * and touches nothing. Every released version has golden folders in test/golden/folders.
 */
export const schemaVersion = 4;

type Stored<Rows> = { readonly [T in keyof Rows]: readonly Rows[T][] };

/** Commands that were confirmed once and that no readable file holds: their numbers. */
export interface Missing {
  readonly from: number;
  readonly to: number;
}

/** A file that could not be used, or only in part, or that somebody replaced; and what was done about it. */
export interface Recovery {
  readonly document: 'workspace' | 'journal';
  /** Null if the new name is unknown: an earlier start moved the file and ended before it could report it. */
  readonly movedTo: string | null;
  /**
   * `backup`: the other checkpoint was used. `newer`: it was newer than the workspace file. `empty`: there
   * was nothing to use. `readable-part`: the lines that could be read were used. `fork`: of
   * two continuations the longer one, or this program's, was used. `written-anew`: somebody
   * replaced the file while the program ran, and the program wrote everything anew.
   */
  readonly recovery: 'backup' | 'newer' | 'empty' | 'readable-part' | 'fork' | 'written-anew';
  readonly detail: string;
  /** Null if nothing is missing. */
  readonly missing: Missing | null;
  /** The last command that is there. Null if its time is unknown. */
  readonly last: { readonly seq: number; readonly at: number } | null;
}

/** A checkpoint: every row as of change number `seq`. */
export interface WorkspaceDocument {
  readonly schemaVersion: number;
  readonly seq: number;
  /** The sum and the time of line `seq` of the journal. Null if there is none, or before format 4. */
  readonly end: Pick<EndMark, 'sum' | 'at'> | null;
  /** The first eight digits of the sums of the latest commands, the last one of them `seq`. */
  readonly recent: string;
  /**
   * The repairs made when this checkpoint was written. The next start reports them again if that start ended
   * before it could. Later checkpoints have none.
   */
  readonly mended: readonly Recovery[];
  readonly tables: Stored<WorkspaceRows>;
}

/** One accepted command as rows: a line of the journal. Lines are numbered without gaps and chained. */
export interface JournalEntry {
  readonly seq: number;
  /** Milliseconds since 1970. Null before format 4. */
  readonly at: number | null;
  /** The sum of the line before. Null before format 4: those lines are not chained. */
  readonly before: string | null;
  readonly sum: string;
  readonly changes: readonly WorkspaceChange[];
}

/**
 * The vendor's last confirmed state. `cursor`: how far it was read. `dayOffset`: days by which the vendor's
 * calendar is ahead of this machine's. `epoch`: the vendor's past that was read; null if it is unknown.
 */
export interface ReplicaDocument {
  readonly schemaVersion: number;
  readonly epoch: string | null;
  readonly cursor: number;
  readonly dayOffset: number;
  readonly lastSync: number | null;
  readonly tables: Stored<ReplicaRows>;
}

/** Thrown by a start on data that a newer Allinea wrote. Nothing was touched. */
export class NewerData extends Error {
  readonly code = 'newer-data';
  /** The version of Allinea that wrote the data. Undefined if the data do not say it. */
  readonly author: string | undefined;
  constructor(author: string | undefined) {
    super('newer-data');
    this.author = author;
  }
}
