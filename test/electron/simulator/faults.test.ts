import { expect, test } from 'vitest';
import { accepted } from '../../../core/aruba/protocol.ts';
import { newKey, openCounter } from './counter.ts';
import { addUsersRequest } from './requests.ts';

test.each([
  ['html', 200],
  ['too-many-requests', 429],
  ['lost-reply', 504],
])('%s answers a page with %i, as often as asked', async (kind, status) => {
  const counter = await openCounter();
  expect((await counter.fault({ kind, times: 2 })).json).toMatchObject({ errorCode: accepted });
  for (const wanted of [status, status]) {
    const answer = await counter.get('/api/v2/services');
    expect(answer).toMatchObject({ status: wanted, json: undefined });
    expect(answer.text).toContain('<html');
    expect(answer.headers['content-type']).toContain('text/html');
  }
  expect((await counter.get('/api/v2/services')).json).toHaveProperty('content');
});

test('offline is `unreachable` and processes nothing, until it is switched off', async () => {
  const counter = await openCounter();
  const request = await addUsersRequest(counter);
  await counter.fault({ kind: 'offline' });
  expect(
    await counter.raw({
      method: 'POST',
      path: '/api/v2/orders',
      body: JSON.stringify(request),
      headers: { 'idempotency-key': newKey() },
    }),
  ).toEqual({
    kind: 'unreachable',
  });
  expect((await counter.state()).orders).toHaveLength(1);
  await counter.fault({ kind: 'none' });
  expect((await counter.place(request)).errorCode).toBe(accepted);
});

test('a request that takes longer than its time is `no-answer`, and may well be processed', async () => {
  const counter = await openCounter();
  const request = await addUsersRequest(counter);
  const key = newKey();
  await counter.fault({ kind: 'slow', delayMs: 40, times: 1, path: '/api/v2/orders' });
  expect(
    await counter.raw({
      method: 'POST',
      path: '/api/v2/orders',
      body: JSON.stringify(request),
      headers: { 'idempotency-key': key },
      timeoutMs: 5,
    }),
  ).toEqual({ kind: 'no-answer' });
  await expect.poll(async () => (await counter.state()).orders.length).toBe(2);
  expect((await counter.place(request, key)).errorCode).toBe(accepted);
});

test('a fault for one path leaves the others alone', async () => {
  const counter = await openCounter();
  await counter.fault({ kind: 'html', path: '/api/v2/orders' });
  expect((await counter.get('/api/v2/services')).json).toHaveProperty('content');
  expect((await counter.get('/api/v2/orders')).json).toBeUndefined();
});

test('wrong requests have JSON answers: 404, 400 that names the field, 413', async () => {
  const counter = await openCounter();
  expect(await counter.get('/api/v2/altro')).toMatchObject({ status: 404, json: { errorCode: '0404' } });
  expect(await counter.get('/api/v2/orders/99999999')).toMatchObject({
    status: 404,
    json: { errorCode: '0404' },
  });
  const request = await addUsersRequest(counter);
  const bad = await counter.send('/api/v2/orders', {
    ...request,
    payer: { ...request.payer, postcode: 'x' },
  });
  expect(bad).toMatchObject({
    status: 400,
    json: { errorCode: '0092', errorDescription: expect.stringContaining('payer.postcode') },
  });
  expect(
    await counter.ask({
      method: 'POST',
      path: '/api/v2/orders',
      body: '{',
      headers: { 'idempotency-key': newKey() },
    }),
  ).toMatchObject({ status: 400 });
  const large = await counter.send('/api/v2/orders', { ...request, note: 'x'.repeat(1_100_000) });
  expect(large).toMatchObject({ status: 413, json: { errorCode: '0413' } });
});
