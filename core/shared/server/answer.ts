// Answers the requests of desks: checks who asks and in which form, and names each outcome by its status.
import { parse, parseText, z } from '../../kernel/parse.ts';
import type { Digest, HttpRequest } from '../../ports.ts';
import { memberWishSchema } from '../members.ts';
import { placeSchema } from '../presence.ts';
import { passwordWishSchema, signInSchema } from '../sign-in.ts';
import { storableText } from '../storable.ts';
import { mayDo } from '../roles.ts';
import { mostRows, protocolVersion, pushSchema, readQuery, statuses, type Cursor } from '../protocol.ts';
import type { Entered, StudioDatabase } from '../studio-database.ts';
import type { SentCommand } from './decide-sent.ts';
import { pull } from './pull.ts';
import { createGuesses } from './guesses.ts';
import { createPushes, type PushPorts } from './push.ts';
import type { SignIn } from './sign-in.ts';
import { vendorWishSchema, type VendorPort } from './vendor-port.ts';
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
  readonly signIn: SignIn;
  /** If it is absent, no studio has a vendor. */
  readonly vendor?: VendorPort;
}

type Asked = Pick<HttpRequest, 'method' | 'path' | 'headers' | 'body'>;
export type Answering = (request: Asked) => Promise<ServerAnswer>;

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
const passwordCallSchema = z.object({ client: z.uuid(), wish: passwordWishSchema });
const vendorCallSchema = z.object({ client: z.uuid(), wish: vendorWishSchema });
const memberCallSchema = z.object({ client: z.uuid(), wish: memberWishSchema });
const forkSchema = z
  .object({ from: z.uuid(), to: z.uuid() })
  .transform(({ from, to }) => ({ client: from, to }));
const pullSchema = z.object({
  client: z.uuid(),
  protocol: z.coerce.number(),
  version: z.coerce.number().int().min(0),
  table: storableText(100),
  id: storableText(400),
  heard: z.coerce.number().int().min(0),
});

const pathShape =
  /^\/v1\/studios\/([\w-]{1,100})\/(pair|sign-in|password|fork|push|pull|news|here|members|vendor)(?:\?(.*))?$/;

type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/** The version of the desk decides who must be updated. Nothing was consumed. */
function otherProtocol(protocol: number): ServerAnswer | undefined {
  if (protocol === protocolVersion) return undefined;
  return say(protocol > protocolVersion ? statuses.deskNewer : statuses.deskOlder, {
    protocol: protocolVersion,
  });
}

