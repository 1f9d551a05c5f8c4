import type { z } from '../kernel/parse.ts';
import { parse } from '../kernel/parse.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { HttpAnswer } from '../ports.ts';
import type { CartId, CommandKey, OrderNumber, ServiceId } from '../kernel/id.ts';
import type { CartContent } from '../orders/cart.ts';
import type { PullOutcome } from '../sync/engine.ts';
import type { DraftOutcome } from '../sync/drafts.ts';
import type { PushOutcome } from '../sync/outbox.ts';
import {
  changesSchema,
  epochHeader,
  mostChangesInPage,
  orderAnswerSchema,
  vendorCartSchema,
  type Changes,
  type NewUser,
  type OrderRequest,
  type UserChange,
  type VendorCart,
} from './protocol.ts';
import { readJson, type Access } from './access.ts';

const timeoutMs = 10_000;
const json = { 'content-type': 'application/json' };

type Failure = Extract<PullOutcome, { kind: 'failed' }>['why'];

/** Typed calls to the vendor. A call never rejects: problems are returned as data. */
export interface VendorClient {
  /** One page of everything that changed after `cursor`, and the length of its text. */
  changes(cursor: number): Promise<Result<Changes & { readonly characters: number }, Failure>>;
  /**
   * Answers `received` for a refusal too: the vendor has processed the command, and the
   * next pull brings its answer.
   */
  placeOrder(key: CommandKey, request: OrderRequest): Promise<PushOutcome>;
  cancelOrder(key: CommandKey, orderNumber: OrderNumber): Promise<PushOutcome>;
  setAutomaticRenewal(key: CommandKey, serviceId: ServiceId, on: boolean): Promise<PushOutcome>;
  createUser(key: CommandKey, serviceId: ServiceId, user: NewUser): Promise<PushOutcome>;
  changeUser(
    key: CommandKey,
    serviceId: ServiceId,
    username: string,
    change: UserChange,
  ): Promise<PushOutcome>;
  deleteUser(key: CommandKey, serviceId: ServiceId, username: string): Promise<PushOutcome>;
  cart(cartId: CartId): Promise<Result<VendorCart, Failure>>;
  /**
   * Writes a cart made from `version`. Answers `changed-elsewhere` if the vendor's cart
   * has another version now (412).
   */
  putCart(cart: {
    readonly cartId: CartId;
    readonly version: number;
    readonly key: CommandKey;
    readonly content: CartContent | null;
  }): Promise<DraftOutcome>;
}

/**
 * Makes the typed calls. `access` adds the tokens. `epoch` names the vendor's past on which commands are
 * built, or null while it is unknown.
 */
