import { cartLines, wholeCart } from '../../../core/desk/cart/cart-lines.ts';
import { contentOf } from '../../../core/desk/cart/wire-content.ts';
import {
  applyChanges,
  type AppState,
  type WorkspaceRows,
  type WorkspaceTables,
} from '../../../core/desk/rows/state.ts';
import type { SimulatorDocument } from '../../../electron/simulator/state/state.ts';
import type { CommandKey } from '../../../core/kernel/id.ts';
import type { CartContent } from '../../../core/orders/cart.ts';
import { canTouch, differingLines } from '../cart-touches.ts';
import type { Client } from '../client.ts';
import type { Invariant } from '../invariant.ts';

type Touched = Map<string, Set<string>>;

/** Keeps only the lines in `left`: those in which the person's cart still differs from the agreed one. */
function keepOnly(lines: Set<string>, left: readonly string[]): void {
  // Only one of the two carts exists. Everything in it is still open.
  if (left.includes(wholeCart)) return;
  const all = lines.has(wholeCart);
  for (const line of lines) if (!left.includes(line)) lines.delete(line);
  if (all) for (const line of left) lines.add(line);
}

/** The lines that a change of `line` concerns. For a new cart: each line that has a value. */
const wordsOf = (line: string, after: CartContent | null): readonly string[] => {
  const lines = line === wholeCart ? cartLines(after) : null;
  return lines === null ? [line] : Object.keys(lines).filter((name) => lines[name] !== null);
};

/**
 * Two desks on one cart. An exchange never overwrites what a person changed, unless the vendor had it
 * already. A desk never changes a line at the vendor that its person did not change.
 */
export const editsSurvive: Invariant = {
  name: 'edits survive',
  watch({ clients, vendor, broken }) {
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

    /** The vendor took what the client sent. Only what differs from it is still a change of the person. */
    function taken(client: Client, id: string, { carts }: SimulatorDocument): void {
      const theirs = carts.find(({ cartId }) => cartId === id)?.content ?? null;
      keepOnly(of(client, id), differingLines(content(client, client.saved.tables, id), theirs));
    }

    /**
     * A restored vendor has forgotten writes that a client has not seen arrive. They are still to be sent.
     */
    function reopen({ carts }: SimulatorDocument): void {
      for (const client of clients)
        for (const [id, base] of client.saved.tables.cartBases) {
          const theirs = carts.get(id)?.content ?? null;
          for (const write of base.sent)
            for (const line of differingLines(write.content, theirs)) of(client, id).add(line);
        }
    }

    /**
     * The carts that both sides may have agreed on by now. Once the vendor's cart has a newer version, a
     * write that it did not take can no longer arrive.
     */
    function agreed(client: Client, id: string): readonly (CartContent | null)[] {
      const base = client.saved.tables.cartBases.get(id);
      const endOf = (key: CommandKey) => client.ledger.keys.get(key)?.end;
      const sent = (base?.sent ?? []).filter(
        ({ key }) => endOf(key) !== 'withdrawn' && endOf(key) !== 'dealt-with',
      );
      const theirs = vendor().carts.find(({ cartId }) => cartId === id);
      const known = base?.content ?? null;
      if (theirs === undefined || theirs.version <= (base?.version ?? 0))
        return [known, ...sent.map((write) => write.content)];
      const last = sent.findLast(({ key }) => theirs.writes.includes(key));
      const ordered = sent.filter(({ key }) => endOf(key) === 'waits');
      return [last === undefined ? known : last.content, ...ordered.map((write) => write.content)];
    }

    /** A line that is as agreed is no longer a change. It was changed back, or its cart came back. */
    function keepChanged(client: Client, id: string, now: CartContent | null): void {
      keepOnly(of(client, id), [
        ...new Set(agreed(client, id).flatMap((known) => differingLines(now, known))),
      ]);
    }

    return {
      saved(client, changes) {
        const acting = client.acting();
        const { tables } = client.saved;
        const next = { ...tables, carts: new Map(tables.carts), clients: new Map(tables.clients) };
        applyChanges<Pick<WorkspaceRows, 'carts' | 'clients'>>(
          next,
          changes.filter((change) => change.table === 'carts' || change.table === 'clients'),
        );
        for (const { table, id } of changes) {
          if (table !== 'carts') continue;
          const mine = of(client, id);
          if (acting === null) keepChanged(client, id, content(client, tables, id));
          for (const line of differingLines(content(client, tables, id), content(client, next, id))) {
            if (canTouch(acting, line))
              for (const word of wordsOf(line, content(client, next, id))) mine.add(word);
            else if (mine.has(line) || mine.has(wholeCart) || (line === wholeCart && mine.size > 0))
              broken(
                `client ${client.number}: an exchange overwrote ${line} of ${id}, which the person had changed`,
              );
          }
        }
        if (acting !== null && acting !== 'undo' && acting.type === 'cart/resolve')
          for (const line of Object.keys(acting.choices)) of(client, acting.cartId).add(line);
        if (acting !== null && acting !== 'undo' && acting.type === 'forgotten/send-again') {
          const thing = tables.forgotten.get(acting.id)?.thing;
          // The person wants the whole cart at a vendor that has forgotten it.
          if (thing?.kind === 'cart') of(client, thing.cartId).add(wholeCart);
        }
        // Carts that changed, and the cart of an order that was taken back: it is not emptied.
        for (const { table, id, value } of changes) {
          const cartId =
            table === 'carts'
              ? id
              : table === 'outbox' && value === null
                ? tables.placements.get(id)?.cart.id
                : undefined;
          if (cartId !== undefined) keepChanged(client, cartId, content(client, next, cartId));
        }
        // Both sides agree. Only what differs from the agreed cart is still a change of the person.
        for (const change of changes)
          if (change.table === 'cartBases' && change.value?.sent.length === 0)
            keepOnly(
              of(client, change.id),
              differingLines(content(client, next, change.id), change.value.content),
            );
      },
      vendorSaved(before, after) {
        if (before.epoch !== after.epoch) return reopen(after);
        // An order empties its cart, also if the vendor had never seen that cart.
        for (const { processed } of after.commands.since(before.commands).put) {
          for (const client of clients) {
            const id = client.saved.tables.placements.get(processed.key)?.cart.id;
            if (id !== undefined) taken(client, id, after);
          }
        }
        if (after.carts === before.carts) return;
        for (const cart of after.carts) {
          const old = before.carts.find(({ cartId }) => cartId === cart.cartId);
          if (old?.version === cart.version) continue;
          const key = cart.writes.at(-1);
          for (const client of clients) {
            // The first purchase is done and its client has left the list. The cart goes too, also if
            // another desk began one (reported).
            if (
              cart.content === null &&
              old?.content?.kind === 'first-purchase' &&
              !client.saved.tables.clients.has(old.content.vatCode)
            )
              continue;
            const base = client.saved.tables.cartBases.get(cart.cartId);
            if (base?.sent.every((write) => write.key !== key) !== false) continue;
            const mine = of(client, cart.cartId);
            // The person ordered it, so the vendor empties the cart.
            const foreign = client.ledger.keys.has(key as never)
              ? []
              : differingLines(old?.content ?? null, cart.content).filter(
                  (line) => !mine.has(line) && !mine.has(wholeCart) && !(line === wholeCart && mine.size > 0),
                );
            if (foreign.length > 0)
              broken(
                `client ${client.number} changed ${foreign.join(', ')} of ${cart.cartId}, which its person had not touched`,
              );
            taken(client, cart.cartId, after);
          }
        }
      },
    };
  },
};
