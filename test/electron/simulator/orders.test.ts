import { expect, test } from 'vitest';
import type { OrderNumber } from '../../../core/kernel/id.ts';
import { addDays, addMonths } from '../../../core/kernel/day.ts';
import { accepted, refusalCodes, type OrderRequest } from '../../../core/aruba/protocol.ts';
import { newKey, openCounter } from './counter.ts';
import { addUsersRequest, firstPurchaseRequest } from './requests.ts';

const number = (orderNumber: string | null): OrderNumber => (orderNumber ?? '') as OrderNumber;

test('E1 through the API: 58.19 + 12.80 = 70.99, then every item on the new date', async () => {
  const counter = await openCounter({ day: '2026-11-24' });
  const request = await addUsersRequest(counter);
  expect(request.expected).toEqual({ net: 5819, vat: 1280, gross: 7099 });
  const key = newKey();
  const answer = await counter.place(request, key);
  expect(answer).toEqual({
    errorCode: accepted,
    errorDescription: 'Ordine ricevuto',
    orderNumber: '31904418',
    vendorQuote: null,
  });
  const order = await counter.order(answer.orderNumber);
  expect(order).toMatchObject({
    clientReference: key,
    state: 'awaiting-payment',
    serviceId: 'fe-studio',
    holder: 'Studio Bianchi e Associati',
    payment: {
      reference: '31904418',
      beneficiary: 'Aruba PEC S.p.A. (simulata)',
      iban: 'IT98O9999900000000000123456',
    },
  });
  expect(order.quote.lines.map(({ net }) => net)).toEqual([980, 2243, 1103, 1493]);

  const mail = (await counter.state()).mails.at(-1);
  expect(mail).toMatchObject({
    to: request.payer.email,
    orderNumber: '31904418',
    subject: expect.stringContaining('Conferma ordine servizi'),
  });
  for (const part of ['31904418', '70,99 €', 'IT98O9999900000000000123456', 'bonifico', 'Causale'])
    expect(mail?.body).toContain(part);

  const before = await counter.service('fe-studio');
  const answered = await counter.act({ action: 'register', orderNumber: number(answer.orderNumber) });
  expect(answered.errorCode).toBe(accepted);
  expect(answered.state.mails.map(({ subject }) => subject.split(' ').slice(0, 2).join(' '))).toEqual([
    'Conferma ordine',
    'Conferma ordine',
    'Conferma pagamento',
    'Attivazione servizio',
  ]);
  const after = await counter.service('fe-studio');
  expect(after.items.map(({ kind, quantity, expiry, anchor }) => [kind, quantity, expiry, anchor])).toEqual([
    ['e-invoicing', 1, '2027-11-24', 24],
    ['user', 3, '2027-11-24', 24],
    ['documents', 1, '2027-11-24', 24],
    ['user', 2, '2027-11-24', 24],
  ]);
  expect(after.items.slice(0, 3).map(({ id }) => id)).toEqual(before.items.map(({ id }) => id));
});

test('a first purchase makes its service at once, and its items when it is activated', async () => {
  const counter = await openCounter();
  const { orderNumber } = await counter.place(await firstPurchaseRequest(counter));
  const order = await counter.order(orderNumber);
  expect(await counter.service(order.serviceId)).toMatchObject({
    state: 'awaiting-payment',
    items: [],
    holder: 'Cliente Nuovo srl',
    vatCode: '86334519757',
    kind: 'e-invoicing',
  });
  await counter.act({ action: 'manual-activation', on: true });
  await counter.act({ action: 'register', orderNumber: number(orderNumber) });
  expect(await counter.service(order.serviceId)).toMatchObject({ state: 'awaiting-activation', items: [] });
  expect((await counter.order(orderNumber)).state).toBe('awaiting-activation');
  await counter.act({ action: 'fail-activation', orderNumber: number(orderNumber) });
  expect(await counter.service(order.serviceId)).toMatchObject({ state: 'activation-failed', items: [] });
  await counter.act({ action: 'activate', orderNumber: number(orderNumber) });
  const service = await counter.service(order.serviceId);
  const end = addMonths(order.quote.day, 12);
  expect(service.state).toBe('active');
  expect(service.items.map(({ kind, quantity, expiry }) => [kind, quantity, expiry])).toEqual([
    ['e-invoicing', 1, end],
    ['user', 3, end],
    ['documents', 1, end],
  ]);
  expect((await counter.order(orderNumber)).history.map(({ state }) => state)).toEqual([
    'awaiting-payment',
    'awaiting-activation',
    'activation-failed',
    'active',
  ]);
});

