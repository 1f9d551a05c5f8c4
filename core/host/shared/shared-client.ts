import type { SharedStudio, WaitingCommand } from '../../desk/rows/shared-rows.ts';
import { parse, type z } from '../../kernel/parse.ts';
import type { Fetch, HttpAnswer } from '../../ports.ts';
import type { Place } from '../../shared/presence.ts';
import type { VendorSaid, VendorWish } from '../../shared/server/vendor-port.ts';
import {
  answers,
  mostCommands,
  protocolVersion,
  queryOf,
  statuses,
  type Cursor,
  type News,
  type Page,
  type Pushed,
} from '../../shared/protocol.ts';

/**
 * Why the server gave nothing. `offline`: it was not reached, or nobody knows. `again`: it asks to be asked
 * again. `unreadable`: what came is no answer of a server of this program. `not-known`: it does not know this
 * desk, or its access has ended. `newer`, `older`: the server's program is.
 */
export type SharedProblem = 'offline' | 'again' | 'unreadable' | 'not-known' | 'newer' | 'older';

type Answered<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'conflict'; readonly reason: 'gap' | 'forked' }
  | { readonly kind: 'problem'; readonly problem: SharedProblem };

export interface SharedClient {
  push(commands: readonly WaitingCommand[]): Promise<Answered<Pushed>>;
  page(after: Cursor, heard: number): Promise<Answered<Page>>;
  /** Waits for news, a while at most. */
  news(known: {
    readonly version: number;
    readonly epoch: string;
    readonly stamp: string;
    readonly place: Place | null;
  }): Promise<Answered<News>>;
  /** Tells where the person is. Nothing depends on its arrival. */
  here(place: Place | null): Promise<void>;
  /** Signs in at the vendor, or out, for the whole studio, or asks its simulator. */
  vendor(wish: VendorWish): Promise<Answered<VendorSaid>>;
  /** Asks for a number of its own for a desk whose folder was copied. */
  fork(to: string): Promise<Answered<null>>;
}

const timeoutMs = 30_000;
/** A push holds fewer commands if they are long. */
const mostBytes = 4_000_000;

const problemOf = (status: number): SharedProblem => {
  switch (status) {
    case statuses.notKnown:
    case statuses.notFound:
      return 'not-known';
    case statuses.deskNewer:
      return 'older';
    case statuses.deskOlder:
      return 'newer';
    default:
      return status >= 500 ? 'again' : 'unreadable';
  }
};

function read<S extends z.ZodType>(schema: S, answer: HttpAnswer): Answered<z.output<S>> {
  if (answer.kind !== 'answer')
    return { kind: 'problem', problem: answer.kind === 'too-big' ? 'unreadable' : 'offline' };
  let body: unknown;
  try {
    body = JSON.parse(answer.body);
  } catch {
    return { kind: 'problem', problem: answer.status === 200 ? 'unreadable' : problemOf(answer.status) };
  }
  if (answer.status === statuses.conflict) {
    const conflict = parse(answers.conflict, body);
    return conflict.ok
      ? { kind: 'conflict', reason: conflict.value.reason }
      : { kind: 'problem', problem: 'unreadable' };
  }
  if (answer.status !== statuses.ok) return { kind: 'problem', problem: problemOf(answer.status) };
  const value = parse(schema, body);
  return value.ok ? { kind: 'ok', value: value.value } : { kind: 'problem', problem: 'unreadable' };
}

/** The commands of one push: the first ones, as many as fit. */
function batchOf(commands: readonly WaitingCommand[]): readonly WaitingCommand[] {
  let bytes = 0;
  const fits = commands.slice(0, mostCommands).findIndex((command) => {
    bytes += JSON.stringify(command.command).length;
    return bytes > mostBytes;
  });
  return commands.slice(0, fits === -1 ? mostCommands : Math.max(1, fits));
}

export function createSharedClient(
  fetch: Fetch,
  studio: () => Pick<SharedStudio, 'studio' | 'client' | 'epoch' | 'version'>,
  token: () => string | undefined,
): SharedClient {
  const ask = (method: 'GET' | 'POST', call: string, body?: unknown): Promise<HttpAnswer> =>
    fetch({
      method,
      path: `/v1/studios/${studio().studio}/${call}`,
      headers: {
        authorization: `Bearer ${token() ?? ''}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      timeoutMs,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    async push(commands) {
      const sent = batchOf(commands).map(({ id, seq, at, day, command }) => ({
        seq,
        cid: id,
        at,
        day,
        command,
      }));
      const { client, epoch, version } = studio();
      const has = epoch === null ? null : { epoch, version };
      const body = { client, protocol: protocolVersion, commands: sent, has };
      return read(answers.pushed, await ask('POST', 'push', body));
    },
    async page({ version, table, id }, heard) {
      const query = queryOf({
        client: studio().client,
        protocol: String(protocolVersion),
        version: String(version),
        table,
        id,
        heard: String(heard),
      });
      return read(answers.page, await ask('GET', `pull?${query}`));
    },
    async news(known) {
      const body = { client: studio().client, protocol: protocolVersion, ...known };
      return read(answers.news, await ask('POST', 'news', body));
    },
    async here(place) {
      await ask('POST', 'here', { client: studio().client, place });
    },
    async vendor(wish) {
      return read(answers.vendor, await ask('POST', 'vendor', { client: studio().client, wish }));
    },
    async fork(to) {
      const answer = await ask('POST', 'fork', { from: studio().client, to });
      if (answer.kind === 'answer' && answer.status === statuses.ok) return { kind: 'ok', value: null };
      return answer.kind === 'answer'
        ? { kind: 'problem', problem: problemOf(answer.status) }
        : { kind: 'problem', problem: 'offline' };
    },
  };
}
