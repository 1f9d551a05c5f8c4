import type { Invariant } from '../invariant.ts';

/**
 * A command is marked durably before it is sent. So the program knows, after any crash, that it may have
 * arrived.
 */
export const savedBeforeSent: Invariant = {
  name: 'saved before sent',
  watch: ({ broken }) => ({
    sent(client, { path, headers }) {
      const key = headers['idempotency-key'];
      if (key === undefined) return;
      if (path.startsWith('/api/v2/carts/')) {
        const sent = client.saved.tables.cartBases.get(path.slice('/api/v2/carts/'.length))?.sent ?? [];
        if (sent.every((write) => write.key !== key))
          broken(`the cart ${path} was sent before its key was saved`);
        return;
      }
      const state = client.saved.tables.outbox.get(key)?.state;
      if (state !== 'sending' && state !== 'outcome-unknown')
        broken(`${key} was sent while its state on disk was ${state ?? 'none'}`);
    },
  }),
};
