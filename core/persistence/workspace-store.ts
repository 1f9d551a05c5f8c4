import { applyChanges, type WorkspaceChange, type WorkspaceTables } from '../desk/rows/state.ts';
import { emptyWorkspace } from '../desk/rows/tables.ts';
import { finish, within, type Steps } from '../kernel/steps.ts';
import type { DocumentStore } from '../ports.ts';
import { checkWorkspace, readChecked, stored, workspaceFrom } from './check.ts';
import { schemaVersion, type Recovery, type WorkspaceDocument } from './documents.ts';
import { openJournal, type JournalFiles } from './journal.ts';

export interface WorkspaceStores {
  readonly workspace: DocumentStore<WorkspaceDocument>;
  readonly backup: DocumentStore<WorkspaceDocument>;
  readonly journal: JournalFiles;
}

/** The firm's data on disk: a checkpoint, the checkpoint before it, and the changes since that one. */
export interface WorkspaceStore {
  readonly tables: WorkspaceTables;
  readonly fresh: boolean;
  readonly recoveries: readonly Recovery[];
  /**
   * Makes changes durable with one line of the journal, then applies them; throws, and applies nothing, where
   * it cannot.
   */
  commit(changes: readonly WorkspaceChange[]): void;
  /**
   * Writes the rows whole, and begins a new journal. A crash at any point is harmless: entries carry their
   * numbers.
   */
  checkpoint(): void;
  /** The same, and nothing of what was before is left in the files. */
  forget(): void;
  /** True where the journal has grown so long that the next start would take noticeably longer. */
  checkpointDue(): boolean;
}

const mostEntries = 500;
const mostBytes = 2 * 1024 * 1024;

/**
 * The newest checkpoint that can be read; a damaged one is moved aside. The one before it is looked at only
 * where it is needed.
 */
function* openCheckpoint({ workspace, backup }: WorkspaceStores): Steps<{
  readonly base: WorkspaceDocument | undefined;
  readonly damaged: Recovery | null;
}> {
  const current = yield* within(readChecked(workspace, checkWorkspace), 0, 0.5);
  if (current.ok && current.value !== undefined) return { base: current.value, damaged: null };
  const before = yield* within(readChecked(backup, checkWorkspace), 0.5, 1);
  const base = before.ok ? before.value : undefined;
  const recovery = base === undefined ? 'empty' : 'backup';
  if (!current.ok)
    return {
      base,
      damaged: {
        document: 'workspace',
        movedTo: workspace.moveAside(),
        recovery,
        detail: current.error.detail,
      },
    };
  // Missing beside a backup, in whatever state, counts as damaged: a recovery may have ended between moving
  // the damaged one aside and writing the next.
  return {
    base,
    damaged:
      before.ok && base === undefined
        ? null
        : { document: 'workspace', movedTo: null, recovery, detail: 'missing' },
  };
}

/**
 * Opens the firm's data: last checkpoint + journal. What cannot be read is moved aside as soon as everything
 * else is durable, never overwritten.
 */
export function* openWorkspaceStore(stores: WorkspaceStores): Steps<WorkspaceStore> {
  const { base, damaged } = yield* within(openCheckpoint(stores), 0, 0.5);
  const journal = yield* within(openJournal(stores.journal, base?.seq ?? 0), 0.5, 1);
  const tables = base === undefined ? emptyWorkspace() : workspaceFrom(base);
  let seq = base?.seq ?? 0;
  let journalDamage = journal.damage;
  for (const entry of journal.entries) {
    if (entry.seq <= seq) continue;
    if (entry.seq > seq + 1) {
      // What comes after something missing was decided on rows that are not known.
      journalDamage ??= 'gap';
      break;
    }
    applyChanges(tables, entry.changes);
    seq = entry.seq;
  }
  const found: Recovery[] = damaged === null ? [] : [damaged];
  if (journalDamage !== null)
    found.push({ document: 'journal', movedTo: null, recovery: 'readable-part', detail: journalDamage });

  let lastCheckpoint = base;
  let toMend = found.length > 0;
  let backupKnown = false;

  function writeBackup(document: WorkspaceDocument): void {
    // A damaged one would stop every checkpoint: the store does not write over what it cannot read.
    if (!backupKnown && !finish(readChecked(stores.backup, checkWorkspace)).ok) stores.backup.moveAside();
    backupKnown = true;
    stores.backup.write(document);
  }

  function writeBoth(mended: readonly Recovery[]): void {
    const document: WorkspaceDocument = { schemaVersion, seq, mended, tables: stored(tables) };
    stores.workspace.write(document);
    writeBackup(document);
    lastCheckpoint = document;
  }

  /** Both checkpoints, since the journal between them may be what is damaged. */
  function mend(): void {
    writeBoth(found);
    const aside = journalDamage === null ? null : journal.moveAside();
    for (const [index, recovery] of found.entries())
      if (recovery.document === 'journal') found[index] = { ...recovery, movedTo: aside };
    toMend = false;
  }

  function checkpoint(): void {
    if (toMend) return mend();
    if (seq === lastCheckpoint?.seq && lastCheckpoint.mended.length === 0) return;
    const document: WorkspaceDocument = { schemaVersion, seq, mended: [], tables: stored(tables) };
    if (lastCheckpoint !== undefined) writeBackup(lastCheckpoint);
    stores.workspace.write(document);
    lastCheckpoint = document;
    journal.rotate();
  }

  if (toMend) {
    try {
      mend();
    } catch {
      // Without room for it everything is still where it was: the person is told, and nothing is accepted
      // before it is mended.
    }
  }
  const earlier = (base?.mended ?? []).filter(({ document }) =>
    found.every((recovery) => recovery.document !== document),
  );

  return {
    tables,
    fresh: base === undefined && seq === 0 && found.length === 0,
    recoveries: [...found, ...earlier],
    commit(changes) {
      if (changes.length === 0) return;
      if (toMend) mend();
      journal.append({ seq: seq + 1, changes });
      seq += 1;
      applyChanges(tables, changes);
    },
    checkpoint,
    forget() {
      if (toMend) mend();
      writeBoth([]);
      journal.rotate();
      journal.rotate();
    },
    checkpointDue() {
      const { entries, bytes } = journal.size();
      return entries > mostEntries || bytes > mostBytes;
    },
  };
}
