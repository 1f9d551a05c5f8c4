import type { CommandResult, Cursor, Page } from '../protocol.ts';
import type { DeskClient, StoredRow, StudioDatabase, StudioHead } from '../studio-database.ts';

/** What a desk has: everything up to a row of a version, and the results up to `heard`. */
export interface PullWish {
  readonly client: string;
  readonly after: Cursor;
  readonly heard: number;
  /** At most so many rows in one page. */
  readonly most: number;
}

/** The last page of a pull, or its only one. */
export const pageOf = (
  { epoch, version, safeVersion }: StudioHead,
  { role, lastSeq }: DeskClient,
  rows: readonly StoredRow[],
  results: readonly CommandResult[] = [],
): Page => ({
  epoch,
  version,
  safeVersion,
  role,
  lastSeq,
  results: [...results],
  rows: rows.map(({ table, id, value }) => [table, id, value]),
  next: null,
});

/**
 * One page of what a desk does not have yet, from one snapshot. A row that changes between two pages comes
 * again in a later one, so the rows of all pages together are the studio at the version of the last page.
 * Undefined if there is no such studio or desk.
 */
export const pull = (
  database: StudioDatabase,
  studio: string,
  { client, after, heard, most }: PullWish,
): Promise<Page | undefined> =>
  database.read(studio, [client], async (snapshot) => {
    const [desk] = snapshot.desks;
    if (desk === undefined) return undefined;
    const rows = await snapshot.rowsAfter(after, most);
    const last = rows.at(-1);
    const more = rows.length === most && last !== undefined;
    // Mostly somebody else has changed something, and this desk has given nothing since.
    const results = desk.lastSeq > heard ? await snapshot.resultsAfter(client, heard) : [];
    return {
      ...pageOf(snapshot.head, desk, rows, results),
      next: more ? { version: last.version, table: last.table, id: last.id } : null,
    };
  });
