import type { Outgoing } from '../../../core/desk/rows/state.ts';
import { replicaTables, workspaceTables } from '../../../core/desk/rows/tables.ts';
import { afterRestart } from '../../../core/sync/outbox.ts';
import type { Invariant } from '../invariant.ts';
import { sameText } from '../same-text.ts';

/**
 * After a restart all is there that was made durable, row by row: what was being sent has an unknown outcome
 * now, and nothing else has changed.
 */
export const restartKeeps: Invariant = {
  name: 'a restart keeps everything',
  watch: ({ broken }) => ({
    started(client) {
      for (const table of workspaceTables) {
        const shown = client.shown.workspace[table];
        const saved = client.saved.tables[table];
        if (shown.size !== saved.size)
          broken(`${table}: ${saved.size} rows were saved, ${shown.size} are there`);
        for (const [id, row] of saved) {
          const wanted = table === 'outbox' ? afterRestart(row as Outgoing) : row;
          if (
            JSON.stringify(shown.get(id)) !== JSON.stringify(wanted) &&
            sameText(shown.get(id)) !== sameText(wanted)
          )
            broken(
              `${table}/${id} is not what was saved: ${sameText(shown.get(id))} instead of ${sameText(wanted)}`,
            );
        }
      }
      for (const table of replicaTables) {
        const saved = client.saved.replica?.tables[table] ?? [];
        const rows = [...client.shown.replica[table].values()];
        if (JSON.stringify(rows) !== JSON.stringify(saved) && sameText(rows) !== sameText(saved))
          broken(`${table} are not what was saved`);
      }
    },
  }),
};
