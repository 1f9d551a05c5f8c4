// Random changes of the firm's data, and the states that may exist after a crash.
import fc from 'fast-check';
import { applyChanges, type WorkspaceChange, type WorkspaceTables } from '../../core/desk/rows/state.ts';
import { emptyWorkspace } from '../../core/desk/rows/tables.ts';
import type { WorkspaceDocument } from '../../core/persistence/documents.ts';
import type { WorkspaceStore } from '../../core/persistence/workspace-store.ts';
import type { Disk, DiskSession } from './crashing-disk.ts';
import { person } from './samples.ts';
import { openStore } from './workspace-files.ts';

export type Work =
  | { readonly kind: 'commit'; readonly changes: readonly WorkspaceChange[] }
  | { readonly kind: 'checkpoint' };

const change = fc
  .record({
    id: fc.integer({ min: 0, max: 5 }),
    name: fc.constantFrom('Anna', 'Ugo', 'Lia', 'Niccolò'),
    gone: fc.boolean(),
  })
  .map(({ id, name, gone }): WorkspaceChange => ({
    table: 'people',
    id: `p${id}`,
    value: gone ? null : person(`p${id}`, { givenName: name }),
  }));

export const works: fc.Arbitrary<readonly Work[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .array(change, { minLength: 1, maxLength: 3 })
        .map((changes): Work => ({ kind: 'commit', changes })),
    },
    { weight: 1, arbitrary: fc.constant<Work>({ kind: 'checkpoint' }) },
  ),
  { minLength: 1, maxLength: 9 },
);

/** A large staff list in one commit. It is one long line of the journal. */
export const largeCommit = (name: string): Work => ({
  kind: 'commit',
  changes: Array.from({ length: 2001 }, (_, index): WorkspaceChange => ({
    table: 'people',
    id: `l${index}`,
    value: person(`l${index}`, { givenName: name }),
  })),
});

/** `own`: true if the checkpoints count as written by this version of the program. */
export const openOn = (session: DiskSession, own = false): WorkspaceStore =>
  openStore({
    workspace: { ...session.store<WorkspaceDocument>('workspace'), isOwn: () => own },
    backup: { ...session.store<WorkspaceDocument>('workspace-backup'), isOwn: () => own },
    journal: [session.lines('journal-1'), session.lines('journal-2')],
    end: session.end,
  });

const inKeyOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** A table by name. The rows of two tables are compared by their content, not by their order. */
export type Tables = Readonly<Record<string, ReadonlyMap<string, unknown>>>;

const asText = (row: unknown): string => JSON.stringify(row, inKeyOrder);

/** Rows as text, so that two states can be compared completely and quickly. */
export const picture = (tables: Tables): string =>
  Object.entries(tables)
    .flatMap(([table, rows]) => [...rows].map(([id, row]) => `${table}/${id} ${asText(row)}`))
    .sort()
    .join('\n');

/**
 * What differs between two states, as `table/id`. The same object on both sides needs no text: a state has
 * hundreds of rows, and an event changes a few.
 */
export const rowsThatDiffer = (mine: Tables, other: Tables): readonly string[] =>
  [...new Set([...Object.keys(mine), ...Object.keys(other)])].flatMap((table) => {
    const [left, right] = [mine[table] ?? new Map(), other[table] ?? new Map()];
    return [...new Set([...left.keys(), ...right.keys()])]
      .filter((id) => {
        if (!left.has(id) || !right.has(id)) return true;
        const [row, same] = [left.get(id), right.get(id)];
        return row !== same && asText(row) !== asText(same);
      })
      .map((id) => `${table}/${id}`);
  });

/** The states after 0, 1, 2... pieces of work. */
export function pictures(
  work: readonly Work[],
  tables: WorkspaceTables = emptyWorkspace(),
): readonly string[] {
  const seen = [picture(tables)];
  for (const piece of work) {
    if (piece.kind === 'commit') applyChanges(tables, piece.changes);
    seen.push(picture(tables));
  }
  return seen;
}

/** Does the work until it is finished or the process dies. Returns the number of pieces that finished. */
export function workUntilCrash(
  session: DiskSession,
  work: readonly Work[],
  open: (session: DiskSession) => WorkspaceStore = openOn,
): number {
  let done = 0;
  try {
    const store = open(session);
    for (const piece of work) {
      if (piece.kind === 'commit') store.commit(piece.changes);
      else store.checkpoint();
      done += 1;
    }
  } catch (problem) {
    if (!session.crashed()) throw problem;
  }
  return done;
}

export const garbage = '{"document":{"schemaVersion":1,"seq":';

export const damage = (disk: Disk, name: string): void => {
  disk.file(name).text = garbage;
};

/** Damages the journal file that was written last. */
export const damageJournal = (disk: Disk): void => {
  const files = [disk.lineFile('journal-1'), disk.lineFile('journal-2')];
  const newest = files.toSorted((a, b) => lastSeq(a.text) - lastSeq(b.text)).at(-1);
  if (newest !== undefined) newest.text = `${garbage}\n`;
};

const lastSeq = (text: string): number => Number(/"seq":(\d+)[^\n]*\n$/.exec(text)?.[1] ?? 0);
