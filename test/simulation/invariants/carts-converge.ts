import { cartConflicts, cartsToSend } from '../../../core/desk/cart/cart-standing.ts';
import { contentOf } from '../../../core/desk/cart/wire-content.ts';
import type { VendorCart } from '../../../core/aruba/protocol.ts';
import type { Invariant } from '../invariant.ts';
import { sameText } from '../same-text.ts';

/**
 * In the end each client has the same carts as the vendor. Carts whose refused order the person keeps are
 * left out.
 */
export const cartsConverge: Invariant = {
  name: 'carts converge',
  watch: ({ clients, vendor, broken }) => ({
    atEnd() {
      for (const client of clients) {
        const state = client.state();
        if (cartConflicts(state).length > 0)
          broken(`client ${client.number} still has a conflict about ${cartConflicts(state)[0]?.cartId}`);
        if (cartsToSend(state).length > 0)
          broken(`client ${client.number} still has to send ${cartsToSend(state)[0]?.cartId}`);
        const held = new Set<string | undefined>(
          [...state.workspace.outbox.keys()].map((key) => state.workspace.placements.get(key)?.cart.id),
        );
        const theirs = new Map<string, VendorCart>(
          vendor()
            .carts.rows()
            .map((cart) => [cart.cartId, cart]),
        );
        for (const id of new Set([...theirs.keys(), ...state.workspace.carts.keys()])) {
          if (held.has(id)) continue;
          const mine = state.workspace.carts.get(id);
          const content = mine === undefined ? null : (contentOf(state, mine) ?? null);
          const wanted = theirs.get(id)?.content ?? null;
          // The order of modules says nothing.
          const text = (cart: typeof wanted): string =>
            sameText(
              cart === null || cart.kind === 'renewal' ? cart : { ...cart, modules: cart.modules.toSorted() },
            );
          if (text(content) !== text(wanted))
            broken(`client ${client.number} has ${text(content)} in ${id}, the vendor ${text(wanted)}`);
        }
      }
    },
  }),
};
