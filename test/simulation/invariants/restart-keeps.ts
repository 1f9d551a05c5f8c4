import type { Outgoing } from '../../../core/desk/rows/state.ts';
import { replicaTables, workspaceTables } from '../../../core/desk/rows/tables.ts';
import type { Invariant } from '../invariant.ts';
import { sameText } from '../same-text.ts';

/** What was being sent when the program ended may have arrived, so its outcome is unknown. */
const asUnknown = (entry: Outgoing): Outgoing =>
  entry.state === 'sending' ? { ...entry, state: 'outcome-unknown', lastAnswer: 'no-answer' } : entry;

/**
 * After a restart every row is there that was made durable. What was being sent has an unknown outcome now.
 * Nothing else has changed.
 */
export const restartKeeps: Invariant = {
  name: 'a restart keeps everything',
  watch: ({ broken }) => ({
    saved(client, changes) {
      // Without a host the program is still starting.
      if (client.host() !== null) return;
      for (const change of changes) {
        if (change.table !== 'outbox') continue;
        const before = client.saved.tables.outbox.get(change.id);
        if (before === undefined || sameText(change.value) !== sameText(asUnknown(before)))
          broken(`the start made ${sameText(change.value)} of ${sameText(before)}`);
      }
    },
    started(client) {
      for (const table of workspaceTables) {
        const shown = client.shown.workspace[table];
        const saved = client.saved.tables[table];
        if (shown.size !== saved.size)
          broken(`${table}: ${saved.size} rows were saved, ${shown.size} are there`);
        for (const [id, row] of saved) {
          // A disk that takes nothing keeps the entry as it is. The next try treats it in the same way.
          const wanted = table === 'outbox' && !client.diskTroubled() ? asUnknown(row as Outgoing) : row;
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
