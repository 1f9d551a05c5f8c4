import { describe, expect, test } from 'vitest';
import type { HttpAnswer, HttpRequest } from '../../../core/ports.ts';
import {
  answer,
  html,
  invalidGrant,
  isGrant,
  later,
  sessionBench,
  tokens,
} from '../../support/scripted-vendor.ts';

const account = '1234567@aruba.it';
const ask: HttpRequest = {
  method: 'GET',
  path: '/api/v2/changes',
  headers: { accept: 'application/json' },
  timeoutMs: 1000,
};

/** Signed in with the token T1. `reply` answers all later requests. */
async function signedIn(reply: (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer> | undefined) {
  let open = false;
  const bench = sessionBench((request) => (open ? reply(request) : tokens('T1')));
  await bench.session.signIn(account, 'secret');
  open = true;
  bench.requests.length = 0;
  return bench;
}

const keptRefresh = (bench: ReturnType<typeof sessionBench>): unknown =>
  (JSON.parse(bench.secrets.kept.get('session') ?? '{}') as { refresh?: unknown }).refresh;

describe('signing in', () => {
  test('form-encoded, and special characters survive', async () => {
    const bench = sessionBench(() => tokens('T1'));
    const password = 'a&b=c d+è%€"';
    expect(await bench.session.signIn(account, password)).toEqual({ ok: true, value: null });
    const [request] = bench.requests;
    expect([request?.method, request?.path, request?.headers['content-type']]).toEqual([
      'POST',
      '/auth/signin',
      'application/x-www-form-urlencoded',
    ]);
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      grant_type: 'password',
      username: account,
      password,
    });
    // The password is not stored anywhere.
    expect(keptRefresh(bench)).toBe('refresh of T1');
    expect([...bench.secrets.kept.values()].join()).not.toContain(password);
  });

  test.each(['', ' 123@aruba.it', '123@aruba.it\n', 'mario rossi', '1\u0000@aruba.it', 'x'.repeat(101)])(
    'the account %j is refused without asking',
    async (username) => {
      const bench = sessionBench(() => tokens('T1'));
      expect(await bench.session.signIn(username, 'x')).toEqual({
        ok: false,
        error: { reason: 'bad-account-form' },
      });
      expect(bench.requests).toEqual([]);
    },
  );

  test.each([
    ['400 invalid_grant', invalidGrant, 'wrong-credentials'],
    [
      '400 of another kind',
      answer(400, { error: 'unsupported_grant_type', error_description: '' }),
      'unreadable-answer',
    ],
    ['400 as a page', answer(400, html), 'unreadable-answer'],
    ['200 as a page', answer(200, html), 'unreadable-answer'],
    ['200 without a token', answer(200, { token_type: 'bearer' }), 'unreadable-answer'],
    ['401', answer(401), 'unreadable-answer'],
    ['429 as a page', answer(429, html), 'rate-limited'],
    ['500', answer(500, html), 'unreadable-answer'],
    ['no connection', { kind: 'unreachable' }, 'unreachable'],
    ['no answer', { kind: 'no-answer' }, 'no-answer'],
  ] as const)('%s', async (_what, reply, reason) => {
    const bench = sessionBench(() => reply);
    expect(await bench.session.signIn(account, 'x')).toMatchObject({ ok: false, error: { reason } });
    expect(bench.secrets.kept.size).toBe(0);
  });

  test('a sign-in that fails does not end the session that is open', async () => {
    const bench = await signedIn((request) => (isGrant(request, 'password') ? invalidGrant : undefined));
    await bench.session.signIn(account, 'wrong');
    expect(await bench.session.send(ask)).toMatchObject({ kind: 'answer', status: 200 });
    expect(bench.tokensSent()).toEqual(['Bearer T1']);
  });
});

