// Finds the newest state that a studio's files hold. It changes nothing on the disk: the workspace store
// repairs what is found here once everything else is durable.
import { applyChanges, type WorkspaceTables } from '../desk/rows/state.ts';
import { emptyWorkspace } from '../desk/rows/tables.ts';
import { within, type Steps } from '../kernel/steps.ts';
import type { Digest, DocumentStore, EndKeeper, EndMark, KeptEnd } from '../ports.ts';
import { chainAfter } from './chain.ts';
import { checkWorkspace, readChecked, workspaceFrom } from './check.ts';
import { NewerData, schemaVersion, type Recovery, type WorkspaceDocument } from './documents.ts';
import { readJournal, type JournalContent, type JournalFiles } from './journal.ts';
import { noSum } from './journal-line.ts';
import { knownSums, type KnownSums, type Mark } from './known-sums.ts';

export interface WorkspaceStores {
  readonly workspace: DocumentStore<WorkspaceDocument>;
  readonly backup: DocumentStore<WorkspaceDocument>;
  readonly journal: JournalFiles;
  readonly end: EndKeeper;
}

/** What is wrong with the workspace file. `older`: the backup beside it is newer. */
type WorkspaceProblem =
  | { readonly kind: 'damaged'; readonly detail: string }
  | { readonly kind: 'missing' | 'older' };

/** The newest state of a studio, and what was wrong with its files. */
export interface FoundStudio {
  readonly tables: WorkspaceTables;
  /** The checkpoint that the state begins with. */
  readonly base: WorkspaceDocument | undefined;
  /** The last command that is there. Null if there is none. */
  readonly end: EndMark | null;
  readonly workspace: WorkspaceProblem | null;
  /** `readable`: its lines can be read but some are missing or belong to another history. */
  readonly journal: 'whole' | 'readable' | 'damaged';
  readonly recoveries: readonly Recovery[];
  readonly content: JournalContent;
  /** See KeptEnd. Null if lines are given up now, or if the kept ones are of another history. */
  readonly first: Mark | null;
  /** The sums of the commands that are there. */
  readonly known: KnownSums;
}

