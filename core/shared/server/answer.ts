// Answers the requests of desks: checks who asks and in which form, and names each outcome by its status.
import { parse, z } from '../../kernel/parse.ts';
import type { Digest, HttpRequest } from '../../ports.ts';
import { memberWishSchema } from '../members.ts';
import { placeSchema } from '../presence.ts';
import { storableText } from '../storable.ts';
import { mostRows, protocolVersion, pushSchema, readQuery, statuses, type Cursor } from '../protocol.ts';
import type { Member, StudioDatabase } from '../studio-database.ts';
import type { SentCommand } from './decide-sent.ts';
import { pull } from './pull.ts';
import { createGuesses } from './guesses.ts';
import { createPushes, type PushPorts } from './push.ts';
import type { Watching } from './watching.ts';

export interface ServerAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface ServerPorts extends PushPorts {
  readonly database: StudioDatabase;
  readonly digest: Digest;
  /** Rows in one page of a pull. If it is absent, as many as the protocol allows. */
  readonly pageRows?: number;
  readonly watching: Watching;
}

export type Answering = (
  request: Pick<HttpRequest, 'method' | 'path' | 'headers' | 'body'>,
) => Promise<ServerAnswer>;

const say = (status: number, body: unknown = {}): ServerAnswer => ({ status, body });

const pairSchema = z.object({
  code: z.string().min(20).max(200),
  client: z.uuid(),
  token: z.string().min(40).max(200),
  computer: storableText(200).default(''),
});
const newsWishSchema = z.object({
  client: z.uuid(),
  protocol: z.int(),
  version: z.int().min(0),
  epoch: z.string().max(100),
  stamp: z.string().max(100),
  place: placeSchema.nullable(),
});
const hereSchema = z.object({ client: z.uuid(), place: placeSchema.nullable() });
const memberCallSchema = z.object({ client: z.uuid(), wish: memberWishSchema });
const forkSchema = z.object({ from: z.uuid(), to: z.uuid() });
const pullSchema = z.object({
  client: z.uuid(),
  protocol: z.coerce.number(),
  version: z.coerce.number().int().min(0),
  table: storableText(100),
  id: storableText(400),
  heard: z.coerce.number().int().min(0),
});

const pathShape = /^\/v1\/studios\/([\w-]{1,100})\/(pair|fork|push|pull|news|here|members)(?:\?(.*))?$/;

function bodyOf<S extends z.ZodType>(schema: S, text: string | undefined): z.output<S> | undefined {
  try {
    const parsed = parse(schema, JSON.parse(text ?? ''));
    return parsed.ok ? parsed.value : undefined;
  } catch {
    return undefined;
  }
}

/** The version of the desk decides who must be updated. Nothing was consumed. */
function otherProtocol(protocol: number): ServerAnswer | undefined {
  if (protocol === protocolVersion) return undefined;
  return say(protocol > protocolVersion ? statuses.deskNewer : statuses.deskOlder, {
    protocol: protocolVersion,
  });
}