describe('sending with a token', () => {
  test('the token goes along, the request is otherwise untouched', async () => {
    const bench = await signedIn(() => undefined);
    await bench.session.send({ ...ask, method: 'POST', body: '{}', headers: { 'idempotency-key': 'k' } });
    expect(bench.requests).toEqual([
      { ...ask, method: 'POST', body: '{}', headers: { 'idempotency-key': 'k', authorization: 'Bearer T1' } },
    ]);
  });

  test('nobody signed in: only the person can go on, nothing is sent', async () => {
    const bench = sessionBench(() => undefined);
    expect([await bench.session.send(ask), bench.requests]).toEqual([{ kind: 'sign-in-needed' }, []]);
  });

  test('a token about to end is renewed first', async () => {
    const bench = await signedIn((request) => (isGrant(request, 'refresh_token') ? tokens('T2') : undefined));
    bench.clock.advance(1800_000 - 30_001);
    await bench.session.send(ask);
    bench.clock.advance(1);
    await bench.session.send(ask);
    expect([bench.tokensSent(), bench.grants()]).toEqual([['Bearer T1', 'Bearer T2'], ['refresh_token']]);
    expect(keptRefresh(bench)).toBe('refresh of T2');
  });

  test('after a restart the kept tokens serve on, without a sign-in; what cannot be read is as good as nothing', async () => {
    const bench = await signedIn(() => undefined);
    const again = sessionBench(() => undefined, bench.secrets);
    await again.session.send(ask);
    expect([again.tokensSent(), again.grants()]).toEqual([['Bearer T1'], []]);
    for (const bad of ['', 'null', '{"access":1}', html]) {
      bench.secrets.write('session', bad);
      expect(await sessionBench(() => undefined, bench.secrets).session.send(ask)).toEqual({
        kind: 'sign-in-needed',
      });
    }
  });

  test('ten requests at once share one renewal', async () => {
    const renewal = later<HttpAnswer>();
    const bench = await signedIn((request) =>
      isGrant(request, 'refresh_token') ? renewal.promise : undefined,
    );
    bench.clock.advance(3600_000);
    const answers = Array.from({ length: 10 }, () => bench.session.send(ask));
    renewal.give(tokens('T2'));
    expect((await Promise.all(answers)).every((one) => one.kind === 'answer' && one.status === 200)).toBe(
      true,
    );
    expect([bench.grants(), new Set(bench.tokensSent())]).toEqual([
      ['refresh_token'],
      new Set(['Bearer T2']),
    ]);
  });

  test('ten requests refused with 401, some answers late: one renewal, each sent once more', async () => {
    const slow = later<HttpAnswer>();
    let refused = 0;
    const bench = await signedIn((request) => {
      if (isGrant(request, 'refresh_token')) return tokens('T2');
      if (request.headers['authorization'] !== 'Bearer T1') return undefined;
      refused += 1;
      return refused > 5 ? slow.promise : answer(401);
    });
    const answers = Array.from({ length: 10 }, () => bench.session.send(ask));
    await Promise.all(answers.slice(0, 5));
    slow.give(answer(401));
    expect((await Promise.all(answers)).every((one) => one.kind === 'answer' && one.status === 200)).toBe(
      true,
    );
    expect([bench.grants(), bench.tokensSent().length]).toEqual([['refresh_token'], 20]);
  });

  test('401, renewed, 401 again: given up, not sent a third time', async () => {
    const bench = await signedIn((request) =>
      isGrant(request, 'refresh_token') ? tokens('T2') : answer(401),
    );
    expect(await bench.session.send(ask)).toMatchObject({ kind: 'answer', status: 401 });
    expect(bench.requests).toHaveLength(3);
  });

  test.each([
    ['400 invalid_grant', invalidGrant],
    ['401', answer(401)],
  ])(
    'the renewal is refused with %s: sign-in needed, and the secret is forgotten',
    async (_what, refusal) => {
      const bench = await signedIn((request) => (isGrant(request, 'refresh_token') ? refusal : answer(401)));
      expect(await bench.session.send(ask)).toEqual({ kind: 'sign-in-needed' });
      expect(bench.secrets.kept.size).toBe(0);
      expect(await bench.session.send(ask)).toEqual({ kind: 'sign-in-needed' });
      expect(bench.grants()).toHaveLength(1);
    },
  );

  test.each([
    ['no connection', { kind: 'unreachable' }],
    ['no answer', { kind: 'no-answer' }],
    ['a page', answer(200, html)],
    ['503', answer(503, html)],
  ] as const)(
    'the renewal meets %s: the request surely never left, and the secret is kept',
    async (_what, trouble) => {
      const bench = await signedIn((request) => (isGrant(request, 'refresh_token') ? trouble : undefined));
      bench.clock.advance(3600_000);
      expect(await bench.session.send(ask)).toEqual({ kind: 'unreachable' });
      expect([bench.secrets.kept.size, bench.tokensSent()]).toEqual([1, []]);
    },
  );

  test('the renewal meets "too many requests": that is the answer', async () => {
    const bench = await signedIn((request) =>
      isGrant(request, 'refresh_token') ? answer(429, html) : undefined,
    );
    bench.clock.advance(3600_000);
    expect(await bench.session.send(ask)).toMatchObject({ kind: 'answer', status: 429 });
  });

  test('after "too many requests" no sign-in and no renewal leaves for a minute, however often it is asked: each would start the minute anew', async () => {
    const bench = await signedIn((request) =>
      isGrant(request, 'refresh_token') ? answer(429, html) : undefined,
    );
    bench.clock.advance(3600_000);
    for (let count = 0; count < 5; count += 1)
      expect(await bench.session.send(ask)).toMatchObject({ status: 429 });
    bench.clock.advance(20_000);
    expect(await bench.session.signIn('1@aruba.it', 'x')).toEqual({
      ok: false,
      error: { reason: 'rate-limited', waitMs: 40_000 },
    });
    expect(bench.grants()).toHaveLength(1);
    bench.clock.advance(40_000);
    await bench.session.send(ask);
    expect(bench.grants()).toHaveLength(2);
  });

  test('a clock that was set back holds nobody up for ever', async () => {
    const bench = await signedIn((request) =>
      isGrant(request, 'refresh_token') ? answer(429, html) : undefined,
    );
    bench.clock.advance(3600_000);
    await bench.session.send(ask);
    bench.clock.advance(-86_400_000);
    await bench.session.signIn('1@aruba.it', 'x');
    expect(bench.grants()).toHaveLength(2);
  });

  test('a token that lives shorter than the margin still serves one request', async () => {
    const bench = await signedIn((request) =>
      isGrant(request, 'refresh_token') ? tokens('T2', 'R2', 1) : undefined,
    );
    bench.clock.advance(3600_000);
    expect(await bench.session.send(ask)).toMatchObject({ status: 200 });
    expect(bench.grants()).toHaveLength(1);
  });
});

