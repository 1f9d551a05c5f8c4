// A customer at the vendor's counter: the embedded backend with a document in memory and a clock
// that the test moves.
import { addDays, romeDay, type Day } from '../../../core/kernel/day.ts';
import { ok } from '../../../core/kernel/result.ts';
import type { DocumentStore, HttpAnswer, HttpRequest, LineStore } from '../../../core/ports.ts';
import type { OrderRequest, SimulatorAction } from '../../../core/aruba/protocol.ts';
import {
  changesSchema,
  orderAnswerSchema,
  simulatorAnswerSchema,
  simulatorStateSchema,
  tokenSchema,
} from '../../../core/aruba/protocol.ts';
import { orderSchema } from '../../../core/orders/order.ts';
import { serviceSchema } from '../../../core/services/service.ts';
import { systemScheduler } from '../../../electron/adapters/system.ts';
import { embeddedBackend } from '../../../electron/simulator/embedded.ts';
import { sampleAccount } from '../../../electron/simulator/sample/sample.ts';
import type { SimulatorDocument } from '../../../electron/simulator/state/state.ts';

export const noon = (day: string): number => Date.parse(`${day}T11:00:00Z`);

/** A store that keeps the text of the last write, like a disk. */
export function memoryStore(
  text?: string,
): DocumentStore<SimulatorDocument> & { text: string | undefined; writes: number; broken: boolean } {
  return {
    text,
    writes: 0,
    broken: false,
    read() {
      return ok(this.text === undefined ? undefined : (JSON.parse(this.text) as SimulatorDocument));
    },
    write(document) {
      if (this.broken) throw new Error('disk full');
      this.text = JSON.stringify(document);
      this.writes += 1;
      return null;
    },
    firstBytes: () => undefined,
    moveAside: () => 'aside.json',
  };
}

let lastKey = 0;
export const newKey = (): string => `018f0000-0000-7000-8000-${String((lastKey += 1)).padStart(12, '0')}`;

export const payer: OrderRequest['payer'] = {
  name: 'Studio Bianchi e Associati',
  vatCode: '01879020517',
  address: 'Via Roma 1',
  postcode: '52100',
  municipality: 'Arezzo',
  province: 'AR',
  email: 'amministrazione@studiobianchi.example',
  eInvoiceAddress: 'ABC1234',
};

export interface AnswerRead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly json: unknown;
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Opens the counter on a real day. It is signed in unless `signIn` is false. */
export async function openCounter({
  day = '2026-11-24',
  store = memoryStore(),
  signIn = true,
  limits = 'off',
  lines,
  gather,
}: {
  day?: string;
  store?: ReturnType<typeof memoryStore>;
  signIn?: boolean;
  limits?: 'on' | 'off';
  lines?: LineStore;
  gather?: () => Promise<void>;
} = {}) {
  let now = noon(day);
  let ids = 0;
  const backend = embeddedBackend({
    store,
    clock: { now: () => now },
    scheduler: systemScheduler,
    ids: { next: () => `token-${(ids += 1)}-${Math.floor(now)}` },
    log: { info: () => undefined, error: () => undefined },
    limits,
    ...(lines === undefined ? {} : { lines }),
    ...(gather === undefined ? {} : { gather }),
  });
  let token = '';

  const raw = (request: Partial<HttpRequest> & Pick<HttpRequest, 'path'>): Promise<HttpAnswer> =>
    backend.fetch({
      method: 'GET',
      timeoutMs: 5000,
      ...request,
      headers: { ...(token === '' ? {} : { authorization: `Bearer ${token}` }), ...request.headers },
    });

  async function ask(request: Partial<HttpRequest> & Pick<HttpRequest, 'path'>): Promise<AnswerRead> {
    const answer = await raw(request);
    if (answer.kind !== 'answer') throw new Error(answer.kind);
    return { status: answer.status, headers: answer.headers, text: answer.body, json: jsonOf(answer.body) };
  }

  const get = (path: string) => ask({ path });
  const send = (
    path: string,
    body: unknown,
    key: string | null = newKey(),
    method: 'POST' | 'PUT' | 'DELETE' = 'POST',
    headers: Record<string, string> = {},
  ) =>
    ask({
      method,
      path,
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        ...(key === null ? {} : { 'idempotency-key': key }),
        ...headers,
      },
    });
  const grant = (form: Record<string, string>) =>
    ask({
      method: 'POST',
      path: '/auth/signin',
      body: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  async function enter() {
    const opened = tokenSchema.parse((await grant({ grant_type: 'password', ...sampleAccount })).json);
    token = opened.access_token;
    return opened;
  }
  if (signIn) await enter();

  const state = async () => simulatorStateSchema.parse((await get('/simulator/state')).json);
  const today = async (): Promise<Day> => (await state()).day;

  return {
    raw,
    ask,
    get,
    send,
    grant,
    enter,
    store,
    notice: backend.notice,
    state,
    today,
    useToken: (value: string) => (token = value),
    passTime: (ms: number) => (now += ms),
    realDay: () => romeDay(now),
    place: async (request: OrderRequest, key?: string) =>
      orderAnswerSchema.parse((await send('/api/v2/orders', request, key)).json),
    cancel: async (orderNumber: string, key?: string) =>
      orderAnswerSchema.parse((await send(`/api/v2/orders/${orderNumber}/cancel`, {}, key)).json),
    act: async (action: SimulatorAction) =>
      simulatorAnswerSchema.parse((await send('/simulator/actions', action, null)).json),
    fault: (fault: object) => send('/simulator/faults', fault, null),
    order: async (orderNumber: string | null) =>
      orderSchema.parse((await get(`/api/v2/orders/${orderNumber}`)).json),
    service: async (id: string | null) => serviceSchema.parse((await get(`/api/v2/services/${id}`)).json),
    changes: async (cursor = 0, size = 100) =>
      changesSchema.parse((await get(`/api/v2/changes?cursor=${cursor}&size=${size}`)).json),
    inDays: async (days: number) => addDays(await today(), days),
  };
}

export type Counter = Awaited<ReturnType<typeof openCounter>>;
