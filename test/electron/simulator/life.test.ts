import { expect, test } from 'vitest';
import { addDays, addMonths, type Day } from '../../../core/kernel/day.ts';
import type { OrderNumber } from '../../../core/kernel/id.ts';
import type { PaymentMethod } from '../../../core/orders/payment.ts';
import { expiryOf } from '../../../core/services/service.ts';
import { accepted } from '../../../core/aruba/protocol.ts';
import { openCounter, type Counter } from './counter.ts';
import { addUsersRequest, firstPurchaseRequest } from './requests.ts';

const nextDay = (counter: Counter) => counter.act({ action: 'move-day', days: 1 });

// Rule G3: the day of the payment, and the day of its registration.
test.each<[PaymentMethod, string, string]>([
  ['bank-transfer', '2026-11-24', '2026-11-25'],
  ['bank-transfer', '2026-11-27', '2026-11-30'],
  ['bank-transfer', '2026-12-07', '2026-12-09'],
  ['bank-transfer', '2027-03-25', '2027-03-30'],
  ['bank-transfer', '2026-12-24', '2026-12-28'],
  ['prefilled-slip', '2026-11-24', '2026-11-24'],
  ['prefilled-slip', '2026-11-28', '2026-11-30'],
  ['blank-slip', '2026-11-24', '2026-12-03'],
])('%s made on %s is registered on %s, not before', async (method, day, registered) => {
  const counter = await openCounter({ day });
  const { orderNumber } = await counter.place(
    await addUsersRequest(counter, { serviceId: 'fe-neri', method }),
  );
  await counter.act({ action: 'pay', orderNumber: orderNumber as OrderNumber });
  while ((await counter.today()) < registered) {
    expect(await counter.order(orderNumber)).toMatchObject({
      state: 'awaiting-payment',
      paid: { on: day, registeredOn: registered },
    });
    await nextDay(counter);
  }
  const { history } = await counter.order(orderNumber);
  expect(history).toEqual([
    { state: 'awaiting-payment', on: day },
    { state: 'awaiting-activation', on: registered },
    { state: 'active', on: registered },
  ]);
});

test('many days at once are worked through one by one, also when real days pass', async () => {
  const byHand = await openCounter({ day: '2026-11-27' });
  const byTime = await openCounter({ day: '2026-11-27' });
  for (const counter of [byHand, byTime]) {
    const { orderNumber } = await counter.place(await addUsersRequest(counter));
    await counter.act({ action: 'pay', orderNumber: orderNumber as OrderNumber });
  }
  await byHand.act({ action: 'move-day', days: 40 });
  byTime.passTime(40 * 86_400_000);
  await byTime.enter();
  expect(await byHand.order('31904418')).toMatchObject({
    state: 'active',
    history: [{}, { on: '2026-11-30' }, { on: '2026-11-30' }],
  });
  expect((await byTime.order('31904418')).history).toEqual((await byHand.order('31904418')).history);
  expect((await byTime.state()).mails).toEqual((await byHand.state()).mails);
  expect(await byTime.changes()).toMatchObject({ serverDay: '2027-01-06' });
});

test('a service expires from E+1 and is deleted at E+91; what was left of it is told as deleted', async () => {
  const counter = await openCounter();
  const rossi = await counter.service('fe-rossi');
  const expiry = expiryOf(rossi) as Day;
  await counter.act({ action: 'move-day', days: 28 });
  expect(await counter.today()).toBe(expiry);
  expect((await counter.service('fe-rossi')).state).toBe('active');
  await nextDay(counter);
  expect((await counter.service('fe-rossi')).state).toBe('expired');
  await counter.act({ action: 'move-day', days: 89 });
  expect((await counter.service('fe-rossi')).state).toBe('expired');
  const { nextCursor } = await counter.changes();
  await nextDay(counter);
  expect(await counter.today()).toBe(addDays(expiry, 91));
  expect((await counter.get('/api/v2/services/fe-rossi')).status).toBe(404);
  expect((await counter.changes(nextCursor)).changes).toContainEqual({
    type: 'serviceDeleted',
    serviceId: 'fe-rossi',
  });
});