describe('signing out', () => {
  test('forgets both tokens', async () => {
    const bench = await signedIn(() => undefined);
    bench.session.signOut();
    expect([await bench.session.send(ask), bench.secrets.kept.size, bench.requests]).toEqual([
      { kind: 'sign-in-needed' },
      0,
      [],
    ]);
  });

  test('while a renewal is on its way: its tokens are not taken', async () => {
    const renewal = later<HttpAnswer>();
    const bench = await signedIn((request) =>
      isGrant(request, 'refresh_token') ? renewal.promise : undefined,
    );
    bench.clock.advance(3600_000);
    const sending = bench.session.send(ask);
    bench.session.signOut();
    renewal.give(tokens('T2'));
    expect([await sending, bench.secrets.kept.size]).toEqual([{ kind: 'sign-in-needed' }, 0]);
    expect(await bench.session.send(ask)).toEqual({ kind: 'sign-in-needed' });
  });

  test('a renewal of an old session that is refused does not end the one opened meanwhile', async () => {
    const renewal = later<HttpAnswer>();
    const bench = await signedIn((request) => {
      if (isGrant(request, 'refresh_token')) return renewal.promise;
      return isGrant(request, 'password') ? tokens('T9') : undefined;
    });
    bench.clock.advance(3600_000);
    const sending = bench.session.send(ask);
    await bench.session.signIn(account, 'secret');
    renewal.give(invalidGrant);
    await sending;
    expect(keptRefresh(bench)).toBe('refresh of T9');
    await bench.session.send(ask);
    expect(bench.tokensSent().at(-1)).toBe('Bearer T9');
  });
});
