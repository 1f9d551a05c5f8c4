// A server that desks know by the fingerprint of its own certificate.
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpFetch } from '../../electron/adapters/http-fetch.ts';
import { pinnedNetwork } from '../../electron/adapters/pinned-network.ts';
import { ownCertificate } from '../../electron/studio-server/certificate.ts';

const folder = mkdtempSync(join(tmpdir(), 'allinea-certificate-'));
const certificate = ownCertificate(folder, Date.now());
const heard: string[] = [];
const server = createServer(certificate, (request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    heard.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''} ${body}`);
    if (request.url === '/gone') return void response.socket?.destroy();
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"program":"allinea-studio"}');
  });
});
let address = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const post = (path: string) => ({
  method: 'POST' as const,
  path,
  headers: { authorization: 'Bearer secret' },
  body: 'body',
  timeoutMs: 5000,
});
const asking = (fingerprint: string) => httpFetch(address, { ask: pinnedNetwork(fingerprint) });

test('the certificate is made once, holds for years, and only its owner may read the key', () => {
  const again = ownCertificate(folder, Date.now() + 1_000_000);
  expect(again.fingerprint).toBe(certificate.fingerprint);
  const read = new X509Certificate(readFileSync(join(folder, 'certificate.pem')));
  expect(read.subject).toBe('CN=Allinea');
  expect(read.ca).toBe(false);
  expect(read.verify(read.publicKey)).toBe(true);
  expect(Date.parse(read.validTo)).toBeGreaterThan(Date.now() + 19 * 365 * 86_400_000);
  expect(statSync(join(folder, 'certificate.pem')).mode & 0o077).toBe(0);
});

test('the server with this certificate answers, over the same connection again and again', async () => {
  const ask = asking(certificate.fingerprint);
  for (const path of ['/v1/health', '/v1/health?again'])
    expect(await ask(post(path))).toMatchObject({
      kind: 'answer',
      status: 200,
      body: expect.stringContaining('allinea'),
    });
  expect(heard).toEqual(['POST /v1/health Bearer secret body', 'POST /v1/health?again Bearer secret body']);
  expect(await ask(post('/gone'))).toEqual({ kind: 'no-answer' });
});

test('a server with another certificate gets nothing, not even the head of a request', async () => {
  heard.length = 0;
  const other = ownCertificate(join(folder, 'other'), Date.now());
  expect(await asking(other.fingerprint)(post('/v1/health'))).toEqual({ kind: 'unreachable' });
  expect(await asking('')(post('/v1/health'))).toEqual({ kind: 'unreachable' });
  expect(heard).toEqual([]);
});

test('no server is no answer, within its time', async () => {
  const nobody = httpFetch('https://127.0.0.1:1', { ask: pinnedNetwork(certificate.fingerprint) });
  expect(await nobody(post('/'))).toEqual({ kind: 'unreachable' });
});