test('card and PayPal are paid and active at once, and cannot be cancelled', async () => {
  const counter = await openCounter({ day: '2026-12-25' });
  for (const method of ['card', 'paypal'] as const) {
    const { orderNumber } = await counter.place(
      await addUsersRequest(counter, { serviceId: 'fe-neri', method }),
    );
    const order = await counter.order(orderNumber);
    expect(order).toMatchObject({ state: 'active', paid: { on: '2026-12-25', registeredOn: '2026-12-25' } });
    expect((await counter.cancel(number(orderNumber))).errorCode).toBe(refusalCodes.notCancellable);
  }
  await counter.act({ action: 'manual-activation', on: true });
  const { orderNumber } = await counter.place(
    await addUsersRequest(counter, { serviceId: 'fe-neri', method: 'card' }),
  );
  expect((await counter.order(orderNumber)).state).toBe('awaiting-activation');
  await counter.act({ action: 'manual-activation', on: false });
  expect((await counter.order(orderNumber)).state).toBe('active');
});

test('an order is cancelled only while it awaits payment and none is on its way', async () => {
  const counter = await openCounter();
  expect(await counter.cancel('99999999')).toMatchObject({
    errorCode: refusalCodes.unknownOrder,
    orderNumber: null,
  });
  const first = await counter.place(await addUsersRequest(counter));
  expect((await counter.cancel(number(first.orderNumber))).errorCode).toBe(accepted);
  expect(await counter.order(first.orderNumber)).toMatchObject({
    state: 'cancelled',
    serviceId: 'fe-studio',
  });
  const second = await counter.place(await addUsersRequest(counter));
  await counter.act({ action: 'pay', orderNumber: number(second.orderNumber) });
  expect((await counter.cancel(number(second.orderNumber))).errorCode).toBe(refusalCodes.notCancellable);
  expect((await counter.act({ action: 'pay', orderNumber: number(second.orderNumber) })).errorCode).not.toBe(
    accepted,
  );
});

test('a cancelled first purchase takes its service along, and the client may buy again', async () => {
  const counter = await openCounter();
  const { orderNumber } = await counter.place(await firstPurchaseRequest(counter));
  const { serviceId } = await counter.order(orderNumber);
  expect((await counter.place(await firstPurchaseRequest(counter))).errorCode).toBe(
    refusalCodes.alreadyActive,
  );
  await counter.cancel(number(orderNumber));
  expect((await counter.order(orderNumber)).serviceId).toBeNull();
  expect((await counter.get(`/api/v2/services/${serviceId}`)).status).toBe(404);
  expect((await counter.changes()).changes).toContainEqual({ type: 'serviceDeleted', serviceId });
  expect((await counter.place(await firstPurchaseRequest(counter))).errorCode).toBe(accepted);
});

test('a first purchase for a VAT number with a service is refused', async () => {
  const counter = await openCounter();
  const { vatCode } = await counter.service('fe-conti');
  expect((await counter.place(await firstPurchaseRequest(counter, { vatCode }))).errorCode).toBe(
    refusalCodes.alreadyActive,
  );
});

