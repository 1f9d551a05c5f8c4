import { sendingCart, settleCarts } from '../desk/cart/cart-sync.ts';
import { cartStanding, cartsToSend } from '../desk/cart/cart-standing.ts';
import type { AppState, WorkspaceChange } from '../desk/rows/state.ts';
import type { ScreenChange } from '../bridge/contract.ts';
import type { CartId } from '../kernel/id.ts';
import type { ReplicaStore } from '../persistence/replica-store.ts';
import type { DraftPorts } from '../sync/drafts.ts';
import type { VendorClient } from '../aruba/client.ts';

export interface CartExchangePorts {
  readonly client: Pick<VendorClient, 'cart' | 'putCart'>;
  readonly replica: ReplicaStore;
  readonly state: () => AppState;
  /** Makes changes durable, then shows them. Throws if it cannot. */
  readonly record: (changes: readonly WorkspaceChange[]) => void;
  readonly publish: (changes: readonly ScreenChange[]) => void;
  readonly newKey: () => string;
}

/**
 * Carts as drafts. Each is sent with the version that it was made from. Its key is durable before it is sent.
 */
export function createCartExchange({
  client,
  replica,
  state,
  record,
  publish,
  newKey,
}: CartExchangePorts): DraftPorts {
  return {
    drafts: () => cartsToSend(state()).map(({ cartId }) => cartId),
    async pushDraft(id) {
      const standing = cartStanding(state(), id as CartId);
      const { key, row } = sendingCart(standing, newKey);
      if (row !== standing.base) record([{ table: 'cartBases', id, value: row }]);
      return client.putCart({
        cartId: standing.cartId,
        version: standing.base.version,
        key,
        content: standing.mine,
      });
    },
    async refreshDraft(id) {
      const answer = await client.cart(id as CartId);
      if (!answer.ok) return { kind: 'failed', why: answer.error };
      const rows = [{ table: 'vendorCarts', id, value: answer.value }] as const;
      replica.update(rows, replica);
      publish(rows);
      record(settleCarts(state()));
      return { kind: 'changed-elsewhere' };
    },
  };
}
