// Renewal, reactivation and reduction as orders (rules D3 to D6), and their effects at the vendor.
import { expect, test } from 'vitest';
import { addMonths, type Day } from '../../../core/kernel/day.ts';
import type { OrderNumber, ServiceId } from '../../../core/kernel/id.ts';
import { seatCount, type Service } from '../../../core/services/service.ts';
import { accepted, refusalCodes, vendorCartSchema } from '../../../core/aruba/protocol.ts';
import { newKey, openCounter, type Counter } from './counter.ts';
import { day } from '../../support/samples.ts';
import { firstPurchaseRequest, renewalRequest } from './requests.ts';

const dates = ({ items }: Service) =>
  items.map(({ kind, quantity, expiry, anchor }) => [kind, quantity, expiry, anchor]);

async function renewed(
  counter: Counter,
  ...asked: Parameters<typeof renewalRequest> extends [Counter, ...infer Rest] ? Rest : never
): Promise<Service> {
  const answer = await counter.place(await renewalRequest(counter, ...asked));
  expect(answer.errorCode).toBe(accepted);
  await counter.act({ action: 'register', orderNumber: answer.orderNumber as OrderNumber });
  expect((await counter.order(answer.orderNumber)).state).toBe('active');
  return counter.service(asked[0]);
}

test('a renewal counts from the old expiry, to the cent of E10 where dates differ, and is told with its purchase', async () => {
  const counter = await openCounter({ day: '2026-11-24' });
  const key = newKey();
  const request = await renewalRequest(counter, 'fe-studio');
  // E 29.90 + 3 U 14.70 + M 19.90 = 64.50, VAT 14.19.
  expect(request.expected).toEqual({ net: 6450, vat: 1419, gross: 7869 });
  const { orderNumber } = await counter.place(request, key);
  expect(await counter.order(orderNumber)).toMatchObject({
    clientReference: key,
    purchase: request.purchase,
    serviceId: 'fe-studio',
    state: 'awaiting-payment',
  });
  await counter.act({ action: 'register', orderNumber: orderNumber as OrderNumber });
  expect(dates(await counter.service('fe-studio'))).toEqual([
    ['e-invoicing', 1, '2028-03-15', 15],
    ['user', 3, '2028-03-15', 15],
    ['documents', 1, '2028-03-15', 15],
  ]);
});

test('years are counted, other dates are brought along, and the service keeps its anchor (D3)', async () => {
  const counter = await openCounter({ day: '2026-11-24' });
  const before = await counter.service('sr-bar-centrale');
  const [item] = before.items;
  const after = await renewed(counter, 'sr-bar-centrale', { years: 3 });
  expect(dates(after)).toEqual([['receive-only', 1, addMonths(item?.expiry as Day, 36, 31), 31]]);
  const adriatica = await counter.service('fe-adriatica');
  const target = addMonths(adriatica.items[0]?.expiry as Day, 12);
  expect((await renewed(counter, 'fe-adriatica')).items.every(({ expiry }) => expiry >= target)).toBe(true);
});

test('what is left out ends by itself, on its own day', async () => {
  const counter = await openCounter();
  const [, , , collections] = (await counter.service('fe-neri')).items;
  const after = await renewed(counter, 'fe-neri', { leftOut: ['fe-neri-4'] });
  expect(after.items.find(({ kind }) => kind === 'collections')).toEqual(collections);
  expect(
    after.items
      .filter(({ kind }) => kind !== 'collections')
      .every(({ expiry }) => expiry > (collections?.expiry ?? '')),
  ).toBe(true);
});

test('fewer users: those not renewed work on to the day that they were paid for (D5)', async () => {
  const counter = await openCounter({ day: '2026-11-24' });
  await counter.send('/api/v2/services/fe-rossi/users/tbruno01', {}, newKey(), 'DELETE');
  const after = await renewed(counter, 'fe-rossi', { reduceTo: { user: 1 } });
  expect(dates(after)).toEqual([
    ['e-invoicing', 1, '2027-12-22', 22],
    ['user', 1, '2027-12-22', 22],
    ['user', 1, '2026-12-22', 22],
  ]);
  expect(new Set(after.items.map(({ id }) => id)).size).toBe(3);
  expect(seatCount(after, '2026-12-22' as Day)).toBe(2);
  await counter.act({ action: 'move-day', days: 29 });
  expect(seatCount(await counter.service('fe-rossi'), await counter.today())).toBe(1);
});

