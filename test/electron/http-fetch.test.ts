// S2: what a backend on a network may answer. Bytes are counted after unpacking.
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { httpFetch } from '../../electron/adapters/http-fetch.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serving(listener: RequestListener): Promise<string> {
  const server = createServer({ maxHeaderSize: 1024 * 1024 }, listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const ask = (address: string, mostBytes?: number, timeoutMs = 5000) =>
  httpFetch(
    address,
    mostBytes === undefined ? {} : { mostBytes },
  )({ method: 'GET', path: '/', headers: {}, timeoutMs });

describe('an answer of a backend', () => {
  test('up to the limit is read, and one byte more is not', async () => {
    const address = await serving((_, response) => response.end('x'.repeat(1000)));
    expect(await ask(address, 1000)).toMatchObject({ kind: 'answer', body: 'x'.repeat(1000) });
    expect(await ask(address, 999)).toEqual({ kind: 'too-big' });
  });

  test('S2: packed small and unpacked huge, it ends at the limit, and the program keeps its memory', async () => {
    const bomb = gzipSync(Buffer.alloc(512 * 1024 * 1024));
    const address = await serving((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    const before = process.memoryUsage.rss();
    expect(await ask(address)).toEqual({ kind: 'too-big' });
    expect(process.memoryUsage.rss() - before).toBeLessThan(256 * 1024 * 1024);
  });

  test('S2: without end, it ends at the limit, or when the time of the request is over', async () => {
    const endless = await serving((request, response) => {
      const timer = setInterval(() => response.write('x'.repeat(10_000)), 1);
      request.on('close', () => clearInterval(timer));
    });
    expect(await ask(endless, 100_000)).toEqual({ kind: 'too-big' });
    const slow = await serving((_, response) => void response.write('x'));
    expect(await ask(slow, 1000, 200)).toEqual({ kind: 'no-answer' });
  });

  test('S2: with too large a head, it is refused', async () => {
    const address = await serving((_, response) =>
      response.writeHead(200, { 'x-large': 'x'.repeat(200_000) }).end('{}'),
    );
    expect(await ask(address)).toEqual({ kind: 'too-big' });
  });
});
