import type { Client } from '../client.ts';
import type { Invariant } from '../invariant.ts';

const pauseMs = 90_000;

interface Told {
  readonly until: number;
  readonly asks: number;
}

/**
 * After "too many requests" a client sends nothing for 90 s, unless its person asks for something. Each
 * attempt would start the vendor's count again.
 */
export const quietAfterTooMany: Invariant = {
  name: 'quiet after too many requests',
  watch({ now, broken }) {
    const told = new Map<Client, Told>();
    const signingIn = new Map<Client, number>();
    const count = (client: Client, body: string | undefined, by: number): void => {
      if (body?.startsWith('grant_type=password') === true)
        signingIn.set(client, (signingIn.get(client) ?? 0) + by);
    };
    return {
      answered(client, { body }, answer) {
        count(client, body, -1);
        if (answer.kind !== 'answer' || answer.status !== 429) return;
        // The person asked for the sign-in and sees its answer. A sign-in that is still on its way starts an
        // exchange when it ends.
        const persons = body?.startsWith('grant_type=password') === true || (signingIn.get(client) ?? 0) > 0;
        told.set(client, { until: persons ? 0 : now() + pauseMs, asks: client.asks() });
      },
      sent(client, { path, body }) {
        count(client, body, 1);
        const last = told.get(client);
        if (last !== undefined && now() < last.until && client.asks() === last.asks)
          broken(`client ${client.number} sent ${path} although it had been told to wait`);
      },
      started(client) {
        told.delete(client);
        signingIn.delete(client);
      },
    };
  },
};
