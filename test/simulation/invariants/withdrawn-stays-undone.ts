import type { Invariant } from '../invariant.ts';

/** What may have arrived cannot be taken back; what was taken back never has an effect. */
export const withdrawnStaysUndone: Invariant = {
  name: 'withdrawn stays undone',
  watch: ({ clients, broken, vendor }) => ({
    saved(client, changes) {
      const acting = client.acting();
      if (acting === null || acting === 'undo' || acting.type !== 'order/withdraw') return;
      const state = client.saved.tables.outbox.get(acting.key)?.state;
      if (state === 'sending' || state === 'outcome-unknown') broken(`${acting.key} was taken back while it was ${state}`);
      if (changes.some(({ table, id }) => table === 'outbox' && id !== acting.key)) broken('another command went with it');
      if (state !== 'refused' && vendor().commands.get(acting.key) !== undefined) broken(`${acting.key} was processed and could be taken back`);
    },
    vendorSaved(before, after) {
      if (after.commands === before.commands) return;
      for (const { ledger } of clients) {
        for (const { key, end } of ledger.keys.values())
          if (end === 'withdrawn' && after.commands.get(key) !== undefined) broken(`${key} was taken back and was processed`);
      }
    },
  }),
};
