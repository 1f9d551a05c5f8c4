import { cartConflicts } from '../../../core/desk/cart/cart-standing.ts';
import type { Invariant } from '../invariant.ts';

/** A cart about which two desks disagree cannot be ordered. A person must choose first. */
export const noOrderInConflict: Invariant = {
  name: 'no order in conflict',
  watch: ({ broken }) => ({
    saved(client, changes) {
      const acting = client.acting();
      if (acting === null || acting === 'undo' || acting.type !== 'order/confirm') return;
      const placed = changes.some(
        ({ table, id }) => table === 'placements' && !client.saved.tables.placements.has(id),
      );
      if (placed && cartConflicts(client.state()).some(({ cartId }) => cartId === acting.cartId))
        broken(`${acting.cartId} was ordered in conflict`);
    },
  }),
};
