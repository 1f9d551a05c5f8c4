// A desk of a shared studio, as the bench asks its server over HTTP.
import { randomBytes, randomUUID } from 'node:crypto';
import { answers, protocolVersion, type Page, type Pushed } from '../../core/shared/protocol.ts';

export interface Desk {
  readonly post: (call: string, body: object) => Promise<unknown>;
  /** Returns the studio's version with the last of them. */
  readonly push: (...commands: readonly object[]) => Promise<number>;
  /** The same by a desk that has the studio up to a version. `told`: the version that it then has. */
  readonly pushFrom: (has: Known, command: object) => Promise<{ made: number; told: number | null }>;
  /** Reads everything after a version. */
  readonly pull: (after: number) => Promise<Known & { readonly bytes: number }>;
  readonly client: string;
}

export interface Known {
  epoch: string;
  version: number;
}

/** Makes a desk with an invitation to the studio at this address. */
export async function pairDesk(address: string, studio: string, code: string): Promise<Desk> {
  const [client, token] = [randomUUID(), randomBytes(32).toString('hex')];
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const ask = async (call: string, body?: object): Promise<{ value: unknown; bytes: number }> => {
    const answer = await fetch(`${address}/v1/studios/${studio}/${call}`, {
      headers,
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${call}: ${answer.status}`);
    return { value: JSON.parse(text), bytes: text.length };
  };
  const post = async (call: string, body: object) => (await ask(call, body)).value;
  await post('pair', { code, client, token });
  let seq = 0;
  async function send(commands: readonly object[], has: Known | null): Promise<Pushed> {
    const sent = commands.map((command) => {
      seq += 1;
      return { seq, cid: randomUUID(), at: Date.now(), day: '2026-11-28', command };
    });
    const body = { client, protocol: protocolVersion, commands: sent, has };
    const pushed = answers.pushed.parse(await post('push', body));
    const refused = pushed.results.find(({ outcome }) => outcome === 'refused');
    if (refused !== undefined) throw new Error(JSON.stringify(refused.refusal));
    return pushed;
  }
  return {
    client,
    post,
    push: async (...commands) => (await send(commands, null)).version,
    async pushFrom(has, command) {
      const { version, page } = await send([command], has);
      return { made: version, told: page?.version ?? null };
    },
    async pull(after) {
      let cursor: Page['next'] = { version: after, table: '', id: '' };
      let [bytes, version, epoch] = [0, after, ''];
      while (cursor !== null) {
        const query: string = new URLSearchParams({
          client,
          protocol: String(protocolVersion),
          version: String(cursor.version),
          table: cursor.table,
          id: cursor.id,
          heard: '0',
        }).toString();
        const answer = await ask(`pull?${query}`);
        const page = answer.value as Page;
        bytes += answer.bytes;
        [cursor, version, epoch] = [page.next, page.version, page.epoch];
      }
      return { version, epoch, bytes };
    },
  };
}
