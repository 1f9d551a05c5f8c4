import { expect, test } from 'vitest';
import { z } from '../../../core/kernel/parse.ts';
import type { OrderNumber } from '../../../core/kernel/id.ts';
import { accepted, mailSchema, orderAnswerSchema, refusalCodes } from '../../../core/aruba/protocol.ts';
import { newKey, openCounter, type Counter } from './counter.ts';
import { addUsersRequest } from './requests.ts';

const pageSchema = z.looseObject({
  content: z.array(z.unknown()),
  number: z.int(),
  totalElements: z.int(),
  totalPages: z.int(),
});
const page = async (counter: Counter, path: string) => pageSchema.parse((await counter.get(path)).json);
const pay = async (counter: Counter, orderNumber: string | null, body: object, key: string | null = null) =>
  orderAnswerSchema.parse((await counter.send(`/api/v2/orders/${orderNumber}/payments`, body, key)).json)
    .errorCode;

test('items and users of a service are pages of what the service itself tells', async () => {
  const counter = await openCounter();
  const { items, users } = await counter.service('fe-adriatica');
  expect(await page(counter, '/api/v2/services/fe-adriatica/items?size=3&page=2')).toMatchObject({
    content: items.slice(3, 6),
    number: 2,
    totalElements: items.length,
    totalPages: 3,
  });
  expect((await page(counter, '/api/v2/services/fe-adriatica/users?size=100')).content).toEqual(users);
  expect(await page(counter, '/api/v2/services/sr-bar-centrale/users')).toMatchObject({
    content: [],
    number: 0,
    totalElements: 0,
  });
  for (const part of ['items', 'users']) {
    expect((await counter.get(`/api/v2/services/fe-nessuno/${part}`)).status).toBe(404);
    expect((await counter.get(`/api/v2/services/fe-studio/${part}?size=101`)).status).toBe(400);
  }
});

test('mails are pages too, in the order in which they were sent', async () => {
  const counter = await openCounter();
  await counter.place(await addUsersRequest(counter, { method: 'card' }));
  const { mails } = await counter.state();
  expect(mails.length).toBeGreaterThan(3);
  const read = await page(counter, '/api/v2/mails?size=2&page=1');
  expect(read).toMatchObject({ totalElements: mails.length });
  expect(read.content.map((mail) => mailSchema.parse(mail))).toEqual(mails.slice(0, 2));
});

test('a payment over the API: by the order’s own method, or by another', async () => {
  const counter = await openCounter();
  const transfer = await counter.place(await addUsersRequest(counter));
  expect(await pay(counter, transfer.orderNumber, {})).toBe(accepted);
  expect(await counter.order(transfer.orderNumber)).toMatchObject({
    state: 'awaiting-payment',
    paid: { registeredOn: '2026-11-25' },
  });
  const card = await counter.place(await addUsersRequest(counter, { serviceId: 'fe-neri' }));
  expect(await pay(counter, card.orderNumber, { method: 'card' })).toBe(accepted);
  expect(await counter.order(card.orderNumber)).toMatchObject({ state: 'active', method: 'card' });
});

test('nobody pays twice; with a key the same answer comes again', async () => {
  const counter = await openCounter();
  const { orderNumber } = await counter.place(await addUsersRequest(counter));
  const key = newKey();
  expect(await pay(counter, orderNumber, {}, key)).toBe(accepted);
  expect(await pay(counter, orderNumber, {}, key)).toBe(accepted);
  expect(await pay(counter, orderNumber, {})).toBe(refusalCodes.alreadyPaid);
  expect(await pay(counter, '99999999', {})).toBe(refusalCodes.unknownOrder);
  await counter.act({ action: 'register', orderNumber: orderNumber as OrderNumber });
  expect(await pay(counter, orderNumber, {})).toBe(refusalCodes.alreadyPaid);
  expect((await counter.send('/api/v2/orders/-/payments', {}, null)).status).toBe(400);
  expect(
    (await counter.send(`/api/v2/orders/${orderNumber}/payments`, { method: 'contanti' }, null)).status,
  ).toBe(400);
});

test('without a token none of them answers', async () => {
  const counter = await openCounter({ signIn: false });
  for (const path of [
    '/api/v2/mails',
    '/api/v2/services/fe-studio/items',
    '/api/v2/services/fe-studio/users',
  ])
    expect((await counter.get(path)).status).toBe(401);
  expect((await counter.send('/api/v2/orders/31904417/payments', {}, null)).status).toBe(401);
});
