import type { Invariant } from '../invariant.ts';

/**
 * Commands are sent in the order in which the person gave them. No command is sent while an older one was
 * never tried. Nothing waits for one that the desk itself refused: it is never sent (see whatWasForgotten).
 */
export const sentInOrder: Invariant = {
  name: 'sent in order',
  watch({ broken }) {
    const tried = new Set<string>();
    return {
      sent(client, { headers }) {
        const key = headers['idempotency-key'];
        const own = [...client.ledger.keys.values()].find((record) => record.key === key);
        if (own === undefined) return;
        const { outbox } = client.saved.tables;
        for (const other of client.ledger.keys.values()) {
          if (other.turn >= own.turn || other.end !== 'waits' || tried.has(other.key)) continue;
          if (outbox.get(other.key)?.state !== 'refused')
            broken(`${own.key} was sent before ${other.key}, which is older`);
        }
        tried.add(own.key);
      },
    };
  },
};
