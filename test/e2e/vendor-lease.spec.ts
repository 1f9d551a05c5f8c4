// Two server processes on one PostgreSQL, and a simulated vendor. The process that holds the lease is stopped
// in the middle of an order, and killed in the middle of another one: exactly one order each.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { simulatorStateSchema } from '../../core/aruba/protocol.ts';
import { cartFigures } from '../../core/desk/cart/cart-figures.ts';
import type { AppState } from '../../core/desk/rows/state.ts';
import { romeDay } from '../../core/kernel/day.ts';
import type { HttpAnswer } from '../../core/ports.ts';
import { readStudioLink } from '../../core/shared/invitation.ts';
import { answers, protocolVersion } from '../../core/shared/protocol.ts';
import { stateAt } from '../../core/shared/server/studio-state.ts';
import type { StoredRow } from '../../core/shared/studio-database.ts';
import { systemClock, systemIds, systemScheduler } from '../../electron/adapters/system.ts';
import { embeddedBackend } from '../../electron/simulator/embedded.ts';
import { sampleAccount } from '../../electron/simulator/sample/sample.ts';
import type { SimulatorDocument } from '../../electron/simulator/state/state.ts';
import type { OwnPostgres } from '../../electron/studio-server/own-postgres.ts';
import { openSql, type Sql } from '../../electron/studio-server/sql.ts';
import { memoryDisk } from '../support/crashing-disk.ts';
import { quietLog } from '../support/counting-ids.ts';
import { realPostgres } from '../support/real-postgres.ts';

test.describe.configure({ mode: 'serial' });

