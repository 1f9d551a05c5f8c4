import type { Order } from '../../../core/orders/order.ts';
import type { Client } from '../client.ts';
import type { Invariant } from '../invariant.ts';

const stillOpen = ({ state }: Order): boolean =>
  state === 'awaiting-payment' || state === 'awaiting-activation';

/**
 * The open orders for a service that this client knows: the vendor's, and its own that wait in the outbox.
 */
function openFor(client: Client, serviceId: string): string[] {
  const { workspace, replica } = client.state();
  const known = [...replica.orders.values()];
  const theirs = known
    .filter((order) => order.serviceId === serviceId && stillOpen(order))
    .map(({ orderNumber }) => orderNumber);
  const own = [...workspace.outbox.values()].filter(
    ({ id, state, command }) =>
      state !== 'refused' &&
      command.kind === 'order/place' &&
      command.request.purchase.kind !== 'first-purchase' &&
      command.request.purchase.serviceId === serviceId &&
      !known.some(({ clientReference }) => clientReference === id),
  );
  return [...theirs, ...own.map(({ id }) => id)];
}

/**
 * A client confirms no second order for a service while it knows of an open one. At the vendor a client never
 * has two open orders for one service.
 */
export const oneOpenOrder: Invariant = {
  name: 'one open order a service',
  watch: ({ clients, vendor, broken }) => ({
    saved(client, changes) {
      const acting = client.acting();
      if (acting === null || acting === 'undo' || acting.type !== 'order/confirm') return;
      for (const change of changes) {
        // The exchange begins at once and marks older commands. Those are not new orders.
        if (
          change.table !== 'outbox' ||
          change.value?.command.kind !== 'order/place' ||
          client.saved.tables.outbox.has(change.id)
        )
          continue;
        const { purchase } = change.value.command.request;
        if (purchase.kind === 'first-purchase') continue;
        const open = openFor(client, purchase.serviceId);
        if (open.length > 0)
          broken(`a second order for ${purchase.serviceId} was confirmed while ${open.join(', ')} was open`);
      }
    },
    vendorSaved(before, after) {
      if (after.orders === before.orders) return;
      for (const { ledger } of clients) {
        const open = vendor()
          .orders.filter(
            (order) =>
              stillOpen(order) && order.clientReference !== null && ledger.keys.has(order.clientReference),
          )
          .map(({ serviceId }) => serviceId);
        if (new Set(open).size !== open.length)
          broken(`two open orders of one client for one service: ${open.join(', ')}`);
      }
    },
  }),
};
