import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { accepted } from '../../../core/aruba/protocol.ts';
import { memoryStore, newKey, openCounter } from './counter.ts';
import { addUsersRequest } from './requests.ts';

test('an order is on disk before its answer leaves: a kill right after loses nothing', async () => {
  const counter = await openCounter();
  const key = newKey();
  const request = await addUsersRequest(counter);
  const answer = await counter.place(request, key);
  const { text } = counter.store;
  // The answer came after the write, so nothing more is written later.
  const after = await openCounter({ store: memoryStore(text) });
  expect((await after.order(answer.orderNumber)).clientReference).toBe(key);
  expect(await after.place(request, key)).toEqual(answer);
  expect((await after.state()).orders).toHaveLength(2);
  expect((await after.place(await addUsersRequest(after, { serviceId: 'fe-neri' }))).orderNumber).toBe(
    '31904419',
  );
});

test('what cannot be written did not happen', async () => {
  const counter = await openCounter();
  const key = newKey();
  const request = await addUsersRequest(counter);
  counter.store.broken = true;
  const failed = await counter.send('/api/v2/orders', request, key);
  expect(failed).toMatchObject({ status: 500, json: { errorCode: '0500' } });
  counter.store.broken = false;
  expect((await counter.state()).orders).toHaveLength(1);
  expect(await counter.place(request, key)).toMatchObject({ errorCode: accepted, orderNumber: '31904418' });
});

const services = ['fe-studio', 'fe-neri', 'fe-rossi'];

test('requests that are there together are durable by one write', async () => {
  const counter = await openCounter({ gather: () => setImmediate() });
  const requests = await Promise.all(services.map((serviceId) => addUsersRequest(counter, { serviceId })));
  const { writes } = counter.store;
  const answers = await Promise.all(requests.map((request) => counter.place(request)));
  expect(counter.store.writes).toBe(writes + 1);
  const after = await openCounter({ store: memoryStore(counter.store.text) });
  for (const { orderNumber } of answers)
    expect(await after.order(orderNumber)).toMatchObject({ state: 'awaiting-payment' });
});

test.each([{}, { gather: () => setImmediate() }])(
  'of requests that could not be written together none has happened, and nobody was told of them (%#)',
  async (options) => {
    const counter = await openCounter(options);
    const requests = await Promise.all(services.map((serviceId) => addUsersRequest(counter, { serviceId })));
    counter.store.broken = true;
    const [read, ...failed] = await Promise.all([
      counter.get('/api/v2/changes?cursor=0'),
      ...requests.map((request) => counter.send('/api/v2/orders', request)),
    ]);
    counter.store.broken = false;
    expect(failed.map(({ status }) => status)).toEqual([500, 500, 500]);
    expect(read.text).not.toContain('31904418');
    expect((await counter.state()).orders).toHaveLength(1);
    const placed = await Promise.all(requests.map((request) => counter.place(request)));
    expect(placed.map(({ orderNumber }) => orderNumber)).toEqual(['31904418', '31904419', '31904420']);
  },
);

test('reading writes nothing', async () => {
  const counter = await openCounter();
  const { writes } = counter.store;
  for (const path of [
    '/api/v2/services',
    '/api/v2/orders',
    '/api/v2/changes',
    '/api/v2/carts/client-1',
    '/auth/userInfo',
    '/simulator/state',
  ])
    expect((await counter.get(path)).status).toBe(200);
  expect(counter.store.writes).toBe(writes);
});

test.each(['{"schemaVersion":1}', '"other"', 'null'])(
  'a document that does not fit (%s) is moved aside and said',
  async (text) => {
    const counter = await openCounter({ store: memoryStore(text) });
    expect(counter.notice).toEqual({ kind: 'simulator-reset', movedTo: 'aside.json' });
    expect(await counter.service('fe-studio')).toMatchObject({ state: 'active' });
  },
);

test('a vendor that lost its memory uses no number twice, and tells an old cursor everything', async () => {
  const before = await openCounter({ day: '2026-11-24' });
  const order = await before.place(await addUsersRequest(before));
  const { nextCursor } = await before.changes();
  const after = await openCounter({ day: '2026-11-25', store: memoryStore('null') });
  expect((await after.changes(nextCursor)).changes).toHaveLength(14);
  const next = await after.place(await addUsersRequest(after));
  expect(next.errorCode).toBe(accepted);
  expect(Number(next.orderNumber)).toBeGreaterThan(Number(order.orderNumber));
});

test('a start over a readable document writes nothing', async () => {
  const { text } = (await openCounter()).store;
  const again = await openCounter({ store: memoryStore(text), signIn: false });
  expect(again.notice).toBeNull();
  expect(again.store.writes).toBe(0);
});

test('the first start has no notice and is durable at once', async () => {
  const counter = await openCounter({ signIn: false });
  expect(counter.notice).toBeNull();
  expect(counter.store.text).toContain('fe-studio');
});
