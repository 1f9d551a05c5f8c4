import type { ReplicaChange } from '../../../core/desk/rows/state.ts';
import { replicaTables } from '../../../core/desk/rows/tables.ts';
import type { ScreenChange } from '../../../core/bridge/contract.ts';
import type { ReplicaDocument } from '../../../core/persistence/documents.ts';
import type { Invariant } from '../invariant.ts';
import { sameText } from '../same-text.ts';

const idOf = (row: ReplicaDocument['tables'][keyof ReplicaDocument['tables']][number]): string =>
  'orderNumber' in row
    ? row.orderNumber
    : 'cartId' in row
      ? row.cartId
      : 'version' in row
        ? row.version
        : row.id;

const isReplica = (change: ScreenChange): change is ReplicaChange =>
  replicaTables.some((table) => table === change.table);

/** Compares values. The saved row was read from text, so it is another object than the shown one. */
const same = (saved: unknown, shown: unknown): boolean =>
  JSON.stringify(saved) === JSON.stringify(shown) || sameText(saved) === sameText(shown);

/** Every row is on disk before the screen gets it (sentence 1). After each step both hold the same rows. */
export const savedBeforeShown: Invariant = {
  name: 'saved before shown',
  watch: ({ clients, broken }) => ({
    shown(client, { changes }) {
      for (const change of changes) {
        if (isReplica(change)) {
          const known = client.saved.replica?.tables[change.table].find((row) => idOf(row) === change.id);
          // One pull may change a row twice. The disk has the last value.
          if (
            (known ?? null) !== change.value &&
            !changes.some(
              (later) =>
                later.table === change.table && later.id === change.id && later.value === (known ?? null),
            )
          )
            broken(`${change.table}/${change.id} was shown before it was saved`);
        } else if (!same(client.saved.tables[change.table].get(change.id) ?? null, change.value)) {
          const last = changes.findLast((later) => later.table === change.table && later.id === change.id);
          if (last === change) broken(`${change.table}/${change.id} was shown before it was saved`);
        }
      }
    },
    afterStep() {
      for (const client of clients) {
        if (client.host() === null) continue;
        const { workspace, replica } = client.shown;
        for (const [table, rows] of Object.entries(client.saved.tables)) {
          const mine = workspace[table as keyof typeof workspace];
          if (mine.size !== rows.size) broken(`${table}: ${mine.size} rows are shown and ${rows.size} saved`);
        }
        for (const table of replicaTables) {
          const saved = client.saved.replica?.tables[table].length ?? 0;
          if (replica[table].size !== saved)
            broken(`${table}: ${replica[table].size} rows are shown and ${saved} saved`);
        }
      }
    },
  }),
};
