import { applyChanges, emptyWorkspace, type WorkspaceChange, type WorkspaceTables } from '../app/state.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { DocumentStore } from '../ports.ts';
import { checkJournal, checkWorkspace, stored, workspaceFrom, type BadDocument } from './check.ts';
import { schemaVersion, type JournalDocument, type JournalEntry, type WorkspaceDocument } from './documents.ts';

/** A file that could not be used: where it was put, and what stands in for it. */
export interface Recovery {
  readonly document: 'workspace' | 'journal';
  /** Null where an earlier start moved it, and ended before it could tell. */
  readonly movedTo: string | null;
  readonly recovery: 'backup' | 'empty';
  readonly detail: string;
}

export interface WorkspaceStores {
  readonly workspace: DocumentStore<WorkspaceDocument>;
  readonly backup: DocumentStore<WorkspaceDocument>;
  readonly journal: DocumentStore<JournalDocument>;
}

/** The firm's data on disk: a checkpoint, the checkpoint before it, and the changes since that one. */
export interface WorkspaceStore {
  readonly tables: WorkspaceTables;
  readonly fresh: boolean;
  readonly recoveries: readonly Recovery[];
  /** Makes changes durable with one atomic write, then applies them; throws, and applies nothing, where it cannot. */
  commit(changes: readonly WorkspaceChange[]): void;
  /** Folds the journal into a new checkpoint. A crash at any point is harmless: entries carry their numbers. */
  checkpoint(): void;
  /** True where the journal has grown so long that a checkpoint is worth its cost. */
  checkpointDue(): boolean;
  /** True where it has grown so long that every command pays for it: nobody was idle for long. */
  checkpointOverdue(): boolean;
}

/** A write of the journal stays small; a larger command becomes a checkpoint of its own. */
const largestCommand = 2000;
const mostEntries = 300;

function readChecked<T>(store: DocumentStore<T>, check: (document: unknown) => Result<T, BadDocument>): Result<T | undefined, BadDocument> {
  const raw = store.read();
  if (!raw.ok) return { ok: false, error: raw.error };
  return raw.value === undefined ? ok(undefined) : check(raw.value);
}

/** Opens the firm's data: last checkpoint + journal. What cannot be read is moved aside, never overwritten. */
export function openWorkspaceStore(stores: WorkspaceStores): WorkspaceStore {
  const recoveries: Recovery[] = [];

  const journal = readChecked(stores.journal, checkJournal);
  if (!journal.ok) recoveries.push({ document: 'journal', movedTo: stores.journal.moveAside(), recovery: 'empty', detail: journal.error.detail });
  let entries: readonly JournalEntry[] = journal.ok ? (journal.value?.entries ?? []) : [];

  let base: WorkspaceDocument | undefined;
  const current = readChecked(stores.workspace, checkWorkspace);
  if (current.ok && current.value !== undefined) base = current.value;
  else {
    // Missing counts as damaged: a recovery may have ended between moving the damaged one aside and writing the next.
    const backup = readChecked(stores.backup, checkWorkspace);
    if (backup.ok) base = backup.value;
    else stores.backup.moveAside();
    if (current.ok && base !== undefined) recoveries.push({ document: 'workspace', movedTo: null, recovery: 'backup', detail: 'missing' });
    if (!current.ok) {
      const recovery = base === undefined ? 'empty' : 'backup';
      recoveries.push({ document: 'workspace', movedTo: stores.workspace.moveAside(), recovery, detail: current.error.detail });
    }
  }

  // A damaged backup would stop every later checkpoint: the store does not write over what it cannot read.
  if (!stores.backup.read().ok) stores.backup.moveAside();

  const fresh = base === undefined && entries.length === 0 && recoveries.length === 0;
  const tables = base === undefined ? emptyWorkspace() : workspaceFrom(base);
  let seq = base?.seq ?? 0;
  for (const entry of entries) {
    if (entry.seq <= seq) continue;
    applyChanges(tables, entry.changes);
    seq = entry.seq;
  }

  const documentNow = (): WorkspaceDocument => ({ schemaVersion, seq, tables: stored(tables) });
  const writeJournal = (next: readonly JournalEntry[]): void => {
    stores.journal.write({ schemaVersion, entries: next });
    entries = next;
  };

  let lastCheckpoint: WorkspaceDocument | undefined = base;

  function checkpoint(): void {
    const document = documentNow();
    if (document.seq === lastCheckpoint?.seq && recoveries.length === 0) return;
    if (lastCheckpoint !== undefined) stores.backup.write(lastCheckpoint);
    stores.workspace.write(document);
    const since = lastCheckpoint?.seq ?? 0;
    lastCheckpoint = document;
    writeJournal(entries.filter((entry) => entry.seq > since));
  }

  function commit(changes: readonly WorkspaceChange[]): void {
    if (changes.length === 0) return;
    if (changes.length > largestCommand) {
      commitLarge(changes);
      return;
    }
    writeJournal([...entries, { seq: seq + 1, changes }]);
    seq += 1;
    applyChanges(tables, changes);
  }

  /** Applied to a copy first: where the checkpoint cannot be written, nothing has changed. */
  function commitLarge(changes: readonly WorkspaceChange[]): void {
    const copy = workspaceFrom(documentNow());
    applyChanges(copy, changes);
    const document: WorkspaceDocument = { schemaVersion, seq: seq + 1, tables: stored(copy) };
    stores.workspace.write(document);
    seq += 1;
    applyChanges(tables, changes);
    lastCheckpoint = document;
    try {
      stores.backup.write(document);
      writeJournal([]);
    } catch {
      // It is durable already: the next checkpoint makes the copy, and the old entries are skipped by their numbers.
    }
  }

  if (recoveries.length > 0) {
    try {
      checkpoint();
    } catch {
      // Without room for it the backup and the journal still hold everything: the person is told, and the next checkpoint tries again.
    }
  }
  return {
    tables,
    fresh,
    recoveries,
    commit,
    checkpoint,
    checkpointDue: () => entries.length > mostEntries,
    checkpointOverdue: () => entries.length > 2 * mostEntries,
  };
}
