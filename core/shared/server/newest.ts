// The newest rows of a studio, read once for all desks that wait for them. When each of twenty desks read
// them for itself, the readings kept those who write waiting.
import type { Page } from '../protocol.ts';
import type { DeskClient, StoredRow, StudioDatabase, StudioHead } from '../studio-database.ts';
import { pageOf } from './pull.ts';

/** So many rows of a studio are kept. A desk that lacks more than these reads the pages of a pull. */
const mostRows = 100;

export interface Newest {
  readonly head: StudioHead;
  /** Every row that changed after this version is in `rows`, with its last value. */
  readonly after: number;
  readonly rows: ReadonlyMap<string, StoredRow>;
  /** The desks that were asked for and still have access, all of the same moment as the rows. */
  readonly desks: ReadonlyMap<string, DeskClient>;
}

/** No rows yet: what changes from this head on comes with later readings. */
export const newestFrom = (head: StudioHead): Newest => ({
  head,
  after: head.version,
  rows: new Map(),
  desks: new Map(),
});

/**
 * What has changed since `known`, from one snapshot. Undefined if there is no such studio. Throws if the
 * database cannot be asked.
 */
export const readNewest = (
  database: Pick<StudioDatabase, 'read'>,
  studio: string,
  known: Newest,
  waiting: Iterable<string>,
): Promise<Newest | undefined> =>
  database.read(studio, [...waiting], async (snapshot) => {
    const { head } = snapshot;
    const read = await snapshot.rowsAfter({ version: known.head.version + 1, table: '', id: '' }, mostRows);
    const desks = new Map(snapshot.desks.map((desk) => [desk.id, desk]));
    // A studio that was restored has another past, and no row of the old one counts.
    if (head.epoch !== known.head.epoch || read.length === mostRows) return { ...newestFrom(head), desks };
    const rows = new Map(known.rows);
    for (const row of read) rows.set(`${row.table} ${row.id}`, row);
    return { head, ...withoutOldest(known.after, rows), desks };
  });

/** Whole versions go, the oldest first. */
function withoutOldest(after: number, rows: ReadonlyMap<string, StoredRow>): Pick<Newest, 'after' | 'rows'> {
  if (rows.size <= mostRows) return { after, rows };
  const versions = [...rows.values()].map(({ version }) => version).toSorted((a, b) => b - a);
  const last = versions[mostRows] ?? after;
  return { after: last, rows: new Map([...rows].filter(([, { version }]) => version > last)) };
}

/**
 * All that a desk lacks which has everything up to `version`, without results. Null if not all of it is here,
 * or if the desk has no access any more.
 */
export function newestFor(
  { head, after, rows, desks }: Newest,
  client: string,
  version: number,
): Page | null {
  const desk = desks.get(client);
  if (desk === undefined || version < after) return null;
  return pageOf(
    head,
    desk,
    [...rows.values()].filter((row) => row.version > version),
  );
}
