import type { SimulatorDocument } from '../../../electron/simulator/state/state.ts';
import type { Client } from '../client.ts';
import type { Invariant } from '../invariant.ts';
import { sameText } from '../same-text.ts';

const sorted = (rows: Iterable<unknown>): string => JSON.stringify([...rows].map(sameText).sort());

/** In the end every client shows what the vendor has. Only refused commands are left in the outbox. */
export const replicasConverge: Invariant = {
  name: 'replicas converge',
  watch({ clients, vendor, broken }) {
    const compare = (client: Client, theirs: SimulatorDocument): void => {
      const { replica, workspace } = client.shown;
      if (sorted(replica.services.values()) !== sorted(theirs.services))
        broken(`client ${client.number} has other services than the vendor`);
      if (sorted(replica.orders.values()) !== sorted(theirs.orders))
        broken(`client ${client.number} has other orders than the vendor`);
      if (sorted(replica.priceLists.values()) !== sorted(theirs.priceLists))
        broken(`client ${client.number} has other price lists than the vendor`);
      for (const { id, state } of workspace.outbox.values())
        if (state !== 'refused') broken(`${id} still waits: ${state}`);
    };
    return {
      atEnd() {
        for (const client of clients) compare(client, vendor());
      },
    };
  },
};
