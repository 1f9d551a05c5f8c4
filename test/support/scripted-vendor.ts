// A vendor whose answers the test writes, and secrets in memory. For tests of the session and the client.
import { createAccess } from '../../core/aruba/access.ts';
import type { HttpAnswer, HttpRequest, Secrets } from '../../core/ports.ts';
import { fakeClock } from './fake-clock.ts';

export const answer = (status: number, body: unknown = {}): HttpAnswer => ({
  kind: 'answer',
  status,
  headers: {},
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

export const html = '<!DOCTYPE html><html><body>Sito in manutenzione</body></html>';
export const invalidGrant = answer(400, { error: 'invalid_grant', error_description: 'no' });

export const tokens = (access: string, refresh = `refresh of ${access}`, seconds = 1800) =>
  answer(200, {
    access_token: access,
    token_type: 'bearer',
    expires_in: seconds,
    refresh_token: refresh,
    userName: '1234567@aruba.it',
    'as:client_id': 'Auth',
    '.issued': '',
    '.expires': '',
  });

export function memorySecrets(): Secrets & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    read: (name) => kept.get(name),
    write: (name, value) => {
      if (value === undefined) kept.delete(name);
      else kept.set(name, value);
    },
  };
}

type Reply = HttpAnswer | Promise<HttpAnswer> | undefined;

/**
 * A session over `reply`, which receives every request. If it returns undefined, the answer is a plain 200.
 */
export function sessionBench(reply: (request: HttpRequest) => Reply, secrets = memorySecrets()) {
  const clock = fakeClock();
  const requests: HttpRequest[] = [];
  const session = createAccess({
    clock,
    secrets,
    fetch: async (request) => {
      requests.push(request);
      return (await reply(request)) ?? answer(200);
    },
  });
  const grants = () =>
    requests
      .filter(({ path }) => path === '/auth/signin')
      .map(({ body }) => new URLSearchParams(body).get('grant_type'));
  return {
    session,
    clock,
    secrets,
    requests,
    grants,
    tokensSent: () => requests.flatMap(({ headers }) => headers['authorization'] ?? []),
  };
}

export const isGrant = (request: HttpRequest, type: 'password' | 'refresh_token'): boolean =>
  request.path === '/auth/signin' && new URLSearchParams(request.body).get('grant_type') === type;

/** A promise that the test resolves. */
export function later<T>() {
  let give = (_value: T): void => undefined;
  const promise = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}