test('the notice goes out once, three months before the expiry', async () => {
  const counter = await openCounter();
  const day = addMonths(expiryOf(await counter.service('sr-verdi')) as Day, -3);
  await counter.act({ action: 'move-day', days: 180 });
  const notices = (await counter.state()).mails.filter(
    ({ subject }) => subject === 'Avviso di scadenza: Agricola Verdi',
  );
  expect(notices).toMatchObject([
    { on: day, to: 'amministrazione@studiobianchi.example', orderNumber: null },
  ]);
});

test('automatic renewal moves the service a year on, seven days before its expiry', async () => {
  const counter = await openCounter();
  const before = expiryOf(await counter.service('fe-ferrara')) as Day;
  await counter.act({ action: 'move-day', days: 32 });
  expect(expiryOf(await counter.service('fe-ferrara'))).toBe(before);
  await nextDay(counter);
  const { items, state } = await counter.service('fe-ferrara');
  expect(state).toBe('active');
  expect(items.map(({ expiry }) => expiry)).toEqual([addMonths(before, 12), addMonths(before, 12)]);
  const mail = (await counter.state()).mails.at(-1);
  // 29.90 + 2 x 4.90 = 39.70, with VAT 48.43.
  expect(mail).toMatchObject({
    subject: 'Rinnovo automatico eseguito: Autotrasporti Ferrara snc',
    body: expect.stringContaining('48,43 €'),
  });
});

test('with activation by hand an order waits, whatever days pass', async () => {
  const counter = await openCounter();
  await counter.act({ action: 'manual-activation', on: true });
  await counter.act({ action: 'register', orderNumber: '31904417' as OrderNumber });
  await counter.act({ action: 'move-day', days: 5 });
  expect((await counter.order('31904417')).state).toBe('awaiting-activation');
  await counter.act({ action: 'activate', orderNumber: '31904417' as OrderNumber });
  expect(await counter.service('fe-edil-marche')).toMatchObject({
    state: 'active',
    items: [{ quantity: 1 }, { quantity: 4 }],
  });
});

test('an extension registered in grace brings the service back; after the deletion its activation fails', async () => {
  const counter = await openCounter();
  const back = await counter.place(await addUsersRequest(counter, { serviceId: 'fe-rossi' }));
  const lombardi = await counter.place(await addUsersRequest(counter, { serviceId: 'fe-lombardi' }));
  await counter.act({ action: 'move-day', days: 40 });
  expect((await counter.service('fe-rossi')).state).toBe('expired');
  await counter.act({ action: 'register', orderNumber: back.orderNumber as OrderNumber });
  expect(await counter.service('fe-rossi')).toMatchObject({
    state: 'active',
    items: [{ expiry: '2027-11-24' }, { expiry: '2027-11-24' }, { expiry: '2027-11-24' }],
  });
  await counter.act({ action: 'move-day', days: 130 });
  expect((await counter.get('/api/v2/services/fe-lombardi')).status).toBe(404);
  await counter.act({ action: 'register', orderNumber: lombardi.orderNumber as OrderNumber });
  expect((await counter.order(lombardi.orderNumber)).state).toBe('activation-failed');
});

test('an action that does not fit the order changes nothing', async () => {
  const counter = await openCounter();
  const before = await counter.state();
  for (const action of ['activate', 'fail-activation'] as const)
    expect((await counter.act({ action, orderNumber: '31904417' as OrderNumber })).errorCode).not.toBe(
      accepted,
    );
  expect((await counter.act({ action: 'pay', orderNumber: '12345678' as OrderNumber })).errorCode).not.toBe(
    accepted,
  );
  expect(await counter.state()).toEqual(before);
});

test('a first purchase of Solo Ricezione on promotion', async () => {
  const counter = await openCounter();
  const request = await firstPurchaseRequest(counter, {
    receiveOnly: true,
    promotion: true,
    quantity: 0,
    method: 'card',
  });
  // 1.00 + 29.90 x 9/12 = 23.43.
  expect(request.expected.net).toBe(2343);
  const { orderNumber } = await counter.place(request);
  const { serviceId } = await counter.order(orderNumber);
  expect(await counter.service(serviceId)).toMatchObject({
    kind: 'receive-only',
    state: 'active',
    items: [{ kind: 'receive-only', quantity: 1 }],
  });
});
