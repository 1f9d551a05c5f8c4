import { applyChanges, type WorkspaceChange, type WorkspaceTables } from '../desk/rows/state.ts';
import { finish, type Steps } from '../kernel/steps.ts';
import { FileReplaced, type Clock, type Digest, type EndMark } from '../ports.ts';
import { checkWorkspace, readChecked, stored } from './check.ts';
import { schemaVersion, type Recovery, type WorkspaceDocument } from './documents.ts';
import { continueJournal, noEnd } from './journal.ts';
import type { Mark } from './known-sums.ts';
import { commandNamedIn, ourCommands } from './our-commands.ts';
import { readStudio, type WorkspaceStores } from './read-studio.ts';

/** The firm's data on disk: a checkpoint, the checkpoint before it, and the changes since that older one. */
export interface WorkspaceStore {
  readonly tables: WorkspaceTables;
  readonly fresh: boolean;
  /** What was repaired, at the start and since. */
  readonly recoveries: readonly Recovery[];
  /** Called after a repair while the program runs. */
  onRecovery(listener: () => void): void;
  /**
   * Makes changes durable with one line of the journal, then applies them. Throws if it cannot: nothing is
   * applied then. If somebody else has replaced the journal, writes all rows anew first.
   */
  commit(changes: readonly WorkspaceChange[]): void;
  /**
   * Writes all rows and begins a new journal. A crash at any point is harmless, because lines are numbered.
   */
  checkpoint(): void;
  /** Writes all rows even if nothing has changed: it throws as long as the disk takes nothing. */
  prove(): void;
  /** Like `checkpoint`, but leaves none of the older data in the files. */
  forget(): void;
  /** True if the journal is so long that it would noticeably slow the next start. */
  checkpointDue(): boolean;
}

const mostEntries = 500;
const mostBytes = 2 * 1024 * 1024;

export interface StorePorts {
  readonly digest: Digest;
  readonly clock: Clock;
}

/**
 * Opens the firm's data, in steps: the highest readable state wins. Unreadable files, and readable ones that
 * were not used, are never overwritten: they are moved aside as soon as everything else is durable. Throws
 * NewerData, and touches nothing, if a newer Allinea wrote the data.
 */
