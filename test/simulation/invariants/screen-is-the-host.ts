import type { Invariant } from '../invariant.ts';

/** The revisions of events have no gap. A screen that only takes events holds the same as the program. */
export const screenIsTheHost: Invariant = {
  name: 'the screen is the host',
  watch({ clients, broken }) {
    /** Both hold the same rows: the same objects, not only equal ones. */
    function compare<T extends object>(shown: T, there: T): void {
      for (const [table, rows] of Object.entries(there) as [
        keyof T & string,
        ReadonlyMap<string, unknown>,
      ][]) {
        const mine = shown[table] as ReadonlyMap<string, unknown>;
        if (mine.size !== rows.size) broken(`${table}: ${mine.size} rows are shown, ${rows.size} are there`);
        for (const [id, row] of rows)
          if (mine.get(id) !== row) broken(`${table}/${id} is shown otherwise than it is`);
      }
    }

    return {
      shown(client, { revision }) {
        if (revision !== client.shown.revision + 1)
          broken(`revision ${revision} after ${client.shown.revision}`);
      },
      afterStep() {
        for (const { shown, host } of clients) {
          const state = host()?.state();
          if (state === undefined) continue;
          compare(shown.workspace, state.workspace);
          compare(shown.replica, state.replica);
        }
      },
    };
  },
};
