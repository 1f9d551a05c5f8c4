import type { Invariant } from '../invariant.ts';

/** A command that may have arrived cannot be taken back. One that was taken back never has an effect. */
export const withdrawnStaysUndone: Invariant = {
  name: 'withdrawn stays undone',
  watch: ({ clients, broken, vendor }) => ({
    saved(client, changes) {
      const acting = client.acting();
      if (acting === null || acting === 'undo') return;
      if (
        acting.type === 'order/withdraw' &&
        changes.some(({ table, id }) => table === 'outbox' && id !== acting.key)
      )
        broken('another command went with it');
      // Turning a switch back takes back the command that waits for it.
      if (acting.type !== 'order/withdraw' && acting.type !== 'automatic-renewal/switch') return;
      for (const { table, id, value } of changes) {
        if (table !== 'outbox' || value !== null) continue;
        const state = client.saved.tables.outbox.get(id)?.state;
        if (state === 'sending' || state === 'outcome-unknown')
          broken(`${id} was taken back while it was ${state}`);
        if (state !== 'refused' && vendor().commands.get(id) !== undefined)
          broken(`${id} was processed and could be taken back`);
      }
    },
    vendorSaved(before, after) {
      if (after.commands === before.commands) return;
      for (const { ledger } of clients) {
        for (const { key, end } of ledger.keys.values())
          if (end === 'withdrawn' && after.commands.get(key) !== undefined)
            broken(`${key} was taken back and was processed`);
      }
    },
  }),
};
