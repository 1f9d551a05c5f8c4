import type { Cursor, Page } from '../protocol.ts';
import type { StudioDatabase } from '../studio-database.ts';

/** What a desk has: everything up to a row of a version, and the results up to `heard`. */
export interface PullWish {
  readonly client: string;
  readonly after: Cursor;
  readonly heard: number;
  /** At most so many rows in one page. */
  readonly most: number;
}

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
  database.read(studio, async (snapshot) => {
    const desk = await snapshot.client(client);
    if (desk === undefined) return undefined;
    const rows = await snapshot.rowsAfter(after, most);
    const last = rows.at(-1);
    const more = rows.length === most && last !== undefined;
    const { epoch, version, safeVersion } = snapshot.head;
    return {
      epoch,
      version,
      safeVersion,
      role: desk.role,
      lastSeq: desk.lastSeq,
      // Mostly somebody else has changed something, and this desk has given nothing since.
      results: desk.lastSeq > heard ? [...(await snapshot.resultsAfter(client, heard))] : [],
      rows: rows.map(({ table, id, value }) => [table, id, value]),
      next: more ? { version: last.version, table: last.table, id: last.id } : null,
    };
  });
