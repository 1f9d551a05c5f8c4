import { expect, test } from 'vitest';
import { attempted } from '../../../electron/simulator/http/limits.ts';
import { sampleAccount } from '../../../electron/simulator/sample/sample.ts';
import { openCounter, type Counter } from './counter.ts';
import { addUsersRequest } from './requests.ts';

const second = 1000;
const minute = 60 * second;
const credentials = { grant_type: 'password', ...sampleAccount };
const list = async (counter: Counter, path = '/api/v2/services') => (await counter.get(path)).status;

async function used(counter: Counter, times: number): Promise<void> {
  for (let done = 0; done < times; done += 1) expect(await list(counter)).toBe(200);
}

test('the second sign-in within a minute is 429: a page, no Retry-After, and nothing is queued', async () => {
  const counter = await openCounter({ limits: 'on' });
  counter.passTime(minute - 1);
  const refused = await counter.grant(credentials);
  expect(refused).toMatchObject({ status: 429, json: undefined });
  expect(refused.text).toContain('<html');
  expect(refused.headers['content-type']).toContain('text/html');
  expect(refused.headers['retry-after']).toBeUndefined();
});

test('a refused attempt counts too: the minute begins anew with it', async () => {
  const counter = await openCounter({ limits: 'on' });
  for (const waited of [40, 59, 59]) {
    counter.passTime(waited * second);
    expect((await counter.grant(credentials)).status).toBe(429);
  }
  counter.passTime(minute);
  expect((await counter.grant(credentials)).status).toBe(200);
});

test('a wrong password counts like a right one', async () => {
  const counter = await openCounter({ limits: 'on', signIn: false });
  expect((await counter.grant({ ...credentials, password: 'altra' })).status).toBe(400);
  expect((await counter.grant(credentials)).status).toBe(429);
});

test('12 lists a minute, of whatever kind; single reads and changes go on', async () => {
  const counter = await openCounter({ limits: 'on' });
  for (const path of ['orders', 'priceLists', 'services?page=2', 'orders?status=active'])
    expect(await list(counter, `/api/v2/${path}`)).toBe(200);
  await used(counter, 8);
  expect(await list(counter)).toBe(429);
  for (let done = 0; done < 40; done += 1)
    expect((await counter.get('/api/v2/services/fe-studio')).status).toBe(200);
  expect((await counter.changes()).changes).not.toHaveLength(0);
  expect((await counter.place(await addUsersRequest(counter))).orderNumber).not.toBeNull();
});

test('a list every five seconds is never refused, and after a refusal only a minute of quiet helps', async () => {
  const counter = await openCounter({ limits: 'on' });
  for (let done = 0; done < 60; done += 1) {
    expect(await list(counter)).toBe(200);
    counter.passTime(5 * second);
  }
  await used(counter, 12);
  expect(await list(counter)).toBe(429);
  counter.passTime(30 * second);
  expect(await list(counter)).toBe(429);
  counter.passTime(minute - 1);
  expect(await list(counter)).toBe(429);
  counter.passTime(minute);
  await used(counter, 12);
});

test('limits are switched off and on and set while it runs; the simulator itself has none', async () => {
  const counter = await openCounter({ limits: 'on' });
  const set = async (wanted: object) => (await counter.send('/simulator/limits', wanted, null)).json;
  const figures = { auth: 1, lists: 12, uploads: 30, others: 6000 };
  expect(await set({ on: false })).toMatchObject({ errorCode: '0000', on: false, perMinute: figures });
  await used(counter, 40);
  expect(await set({ on: true, perMinute: { lists: 3 } })).toMatchObject({
    on: true,
    perMinute: { ...figures, lists: 3 },
  });
  await used(counter, 3);
  expect(await list(counter)).toBe(429);
  for (let done = 0; done < 40; done += 1) expect((await counter.get('/simulator/state')).status).toBe(200);
  expect(await counter.send('/simulator/limits', { perMinute: { lists: 0 } }, null)).toMatchObject({
    status: 400,
  });
});

test('a clock that goes back lets nobody in early and locks nobody out for long', () => {
  const full = attempted(undefined, 1, 100 * minute);
  const over = attempted(full, 1, 50 * minute);
  expect(over.over).toBe(true);
  expect(attempted(over, 1, 51 * minute).over).toBe(false);
});
