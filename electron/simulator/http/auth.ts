import type { MiddlewareHandler } from 'hono';
import { serviceOf, type TokenPair, type SimulatorDocument } from '../state/state.ts';
import type { Counter } from '../counter.ts';
import { problem } from './http.ts';
import type { Handler, Vendor } from './route.ts';
import { accessSeconds, canRefresh, hasAccess, issueTokens } from './tokens.ts';

const answerOf = (state: SimulatorDocument, tokens: TokenPair) => ({
  access_token: tokens.accessToken,
  token_type: 'bearer',
  expires_in: accessSeconds,
  refresh_token: tokens.refreshToken,
  userName: state.account.username,
  'as:client_id': 'Auth',
  '.issued': new Date(tokens.accessUntil - accessSeconds * 1000).toUTCString(),
  '.expires': new Date(tokens.accessUntil).toUTCString(),
});

/** What is wrong with a grant, in Aruba's form: 400 with `error` (domain.md 6.2). */
function grantProblem(
  state: SimulatorDocument,
  form: URLSearchParams,
  now: number,
): { error: string; error_description: string } | undefined {
  switch (form.get('grant_type') ?? '') {
    case 'password':
      return form.get('username') === state.account.username &&
        form.get('password') === state.account.password
        ? undefined
        : { error: 'invalid_grant', error_description: 'Nome utente o password non corretti' };
    case 'refresh_token':
      return canRefresh(state, form.get('refresh_token') ?? '', now)
        ? undefined
        : { error: 'invalid_grant', error_description: 'Refresh token scaduto o non valido' };
    default:
      return { error: 'unsupported_grant_type', error_description: 'Sono ammessi password e refresh_token' };
  }
}

/** `POST /auth/signin`, form-encoded (domain.md 6.2). */
export const signIn =
  ({ counter }: Vendor): Handler =>
  async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const state = counter.state();
    const refused = grantProblem(state, form, counter.now());
    if (refused) return c.json(refused, 400);
    const opened = issueTokens(state, { access: counter.id(), refresh: counter.id() }, counter.now());
    counter.commit(opened.state);
    return c.json(answerOf(opened.state, opened.tokens));
  };

/** `GET /auth/userInfo` (domain.md 6.2). */
export const userInfo =
  ({ counter }: Vendor): Handler =>
  (c) => {
    const state = counter.state();
    const { account } = state;
    const service = serviceOf(state, account.mainServiceId);
    return c.json({
      username: account.username,
      pec: account.pec,
      userDescription: account.description,
      countryCode: 'IT',
      vatCode: account.vatCode,
      fiscalCode: account.vatCode,
      accountStatus: { expired: account.expirationDate < state.day, expirationDate: account.expirationDate },
      usageStatus: { usedSpaceKB: service?.usedSpaceKB ?? 0, maxSpaceKB: service?.maxSpaceKB ?? 0 },
    });
  };

/** Lets a request through only with a valid access token. Otherwise answers 401 in JSON. */
export const requireBearer =
  (counter: Counter): MiddlewareHandler =>
  async (c, next) => {
    const token = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (token !== undefined && hasAccess(counter.state(), token, counter.now())) return next();
    c.header('WWW-Authenticate', 'Bearer');
    return problem(c, 401, 'Token di accesso mancante, scaduto o non valido');
  };
