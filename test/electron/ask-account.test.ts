// The adapter of rule L over real HTTP: what a host on loopback does is what Aruba may do.
import { afterEach, describe, expect, test } from 'vitest';
import type { AccountAnswer } from '../../core/account/account-ports.ts';
import type { AccountCall } from '../../core/account/calls.ts';
import { askAccount } from '../../electron/adapters/ask-account.ts';
import {
  html,
  json,
  startFakeAruba,
  tokenBody,
  userInfoBody,
  type FakeAruba,
  type Reply,
} from '../support/fake-aruba.ts';

const password = 'Segreta 1&%à';
const signIn: AccountCall = { kind: 'sign-in', credentials: { username: 'ARUBA01234560512', password } };
const userInfo: AccountCall = { kind: 'user-info', token: 'token-1' };

let host: FakeAruba;
const start = async (replies: FakeAruba['replies'] = {}): Promise<void> => {
  host = await startFakeAruba(replies);
};
afterEach(() => host.close());

describe('the three calls', () => {
  test('go out as Aruba wants them, without cookies', async () => {
    await start({
      '/auth/signin': json(tokenBody),
      '/auth/userInfo': json(userInfoBody),
      '/auth/multicedenti': json({ content: [] }),
    });
    const ask = askAccount(host.url);
    expect(await ask(signIn).answer).toEqual({
      kind: 'answer',
      status: 200,
      body: JSON.stringify(tokenBody),
    });
    await ask(userInfo).answer;
    await ask({ kind: 'multicedenti', token: 'token-1', page: 3 }).answer;
    expect(host.asked.map(({ method, path, query }) => `${method} ${path}${query}`)).toEqual([
      'POST /auth/signin',
      'GET /auth/userInfo',
      'GET /auth/multicedenti?page=3&size=100',
    ]);
    expect(Object.fromEntries(new URLSearchParams(host.asked[0]?.body))).toEqual({
      grant_type: 'password',
      username: 'ARUBA01234560512',
      password,
    });
    expect(host.asked[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    for (const { headers } of host.asked.slice(1)) expect(headers.authorization).toBe('Bearer token-1');
    for (const { headers } of host.asked) {
      expect(headers.cookie).toBeUndefined();
      expect(headers['accept-encoding']).toBe('identity');
    }
  });

  test.each([
    'https://demoauth.fatturazioneelettronica.aruba.it',
    'https://auth.fatturazioneelettronica.aruba.it.example.com',
    'http://auth.fatturazioneelettronica.aruba.it',
    'https://127.0.0.1:8740',
    'http://localhost:8740',
  ])('never go to %s', async (base) => {
    await start();
    expect(() => askAccount(base)).toThrow('account-host');
  });
});

describe('what the host may do', () => {
  const answerOf = async (reply: Reply, limits = {}): Promise<AccountAnswer> => {
    await start({ '/auth/userInfo': reply });
    return askAccount(host.url, limits)(userInfo).answer;
  };

  test('a redirect is not followed, not even on the same host', async () => {
    await start();
    host.replies['/auth/userInfo'] = { kind: 'redirect', to: `${host.url}/auth/multicedenti` };
    host.replies['/auth/multicedenti'] = json({ content: [] });
    expect(await askAccount(host.url)(userInfo).answer).toEqual({ kind: 'redirect' });
    expect(host.asked).toHaveLength(1);
  });

  test('a cut connection has no answer', async () => {
    expect(await answerOf({ kind: 'cut' })).toEqual({ kind: 'no-answer' });
  });

  test('a slow answer is given up', async () => {
    expect(await answerOf({ kind: 'slow' }, { timeoutMs: 200 })).toEqual({ kind: 'no-answer' });
  });

  test('2 MB are not read to the end', async () => {
    expect((await answerOf({ kind: 'big', bytes: 2_000_000 })).kind).toBe('too-big');
  });

  test('the longest body that is read is 256 KB', async () => {
    const body = 'x'.repeat(256 * 1024);
    // Only the kind is compared: the difference of two such bodies takes minutes to print.
    expect((await answerOf({ kind: 'answer', status: 200, body })).kind).toBe('answer');
    await host.close();
    expect((await answerOf({ kind: 'answer', status: 200, body: `${body}x` })).kind).toBe('too-big');
  });

  test('an HTML page passes as it is, with its status', async () => {
    expect(await answerOf(html(429))).toMatchObject({ kind: 'answer', status: 429 });
  });

  test('bytes that are no text do not throw', async () => {
    expect(await answerOf({ kind: 'answer', status: 200, body: '\uD800\0' })).toMatchObject({
      kind: 'answer',
    });
  });

  test('a host that is not there was never reached', async () => {
    await start();
    await host.close();
    expect(await askAccount(host.url)(userInfo).answer).toEqual({ kind: 'unreachable' });
    await start();
  });

  test('the person stops it', async () => {
    await start({ '/auth/signin': { kind: 'slow' } });
    const asked = askAccount(host.url)(signIn);
    await expect.poll(() => host.asked.length).toBe(1);
    asked.stop();
    expect(await asked.answer).toEqual({ kind: 'stopped' });
  });
});