test('other figures, rule, list or OFF dates are refused with the vendor quote', async () => {
  const counter = await openCounter();
  const request = await addUsersRequest(counter);
  const off = await addUsersRequest(counter, { extension: false });
  const wrong: OrderRequest[] = [
    { ...request, expected: { ...request.expected, gross: request.expected.net } },
    { ...request, rule: 'completed-month' },
    { ...request, priceListVersion: '9/2026' },
    { ...off, purchase: { ...off.purchase, offPolicy: 'until-service-expiry' } as OrderRequest['purchase'] },
  ];
  for (const body of wrong) {
    const answer = await counter.place(body);
    expect(answer).toMatchObject({
      errorCode: refusalCodes.figuresDiffer,
      orderNumber: null,
      vendorQuote: { rule: 'started-month', priceListVersion: '10/2026' },
    });
  }
  const { changes } = await counter.changes();
  expect(changes.filter(({ type }) => type === 'processed')).toHaveLength(wrong.length);
  expect((await counter.state()).orders).toHaveLength(1);
});

test('the day of the order may be 7 days ago or tomorrow, no more', async () => {
  const counter = await openCounter();
  const on = async (offset: number) =>
    (
      await counter.place(
        await addUsersRequest(counter, { serviceId: 'fe-neri', day: addDays(await counter.today(), offset) }),
      )
    ).errorCode;
  expect(await on(-7)).toBe(accepted);
  // The first order is still open.
  expect(await on(1)).toBe(refusalCodes.orderOpen);
  expect(await on(-8)).toBe(refusalCodes.dayNotAccepted);
  expect(await on(2)).toBe(refusalCodes.dayNotAccepted);
});

test('users for a service in grace, waiting or unknown are refused; so is a module twice', async () => {
  const counter = await openCounter();
  const request = await addUsersRequest(counter);
  for (const serviceId of ['fe-conti', 'fe-edil-marche', 'fe-nessuno']) {
    const answer = await counter.place({
      ...request,
      purchase: { ...request.purchase, serviceId } as OrderRequest['purchase'],
    });
    expect(answer.errorCode).toBe(refusalCodes.serviceNotActive);
  }
  const twice = await counter.place({
    ...request,
    purchase: { ...request.purchase, modules: ['documents'] } as OrderRequest['purchase'],
  });
  expect(twice.errorCode).toBe(refusalCodes.purchaseRefused);
});

test('orders that arrive together are handled one at a time: each has its own number', async () => {
  const counter = await openCounter();
  const requests = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      firstPurchaseRequest(counter, { vatCode: `8633451975${index}`, quantity: index + 1 }),
    ),
  );
  const answers = await Promise.all(requests.map((request) => counter.place(request)));
  expect(new Set(answers.map(({ orderNumber }) => orderNumber)).size).toBe(10);
  expect(await counter.order(answers[4]?.orderNumber ?? null)).toMatchObject({ purchase: { quantity: 5 } });
});

test('an extension never shortens, and moves only what is still there', async () => {
  const counter = await openCounter();
  await counter.act({ action: 'manual-activation', on: true });
  const earlier = await addUsersRequest(counter, { day: await counter.inDays(-3) });
  const first = number((await counter.place(earlier)).orderNumber);
  await counter.act({ action: 'register', orderNumber: first });
  await counter.act({ action: 'fail-activation', orderNumber: first });
  const second = number((await counter.place(await addUsersRequest(counter, { quantity: 1 }))).orderNumber);
  await counter.act({ action: 'register', orderNumber: second });
  await counter.act({ action: 'activate', orderNumber: second });
  await counter.act({ action: 'activate', orderNumber: first });
  const { items } = await counter.service('fe-studio');
  expect(items.map(({ quantity, expiry }) => [quantity, expiry])).toEqual([
    [1, '2027-11-24'],
    [3, '2027-11-24'],
    [1, '2027-11-24'],
    [1, '2027-11-24'],
    [2, '2027-11-21'],
  ]);
});
