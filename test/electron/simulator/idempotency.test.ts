import { expect, test } from 'vitest';
import { accepted, refusalCodes } from '../../../core/aruba/protocol.ts';
import oracle from '../../oracles/idempotency.json' with { type: 'json' };
import { newKey, openCounter, type AnswerRead } from './counter.ts';
import { addUsersRequest } from './requests.ts';

const content = {
  kind: 'add-users',
  serviceId: 'fe-studio',
  quantity: 1,
  modules: [],
  conventionCode: null,
  extension: true,
};
const cartPath = '/api/v2/carts/service-fe-studio';

const status = ({ status: code }: AnswerRead) => code;

/** One function for each row of the oracle. A row without a function fails. */
const cases: Record<string, () => Promise<unknown>> = {
  'first request with a key': async () => {
    const counter = await openCounter();
    const answer = await counter.place(await addUsersRequest(counter));
    const { changes } = await counter.changes();
    expect(answer.errorCode).toBe(accepted);
    return changes.at(-1)?.type;
  },
  'same key, same payload, finished': async () => {
    const counter = await openCounter();
    const [good, bad] = [newKey(), newKey()];
    const request = await addUsersRequest(counter);
    const wrong = { ...request, expected: { ...request.expected, gross: request.expected.net } };
    for (const [key, body] of [
      [good, request],
      [bad, wrong],
    ] as const) {
      const first = await counter.send('/api/v2/orders', body, key);
      const again = await counter.send(
        '/api/v2/orders',
        Object.fromEntries(Object.entries(body).reverse()),
        key,
      );
      expect(again).toEqual(first);
    }
    expect((await counter.state()).orders).toHaveLength(2);
    return 'the same answer again, success or refusal';
  },
  'same key while the first still runs': async () => {
    const counter = await openCounter();
    const request = await addUsersRequest(counter);
    const key = newKey();
    await counter.fault({ kind: 'slow', delayMs: 60, times: 1 });
    const first = counter.send('/api/v2/orders', request, key);
    const second = await counter.send('/api/v2/orders', request, key);
    expect((await first).status).toBe(200);
    expect((await counter.send('/api/v2/orders', request, key)).json).toEqual((await first).json);
    return status(second);
  },
  'same key, other payload': async () => {
    const counter = await openCounter();
    const key = newKey();
    await counter.place(await addUsersRequest(counter), key);
    return status(await counter.send('/api/v2/orders', await addUsersRequest(counter, { quantity: 3 }), key));
  },
  'key missing on an order': async () => {
    const counter = await openCounter();
    const request = await addUsersRequest(counter);
    expect(status(await counter.send('/api/v2/orders', request, 'not-a-uuid'))).toBe(400);
    expect(status(await counter.send('/api/v2/orders/31904417/cancel', {}, null))).toBe(400);
    return status(await counter.send('/api/v2/orders', request, null));
  },
  'If-Match differs from the current ETag': async () => {
    const counter = await openCounter();
    expect((await counter.get(cartPath)).headers['etag']).toBe('"0"');
    const put = await counter.send(cartPath, { content }, newKey(), 'PUT', { 'if-match': '"0"' });
    expect(put).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    expect(await counter.get(cartPath)).toMatchObject({
      json: { cartId: 'service-fe-studio', version: 1, content },
      headers: { etag: '"1"' },
    });
    return status(await counter.send(cartPath, { content: null }, newKey(), 'PUT', { 'if-match': '"0"' }));
  },
  'If-Match missing on a cart update': async () => {
    const counter = await openCounter();
    return status(await counter.send(cartPath, { content }, newKey(), 'PUT'));
  },
};

test.each(oracle.rows)('oracle: $case', async ({ case: name, expect: wanted }) => {
  expect(await cases[name]?.()).toBe(wanted);
});

test('a key used for an order cannot cancel one, and a cancellation is repeated too', async () => {
  const counter = await openCounter();
  const key = newKey();
  const { orderNumber } = await counter.place(await addUsersRequest(counter), key);
  expect(status(await counter.send(`/api/v2/orders/${orderNumber}/cancel`, {}, key))).toBe(422);
  const cancelKey = newKey();
  const first = await counter.cancel(orderNumber ?? '', cancelKey);
  expect(first.errorCode).toBe(accepted);
  expect(await counter.cancel(orderNumber ?? '', cancelKey)).toEqual(first);
  expect((await counter.cancel(orderNumber ?? '')).errorCode).toBe(refusalCodes.notCancellable);
});

test('a lost reply: the order is there once, and the same key tells it', async () => {
  const counter = await openCounter();
  const request = await addUsersRequest(counter);
  const key = newKey();
  await counter.fault({ kind: 'lost-reply', times: 1 });
  const lost = await counter.send('/api/v2/orders', request, key);
  expect(lost.status).toBe(504);
  expect(lost.json).toBeUndefined();
  expect((await counter.place(request, key)).errorCode).toBe(accepted);
  expect((await counter.state()).orders).toHaveLength(2);
});
