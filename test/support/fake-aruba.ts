// Aruba's sign-in host on loopback, as public clients have seen it (rule L): real HTTP, so that redirects,
// cut connections and slow answers are what they are outside. Nothing of it is ever part of the program.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the host does with a request. */
export type Reply =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string; readonly type?: string }
  /** Sends the head and half of the body, then drops the connection. */
  | { readonly kind: 'cut' }
  /** Never answers. */
  | { readonly kind: 'slow' }
  /** Sends `bytes` without saying how many. */
  | { readonly kind: 'big'; readonly bytes: number }
  | { readonly kind: 'redirect'; readonly to: string };

export interface AskedFor {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

export type HostPath = '/auth/signin' | '/auth/userInfo' | '/auth/multicedenti';

export interface FakeAruba {
  readonly url: string;
  readonly asked: AskedFor[];
  /** What each path answers from now on. */
  readonly replies: Partial<Record<HostPath, Reply | ((asked: AskedFor) => Reply)>>;
  close(): Promise<void>;
}

export const json = (value: unknown, status = 200): Reply => ({
  kind: 'answer',
  status,
  body: JSON.stringify(value),
});
export const html = (status: number, body = '<html><h1>Too Many Requests</h1></html>'): Reply => ({
  kind: 'answer',
  status,
  body,
  type: 'text/html',
});

/** The body of a sign-in as domain.md 6.2 has it. */
export const tokenBody = {
  access_token: 'token-1',
  token_type: 'bearer',
  expires_in: 1800,
  refresh_token: 'refresh-1',
  userName: 'ARUBA01234560512',
  'as:client_id': 'auth',
  '.issued': 'Sat, 28 Nov 2026 09:00:00 GMT',
  '.expires': 'Sat, 28 Nov 2026 09:30:00 GMT',
};

/** The body of userInfo. */
export const userInfoBody = {
  username: 'ARUBA01234560512',
  pec: 'studio@pec.example.it',
  userDescription: 'Studio Marchetti',
  countryCode: 'IT',
  vatCode: '01234560512',
  fiscalCode: '01234560512',
  accountStatus: { expired: false, expirationDate: '2027-04-20' },
  usageStatus: { usedSpaceKB: 356_000, maxSpaceKB: 1_048_576 },
};

/** One entry of multicedenti. */
export const listedBody = (index: number) => ({
  id: `id-${index}`,
  description: `Cliente ${index}`,
  countryCode: 'IT',
  vatCode: String(10_000_000_000 + index),
  usedSpaceKB: index * 100,
  creationDate: '2024-02-01T09:30:00.000+0000',
  status: 'ACTIVE',
});

/** A page in the form of domain.md 6.3. `from`: whether the query counts from 0 or from 1. */
export const pagedBody =
  (total: number, from: 0 | 1) =>
  ({ query }: Pick<AskedFor, 'query'>): Reply => {
    const asked = new URLSearchParams(query);
    const [page, size] = [Number(asked.get('page')), Number(asked.get('size'))];
    if (page < from) return json({ error: 'invalid_request' }, 400);
    const start = (page - from) * size;
    const content = Array.from({ length: total }, (_, index) => listedBody(index)).slice(start, start + size);
    const totalPages = Math.ceil(total / size);
    return json({
      content,
      first: page === from,
      last: page - from >= totalPages - 1,
      number: page,
      numberOfElements: content.length,
      size,
      totalElements: total,
      totalPages,
    });
  };

function send(response: ServerResponse, reply: Reply): void {
  // A cookie that must never come back.
  const headers = { 'set-cookie': 'session=1; Path=/' };
  switch (reply.kind) {
    case 'answer':
      response.writeHead(reply.status, { ...headers, 'content-type': reply.type ?? 'application/json' });
      response.end(reply.body);
      return;
    case 'cut':
      response.writeHead(200, { ...headers, 'content-type': 'application/json', 'content-length': '4000' });
      response.write('{"access_token":"');
      setTimeout(() => response.destroy(), 10);
      return;
    case 'slow':
      return;
    case 'big': {
      response.writeHead(200, { ...headers, 'content-type': 'application/json' });
      const block = ' '.repeat(64 * 1024);
      for (let sent = 0; sent < reply.bytes; sent += block.length) response.write(block);
      response.end('{}');
      return;
    }
    case 'redirect':
      response.writeHead(302, { ...headers, location: reply.to });
      response.end();
  }
}

const nowhere: Reply = { kind: 'answer', status: 404, body: '' };

/** Starts the host. It answers 404 until a path has a reply. */
export async function startFakeAruba(replies: FakeAruba['replies'] = {}): Promise<FakeAruba> {
  const asked: AskedFor[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
      const call: AskedFor = {
        method: request.method ?? '',
        path: pathname,
        query: search,
        body: Buffer.concat(chunks).toString(),
        headers: request.headers,
      };
      asked.push(call);
      const reply = replies[pathname as HostPath] ?? nowhere;
      send(response, typeof reply === 'function' ? reply(call) : reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    replies,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
