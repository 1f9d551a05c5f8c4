import { expect, test } from 'vitest';
import { z } from '../../../core/kernel/parse.ts';
import type { VendorChange } from '../../../core/aruba/protocol.ts';
import { openCounter } from './counter.ts';
import { addUsersRequest, firstPurchaseRequest } from './requests.ts';

const pageSchema = z.object({
  content: z.array(z.looseObject({})),
  first: z.boolean(),
  last: z.boolean(),
  number: z.int(),
  numberOfElements: z.int(),
  size: z.int(),
  totalElements: z.int(),
  totalPages: z.int(),
});

test('services come in pages of 10 by default, counted from 1', async () => {
  const counter = await openCounter();
  const page = async (query: string) =>
    pageSchema.parse((await counter.get(`/api/v2/services${query}`)).json);
  expect(await page('')).toMatchObject({
    first: true,
    last: false,
    number: 1,
    numberOfElements: 10,
    size: 10,
    totalElements: 12,
    totalPages: 2,
  });
  expect(await page('?page=2')).toMatchObject({ first: false, last: true, number: 2, numberOfElements: 2 });
  expect(await page('?page=3')).toMatchObject({
    content: [],
    first: false,
    last: true,
    number: 3,
    numberOfElements: 0,
    totalElements: 12,
  });
  expect(await page('?size=100')).toMatchObject({
    first: true,
    last: true,
    numberOfElements: 12,
    totalPages: 1,
  });
  expect((await page('?size=5&page=1')).content).not.toEqual((await page('?size=5&page=2')).content);
});

test('an empty result has the odd shape of domain.md 6.3', async () => {
  const counter = await openCounter();
  const { json } = await counter.get('/api/v2/orders?status=cancelled');
  expect(json).toEqual({
    content: [],
    first: false,
    last: true,
    number: 0,
    numberOfElements: 0,
    size: 0,
    totalElements: 0,
    totalPages: 0,
  });
});

test.each(['size=101', 'size=0', 'page=0', 'page=x', 'status=altro'])(
  '%s is a 400 that names the field',
  async (query) => {
    const counter = await openCounter();
    const { status, json } = await counter.get(`/api/v2/orders?${query}`);
    expect(status).toBe(400);
    expect(json).toMatchObject({
      errorCode: '0092',
      errorDescription: expect.stringContaining(query.split('=')[0] ?? ''),
    });
  },
);

test('orders are filtered by status, price lists are a page too', async () => {
  const counter = await openCounter();
  await counter.place(await addUsersRequest(counter, { method: 'card' }));
  const orders = async (status: string) =>
    pageSchema
      .parse((await counter.get(`/api/v2/orders?status=${status}`)).json)
      .content.map(({ orderNumber }) => orderNumber);
  expect(await orders('awaiting-payment')).toEqual(['31904417']);
  expect(await orders('active')).toEqual(['31904418']);
  expect(pageSchema.parse((await counter.get('/api/v2/priceLists')).json).content).toMatchObject([
    { version: '10/2026' },
  ]);
});

const idOf = (change: VendorChange): string => {
  switch (change.type) {
    case 'service':
      return `service ${change.service.id}`;
    case 'serviceDeleted':
      return `deleted ${change.serviceId}`;
    case 'order':
      return `order ${change.order.orderNumber}`;
    case 'priceList':
      return `list ${change.priceList.version}`;
    case 'cart':
      return `cart ${change.cart.cartId}`;
    case 'processed':
      return `processed ${change.processed.key}`;
  }
};

test.each([1, 3, 7, 100])(
  'changes by a cursor, %i at a time, are complete, in order and without repeats',
  async (size) => {
    const counter = await openCounter();
    await counter.place(await addUsersRequest(counter));
    await counter.place(await firstPurchaseRequest(counter));
    const whole = (await counter.changes()).changes;
    const seen: VendorChange[] = [];
    let cursor = 0;
    for (let more = true; more;) {
      const page = await counter.changes(cursor, size);
      expect(page.changes.length).toBeLessThanOrEqual(size);
      expect(page.nextCursor).toBeGreaterThan(cursor);
      seen.push(...page.changes);
      cursor = page.nextCursor;
      more = page.hasMore;
    }
    expect(seen).toEqual(whole);
    expect(new Set(seen.map(idOf)).size).toBe(seen.length);
    // 1 list, 12 services and 1 order of the sample; an order; an order with its service; the two carts that
    // they emptied; two processed commands.
    expect(seen).toHaveLength(1 + 12 + 1 + 1 + 2 + 2 + 2);
    expect(await counter.changes(cursor)).toEqual({
      epoch: expect.any(String),
      changes: [],
      nextCursor: cursor,
      hasMore: false,
      serverDay: '2026-11-24',
    });
  },
);

test('a change is told once, at its latest place, and after the cursor only what is new', async () => {
  const counter = await openCounter();
  const { orderNumber } = await counter.place(await addUsersRequest(counter));
  const { nextCursor } = await counter.changes();
  await counter.act({ action: 'register', orderNumber: orderNumber as never });
  const later = await counter.changes(nextCursor);
  expect(later.changes.map(idOf).sort()).toEqual([`order ${orderNumber}`, 'service fe-studio']);
  expect(
    (await counter.changes()).changes.filter((change) => idOf(change) === `order ${orderNumber}`),
  ).toHaveLength(1);
});
