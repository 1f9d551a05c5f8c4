import { expect, test } from 'vitest';
import { accepted, tokenErrorSchema, tokenSchema, userInfoSchema } from '../../../core/aruba/protocol.ts';
import { sampleAccount } from '../../../electron/simulator/sample/sample.ts';
import { openCounter } from './counter.ts';

const minutes = (count: number): number => count * 60_000;

test('sign-in has the shape of domain.md 6.2', async () => {
  const counter = await openCounter({ signIn: false });
  const answer = await counter.grant({ grant_type: 'password', ...sampleAccount });
  expect(answer.status).toBe(200);
  const token = tokenSchema.parse(answer.json);
  expect(token).toMatchObject({ token_type: 'bearer', expires_in: 1800, userName: sampleAccount.username });
  expect(token['.issued']).toBe('Tue, 24 Nov 2026 11:00:00 GMT');
  expect(token['.expires']).toBe('Tue, 24 Nov 2026 11:30:00 GMT');
  counter.useToken(token.access_token);
  expect(userInfoSchema.parse((await counter.get('/auth/userInfo')).json)).toMatchObject({
    username: sampleAccount.username,
    countryCode: 'IT',
    accountStatus: { expired: false },
  });
});

test.each([
  [{ grant_type: 'password', username: sampleAccount.username, password: 'sbagliata' }, 'invalid_grant'],
  [{ grant_type: 'password', username: 'altro@aruba.it', password: sampleAccount.password }, 'invalid_grant'],
  [{ grant_type: 'password' }, 'invalid_grant'],
  [{ grant_type: 'refresh_token', refresh_token: 'mai-dato' }, 'invalid_grant'],
  [{ grant_type: 'altro' }, 'unsupported_grant_type'],
])('a bad grant is 400: %o', async (form: Record<string, string>, error) => {
  const counter = await openCounter({ signIn: false });
  const answer = await counter.grant(form);
  expect(answer.status).toBe(400);
  expect(tokenErrorSchema.parse(answer.json).error).toBe(error);
});

test('the access token lasts 30 minutes, the refresh token 60', async () => {
  const counter = await openCounter();
  const { refresh_token } = await counter.enter();
  counter.passTime(minutes(30) - 1);
  expect((await counter.get('/api/v2/services')).status).toBe(200);
  counter.passTime(1);
  const refused = await counter.get('/api/v2/services');
  expect(refused).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer' } });
  expect(refused.json).toHaveProperty('errorDescription');
  const renewed = await counter.grant({ grant_type: 'refresh_token', refresh_token });
  counter.useToken(tokenSchema.parse(renewed.json).access_token);
  expect((await counter.get('/api/v2/services')).status).toBe(200);
  counter.passTime(minutes(30));
  expect((await counter.grant({ grant_type: 'refresh_token', refresh_token })).status).toBe(400);
});

test('without a token nothing of the API answers, the simulator does', async () => {
  const counter = await openCounter({ signIn: false });
  for (const path of [
    '/api/v2/services',
    '/api/v2/orders',
    '/api/v2/changes',
    '/api/v2/priceLists',
    '/api/v2/carts/client-x',
    '/auth/userInfo',
  ])
    expect((await counter.get(path)).status).toBe(401);
  expect((await counter.get('/simulator/state')).status).toBe(200);
});

test('expire-tokens ends access and refresh; a moved calendar does not', async () => {
  const counter = await openCounter();
  const { refresh_token } = await counter.enter();
  await counter.act({ action: 'move-day', days: 30 });
  expect((await counter.get('/api/v2/services')).status).toBe(200);
  expect((await counter.act({ action: 'expire-tokens' })).errorCode).toBe(accepted);
  expect((await counter.get('/api/v2/services')).status).toBe(401);
  expect((await counter.grant({ grant_type: 'refresh_token', refresh_token })).status).toBe(400);
});
