import type { Invariant } from '../invariant.ts';

/**
 * At all times: the vendor processes a command at most once, and a command places at most one order. Every
 * order comes from a command that a person gave.
 */
export const atMostOneEffect: Invariant = {
  name: 'at most one effect',
  watch: ({ clients, broken }) => ({
    vendorSaved(before, after) {
      if (after.commands === before.commands && after.orders === before.orders) return;
      const keys = after.commands.rows().map(({ processed }) => processed.key);
      if (new Set(keys).size !== keys.length) broken(`a key was processed twice: ${keys.join(', ')}`);
      const references = after.orders.rows().flatMap(({ clientReference }) => clientReference ?? []);
      if (new Set(references).size !== references.length)
        broken(`a command placed two orders: ${references.join(', ')}`);
      for (const key of [...keys, ...references])
        if (!clients.some(({ ledger }) => ledger.keys.has(key))) broken(`nobody gave the command ${key}`);
    },
  }),
};
