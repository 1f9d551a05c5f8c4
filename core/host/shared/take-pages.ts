// What the pages of a pull mean for this desk: the rows to write, all of them in one go.
import type { SharedStudio, WaitingCommand } from '../../desk/rows/shared-rows.ts';
import type { WorkspaceChange, WorkspaceRows, WorkspaceTables } from '../../desk/rows/state.ts';
import { workspaceSchemas, workspaceTables } from '../../desk/rows/tables.ts';
import { parse } from '../../kernel/parse.ts';
import { sameJson } from '../../kernel/same-json.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { erasedWords, holdsAny, withoutWords } from '../../shared/erased-words.ts';
import { deskTables, type CommandResult, type Page } from '../../shared/protocol.ts';

export interface TakenPages {
  readonly rows: readonly WorkspaceChange[];
  /** What waits on this desk from now on. */
  readonly waiting: readonly WaitingCommand[];
  readonly studio: SharedStudio;
  /** The changes of this desk's own tables that say so. */
  readonly own: readonly WorkspaceChange[];
}

const isShared = (table: string): table is keyof WorkspaceRows =>
  (workspaceTables as readonly string[]).includes(table) &&
  !(deskTables as readonly string[]).includes(table);

/** The rows of the pages, each with its last value. Refuses a row that no table here could hold. */
function rowsOf(pages: readonly Page[]): Result<Map<string, WorkspaceChange>, { readonly row: string }> {
  const rows = new Map<string, WorkspaceChange>();
  for (const { rows: page } of pages)
    for (const [table, id, value] of page) {
      const name = `${table} ${id}`;
      if (!isShared(table)) return err({ row: name });
      if (value === null) {
        rows.set(name, { table, id, value: null } as WorkspaceChange);
        continue;
      }
      const checked = parse(workspaceSchemas[table], value);
      if (!checked.ok) return err({ row: name });
      rows.set(name, { table, id, value: checked.value } as WorkspaceChange);
    }
  return ok(rows);
}

/** The rows that are here and that a whole reading does not have. */
function gone(
  tables: WorkspaceTables,
  read: ReadonlyMap<string, WorkspaceChange>,
): readonly WorkspaceChange[] {
  return workspaceTables
    .filter(isShared)
    .flatMap((table) =>
      [...tables[table].keys()]
        .filter((id) => !read.has(`${table} ${id}`))
        .map((id) => ({ table, id, value: null }) as WorkspaceChange),
    );
}

/**
 * `pushed`: the results of the pushes before this pull. `whole`: everything was read anew, because the server
 * has another past. Commands that were kept until they are in a backup then wait again, before the others.
 */
export function takePages({
  pages,
  pushed,
  whole,
  confirmed,
  studio,
}: {
  readonly pages: readonly [Page, ...Page[]];
  readonly pushed: readonly CommandResult[];
  readonly whole: boolean;
  readonly confirmed: WorkspaceTables;
  readonly studio: SharedStudio;
}): Result<TakenPages, { readonly row: string }> {
  const last = pages.at(-1) ?? pages[0];
  const read = rowsOf(pages);
  if (!read.ok) return read;
  const results = new Map(
    [...pushed, ...pages.flatMap(({ results: page }) => page)].map((result) => [result.cid, result]),
  );
  const before = [...confirmed.waiting.values()];
  const erased = wordsOfErased(read.value, confirmed);
  const inTray = [...erased, ...confirmed.erased.keys()];
  const after = (
    whole ? allAgain(before, last.lastSeq) : before.flatMap((row) => settled(row, results.get(row.id), last))
  )
    .map(namingNobody)
    .filter((row) => row.state !== 'kept' || !names(row, erased))
    .map((row) => (row.state === 'refused' ? withoutContent(row, inTray) : row));
  const waiting = after.filter(({ state }) => state === 'waiting');
  const next: SharedStudio = {
    ...studio,
    epoch: last.epoch,
    role: last.role,
    version: last.version,
    heard: last.lastSeq,
    lastSeq: Math.max(last.lastSeq, whole ? 0 : studio.lastSeq, ...waiting.map(({ seq }) => seq)),
  };
  const stays = new Map(after.map((row) => [row.id, row]));
  // A pull that brings nothing writes nothing.
  const own: WorkspaceChange[] = sameJson(next, studio)
    ? []
    : [{ table: 'sharedStudio', id: 'studio', value: next }];
  for (const row of before)
    if (stays.get(row.id) !== row)
      own.push({ table: 'waiting', id: row.id, value: stays.get(row.id) ?? null });
  const rows = [...read.value.values(), ...(whole ? gone(confirmed, read.value) : [])];
  return ok({ rows, waiting, studio: next, own });
}

/** What finds people whom these rows erase in the commands that are kept. */
const wordsOfErased = (
  rows: ReadonlyMap<string, WorkspaceChange>,
  { people }: WorkspaceTables,
): readonly string[] =>
  [...rows.values()].flatMap(({ table, id, value }) =>
    table === 'erased' && value !== null ? erasedWords(id, people.get(id)) : [],
  );

/** The erasing itself must come back after a restore: it names nobody but by the id. */
const names = ({ command, rows, about, renamed }: WaitingCommand, words: readonly string[]): boolean =>
  command.type !== 'person/erase' && holdsAny([command, rows, about, renamed], words);

/** An erasing that was written with the name of the person. */
function namingNobody(row: WaitingCommand): WaitingCommand {
  if (row.command.type !== 'person/erase' || row.about === undefined) return row;
  const { about: _, ...left } = row;
  return left;
}

/**
 * A row of the tray that names somebody who was erased keeps what was refused and why, and nothing else. What
 * was given before this desk heard of the erasure comes into the tray only afterwards.
 */
function withoutContent(row: WaitingCommand, words: readonly string[]): WaitingCommand {
  const { about: _, renamed: __, ...left } = row;
  const told = row.refusal && withoutWords(row.refusal, words);
  if (!names(row, words)) return told === row.refusal ? row : { ...row, refusal: told };
  return { ...left, command: { type: row.command.type }, rows: null, refusal: told };
}

/** A command with its result. One that is in a backup needs not be kept. */
function settled(
  row: WaitingCommand,
  result: CommandResult | undefined,
  page: Page,
): readonly WaitingCommand[] {
  if (row.state === 'kept') return (row.version ?? 0) <= page.safeVersion ? [] : [row];
  if (row.state === 'refused' || result === undefined) return [row];
  const { version, refusal } = result;
  if (result.outcome === 'refused')
    return [{ ...row, state: 'refused', version, refusal: refusal && { ...refusal } }];
  return version <= page.safeVersion ? [] : [{ ...row, state: 'kept', version }];
}

/**
 * Everything that the server may have forgotten waits again, in the order in which it was taken or given. The
 * server knows by their ids which ones it still has.
 */
function allAgain(rows: readonly WaitingCommand[], lastSeq: number): readonly WaitingCommand[] {
  const again = rows
    .filter(({ state }) => state !== 'refused')
    .toSorted((a, b) => (a.version ?? Infinity) - (b.version ?? Infinity) || a.seq - b.seq)
    .map((row, at): WaitingCommand => ({ ...row, seq: lastSeq + 1 + at, state: 'waiting', version: null }));
  return [...rows.filter(({ state }) => state === 'refused'), ...again];
}