export function createAnswering(ports: ServerPorts): Answering {
  const { database, digest, watching } = ports;
  const pushes = createPushes(ports);
  const guesses = createGuesses();

  /**
   * Answers a call of a desk if its form is right, its program has the version of this one, and the token is
   * its own.
   */
  async function ofDesk<W extends { readonly client: string; readonly protocol?: number }>(
    studio: string,
    headers: HttpRequest['headers'],
    wish: Checked<W>,
    answer: (wish: W, entered: Entered) => ServerAnswer | Promise<ServerAnswer>,
  ): Promise<ServerAnswer> {
    if (!wish.ok) return say(statuses.badInput);
    const { client, protocol = protocolVersion } = wish.value;
    const other = otherProtocol(protocol);
    if (other !== undefined) return other;
    const token = /^Bearer (\S{40,200})$/.exec(headers['authorization'] ?? '')?.[1];
    const entered =
      token === undefined
        ? undefined
        : await database.enter(studio, client, digest(token), ports.clock.now());
    return entered === undefined ? say(statuses.notKnown) : answer(wish.value, entered);
  }

  async function pair(studio: string, body: string): Promise<ServerAnswer> {
    const wish = parseText(pairSchema, body);
    if (!wish.ok) return say(statuses.badInput);
    const { code, client, token, computer } = wish.value;
    const now = ports.clock.now();
    if (guesses.tooMany(studio, now)) return say(statuses.tooMany);
    const made = { codeHash: digest(code), client, tokenHash: digest(token), computer, now };
    const member = await database.pair(studio, made);
    if (member !== undefined) return say(statuses.ok, { client, ...member });
    guesses.failed(studio, now);
    return say(statuses.notKnown);
  }

  async function signIn(studio: string, body: string): Promise<ServerAnswer> {
    const wish = parseText(signInSchema, body);
    if (!wish.ok) return say(statuses.badInput);
    const { client, token } = wish.value;
    const signed = await ports.signIn.join(studio, wish.value, digest(token));
    switch (signed.kind) {
      case 'joined':
        return say(statuses.ok, { client, ...signed.member });
      case 'too-many':
        return say(statuses.tooMany);
      case 'not-known':
        return say(statuses.notKnown);
      case 'code-needed':
      case 'wrong-code':
        return say(statuses.notAllowed, { reason: signed.kind });
    }
  }

  const calls: Readonly<
    Record<string, (studio: string, headers: Asked['headers'], body: string) => Promise<ServerAnswer>>
  > = {
    pair: (studio, _, body) => pair(studio, body),
    'sign-in': (studio, _, body) => signIn(studio, body),
    /** Each member has a password of the own, or none. */
    password: (studio, headers, body) =>
      ofDesk(studio, headers, parseText(passwordCallSchema, body), async ({ wish }, { member }) =>
        say(statuses.ok, await ports.signIn.change(studio, member.account, wish)),
      ),
    push: (studio, headers, body) =>
      ofDesk(studio, headers, parseText(pushSchema, body), async ({ client, commands, has }) => {
        const push = { client, commands: commands as readonly SentCommand[], has };
        const pushed = await pushes.take(studio, push);
        if (pushed.kind === 'not-known') return say(statuses.notFound);
        if (pushed.kind === 'conflict')
          return say(statuses.conflict, { reason: pushed.reason, lastSeq: pushed.lastSeq });
        watching.changed(studio);
        return say(statuses.ok, pushed.body);
      }),
    fork: (studio, headers, body) =>
      ofDesk(studio, headers, parseText(forkSchema, body), async ({ client, to }) => {
        await database.fork(studio, client, to);
        return say(statuses.ok);
      }),
    /** Waits for news of the studio, a while at most. */
    news: (studio, headers, body) =>
      ofDesk(studio, headers, parseText(newsWishSchema, body), async (wish, entered) => {
        const news = await watching.news(studio, entered, wish);
        return news === undefined ? say(statuses.notFound) : say(statuses.ok, news);
      }),
    here: (studio, headers, body) =>
      ofDesk(studio, headers, parseText(hereSchema, body), (wish, { member }) => {
        watching.here(studio, member, wish);
        return say(statuses.ok);
      }),
    /** Everybody may look. Who may order signs in for the studio. */
    vendor: (studio, headers, body) =>
      ofDesk(studio, headers, parseText(vendorCallSchema, body), async ({ wish }, { member }) => {
        if (wish.kind !== 'exchange' && !mayDo(member.role, 'order/confirm')) return say(statuses.notAllowed);
        const done = await ports.vendor?.(studio, wish);
        return done === undefined ? say(statuses.notFound) : say(statuses.ok, done);
      }),
    members: (studio, headers, body) =>
      ofDesk(studio, headers, parseText(memberCallSchema, body), async ({ wish }, { member }) => {
        if (member.role !== 'administer') return say(statuses.notAllowed);
        const answer = await database.members(studio, wish, ports.clock.now());
        if (wish.kind !== 'list' && answer.refusal === null) watching.membersChanged(studio, wish);
        return say(statuses.ok, answer);
      }),
  };

  const answerPull = (studio: string, headers: Asked['headers'], query: string): Promise<ServerAnswer> =>
    ofDesk(studio, headers, parse(pullSchema, readQuery(query)), async (wish) => {
      const { client, version, table, id, heard } = wish;
      const after: Cursor = { version, table, id };
      const most = ports.pageRows ?? mostRows;
      const page = await pull(database, studio, { client, after, heard, most });
      return page === undefined ? say(statuses.notFound) : say(statuses.ok, page);
    });

  return async ({ method, path, headers, body = '' }) => {
    const [, studio, call = '', query = ''] = pathShape.exec(path) ?? [];
    if (studio === undefined) return say(statuses.notFound);
    try {
      if (method === 'GET')
        return call === 'pull' ? await answerPull(studio, headers, query) : say(statuses.notFound);
      return (await calls[call]?.(studio, headers, body)) ?? say(statuses.notFound);
    } catch (error) {
      ports.log.error('shared.ask-again', { error: error instanceof Error ? error.name : 'not-an-error' });
      return say(statuses.askAgain);
    }
  };
}
