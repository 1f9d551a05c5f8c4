import { accepted } from '../../../core/aruba/protocol.ts';
import type { Client } from '../client.ts';
import type { Invariant, Scene } from '../invariant.ts';
import type { KeyRecord } from '../key-ledger.ts';
import { isTold } from '../told-forgotten.ts';

/**
 * Whether a restored vendor forgot the command, and the desk has said so. A refusal had no effect that could
 * be forgotten. What the panel and the switches forgot is told by what they have now (see forgottenIsTold).
 */
function forgotten({ lost, vendor }: Scene, client: Client, { key, entry }: KeyRecord): boolean {
  const { command } = entry;
  const answer = lost.get(key)?.processed;
  const state = { workspace: client.saved.tables };
  if (answer !== undefined && answer.errorCode !== accepted) return true;
  if (command.kind === 'order/cancel') {
    // Another desk may have cancelled the order again before this one looked: then nothing is missing. That
    // it is the same order is watched by forgottenIsTold. A number may be another order's by now, so the
    // command is not sent.
    const { orderNumber } = command;
    const again = vendor().orders.find((order) => order.orderNumber === orderNumber);
    return isTold(state, orderNumber) || (answer !== undefined && again?.state === 'cancelled');
  }
  return answer !== undefined && (command.kind !== 'order/place' || isTold(state, key));
}

/**
 * In the end: the vendor processed every command once. An accepted one placed or cancelled one order. A
 * withdrawn one did nothing. What a restored vendor forgot was told.
 */
export const exactlyOneEffect: Invariant = {
  name: 'exactly one effect',
  watch: (scene) => ({
    atEnd() {
      const { clients, vendor, broken } = scene;
      const { commands, orders } = vendor();
      for (const client of clients) {
        for (const record of client.ledger.keys.values()) {
          const { key, end, entry } = record;
          const processed = commands.filter((command) => command.processed.key === key);
          const placed = orders.filter(({ clientReference }) => clientReference === key);
          const answer = processed[0]?.processed;
          if (answer === undefined && forgotten(scene, client, record)) continue;
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
