import {
  applyChanges,
  type AppState,
  type ReplicaRows,
  type WorkspaceRows,
} from '../../../core/desk/rows/state.ts';
import { orderViews, type OrderStanding } from '../../../core/desk/pending/order-views.ts';
import type { Client } from '../client.ts';
import { isTold } from '../told-forgotten.ts';
import type { Invariant } from '../invariant.ts';

/**
 * How far a vendor's order has come. Standings that may follow each other in either order have the same rank.
 */
const ranks: { readonly [S in OrderStanding]?: number } = {
  queued: 0,
  sending: 0,
  'outcome-unknown': 1,
  refused: 2,
  'awaiting-payment': 2,
  'awaiting-activation': 3,
  'activation-failed': 4,
  active: 5,
  cancelled: 5,
};

interface Seen {
  readonly rank: number;
  readonly orderNumber: string | null;
  readonly steps: number;
}

/**
 * An order that was shown never disappears, never goes back and keeps its number. Only the person can take it
 * back, before it is processed. What a restored vendor forgot may go, if the desk says so.
 */
export const noFlicker: Invariant = {
  name: 'no flicker',
  watch({ clients, lost, broken }) {
    const seen = new Map<Client, ReadonlyMap<string, Seen>>();

    function look(client: Client, state: AppState): void {
      const before = seen.get(client) ?? new Map<string, Seen>();
      const now = new Map<string, Seen>();
      for (const view of orderViews(state)) {
        now.set(view.key ?? view.id, {
          rank: ranks[view.standing] ?? 0,
          orderNumber: view.orderNumber,
          steps: view.order?.history.length ?? 0,
        });
      }
      for (const [id, old] of before) {
        // The vendor forgot it, and the desk says so; or its command still waits, and its end becomes known.
        if (isTold(state, id) || (lost.has(id) && state.workspace.outbox.has(id as never))) continue;
        const known = now.get(id);
        if (known === undefined) {
          const end = [...client.ledger.keys.values()].find(({ key }) => key === id)?.end;
          if (end !== 'withdrawn' && end !== 'dealt-with') broken(`the order ${id} is shown no longer`);
        } else if (known.rank < old.rank || known.steps < old.steps)
          broken(`the order ${id} went back from ${old.rank}/${old.steps} to ${known.rank}/${known.steps}`);
        else if (old.orderNumber !== null && known.orderNumber !== old.orderNumber)
          broken(`the order ${old.orderNumber} is now ${known.orderNumber}`);
      }
      seen.set(client, now);
    }

    return {
      afterStep() {
        for (const client of clients) if (client.host() !== null) look(client, client.state());
      },
      shown(client, event) {
        const changed = new Set<string>(event.changes.map(({ table }) => table));
        if (!changed.has('orders') && !changed.has('outbox') && !changed.has('placements')) return;
        const { workspace, replica } = client.shown;
        const after = {
          workspace: copied(workspace, changed),
          replica: copied(replica, changed),
          today: event.today,
        };
        applyChanges<WorkspaceRows & ReplicaRows>({ ...after.workspace, ...after.replica }, event.changes);
        look(client, after);
      },
    };
  },
};

/** Copies the tables that will change. */
const copied = <T extends object>(tables: T, changed: ReadonlySet<string>): T =>
  Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      changed.has(name) ? new Map(rows as Map<string, unknown>) : (rows as unknown),
    ]),
  ) as T;