const script = fileURLToPath(new URL('../../out/main/studio.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'allinea-lease-'));
let postgres: OwnPostgres;
let sql: Sql;
let vendor: Server;
let vendorAt = '';
let studio = '';
let seq = 0;
const desk = { client: randomUUID(), token: randomBytes(32).toString('hex') };
const processes: { readonly child: ChildProcess; readonly address: string }[] = [];

/** Called with what lets the answer to the next order leave. The vendor has taken the order then. */
let holdBack: ((leaves: () => void) => void) | null = null;
/** How often the vendor was asked for what is new. */
let asked = 0;
/** The keys of all orders that were sent. */
const keys: string[] = [];

const session = memoryDisk().start();
const { fetch: askVendor } = embeddedBackend({
  store: session.store<SimulatorDocument>('simulator'),
  lines: session.lines('simulator'),
  clock: systemClock,
  scheduler: systemScheduler,
  ids: systemIds,
  log: quietLog,
  limits: 'off',
});

async function serveVendor(): Promise<void> {
  vendor = createServer((request, response) => {
    void (async () => {
      const { method = 'GET', url = '/' } = request;
      const answer: HttpAnswer = await askVendor({
        method: method as 'GET',
        path: url,
        headers: request.headers as Record<string, string>,
        timeoutMs: 10_000,
        ...(method === 'GET' ? {} : { body: await text(request) }),
      });
      if (method === 'GET') asked += 1;
      if (answer.kind !== 'answer') {
        response.destroy();
        return;
      }
      if (method === 'POST' && url === '/api/v2/orders') {
        keys.push(String(request.headers['idempotency-key']));
        const hold = holdBack;
        holdBack = null;
        await new Promise<void>((go) => {
          if (hold === null) go();
          else hold(go);
        });
      }
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    })();
  });
  await once(vendor.listen(0, '127.0.0.1'), 'listening');
  vendorAt = `http://127.0.0.1:${(vendor.address() as AddressInfo).port}`;
}

const env = () => ({ ...process.env, DATABASE_URL: postgres.url });
const order = async (...words: readonly string[]): Promise<string> =>
  (
    await promisify(execFile)(process.execPath, [script, ...words, `--data=${folder}`], { env: env() })
  ).stdout.trim();

async function startProcess(): Promise<void> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  const child = spawn(process.execPath, [script, 'serve', `--data=${folder}`, `--port=${port}`], {
    env: env(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  processes.push({ child, address: `http://127.0.0.1:${port}` });
}

async function ask(at: number, method: 'GET' | 'POST', call: string, body?: unknown): Promise<unknown> {
  const send = () =>
    fetch(`${processes[at]?.address}/v1/studios/${studio}/${call}`, {
      method,
      headers: { authorization: `Bearer ${desk.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  // A kept connection may just have been closed. A desk asks again too, with the same numbers.
  const answer = await send().catch(send);
  if (answer.status !== 200) throw new Error(`${call}: ${answer.status}`);
  return answer.json();
}

async function state(at: number): Promise<AppState> {
  const query = `client=${desk.client}&protocol=${protocolVersion}&version=0&table=&id=&heard=0`;
  const page = answers.page.parse(await ask(at, 'GET', `pull?${query}`));
  const rows = page.rows.map(([table, id, value]) => ({ table, id, version: page.version, value }));
  const known = await stateAt({ head: page, rowsAfter: async () => rows as StoredRow[] }, undefined);
  return known.at(known.dayAt(Date.now()));
}

async function give(at: number, command: unknown): Promise<void> {
  seq += 1;
  const sent = { seq, cid: systemIds.next(), at: Date.now(), day: romeDay(Date.now()), command };
  const body = { client: desk.client, protocol: protocolVersion, commands: [sent] };
  const { results } = answers.pushed.parse(await ask(at, 'POST', 'push', body));
  expect(results[0]?.refusal).toBeNull();
}

/** Confirms an order for a service at one process. */
async function confirm(at: number, service: string): Promise<void> {
  await give(at, { type: 'cart/open', serviceId: service });
  const cartId = `service-${service}`;
  await give(at, { type: 'cart/quantity', cartId, quantity: 1 });
  const now = await state(at);
  const cart = now.workspace.carts.get(cartId);
  const figures = cart === undefined ? undefined : cartFigures(now, cart);
  if (figures?.ok !== true) throw new Error(JSON.stringify(figures));
  await give(at, {
    type: 'order/confirm',
    cartId,
    payer: now.workspace.firm.get('firm')?.payer,
    method: 'bank-transfer',
    clausesAccepted: true,
    shownGross: figures.value.gross,
  });
}

/** The orders that the vendor has of this studio, by service. */
async function ordersAtVendor(service: string) {
  const answer = await askVendor({ method: 'GET', path: '/simulator/state', headers: {}, timeoutMs: 5000 });
  if (answer.kind !== 'answer') throw new Error(answer.kind);
  return simulatorStateSchema
    .parse(JSON.parse(answer.body))
    .orders.filter(({ serviceId, clientReference }) => serviceId === service && clientReference !== null);
}

const lease = async (): Promise<{ fence: number; holder: string | null }> => {
  const [row] = await sql.query<{ fence: number; holder: string | null }>(
    'select fence, holder from vendor_link where studio = $1',
    [studio],
  );
  if (row === undefined) throw new Error('There is no link');
  return row;
};

test.beforeAll(async () => {
  test.setTimeout(120_000);
  await serveVendor();
  postgres = await realPostgres();
  studio = await order('create', 'Studio Bianchi', '--sample', `--backend=${vendorAt}`);
  sql = openSql(postgres.url, quietLog);
  const link = await order('invite', studio, 'maria', 'Maria Bassi', 'administer');
  await startProcess();
  await startProcess();
  const { code } = readStudioLink(link) ?? {};
  await ask(0, 'POST', 'pair', { code, ...desk });
  const { username, password } = sampleAccount;
  const wish = { kind: 'sign-in', username, password };
  expect(await ask(1, 'POST', 'vendor', { client: desk.client, wish })).toEqual({ refusal: null });
  await expect
    .poll(async () => (await state(0)).workspace.vendorMarks.get('vendor')?.link, { timeout: 20_000 })
    .toBe('online');
});
test.afterAll(async () => {
  for (const { child } of processes) child.kill('SIGKILL');
  vendor.closeAllConnections();
  vendor.close();
  await sql.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Ends the lease as if its time had passed. */
const expire = (): Promise<unknown> => sql.query('update vendor_link set lease_until = 0');

/**
 * Confirms an order, and does something to the process that has just sent it. The vendor has taken the order
 * then, and its answer has not left. Another process goes on. Returns what lets the answer leave.
 */
async function interrupted(
  service: string,
  interrupt: (child: ChildProcess) => void,
): Promise<{ readonly child: ChildProcess; readonly answers: () => void; readonly fence: number }> {
  const arrived = new Promise<() => void>((resolve) => {
    holdBack = resolve;
  });
  await confirm(1, service);
  const leaves = await arrived;
  const { holder, fence } = await lease();
  const pid = Number(holder?.split(' ')[0]);
  const child = processes.map((one) => one.child).find((one) => one.pid === pid);
  if (child === undefined) throw new Error(`No process has the lease: ${holder}`);
  interrupt(child);
  await expire();
  const other = processes.findIndex((one) => one.child !== child);
  // The other one asks the vendor again, and hears what has become of it.
  await expect.poll(async () => (await state(other)).workspace.outbox.size, { timeout: 30_000 }).toBe(0);
  expect((await lease()).fence).toBeGreaterThan(fence);
  return { child, answers: leaves, fence };
}

test('somebody wants to see what the vendor has: the holder asks it at once, whichever process was told', async () => {
  // By itself it asks every 15 s, so not four times in 12 s.
  for (const at of [0, 1, 0, 1]) {
    const before = asked;
    const wish = { kind: 'exchange' };
    expect(await ask(at, 'POST', 'vendor', { client: desk.client, wish })).toEqual({ refusal: null });
    await expect.poll(() => asked, { timeout: 3000 }).toBeGreaterThan(before);
  }
});

test('the holder of the lease is stopped in the middle of an order, and wakes up later: exactly one order', async () => {
  test.setTimeout(90_000);
  const { child, answers: leaves } = await interrupted('fe-studio', (holder) => holder.kill('SIGSTOP'));
  const after = await lease();
  leaves();
  child.kill('SIGCONT');
  // It hears the answer, and writes nothing: its fence is old. Then it goes on as one that holds nothing.
  await new Promise((resolve) => setTimeout(resolve, 7000));
  expect((await lease()).fence).toBe(after.fence);
  const [placed, ...others] = await ordersAtVendor('fe-studio');
  expect(others).toEqual([]);
  expect(keys).toEqual([placed?.clientReference, placed?.clientReference]);
  for (const at of [0, 1]) {
    const { workspace, replica } = await state(at);
    expect(workspace.outbox.size).toBe(0);
    expect(replica.orders.get(placed?.orderNumber ?? '')?.clientReference).toBe(placed?.clientReference);
  }
});

test('the holder is killed in the middle of an order: exactly one order', async () => {
  test.setTimeout(90_000);
  keys.length = 0;
  await interrupted('fe-rossi', (holder) => holder.kill('SIGKILL'));
  const [placed, ...others] = await ordersAtVendor('fe-rossi');
  expect(others).toEqual([]);
  expect(keys).toEqual([placed?.clientReference, placed?.clientReference]);
});