export function createVendorClient(
  access: Pick<Access, 'send'>,
  epoch: () => string | null = () => null,
): VendorClient {
  const samePast = (): Readonly<Record<string, string>> => {
    const known = epoch();
    return known === null ? {} : { [epochHeader.toLowerCase()]: known };
  };
  /** The headers of what changes something at the vendor. */
  const changing = (key: CommandKey, more: Readonly<Record<string, string>> = {}) => ({
    accept: 'application/json',
    'idempotency-key': key,
    ...samePast(),
    ...more,
  });

  async function read<S extends z.ZodType>(
    path: string,
    schema: S,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Result<{ readonly data: z.output<S>; readonly characters: number }, Failure>> {
    const answer = await access.send({
      method: 'GET',
      path,
      headers: { accept: 'application/json', ...headers },
      timeoutMs,
    });
    if (answer.kind !== 'answer' || answer.status !== 200) return err(failureOf(answer));
    const parsed = parse(schema, readJson(answer.body));
    return parsed.ok ? ok({ data: parsed.value, characters: answer.body.length }) : err(failureOf(answer));
  }

  async function command(
    method: 'POST' | 'PUT',
    path: string,
    key: CommandKey,
    body: unknown,
  ): Promise<PushOutcome> {
    const headers = changing(key, json);
    return pushOutcome(await access.send({ method, path, headers, body: JSON.stringify(body), timeoutMs }));
  }

  const userPath = (serviceId: ServiceId, username: string): string =>
    `/api/v2/services/${serviceId}/users/${encodeURIComponent(username)}`;

  return {
    async changes(cursor) {
      const page = await read(`/api/v2/changes?cursor=${cursor}&size=${mostChangesInPage}`, changesSchema);
      return page.ok ? ok({ ...page.value.data, characters: page.value.characters }) : page;
    },
    async cart(cartId) {
      const cart = await read(`/api/v2/carts/${cartId}`, vendorCartSchema, samePast());
      return cart.ok ? ok(cart.value.data) : cart;
    },
    async putCart({ cartId, version, key, content }) {
      const headers = changing(key, { ...json, 'if-match': `"${version}"` });
      const answer = await access.send({
        method: 'PUT',
        path: `/api/v2/carts/${cartId}`,
        headers,
        body: JSON.stringify({ content }),
        timeoutMs,
      });
      if (answer.kind === 'answer' && answer.status === 412) return { kind: 'changed-elsewhere' };
      if (
        answer.kind === 'answer' &&
        answer.status === 200 &&
        parse(vendorCartSchema, readJson(answer.body)).ok
      )
        return { kind: 'stored' };
      return { kind: 'failed', why: failureOf(answer) };
    },
    placeOrder: (key, request) => command('POST', '/api/v2/orders', key, request),
    cancelOrder: (key, orderNumber) => command('POST', `/api/v2/orders/${orderNumber}/cancel`, key, {}),
    setAutomaticRenewal: (key, serviceId, on) =>
      command('PUT', `/api/v2/services/${serviceId}/automaticRenewal`, key, { on }),
    createUser: (key, serviceId, user) => command('POST', `/api/v2/services/${serviceId}/users`, key, user),
    changeUser: (key, serviceId, username, change) =>
      command('PUT', userPath(serviceId, username), key, change),
    async deleteUser(key, serviceId, username) {
      const headers = changing(key);
      return pushOutcome(
        await access.send({ method: 'DELETE', path: userPath(serviceId, username), headers, timeoutMs }),
      );
    },
  };
}

/** Why an answer is not usable. A 200 that gets here could not be read. */
function failureOf(answer: HttpAnswer | { readonly kind: 'sign-in-needed' }): Failure {
  if (answer.kind === 'too-big') return 'too-much';
  if (answer.kind !== 'answer') return answer.kind;
  if (answer.status === 429) return 'rate-limited';
  if (answer.status === 401) return 'sign-in-needed';
  return answer.status === 200 ? 'unreadable' : 'server-error';
}

/**
 * What an answer says about a command (domain.md 6.5). `received`: status 200 and a body that can be read.
 * `unsent`: no connection, or a 4xx other than 409. The vendor has surely not processed it.
 * `unknown`: everything else. A 409 says that the first request with this key is still being processed.
 */
function pushOutcome(answer: HttpAnswer | { readonly kind: 'sign-in-needed' }): PushOutcome {
  if (answer.kind === 'unreachable' || answer.kind === 'sign-in-needed')
    return { kind: 'unsent', why: answer.kind };
  if (answer.kind === 'too-big') return { kind: 'unknown', why: 'too-much' };
  if (answer.kind === 'no-answer') return { kind: 'unknown', why: 'no-answer' };
  if (answer.status === 200)
    return parse(orderAnswerSchema, readJson(answer.body)).ok
      ? { kind: 'received' }
      : { kind: 'unknown', why: 'unreadable' };
  if (answer.status === 429) return { kind: 'unsent', why: 'rate-limited' };
  if (answer.status === 401) return { kind: 'unsent', why: 'sign-in-needed' };
  if (answer.status === 409) return { kind: 'unknown', why: 'no-answer' };
  if (answer.status >= 400 && answer.status < 500) return { kind: 'unsent', why: 'not-accepted' };
  return { kind: 'unknown', why: 'server-error' };
}
