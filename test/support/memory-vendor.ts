// The link between a studio and its vendor in the database in memory (memory-studio.ts).
import type { Hold, Lease } from '../../core/shared/server/lease.ts';
import { linkCalls } from '../../core/shared/server/vendor-link.ts';
import type { StoredRow } from '../../core/shared/studio-database.ts';
import type { VendorDatabase, VendorWritten } from '../../core/shared/vendor-database.ts';
import type { MemoryStudio, StudioContent } from './memory-studio.ts';

const copied = (rows: readonly StoredRow[]): readonly StoredRow[] =>
  JSON.parse(JSON.stringify(rows)) as readonly StoredRow[];

function after(at: StudioContent, hold: Hold, { version, rows, token }: VendorWritten): StudioContent {
  const link = { ...at.link, token };
  if (rows.length === 0) return { ...at, link };
  const written = copied(rows);
  return {
    ...at,
    link,
    head: { ...at.head, version },
    rows: new Map([...at.rows, ...written.map((row) => [`${row.table} ${row.id}`, row] as const)]),
    turns: [...at.turns, { version, rows: written, ...hold }],
  };
}

/** `now`: the clock of the database. `committed`: somebody may look at it now. */
export function memoryVendor(
  studio: MemoryStudio,
  { now, committed }: { readonly now: () => number; readonly committed: () => void },
): VendorDatabase {
  const change = (next: (link: StudioContent['link'], at: number) => Lease | null): Promise<boolean> =>
    studio.transaction(async (start) => {
      const lease = next(start.link, now());
      return lease === null ? [start, false] : [{ ...start, link: { ...start.link, ...lease } }, true];
    });

  return {
    async take(_studio, holder) {
      const taken = await change((link, at) => linkCalls.take(link, holder, at));
      return taken ? { holder, fence: studio.content().link.fence } : undefined;
    },
    renew: (_studio, hold) => change((link, at) => linkCalls.renew(link, hold, at)),
    async giveBack(_studio, hold) {
      await change((link) => linkCalls.giveBack(link, hold));
    },
    async turn(_studio, hold, work) {
      const value = await studio.transaction(async (start) => {
        const lease = linkCalls.renew(start.link, hold, now());
        if (lease === null) return [start, undefined];
        let next = start;
        const done = await work({
          head: start.head,
          token: start.link.token,
          rowsAfter: (cursor, most) => studio.rowsOf(start, cursor, most),
          write(written) {
            next = after(next, hold, written);
          },
        });
        return [{ ...next, link: { ...next.link, ...lease } }, done];
      });
      committed();
      return value;
    },
    async keepToken(_studio, token) {
      await studio.transaction(async (start) => [{ ...start, link: { ...start.link, token } }, null]);
      committed();
      return true;
    },
  };
}
