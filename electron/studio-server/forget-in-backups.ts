// An erased person leaves the server's own backups too: those that still hold the person are written anew.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { forgetPerson } from '../../core/desk/people/forget-person.ts';
import { applyChanges, type WorkspaceChange, type WorkspaceRows } from '../../core/desk/rows/state.ts';
import { emptyWorkspace } from '../../core/desk/rows/tables.ts';
import type { PersonId } from '../../core/kernel/id.ts';
import { erasedWords, holdsAny, withoutContent, type LoggedContent } from '../../core/shared/erased-words.ts';
import type { CommandResult } from '../../core/shared/protocol.ts';
import type { Backup } from './administration.ts';
import { backupName, halfBackupName, writeBackup } from './backup-file.ts';
import type { Query } from './sql.ts';

/** The people who were erased, by studio. */
export type Erased = ReadonlyMap<string, readonly PersonId[]>;

interface KeptRow {
  readonly studio: string;
  readonly tbl: string;
  readonly id: string;
  readonly version: number;
  readonly value: unknown;
}

interface KeptCommand extends LoggedContent {
  readonly studio: string;
  readonly outcome: CommandResult['outcome'];
}

export async function erasedIn(query: Query): Promise<Erased> {
  const rows = await query<{ studio: string; id: PersonId }>(
    `select studio, id from state_row where tbl = 'erased' and value is not null order by studio, id`,
  );
  const erased = new Map<string, PersonId[]>();
  for (const { studio, id } of rows) erased.set(studio, [...(erased.get(studio) ?? []), id]);
  return erased;
}

/**
 * Rewrites the backups of a folder that hold one of these people. A file that cannot be read or written stays
 * as it is, and the others are rewritten. Then throws its error.
 */
export async function forgetInBackups(folder: string, erased: Erased): Promise<void> {
  const errors: unknown[] = [];
  for (const name of readdirSync(folder)) {
    // A crash left it: nobody writes one now.
    if (halfBackupName.test(name)) rmSync(join(folder, name), { force: true });
    if (!backupName.test(name)) continue;
    const file = join(folder, name);
    try {
      const forgotten = withoutErased(JSON.parse(readFileSync(file, 'utf8')) as Backup, erased);
      if (forgotten !== null) writeBackup(file, forgotten);
    } catch (error) {
      errors.push(error);
    }
    // The desks are answered between two files.
    await nextTurn();
  }
  if (errors.length > 0) throw errors[0];
}

/** The backup without these people. Null if it holds none of them. */
function withoutErased(backup: Backup, erased: Erased): Backup | null {
  let rows = backup.tables.state_row as readonly KeptRow[];
  let commands = backup.tables.command as readonly KeptCommand[];
  let found = false;
  for (const [studio, ids] of erased) {
    const forgotten = forgetIn(rows, studio, ids);
    ({ rows } = forgotten);
    const all = [...ids, ...forgotten.words];
    commands = commands.map((row) => {
      if (row.studio !== studio) return row;
      // Only what was refused can name somebody who had been erased before.
      const words = row.outcome === 'refused' ? all : forgotten.words;
      if (!holdsAny([row.command, row.inverse, row.refusal], words)) return row;
      found = true;
      return withoutContent(row, words);
    });
    found ||= forgotten.words.length > 0;
  }
  return found ? { ...backup, tables: { ...backup.tables, state_row: rows, command: commands } } : null;
}

/** All rows, those of one studio without these people, and what found them: nothing if it holds none. */
function forgetIn(
  rows: readonly KeptRow[],
  studio: string,
  ids: readonly PersonId[],
): { readonly rows: readonly KeptRow[]; readonly words: readonly string[] } {
  const own = rows.filter((row) => row.studio === studio);
  const tables = emptyWorkspace();
  applyChanges<WorkspaceRows>(
    tables,
    own.map(({ tbl, id, value }) => ({ table: tbl, id, value }) as WorkspaceChange),
  );
  const gone = ids.filter((id) => !tables.erased.has(id));
  if (own.length === 0 || gone.length === 0) return { rows, words: [] };
  const words = gone.flatMap((id) => erasedWords(id, tables.people.get(id)));
  const written = new Map(own.map((row) => [nameOf(row.tbl, row.id), row]));
  const version = Math.max(...own.map((row) => row.version));
  for (const person of gone) {
    const changes = forgetPerson({ workspace: tables }, person);
    applyChanges<WorkspaceRows>(tables, changes);
    for (const { table, id, value } of changes)
      written.set(nameOf(table, id), {
        version,
        ...written.get(nameOf(table, id)),
        studio,
        tbl: table,
        id,
        value,
      });
  }
  return { rows: [...rows.filter((row) => row.studio !== studio), ...written.values()], words };
}

const nameOf = (table: string, id: string): string => `${table} ${id}`;
