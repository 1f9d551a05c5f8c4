import type { Invariant } from '../invariant.ts';

/** The revisions of events have no gap. A screen that only takes events holds the same as the program. */
export const screenIsTheHost: Invariant = {
  name: 'the screen is the host',
  watch: ({ clients, broken }) => ({
    shown(client, { revision }) {
      if (revision !== client.shown.revision + 1)
        broken(`revision ${revision} after ${client.shown.revision}`);
    },
    afterStep() {
      for (const { shown, host } of clients) {
        const snapshot = host()?.snapshot();
        if (snapshot === undefined) continue;
        const tables = { ...shown.workspace, ...shown.replica };
        const count = Object.values(tables).reduce(
          (sum, rows: ReadonlyMap<string, unknown>) => sum + rows.size,
          0,
        );
        if (count !== snapshot.changes.length)
          broken(`${count} rows are shown, ${snapshot.changes.length} are there`);
        for (const { table, id, value } of snapshot.changes)
          if (tables[table].get(id) !== value) broken(`${table}/${id} is shown otherwise than it is`);
      }
    },
  }),
};
