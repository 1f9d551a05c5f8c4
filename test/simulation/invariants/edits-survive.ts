import { wholeCart } from '../../../core/app/cart-lines.ts';
import { contentOf } from '../../../core/app/cart-sync.ts';
import type { AppState, WorkspaceTables } from '../../../core/app/state.ts';
import type { CartContent } from '../../../core/orders/cart.ts';
import { canTouch, differingLines } from '../cart-touches.ts';
import type { Client } from '../client.ts';
import type { Invariant } from '../invariant.ts';

type Touched = Map<string, Set<string>>;

/**
 * Two desks on one cart: what a person changed is never overwritten by an exchange unless the vendor had taken it before, and a
 * desk never changes a line at the vendor that its person did not change.
 */
export const editsSurvive: Invariant = {
  name: 'edits survive',
  watch({ clients, broken }) {
    const touched = new Map<Client, Touched>();
    const of = (client: Client, id: string): Set<string> => {
      const carts = touched.get(client) ?? new Map<string, Set<string>>();
      touched.set(client, carts);
      const lines = carts.get(id) ?? new Set<string>();
      carts.set(id, lines);
      return lines;
    };
    const content = (client: Client, workspace: WorkspaceTables, id: string): CartContent | null => {
      const cart = workspace.carts.get(id);
      const state: AppState = { ...client.state(), workspace };
      return cart === undefined ? null : (contentOf(state, cart) ?? null);
    };

    return {
      saved(client, changes) {
        const acting = client.acting();
        const { tables } = client.saved;
        for (const change of changes) {
          if (change.table !== 'carts') continue;
          const before = content(client, tables, change.id);
          const clients = new Map(tables.clients);
          for (const other of changes) if (other.table === 'clients' && other.value !== null) clients.set(other.id, other.value);
          const carts = new Map(change.value === null ? [] : [[change.id, change.value]]);
          const after = content(client, { ...tables, carts, clients }, change.id);
          const mine = of(client, change.id);
          for (const line of differingLines(before, after)) {
            if (canTouch(acting, line)) mine.add(line);
            else if (mine.has(line) || mine.has(wholeCart) || (line === wholeCart && mine.size > 0))
              broken(`client ${client.number}: an exchange overwrote ${line} of ${change.id}, which the person had changed`);
          }
        }
      },
      vendorSaved(before, after) {
        if (after.carts === before.carts) return;
        for (const cart of after.carts) {
          const old = before.carts.find(({ cartId }) => cartId === cart.cartId);
          if (old?.version === cart.version) continue;
          const key = cart.writes.at(-1);
          for (const client of clients) {
            const base = client.saved.tables.cartBases.get(cart.cartId);
            if (base?.sent.every((write) => write.key !== key) !== false) continue;
            const mine = of(client, cart.cartId);
            // Ordered: the vendor empties the cart, and that is what the person asked for.
            const foreign = client.ledger.keys.has(key as never)
              ? []
              : differingLines(old?.content ?? null, cart.content).filter((line) => !mine.has(line) && !mine.has(wholeCart));
            if (foreign.length > 0) broken(`client ${client.number} changed ${foreign.join(', ')} of ${cart.cartId}, which its person had not touched`);
            const left = new Set(differingLines(content(client, client.saved.tables, cart.cartId), cart.content));
            for (const line of mine) if (!left.has(line)) mine.delete(line);
          }
        }
      },
    };
  },
};
