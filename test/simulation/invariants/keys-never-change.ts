import type { Invariant } from '../invariant.ts';

/**
 * The person's command makes the key, once. Each send under one key has the same path and body, byte by byte
 * (house rule 6).
 */
export const keysNeverChange: Invariant = {
  name: 'keys never change',
  watch({ clients, broken }) {
    const said = new Map<string, string>();
    return {
      sent(client, { method, path, headers, body = '' }) {
        if (method !== 'POST' || !path.startsWith('/api/v2/orders')) return;
        const key = headers['idempotency-key'] ?? '';
        if (![...client.ledger.keys.keys()].some((known) => known === key))
          broken(`sent with a key that is not in the outbox: ${key}`);
        const now = `${path} ${body}`;
        if ((said.get(key) ?? now) !== now)
          broken(`${key} says something else than before: ${now} instead of ${said.get(key)}`);
        said.set(key, now);
      },
      afterStep() {
        for (const { ledger } of clients)
          for (const key of ledger.strays) broken(`${key} was made with no person placing or cancelling`);
      },
    };
  },
};