export function createAnswering(ports: ServerPorts): Answering {
  const { database, digest } = ports;
  const pushes = createPushes(ports);
  const guesses = createGuesses();

  /** The member from whose desk the request comes. Undefined if it does not come from this desk. */
  const memberAt = (
    studio: string,
    client: string,
    headers: HttpRequest['headers'],
  ): Promise<Member | undefined> => {
    const token = /^Bearer (\S{40,200})$/.exec(headers['authorization'] ?? '')?.[1];
    return token === undefined
      ? Promise.resolve(undefined)
      : database.memberOf(studio, client, digest(token));
  };
  const isFrom = async (...from: Parameters<typeof memberAt>): Promise<boolean> =>
    (await memberAt(...from)) !== undefined;

  async function answerPush(
    studio: string,
    { headers, body }: Parameters<Answering>[0],
  ): Promise<ServerAnswer> {
    const wish = bodyOf(pushSchema, body);
    if (wish === undefined) return say(statuses.badInput);
    const other = otherProtocol(wish.protocol);
    if (other !== undefined) return other;
    if (!(await isFrom(studio, wish.client, headers))) return say(statuses.notKnown);
    const pushed = await pushes.take(studio, wish.client, wish.commands as readonly SentCommand[]);
    if (pushed.kind === 'not-known') return say(statuses.notFound);
    if (pushed.kind === 'conflict')
      return say(statuses.conflict, { reason: pushed.reason, lastSeq: pushed.lastSeq });
    ports.watching.changed(studio);
    return say(statuses.ok, pushed.body);
  }

  async function answerPull(
    studio: string,
    headers: HttpRequest['headers'],
    query: string,
  ): Promise<ServerAnswer> {
    const wish = parse(pullSchema, readQuery(query));
    if (!wish.ok) return say(statuses.badInput);
    const { client, protocol, version, table, id, heard } = wish.value;
    const other = otherProtocol(protocol);
    if (other !== undefined) return other;
    if (!(await isFrom(studio, client, headers))) return say(statuses.notKnown);
    const after: Cursor = { version, table, id };
    const most = ports.pageRows ?? mostRows;
    const page = await pull(database, studio, { client, after, heard, most });
    return page === undefined ? say(statuses.notFound) : say(statuses.ok, page);
  }

  async function answerPair(studio: string, body: string | undefined): Promise<ServerAnswer> {
    const wish = bodyOf(pairSchema, body);
    if (wish === undefined) return say(statuses.badInput);
    const { code, client, token, computer } = wish;
    const now = ports.clock.now();
    if (guesses.tooMany(studio, now)) return say(statuses.tooMany);
    const made = { codeHash: digest(code), client, tokenHash: digest(token), computer, now };
    const member = await database.pair(studio, made);
    if (member !== undefined) return say(statuses.ok, { client, ...member });
    guesses.failed(studio, now);
    return say(statuses.notKnown);
  }

  /** Waits for news of the studio, a while at most. */
  async function answerNews(
    studio: string,
    { headers, body }: Parameters<Answering>[0],
  ): Promise<ServerAnswer> {
    const wish = bodyOf(newsWishSchema, body);
    if (wish === undefined) return say(statuses.badInput);
    const other = otherProtocol(wish.protocol);
    if (other !== undefined) return other;
    const member = await memberAt(studio, wish.client, headers);
    if (member === undefined) return say(statuses.notKnown);
    const news = await ports.watching.news(studio, member, wish);
    return news === undefined ? say(statuses.notFound) : say(statuses.ok, news);
  }

  async function answerHere(
    studio: string,
    { headers, body }: Parameters<Answering>[0],
  ): Promise<ServerAnswer> {
    const wish = bodyOf(hereSchema, body);
    if (wish === undefined) return say(statuses.badInput);
    const member = await memberAt(studio, wish.client, headers);
    if (member === undefined) return say(statuses.notKnown);
    ports.watching.here(studio, member, wish);
    return say(statuses.ok);
  }

  async function answerMembers(
    studio: string,
    { headers, body }: Parameters<Answering>[0],
  ): Promise<ServerAnswer> {
    const call = bodyOf(memberCallSchema, body);
    if (call === undefined) return say(statuses.badInput);
    const member = await memberAt(studio, call.client, headers);
    if (member === undefined) return say(statuses.notKnown);
    if (member.role !== 'administer') return say(statuses.notAllowed);
    const answer = await database.members(studio, call.wish, ports.clock.now());
    if (call.wish.kind !== 'list' && answer.refusal === null)
      ports.watching.membersChanged(studio, call.wish);
    return say(statuses.ok, answer);
  }

  async function answerFork(
    studio: string,
    { headers, body }: Parameters<Answering>[0],
  ): Promise<ServerAnswer> {
    const wish = bodyOf(forkSchema, body);
    if (wish === undefined) return say(statuses.badInput);
    if (!(await isFrom(studio, wish.from, headers))) return say(statuses.notKnown);
    await database.fork(studio, wish.from, wish.to);
    return say(statuses.ok);
  }

  return async (request) => {
    const [, studio, call, query = ''] = pathShape.exec(request.path) ?? [];
    if (studio === undefined) return say(statuses.notFound);
    try {
      if (call === 'pull' && request.method === 'GET')
        return await answerPull(studio, request.headers, query);
      if (request.method !== 'POST') return say(statuses.notFound);
      if (call === 'push') return await answerPush(studio, request);
      if (call === 'pair') return await answerPair(studio, request.body);
      if (call === 'news') return await answerNews(studio, request);
      if (call === 'here') return await answerHere(studio, request);
      if (call === 'members') return await answerMembers(studio, request);
      return call === 'fork' ? await answerFork(studio, request) : say(statuses.notFound);
    } catch (error) {
      ports.log.error('shared.ask-again', { error: error instanceof Error ? error.name : 'not-an-error' });
      return say(statuses.askAgain);
    }
  };
}
