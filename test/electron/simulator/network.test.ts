import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { afterEach, expect, test } from 'vitest';
import type { HttpRequest } from '../../../core/ports.ts';
import { tokenSchema } from '../../../core/aruba/protocol.ts';
import { httpFetch } from '../../../electron/adapters/http-fetch.ts';
import { systemScheduler } from '../../../electron/adapters/system.ts';
import { jsonFile } from '../../../electron/simulator/state/json-file.ts';
import { addressOf, localOnly } from '../../../electron/simulator/http/local-only.ts';
import { openBackend } from '../../../electron/simulator/open-backend.ts';
import { sampleAccount } from '../../../electron/simulator/sample/sample.ts';
import type { SimulatorDocument } from '../../../electron/simulator/state/state.ts';
import { noon } from './counter.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'allinea-backend-'));
  closing.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
};

const clock = { now: () => noon('2026-11-24') };
const silent = { info: () => undefined, error: () => undefined };
const get: Omit<HttpRequest, 'path'> = { method: 'GET', headers: {}, timeoutMs: 5000 };

/** The backend alone on a free port, as `npm run backend` serves it. */
async function alone(file = join(folder(), 'backend.json')) {
  let ids = 0;
  const { app, notice } = openBackend({
    store: jsonFile<SimulatorDocument>(file, clock),
    clock,
    scheduler: systemScheduler,
    ids: { next: () => `id-${(ids += 1)}` },
    log: silent,
    clientOf: addressOf,
  });
  const server = serve({ fetch: localOnly(app), hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  const { port } = server.address() as AddressInfo;
  return { fetch: httpFetch(`http://127.0.0.1:${port}`), notice, port, file };
}

/** A server that misbehaves at every request. Returns its port. */
async function rude(answer: Parameters<typeof createServer>[1]): Promise<number> {
  const server = createServer(answer ?? (() => undefined));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

test('the same application answers over a network, and is durable in a file', async () => {
  const { fetch, file } = await alone();
  const body = new URLSearchParams({ grant_type: 'password', ...sampleAccount }).toString();
  const signedIn = await fetch({
    ...get,
    method: 'POST',
    path: '/auth/signin',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(signedIn).toMatchObject({ kind: 'answer', status: 200 });
  const { access_token } = tokenSchema.parse(JSON.parse(signedIn.kind === 'answer' ? signedIn.body : ''));
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ sessions: [{ accessToken: access_token }] });
  const cart = await fetch({
    ...get,
    path: '/api/v2/carts/client-1',
    headers: { authorization: `Bearer ${access_token}` },
  });
  expect(cart).toMatchObject({
    kind: 'answer',
    status: 200,
    headers: { etag: '"0"' },
    body: '{"cartId":"client-1","version":0,"content":null,"writes":[]}',
  });
  const put = await fetch({
    method: 'PUT',
    path: '/api/v2/carts/client-1',
    body: '{"content":null}',
    headers: {
      authorization: `Bearer ${access_token}`,
      'if-match': '"0"',
      'idempotency-key': '01930000-0000-7000-8000-000000000001',
    },
    timeoutMs: 5000,
  });
  expect(put).toMatchObject({ kind: 'answer', status: 200, headers: { etag: '"1"' } });
});

test('requests a minute are counted over a network too', async () => {
  const { fetch } = await alone();
  const body = new URLSearchParams({ grant_type: 'password', ...sampleAccount }).toString();
  const enter = () =>
    fetch({
      ...get,
      method: 'POST',
      path: '/auth/signin',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  expect(await enter()).toMatchObject({ kind: 'answer', status: 200 });
  expect(await enter()).toMatchObject({ kind: 'answer', status: 429 });
});

test('a damaged file is kept and said', async () => {
  const made = folder();
  const file = join(made, 'backend.json');
  writeFileSync(file, '{"schemaVersion":1,');
  const { notice, fetch } = await alone(file);
  expect(notice?.kind).toBe('simulator-reset');
  expect(readdirSync(made)).toContain(notice?.movedTo);
  expect(readFileSync(join(made, notice?.movedTo ?? ''), 'utf8')).toBe('{"schemaVersion":1,');
  expect(await fetch({ ...get, path: '/simulator/state' })).toMatchObject({ status: 200 });
});

test('web pages are refused: by their Origin, and by a Host that is not this computer', async () => {
  const { fetch, port } = await alone();
  expect(
    await fetch({ ...get, path: '/simulator/state', headers: { origin: 'https://example.com' } }),
  ).toMatchObject({ status: 403 });
  const { app } = openBackend({
    store: jsonFile(join(folder(), 'b.json'), clock),
    clock,
    scheduler: systemScheduler,
    ids: { next: () => 'id' },
    log: silent,
  });
  const rebound = await localOnly(app)(
    new Request(`http://evil.example:${port}/simulator/state`),
    {} as never,
  );
  expect(rebound.status).toBe(403);
});

test.each(['offline', 'no-answer', 'no-answer-after'])(
  'the fault `%s` breaks the connection',
  async (kind) => {
    const { fetch } = await alone();
    await fetch({
      ...get,
      method: 'POST',
      path: '/simulator/faults',
      body: JSON.stringify({ kind, times: 1 }),
    });
    expect(await fetch({ ...get, path: '/api/v2/services' })).toEqual({ kind: 'no-answer' });
    expect(await fetch({ ...get, path: '/api/v2/services' })).toMatchObject({ status: 401 });
  },
);

test('nobody listens, no such name: unreachable, surely not processed', async () => {
  const port = await rude(() => undefined);
  for (const close of closing.splice(0)) await close();
  expect(await httpFetch(`http://127.0.0.1:${port}`)({ ...get, path: '/' })).toEqual({ kind: 'unreachable' });
  expect(await httpFetch('http://no-such-host.invalid')({ ...get, path: '/' })).toEqual({
    kind: 'unreachable',
  });
  expect(await httpFetch('http://127.0.0.1:1')({ ...get, path: 'http://example.com/' })).toEqual({
    kind: 'unreachable',
  });
});

test('sent and then silence, a reset or half an answer: nobody knows', async () => {
  const silence = await rude(() => undefined);
  expect(await httpFetch(`http://127.0.0.1:${silence}`)({ ...get, path: '/', timeoutMs: 50 })).toEqual({
    kind: 'no-answer',
  });
  const reset = await rude((request) => request.socket.destroy());
  expect(await httpFetch(`http://127.0.0.1:${reset}`)({ ...get, path: '/' })).toEqual({ kind: 'no-answer' });
  const half = await rude((request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half');
    setTimeout(() => request.socket.destroy(), 10);
  });
  expect(await httpFetch(`http://127.0.0.1:${half}`)({ ...get, path: '/' })).toEqual({ kind: 'no-answer' });
});

test('redirects are not followed, and header names come in lower case', async () => {
  const port = await rude((_request, response) => {
    response.writeHead(302, { Location: 'http://example.com/', 'X-Some-Header': 'Yes' });
    response.end();
  });
  expect(await httpFetch(`http://127.0.0.1:${port}`)({ ...get, path: '/' })).toMatchObject({
    kind: 'answer',
    status: 302,
    headers: { 'x-some-header': 'Yes' },
  });
});