test('never below the users that the panel has: the refusal names them, and after a deletion it goes (D5)', async () => {
  const counter = await openCounter();
  const refused = await counter.place(await renewalRequest(counter, 'fe-rossi', { reduceTo: { user: 1 } }));
  expect(refused).toMatchObject({ errorCode: refusalCodes.usersInPanel, orderNumber: null });
  expect(refused.errorDescription).toContain('lrossi01, tbruno01');
  await counter.send('/api/v2/services/fe-rossi/users/lrossi01', {}, newKey(), 'DELETE');
  expect(
    (await counter.place(await renewalRequest(counter, 'fe-rossi', { reduceTo: { user: 1 } }))).errorCode,
  ).toBe(accepted);
});

test('space is given up only where it is free, and it goes with its last day', async () => {
  const counter = await openCounter({ day: '2026-11-24' });
  const gigabyte = 1_048_576;
  // 52% of 3 GB are used. 2 GB are enough, 1 GB is not.
  expect(
    (await counter.place(await renewalRequest(counter, 'fe-adriatica', { reduceTo: { 'extra-gb': 0 } })))
      .errorCode,
  ).toBe(refusalCodes.spaceOccupied);
  expect(
    (await counter.place(await renewalRequest(counter, 'fe-adriatica', { leftOut: ['fe-adriatica-8'] })))
      .errorCode,
  ).toBe(refusalCodes.spaceOccupied);
  const after = await renewed(counter, 'fe-adriatica', { reduceTo: { 'extra-gb': 1 } });
  expect(after.maxSpaceKB).toBe(3 * gigabyte);
  await counter.act({ action: 'move-day', days: 141 });
  expect((await counter.service('fe-adriatica')).maxSpaceKB).toBe(2 * gigabyte);
});

test('in the 90 days of grace it is a reactivation, from the old expiry and also with fewer users (D4)', async () => {
  const counter = await openCounter({ day: '2026-11-24' });
  await counter.send('/api/v2/services/fe-conti/users/erizzi01', {}, newKey(), 'DELETE');
  const after = await renewed(counter, 'fe-conti', { reduceTo: { user: 2 } });
  expect(after.state).toBe('active');
  expect(dates(after).slice(0, 2)).toEqual([
    ['e-invoicing', 1, '2027-11-02', 2],
    ['user', 2, '2027-11-02', 2],
  ]);
  expect(seatCount(after, '2026-11-24' as Day)).toBe(2);
});

test.each([
  ['fe-edil-marche', {}, refusalCodes.serviceNotActive],
  ['fe-studio', { leftOut: ['fe-studio-1'] }, refusalCodes.purchaseRefused],
  ['fe-studio', { leftOut: ['fe-neri-1'] }, refusalCodes.purchaseRefused],
  ['fe-studio', { reduceTo: { user: 4 } }, refusalCodes.purchaseRefused],
  ['fe-ferrara', {}, refusalCodes.automaticRenewalOn],
] as const)('renewing %s with %j is refused with %s', async (serviceId, asked, code) => {
  const counter = await openCounter();
  expect((await counter.place(await renewalRequest(counter, serviceId, asked))).errorCode).toBe(code);
});

test('a service that nobody knows, other figures and bad years are refused', async () => {
  const counter = await openCounter();
  const request = await renewalRequest(counter, 'fe-studio');
  const unknown = {
    ...request,
    purchase: { ...request.purchase, serviceId: 'fe-nessuno' as ServiceId } as typeof request.purchase,
  };
  expect((await counter.place(unknown)).errorCode).toBe(refusalCodes.serviceNotActive);
  const two = await renewalRequest(counter, 'fe-studio', { years: 2 });
  expect(await counter.place({ ...two, expected: request.expected })).toMatchObject({
    errorCode: refusalCodes.figuresDiffer,
    vendorQuote: { net: 12_900 },
  });
  expect(
    (await counter.send('/api/v2/orders', await renewalRequest(counter, 'fe-studio', { years: 11 }))).status,
  ).toBe(400);
});