export function* openWorkspaceStore(
  stores: WorkspaceStores,
  { digest, clock }: StorePorts,
): Steps<WorkspaceStore> {
  const studio = yield* readStudio(stores, digest);
  const { tables, base } = studio;
  const found: Recovery[] = [...studio.recoveries];
  /** What an earlier start repaired and may not have told any more. */
  const earlier = (base?.mended ?? []).filter(({ document }) =>
    studio.recoveries.every((recovery) => recovery.document !== document),
  );
  const journal = continueJournal(stores.journal, studio.content, base?.seq ?? 0, digest);
  let end: EndMark | null = studio.end;
  let lastCheckpoint = base;
  let first: Mark | null = studio.first;
  /** What the next repair moves aside. */
  let broken = { workspace: studio.workspace, journal: studio.journal };
  const ours = ourCommands(studio, digest);
  let toMend = found.length > 0;
  /**
   * Lines that are only missing may still be on their way, in a folder that a sync tool fills. So nothing is
   * written then before the person goes on working.
   */
  let waits = studio.journal === 'readable' && studio.workspace?.kind !== 'damaged';
  let backupKnown = false;
  let listener = (): void => undefined;

  const last = (): Recovery['last'] => (end === null || end.at === 0 ? null : { seq: end.seq, at: end.at });

  function tell(
    document: Recovery['document'],
    movedTo: string | null,
    recovery: 'written-anew' | 'fork' = 'written-anew',
  ): void {
    found.push({
      document,
      movedTo,
      recovery,
      detail: 'replaced',
      missing: null,
      last: last(),
    });
  }

  function now(mended: readonly Recovery[]): WorkspaceDocument {
    return {
      schemaVersion,
      seq: end?.seq ?? 0,
      end: end === null || end.sum === '' ? null : { sum: end.sum, at: end.at },
      recent: studio.known.textUpTo(end?.seq ?? 0),
      mended,
      tables: stored(tables),
    };
  }

  /** Writes a checkpoint. A file that somebody had put in its place was moved aside: tells about it. */
  function write(store: WorkspaceStores['workspace'], document: WorkspaceDocument): void {
    const before = commandNamedIn(store.firstBytes());
    const putBack = store.write(document);
    if (putBack === null) return;
    tell('workspace', putBack, before !== undefined && ours.isForeign(before) ? 'fork' : 'written-anew');
    listener();
  }

  /** Moves aside a backup that is damaged, or newer than what this program holds. False if it cannot. */
  function mayReplaceBackup(): boolean {
    const read = finish(readChecked(stores.backup, checkWorkspace));
    if (!read.ok) return stores.backup.moveAside('damaged') !== null;
    return (read.value?.seq ?? 0) <= (end?.seq ?? 0) || stores.backup.moveAside('put-back') !== null;
  }

  function writeBackup(document: WorkspaceDocument): void {
    // A damaged backup would stop every checkpoint, because the store does not overwrite what it cannot read.
    backupKnown ||= mayReplaceBackup();
    write(stores.backup, document);
  }

  function writeBoth(mended: readonly Recovery[]): void {
    const document = now(mended);
    write(stores.workspace, document);
    writeBackup(document);
    lastCheckpoint = document;
  }

  function nameOf(document: Recovery['document'], movedTo: string | null): void {
    for (const [index, recovery] of found.entries())
      if (recovery.document === document && recovery.movedTo === null)
        found[index] = { ...recovery, movedTo };
  }

  /** Writes both checkpoints, because the journal between them may be damaged. */
  function mend(): void {
    const { workspace } = broken;
    if (workspace !== null && workspace.kind !== 'missing') {
      const aside = stores.workspace.moveAside(workspace.kind === 'older' ? 'put-back' : 'damaged');
      // It stays where it is then, and the write below throws. The next repair tries again.
      if (aside !== null) {
        nameOf('workspace', aside);
        broken = { ...broken, workspace: null };
      }
    }
    writeBoth([...found, ...earlier]);
    if (broken.journal !== 'whole')
      nameOf('journal', journal.moveAside(broken.journal === 'damaged' ? 'damaged' : 'put-back'));
    broken = { workspace: null, journal: 'whole' };
    [toMend, waits] = [false, false];
    keepEnd();
  }

  /** Somebody else has replaced or removed the journal: all that is known is written anew. */
  function writeAnew(): void {
    tell('journal', null, ours.othersIn(stores) ? 'fork' : 'written-anew');
    broken = { ...broken, journal: 'readable' };
    toMend = true;
    mend();
    listener();
  }

  const keepEnd = (): void => stores.end.keep({ ...(end ?? noEnd), first });

  function rotate(): void {
    try {
      journal.rotate();
    } catch (error) {
      if (!(error instanceof FileReplaced)) throw error;
      writeAnew();
    }
  }

  function writeCheckpoint(): void {
    const document = now([]);
    // Somebody may have put the backup in the place of the workspace: lines of both files follow it then, and
    // the rotation must not take what only the journal holds.
    const base = lastCheckpoint === undefined || !journal.rotationTakes(lastCheckpoint.seq);
    if (!base) writeBackup(document);
    else if (lastCheckpoint !== undefined) writeBackup(lastCheckpoint);
    write(stores.workspace, document);
    lastCheckpoint = document;
    rotate();
  }

  if (toMend && !waits) {
    try {
      mend();
    } catch {
      // Disk full: the files are untouched. The next commit retries the repair first.
    }
  }
  // A power failure may have left an older end than the journal has.
  if (!toMend && end !== null) keepEnd();
  return {
    tables,
    fresh: base === undefined && end === null && found.length === 0,
    get recoveries() {
      return [...found, ...earlier];
    },
    onRecovery(next) {
      listener = next;
    },
    commit(changes) {
      if (changes.length === 0) return;
      if (toMend) mend();
      let entry;
      try {
        entry = journal.append(end, changes, clock.now());
      } catch (error) {
        if (!(error instanceof FileReplaced)) throw error;
        writeAnew();
        entry = journal.append(end, changes, clock.now());
      }
      end = { seq: entry.seq, sum: entry.sum, at: entry.at ?? 0 };
      ours.add(end.sum);
      studio.known.add(end);
      first ??= end;
      keepEnd();
      applyChanges(tables, changes);
    },
    checkpoint() {
      if (waits) return;
      if (toMend) return mend();
      if ((end?.seq ?? 0) === (lastCheckpoint?.seq ?? 0) && (lastCheckpoint?.mended.length ?? 0) === 0)
        return;
      writeCheckpoint();
    },
    prove() {
      if (toMend) mend();
      else writeCheckpoint();
    },
    forget() {
      if (toMend) mend();
      writeBoth([]);
      rotate();
      rotate();
    },
    checkpointDue() {
      const { entries, bytes } = journal.size();
      return entries > mostEntries || bytes > mostBytes;
    },
  };
}
