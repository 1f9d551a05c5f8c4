import type { Invariant } from '../invariant.ts';

/**
 * The cursor of the replica never goes back, and never runs ahead of the rows: all that it counts is there.
 */
export const cursorGoesForward: Invariant = {
  name: 'the cursor goes forward',
  watch: ({ vendor, broken }) => ({
    replicaSaved(client, { cursor, epoch, tables }) {
      const before = client.saved.replica?.cursor ?? 0;
      // Another past of the vendor is read from its beginning.
      if (cursor < before && epoch === client.saved.replica?.epoch)
        broken(`the cursor went back from ${before} to ${cursor}`);
      if (epoch !== vendor().epoch) return;
      const orders = new Set<string>(tables.orders.map(({ orderNumber }) => orderNumber));
      for (const { number, ref } of vendor().changes)
        if (ref.type === 'order' && number <= cursor && !orders.has(ref.id))
          broken(`the cursor is at ${cursor}, and the order ${ref.id} of ${number} is not there`);
    },
  }),
};
