import { accepted } from '../../../core/aruba/protocol.ts';
import type { Invariant } from '../invariant.ts';

/**
 * In the end: the vendor processed every command once. An accepted one placed or cancelled one order. A
 * withdrawn one did nothing.
 */
export const exactlyOneEffect: Invariant = {
  name: 'exactly one effect',
  watch: ({ clients, vendor, broken }) => ({
    atEnd() {
      const { commands, orders } = vendor();
      for (const client of clients) {
        for (const { key, end, entry } of client.ledger.keys.values()) {
          const processed = commands.filter((command) => command.processed.key === key);
          const placed = orders.filter(({ clientReference }) => clientReference === key);
          const answer = processed[0]?.processed;
          const yes = answer?.errorCode === accepted;
          const wanted = end === 'withdrawn' ? 0 : 1;
          if (processed.length !== wanted)
            broken(`${key} (${end}) was processed ${processed.length} times instead of ${wanted}`);
          const orderCount = entry.command.kind === 'order/place' && yes ? 1 : 0;
          if (placed.length !== orderCount)
            broken(`${key} (${end}) placed ${placed.length} orders instead of ${orderCount}`);
          if (
            yes &&
            entry.command.kind === 'order/cancel' &&
            orders.find(({ orderNumber }) => orderNumber === answer.orderNumber)?.state !== 'cancelled'
          )
            broken(`${key} cancelled nothing`);
        }
      }
    },
  }),
};