test('paid after another order moved the service further, a renewal shortens nothing', async () => {
  const counter = await openCounter({ day: '2026-11-24' });
  const one = (await counter.place(await renewalRequest(counter, 'fe-studio'))).orderNumber as OrderNumber;
  // A failed activation does not block later orders: the second renewal is activated before the first.
  await counter.act({ action: 'manual-activation', on: true });
  await counter.act({ action: 'register', orderNumber: one });
  await counter.act({ action: 'fail-activation', orderNumber: one });
  await counter.act({ action: 'manual-activation', on: false });
  await renewed(counter, 'fe-studio', { years: 4 });
  await counter.act({ action: 'activate', orderNumber: one });
  expect((await counter.service('fe-studio')).items.map(({ expiry }) => expiry)).toEqual([
    '2031-03-15',
    '2031-03-15',
    '2031-03-15',
  ]);
});

test('renewed elsewhere meanwhile, the same amount is for the year after: a client that counts on the old day is refused', async () => {
  const counter = await openCounter();
  const first = await renewalRequest(counter, 'fe-rossi');
  const target = '2027-12-22';
  const told = { ...first, expected: { ...first.expected, target: day(target) } };
  const placed = await counter.place(told);
  expect(placed.errorCode).toBe(accepted);
  await counter.act({ action: 'register', orderNumber: placed.orderNumber as OrderNumber });
  const again = await counter.place(told);
  expect([again.errorCode, again.vendorQuote?.target, again.vendorQuote?.gross]).toEqual([
    refusalCodes.figuresDiffer,
    '2028-12-22',
    first.expected.gross,
  ]);
});

test('the order takes the renewal’s own cart with it, and leaves the one that adds users', async () => {
  const counter = await openCounter();
  const write = (cartId: string, content: unknown) =>
    counter.ask({
      method: 'PUT',
      path: `/api/v2/carts/${cartId}`,
      headers: { 'idempotency-key': newKey(), 'if-match': '"0"' },
      body: JSON.stringify({ content }),
    });
  await write('renewal-fe-rossi', {
    kind: 'renewal',
    serviceId: 'fe-rossi',
    years: 1,
    leftOut: [],
    reduceTo: {},
    conventionCode: null,
  });
  await write('service-fe-rossi', {
    kind: 'add-users',
    serviceId: 'fe-rossi',
    quantity: 1,
    modules: [],
    extension: true,
    conventionCode: null,
  });
  await counter.place(await renewalRequest(counter, 'fe-rossi'), newKey());
  const content = async (cartId: string) =>
    vendorCartSchema.parse((await counter.get(`/api/v2/carts/${cartId}`)).json).content;
  expect([await content('renewal-fe-rossi'), (await content('service-fe-rossi'))?.kind]).toEqual([
    null,
    'add-users',
  ]);
});

test('bought on promotion it says so from the first order on, and is renewed for two years but not for three (rule D3)', async () => {
  const counter = await openCounter({ day: '2026-11-24' });
  const { orderNumber } = await counter.place(
    await firstPurchaseRequest(counter, { promotion: true, method: 'card' }),
  );
  const { serviceId } = await counter.order(orderNumber);
  const bought = await counter.service(serviceId ?? '');
  expect([bought.state, bought.promotional]).toEqual(['active', true]);
  expect((await counter.service('fe-studio')).promotional).toBe(false);
  const answer = await counter.place(await renewalRequest(counter, 'fe-sole', { years: 3 }));
  expect(answer).toMatchObject({
    orderNumber: null,
    errorCode: refusalCodes.purchaseRefused,
    errorDescription: 'Un prodotto in promozione dura 1 o 2 anni',
  });
  expect((await renewed(counter, 'fe-sole', { years: 2 })).promotional).toBe(true);
});
