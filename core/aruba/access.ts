import { parse, z } from '../kernel/parse.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Clock, Fetch, HttpAnswer, HttpRequest, Secrets } from '../ports.ts';
import { accountPattern, tokenErrorSchema, tokenSchema, type Token } from './protocol.ts';

/** Why a sign-in failed. Nothing else has changed. */
export type SignInProblem =
  | {
      readonly reason:
        | 'bad-account-form'
        | 'wrong-credentials'
        | 'unreachable'
        | 'no-answer'
        | 'unreadable-answer';
    }
  /**
   * Too many requests. Wait `waitMs` milliseconds: each try would restart the
   * vendor's minute (domain.md 6.5).
   */
  | { readonly reason: 'rate-limited'; readonly waitMs: number };

export interface Access {
  signIn(username: string, password: string): Promise<Result<null, SignInProblem>>;
  signOut(): void;
  /**
   * Sends with a valid token, and renews the token if needed. Returns `sign-in-needed`
   * if only the person can help.
   */
  send(request: HttpRequest): Promise<HttpAnswer | { readonly kind: 'sign-in-needed' }>;
}

const secretName = 'session';
/** The vendor accepts one sign-in a minute (domain.md 6.5). */
const authPauseMs = 60_000;
const timeoutMs = 10_000;
/** A token is renewed this long before it ends, so that it does not end on the way. */
const tolerance = 30_000;

/**
 * Sign-in as in domain.md 6.2: form-encoded, tokens of 30 and 60 minutes, `invalid_grant` as 400. Never keeps
 * passwords. Keeps the tokens in the system's own store, so that a restart needs no sign-in. All waiting
 * requests share one renewal. After "too many requests" it tries nothing before the vendor's pause is over.
 */
export function createAccess({
  fetch,
  secrets,
  clock,
}: {
  readonly fetch: Fetch;
  readonly secrets: Secrets;
  readonly clock: Clock;
}): Access {
  let access = keptTokens(secrets)?.access ?? null;
  let heldUntil = 0;
  let renewing: Promise<'renewed' | 'sign-in-needed' | HttpAnswer> | null = null;

  function keep(token: Token): void {
    access = { token: token.access_token, until: clock.now() + token.expires_in * 1000 - tolerance };
    secrets.write(secretName, JSON.stringify({ access, refresh: token.refresh_token } satisfies KeptTokens));
  }

  function forget(): void {
    access = null;
    secrets.write(secretName, undefined);
  }

  async function grant(fields: Readonly<Record<string, string>>): Promise<HttpAnswer> {
    const answer = await fetch({
      method: 'POST',
      path: '/auth/signin',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: Object.entries(fields)
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join('&'),
      timeoutMs,
    });
    if (answer.kind === 'answer' && answer.status === 429) heldUntil = clock.now() + authPauseMs;
    return answer;
  }

  /** The time left to wait. A clock that was set back does not make the wait longer than the pause. */
  const waitMs = (): number => {
    const left = heldUntil - clock.now();
    return left > authPauseMs ? 0 : Math.max(0, left);
  };

  async function renew(): Promise<'renewed' | 'sign-in-needed' | HttpAnswer> {
    const refreshToken = keptTokens(secrets)?.refresh;
    if (refreshToken === undefined) return 'sign-in-needed';
    if (waitMs() > 0) return { kind: 'answer', status: 429, headers: {}, body: '' };
    const answer = await grant({ grant_type: 'refresh_token', refresh_token: refreshToken });
    // The person signed out or in again meanwhile, so this answer belongs to an old access.
    if (keptTokens(secrets)?.refresh !== refreshToken) return 'renewed';
    if (answer.kind !== 'answer') return answer;
    const token = answer.status === 200 ? parse(tokenSchema, readJson(answer.body)) : undefined;
    if (token?.ok === true) {
      keep(token.value);
      return 'renewed';
    }
    if (answer.status !== 400 && answer.status !== 401) return answer;
    forget();
    return 'sign-in-needed';
  }

  function renewOnce(): Promise<'renewed' | 'sign-in-needed' | HttpAnswer> {
    renewing ??= renew().finally(() => {
      renewing = null;
    });
    return renewing;
  }

  const withToken = (request: HttpRequest, token: string): Promise<HttpAnswer> =>
    fetch({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } });

  return {
    async signIn(username, password) {
      if (!accountPattern.test(username)) return err({ reason: 'bad-account-form' });
      if (waitMs() > 0) return err({ reason: 'rate-limited', waitMs: waitMs() });
      const answer = await grant({ grant_type: 'password', username, password });
      if (answer.kind === 'too-big') return err({ reason: 'unreadable-answer' });
      if (answer.kind !== 'answer') return err({ reason: answer.kind });
      if (answer.status === 429) return err({ reason: 'rate-limited', waitMs: waitMs() });
      const body = readJson(answer.body);
      const refusal = parse(tokenErrorSchema, body);
      if (answer.status === 400 && refusal.ok && refusal.value.error === 'invalid_grant')
        return err({ reason: 'wrong-credentials' });
      const token = answer.status === 200 ? parse(tokenSchema, body) : undefined;
      if (token?.ok !== true) return err({ reason: 'unreadable-answer' });
      keep(token.value);
      return ok(null);
    },
    signOut: forget,
    async send(request) {
      for (let attempt = 1; ; attempt += 1) {
        if (access === null || clock.now() >= access.until) {
          const renewed = await renewOnce();
          if (renewed === 'sign-in-needed') return { kind: 'sign-in-needed' };
          // The token was not renewed, so the request itself was never sent.
          if (renewed !== 'renewed')
            return renewed.kind === 'answer' && renewed.status === 429 ? renewed : { kind: 'unreachable' };
        }
        if (access === null) return { kind: 'sign-in-needed' };
        const { token } = access;
        const answer = await withToken(request, token);
        if (answer.kind !== 'answer' || answer.status !== 401 || attempt === 2) return answer;
        // Another request may have renewed the token while this answer was on its way.
        if (access?.token === token) access = null;
      }
    },
  };
}

const keptSchema = z.object({
  access: z.object({ token: z.string(), until: z.number() }),
  refresh: z.string(),
});
type KeptTokens = z.output<typeof keptSchema>;

/** The tokens that an earlier run kept. Undefined if there are none or they are not readable. */
function keptTokens(secrets: Secrets): KeptTokens | undefined {
  const parsed = parse(keptSchema, readJson(secrets.read(secretName) ?? ''));
  return parsed.ok ? parsed.value : undefined;
}

/** The body as JSON. Undefined if it is something else, for example an HTML page. */
export function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