/** The number and the format that a document's first bytes name. */
const firstFields = /"document":\{"schemaVersion":(\d+),"seq":(\d+),/;

/** True if the backup may be newer than what was read. Reading it whole costs as much as the workspace. */
function mayBeNewer(backup: DocumentStore<WorkspaceDocument>, seq: number): boolean {
  const start = backup.firstBytes();
  if (start === undefined) return false;
  const [, version, number] = firstFields.exec(start) ?? [];
  return number === undefined || Number(number) > seq || Number(version) > schemaVersion;
}

function* readDocument(
  store: DocumentStore<WorkspaceDocument>,
): Steps<{ readonly document: WorkspaceDocument | undefined; readonly detail: string | null }> {
  const read = yield* readChecked(store, checkWorkspace);
  if (read.ok) return { document: read.value, detail: null };
  if (read.error.reason === 'newer') throw new NewerData(store.author?.());
  return { document: undefined, detail: read.error.detail };
}

/** The newest readable checkpoint: the workspace file, unless its backup has a higher number. */
function* readCheckpoint({ workspace, backup }: WorkspaceStores): Steps<{
  readonly base: WorkspaceDocument | undefined;
  readonly problem: WorkspaceProblem | null;
}> {
  const current = yield* within(readDocument(workspace), 0, 0.5);
  if (current.document !== undefined && !mayBeNewer(backup, current.document.seq))
    return { base: current.document, problem: null };
  const before = yield* within(readDocument(backup), 0.5, 1);
  if (current.document !== undefined) {
    const newer = (before.document?.seq ?? 0) > current.document.seq;
    return { base: newer ? before.document : current.document, problem: newer ? { kind: 'older' } : null };
  }
  if (current.detail !== null)
    return { base: before.document, problem: { kind: 'damaged', detail: current.detail } };
  // A missing workspace beside a backup counts as damaged: the recovery may have crashed between rename and
  // write.
  const firstStart = before.document === undefined && before.detail === null;
  return { base: before.document, problem: firstStart ? null : { kind: 'missing' } };
}

const endOf = (base: WorkspaceDocument | undefined): EndMark | null =>
  base === undefined ? null : { seq: base.seq, sum: base.end?.sum ?? noSum, at: base.end?.at ?? 0 };

/**
 * What this computer confirmed and no file holds any more, because other commands have the same numbers: the
 * histories may part right after the checkpoint. Null if every kept end is here, or in a line that is set
 * aside.
 */
function replaced(
  checkpoint: number,
  kept: readonly EndMark[],
  known: KnownSums,
  { marks }: Pick<JournalContent, 'marks'>,
): { readonly from: number; readonly to: number } | null {
  const gone = kept.filter(
    (end) => known.differs(end) && !marks.some(({ seq, sum }) => seq === end.seq && sum === end.sum),
  );
  const numbers = gone.map(({ seq }) => seq);
  return gone.length === 0 ? null : { from: Math.min(checkpoint + 1, ...numbers), to: Math.max(...numbers) };
}

const newestOf = (kept: readonly KeptEnd[]): KeptEnd | undefined => kept.toSorted((a, b) => b.seq - a.seq)[0];

/** Reads the files, in steps. Throws NewerData if a newer Allinea wrote one of them. */
export function* readStudio(stores: WorkspaceStores, digest: Digest): Steps<FoundStudio> {
  const { base, problem } = yield* within(readCheckpoint(stores), 0, 0.5);
  const content = yield* within(readJournal(stores.journal, base?.seq ?? 0, digest), 0.5, 1);
  const chain = chainAfter({ seq: base?.seq ?? 0, sum: base?.end?.sum ?? noSum }, content.entries);
  const tables = base === undefined ? emptyWorkspace() : workspaceFrom(base);
  for (const { changes } of chain.entries) applyChanges(tables, changes);
  const newest = chain.entries.at(-1);
  const end = newest === undefined ? endOf(base) : { seq: newest.seq, sum: newest.sum, at: newest.at ?? 0 };

  const kept = stores.end.read();
  const [here, highest] = [end?.seq ?? 0, Math.max(chain.highest, ...kept.map(({ seq }) => seq))];
  const known = knownSums(base);
  for (const entry of chain.entries) known.add(entry);
  // A command that was written or kept as the end once must be in the history that is here.
  const others = [...content.marks, ...kept, ...kept.flatMap(({ first }) => first ?? [])].filter((mark) =>
    known.differs(mark),
  );
  const shortened =
    highest > here ? { from: Math.min(here + 1, ...others.map(({ seq }) => seq)), to: highest } : null;
  const missing = shortened ?? replaced(base?.seq ?? 0, kept, known, content);
  /** Lines that are here took the place of some that are missing. */
  const parted = missing !== null && missing.from <= here;
  const last = end === null || end.at === 0 ? null : { seq: end.seq, at: end.at };
  const otherHistory = others.length > 0 ? 'other-history' : null;
  const wrong = chain.problem ?? (shortened === null ? otherHistory : 'shortened');

  const recoveries: Recovery[] = [];
  if (problem !== null)
    recoveries.push({
      document: 'workspace',
      movedTo: null,
      recovery: base === undefined ? 'empty' : problem.kind === 'older' ? 'newer' : 'backup',
      detail: problem.kind === 'damaged' ? problem.detail : problem.kind,
      missing: null,
      last,
    });
  if (content.damage !== null || wrong !== null)
    recoveries.push({
      document: 'journal',
      movedTo: null,
      recovery:
        parted || (shortened === null && (wrong === 'fork' || wrong === 'other-history'))
          ? 'fork'
          : 'readable-part',
      detail: content.damage ?? wrong ?? '',
      missing,
      last,
    });
  return {
    tables,
    base,
    end,
    workspace: problem,
    journal: content.damage !== null ? 'damaged' : wrong === null ? 'whole' : 'readable',
    recoveries,
    content,
    first: missing === null && others.length === 0 ? (newestOf(kept)?.first ?? null) : null,
    known,
  };
}
