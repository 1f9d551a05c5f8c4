import { tokenSchema } from '../../../core/aruba/protocol.ts';
import type { Client } from '../client.ts';
import type { Invariant } from '../invariant.ts';

interface Grants {
  inFlight: number;
  /** The time from which a renewal is allowed. */
  notBefore: number;
  /** The error of the client's clock when it got the token. */
  skew: number;
}

const isRefresh = (path: string, body: string | undefined): boolean =>
  path === '/auth/signin' && body?.includes('grant_type=refresh_token') === true;

/** A client renews its token once at a time, and never while the token still works. */
export const tokensInTurn: Invariant = {
  name: 'tokens in turn',
  watch({ now, broken }) {
    const grants = new Map<Client, Grants>();
    const of = (client: Client): Grants => {
      const known = grants.get(client) ?? { inFlight: 0, notBefore: 0, skew: 0 };
      grants.set(client, known);
      return known;
    };
    return {
      sent(client, { path, body }) {
        if (!isRefresh(path, body)) return;
        const known = of(client);
        known.inFlight += 1;
        if (known.inFlight > 1) broken(`${known.inFlight} renewals at once`);
        // By a clock that was set forward since, the token has ended.
        if (now() < known.notBefore && client.skew() === known.skew)
          broken('a token was renewed that was still good');
      },
      answered(client, { path, body }, answer) {
        const known = of(client);
        if (isRefresh(path, body)) known.inFlight -= 1;
        if (answer.kind !== 'answer') return;
        if (answer.status === 401) known.notBefore = 0;
        if (path !== '/auth/signin' || answer.status !== 200) return;
        const token = tokenSchema.safeParse(parsed(answer.body));
        // The program renews half a minute early. The machine may sleep in between.
        if (!token.success) return;
        known.notBefore = now() + token.data.expires_in * 1000 - 31_000;
        known.skew = client.skew();
      },
      started: (client) => void grants.delete(client),
    };
  },
};

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
