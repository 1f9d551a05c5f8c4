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

/** The firm's data on disk: a checkpoint, the checkpoint before it, and the changes since that older one. */
export interface WorkspaceStore {
  readonly tables: WorkspaceTables;
  readonly fresh: boolean;
  readonly recoveries: readonly Recovery[];
  /**
   * Makes changes durable with one line of the journal, then applies them. Throws if it
   * cannot: nothing is applied then.
   */
  commit(changes: readonly WorkspaceChange[]): void;
  /**
   * Writes all rows and begins a new journal. A crash at any point is harmless, because entries are numbered.
   */
  checkpoint(): void;
  /** Like `checkpoint`, but leaves none of the older data in the files. */
  forget(): void;
  /** True if the journal is so long that it would noticeably slow the next start. */
  checkpointDue(): boolean;
}

const mostEntries = 500;
const mostBytes = 2 * 1024 * 1024;

/** The newest readable checkpoint. Moves a damaged one aside. Reads the older one only if it is needed. */
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
  // A missing workspace beside a backup counts as damaged: the recovery may have
  // crashed between rename and write.
  return {
    base,
    damaged:
      before.ok && base === undefined
        ? null
        : { document: 'workspace', movedTo: null, recovery, detail: 'missing' },
  };
}

/**
 * Opens the firm's data, in steps: the last checkpoint and then the journal. Unreadable files are never
 * overwritten. They are moved aside as soon as everything else is durable.
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
      // Later entries were decided on rows that are missing here, so they are not applied.
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
    // A damaged backup would stop every checkpoint, because the store does not overwrite what it cannot read.
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

  /** Writes both checkpoints, because the journal between them may be damaged. */
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
      // Disk full: the files are untouched. The next commit retries the repair first.
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
