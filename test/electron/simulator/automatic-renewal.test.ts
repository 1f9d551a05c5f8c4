// Automatic renewal (rules F; domain.md 2.4): the switch, and what happens seven days before the expiry.
import { expect, test } from 'vitest';
import { addDays, addMonths, type Day } from '../../../core/kernel/day.ts';
import type { OrderNumber, ServiceId } from '../../../core/kernel/id.ts';
import { expiryOf } from '../../../core/services/service.ts';
import { accepted, orderAnswerSchema, refusalCodes } from '../../../core/aruba/protocol.ts';
import { newKey, openCounter, type Counter } from './counter.ts';
import { addUsersRequest, firstPurchaseRequest, renewalRequest } from './requests.ts';

const ferrara = 'fe-ferrara' as ServiceId;
const path = (serviceId: string) => `/api/v2/services/${serviceId}/automaticRenewal`;
const switchRenewal = async (counter: Counter, serviceId: string, on: boolean, key: string | null = null) =>
  orderAnswerSchema.parse((await counter.send(path(serviceId), { on }, key, 'PUT')).json).errorCode;
const isOn = async (counter: Counter, serviceId: string | null) =>
  (await counter.service(serviceId)).automaticRenewal;

test('switching twice is like switching once, and only a real change is told', async () => {
  const counter = await openCounter();
  const { nextCursor } = await counter.changes();
  expect(await switchRenewal(counter, ferrara, true)).toBe(accepted);
  expect((await counter.changes(nextCursor)).changes).toEqual([]);
  for (let done = 0; done < 2; done += 1) expect(await switchRenewal(counter, ferrara, false)).toBe(accepted);
  expect((await counter.changes(nextCursor)).changes).toMatchObject([
    { type: 'service', service: { automaticRenewal: false } },
  ]);
  expect(await switchRenewal(counter, ferrara, true)).toBe(accepted);
  expect(await isOn(counter, ferrara)).toBe(true);
});

test('a switch with a key is told as processed too, for clients that wait for it', async () => {
  const counter = await openCounter();
  const { nextCursor } = await counter.changes();
  const key = newKey();
  for (let done = 0; done < 2; done += 1)
    expect(await switchRenewal(counter, ferrara, false, key)).toBe(accepted);
  expect((await counter.changes(nextCursor)).changes).toMatchObject([
    { type: 'service' },
    { type: 'processed', processed: { key } },
  ]);
  expect((await counter.send(path(ferrara), { on: true }, 'no-uuid', 'PUT')).status).toBe(400);
});

test('automatic renewal needs a stored method that works and a service that exists', async () => {
  const counter = await openCounter();
  expect(await switchRenewal(counter, 'fe-studio', true)).toBe(refusalCodes.noStoredMethod);
  expect(await switchRenewal(counter, 'fe-edil-marche', true)).toBe(refusalCodes.serviceNotActive);
  expect(await switchRenewal(counter, 'fe-nessuno', true)).toBe(refusalCodes.serviceNotActive);
  await switchRenewal(counter, ferrara, false);
  expect((await counter.act({ action: 'expire-method', serviceId: ferrara })).errorCode).toBe(accepted);
  expect(await switchRenewal(counter, ferrara, true)).toBe(refusalCodes.noStoredMethod);
  expect(
    (await counter.act({ action: 'expire-method', serviceId: 'fe-studio' as ServiceId })).errorCode,
  ).not.toBe(accepted);
});

test('card and PayPal store the method and switch it on; slip and transfer do not', async () => {
  const counter = await openCounter();
  await counter.place(await addUsersRequest(counter, { serviceId: 'fe-neri', method: 'card' }));
  await counter.place(await renewalRequest(counter, 'fe-studio', { method: 'paypal' }));
  const bought = await counter.place(await firstPurchaseRequest(counter, { method: 'card' }));
  expect([await isOn(counter, 'fe-neri'), await isOn(counter, 'fe-studio')]).toEqual([true, true]);
  expect(await isOn(counter, (await counter.order(bought.orderNumber)).serviceId)).toBe(true);
  const told = (await counter.state()).mails.filter(({ body }) =>
    body.includes('il rinnovo automatico è attivo'),
  );
  expect(told.map(({ subject }) => subject.replace(/ ordine n\. \d+$/, ''))).toEqual([
    'Conferma pagamento',
    'Conferma pagamento',
    'Conferma pagamento',
  ]);
  const transfer = await counter.place(await renewalRequest(counter, 'fe-rossi'));
  await counter.act({ action: 'register', orderNumber: transfer.orderNumber as OrderNumber });
  expect(await isOn(counter, 'fe-rossi')).toBe(false);
});

test('the years of the last renewal are those of the next automatic one', async () => {
  const counter = await openCounter({ day: '2026-11-24' });
  await counter.place(await renewalRequest(counter, 'fe-rossi', { method: 'card', years: 2 }));
  const expiry = expiryOf(await counter.service('fe-rossi')) as Day;
  expect(expiry).toBe('2028-12-22');
  while ((await counter.today()) < addDays(expiry, -7)) {
    const left = Math.min(
      400,
      Math.max(1, (Date.parse(addDays(expiry, -7)) - Date.parse(await counter.today())) / 86_400_000),
    );
    await counter.act({ action: 'move-day', days: left });
  }
  expect(expiryOf(await counter.service('fe-rossi'))).toBe(addMonths(expiry, 24));
});

test('with an expired method nothing is renewed, a mail tells of the unpaid order, and paying it by hand renews', async () => {
  const counter = await openCounter();
  const before = expiryOf(await counter.service(ferrara)) as Day;
  await counter.act({ action: 'expire-method', serviceId: ferrara });
  await counter.act({ action: 'move-day', days: 33 });
  expect(expiryOf(await counter.service(ferrara))).toBe(before);
  const { orders, mails } = await counter.state();
  const left = orders.at(-1);
  expect(left).toMatchObject({
    clientReference: null,
    serviceId: ferrara,
    state: 'awaiting-payment',
    paid: null,
    purchase: { kind: 'renewal', years: 1, leftOut: [] },
    quote: { gross: 4843 },
  });
  expect(mails.at(-1)).toMatchObject({
    subject: 'Rinnovo automatico non riuscito: Autotrasporti Ferrara snc',
    orderNumber: left?.orderNumber,
  });
  expect(mails.at(-1)?.body).toContain('48,43 €');
  expect((await counter.place(await renewalRequest(counter, ferrara))).errorCode).toBe(
    refusalCodes.automaticRenewalOn,
  );
  await counter.act({ action: 'register', orderNumber: left?.orderNumber as OrderNumber });
  expect(expiryOf(await counter.service(ferrara))).toBe(addMonths(before, 12));
});

test('the order that is left can be cancelled, and the service then expires', async () => {
  const counter = await openCounter();
  await counter.act({ action: 'expire-method', serviceId: ferrara });
  await counter.act({ action: 'move-day', days: 33 });
  const { orderNumber } = (await counter.state()).orders.at(-1) ?? { orderNumber: '' };
  expect((await counter.cancel(orderNumber)).errorCode).toBe(accepted);
  await counter.act({ action: 'move-day', days: 8 });
  expect((await counter.service(ferrara)).state).toBe('expired');
});

test('switched off in time, nothing is debited', async () => {
  const counter = await openCounter();
  const before = expiryOf(await counter.service(ferrara));
  await switchRenewal(counter, ferrara, false);
  await counter.act({ action: 'move-day', days: 40 });
  expect(expiryOf(await counter.service(ferrara))).toBe(before);
  expect((await counter.place(await renewalRequest(counter, ferrara))).errorCode).toBe(accepted);
});
