// A renewal from the cart to its activation, through the real host and the mocked vendor: the worked
// examples, to the cent.
import { expect, test } from 'vitest';
import { renewalAction } from '../../../core/desk/pending/automatic-renewal.ts';
import { cartFigures } from '../../../core/desk/cart/cart-figures.ts';
import { leftByFailedDebit, openOrderOf, orderViews } from '../../../core/desk/pending/order-views.ts';
import type { CartId, ItemId, OrderNumber, ServiceId } from '../../../core/kernel/id.ts';
import type { PaymentMethod } from '../../../core/orders/payment.ts';
import { euro } from '../../support/samples.ts';
import { secondMachine, startHost, type TestHost } from '../../support/test-host.ts';

const own = 'fe-studio' as ServiceId;
const ownRenewal = 'renewal-fe-studio' as CartId;

const serviceOf = (desk: TestHost, serviceId: ServiceId) => {
  const service = desk.state().replica.services.get(serviceId);
  if (service === undefined) throw new Error(`${serviceId} is there`);
  return service;
};
const itemsOf = (desk: TestHost, serviceId: ServiceId) =>
  serviceOf(desk, serviceId).items.map(({ kind, quantity, expiry }) => `${quantity} ${kind} ${expiry}`);

function quoteOf(desk: TestHost, cartId: CartId) {
  const cart = desk.state().workspace.carts.get(cartId);
  const quote = cart === undefined ? undefined : cartFigures(desk.state(), cart);
  if (quote?.ok !== true) throw new Error('The cart has figures');
  return quote.value;
}

/** Orders what the cart shows. Returns the order as the vendor has it. */
async function order(desk: TestHost, cartId: CartId, method: PaymentMethod = 'bank-transfer') {
  const quote = quoteOf(desk, cartId);
  const payer = desk.state().workspace.firm.get('firm')?.payer;
  if (payer === undefined) throw new Error('The firm is there');
  desk.do({ type: 'order/confirm', cartId, payer, method, clausesAccepted: true, shownGross: quote.gross });
  await desk.rest();
  const placed = orderViews(desk.state()).find(({ placement }) => placement?.cart.id === cartId)?.order;
  if (placed === undefined || placed === null) throw new Error('The vendor has it');
  return { quote, placed };
}

async function paid(desk: TestHost, orderNumber: OrderNumber): Promise<void> {
  await desk.act({ action: 'register', orderNumber });
  await desk.pass(120_000);
}

async function signedIn(): Promise<TestHost> {
  const desk = await startHost();
  await desk.signIn();
  return desk;
}

test('E10: users bought without the extension, then the renewal that brings all to one day', async () => {
  const desk = await signedIn();
  const users = 'service-fe-studio' as CartId;
  desk.do({ type: 'cart/open', serviceId: own });
  desk.do({ type: 'cart/extension', cartId: users, on: false });
  await paid(desk, (await order(desk, users)).placed.orderNumber);
  expect(itemsOf(desk, own)).toEqual([
    '1 e-invoicing 2027-03-15',
    '3 user 2027-03-15',
    '1 documents 2027-03-15',
    '2 user 2027-11-24',
  ]);
  desk.do({ type: 'cart/open-renewal', serviceId: own });
  const { quote, placed } = await order(desk, ownRenewal);
  expect(quote.lines.map(({ net }) => euro(net))).toEqual(['29.90', '14.70', '19.90', '3.27']);
  expect([quote.net, quote.vat, quote.gross].map(euro)).toEqual(['67.77', '14.91', '82.68']);
  expect(placed.quote).toEqual(quote);
  await paid(desk, placed.orderNumber);
  expect(itemsOf(desk, own)).toEqual([
    '1 e-invoicing 2028-03-15',
    '3 user 2028-03-15',
    '1 documents 2028-03-15',
    '2 user 2028-03-15',
  ]);
  expect(desk.mirror.complaints).toEqual([]);
});

test('E12: three years', async () => {
  const desk = await signedIn();
  desk.do({ type: 'cart/open-renewal', serviceId: own });
  desk.do({ type: 'cart/renewal-years', cartId: ownRenewal, years: 3 });
  const { quote, placed } = await order(desk, ownRenewal);
  expect([quote.net, quote.vat, quote.gross].map(euro)).toEqual(['193.50', '42.57', '236.07']);
  expect(placed).toMatchObject({
    quote,
    purchase: { kind: 'renewal', serviceId: own, years: 3, leftOut: [], reduceTo: {} },
    state: 'awaiting-payment',
  });
  await paid(desk, placed.orderNumber);
  expect(new Set(serviceOf(desk, own).items.map(({ expiry }) => expiry))).toEqual(new Set(['2030-03-15']));
});

test('a reduction waits for the panel: refused by name, deleted there, then fewer users with their own end', async () => {
  const desk = await signedIn();
  desk.do({ type: 'cart/open-renewal', serviceId: own });
  expect(desk.host.submit({ type: 'cart/reduce', cartId: ownRenewal, kind: 'user', to: 2 })).toMatchObject({
    ok: false,
    error: { reason: 'users-in-panel', usernames: ['aferri01', 'mdeluca01', 'pgreco01'] },
  });
  const seat = [...desk.state().workspace.seats.values()].find(({ username }) => username === 'pgreco01');
  if (seat === undefined) throw new Error('Greco has a user');
  desk.do({ type: 'seat/free', serviceId: own, personIds: [seat.personId] });
  await desk.pass(120_000);
  desk.do({ type: 'cart/reduce', cartId: ownRenewal, kind: 'user', to: 2 });
  const { placed } = await order(desk, ownRenewal);
  await paid(desk, placed.orderNumber);
  expect(itemsOf(desk, own)).toEqual([
    '1 e-invoicing 2028-03-15',
    '2 user 2028-03-15',
    '1 user 2027-03-15',
    '1 documents 2028-03-15',
  ]);
});

test('reactivation in grace, paid by PayPal: active again from the old expiry, and automatic renewal is on', async () => {
  const desk = await signedIn();
  const conti = 'fe-conti' as ServiceId;
  const renewal = 'renewal-fe-conti' as CartId;
  desk.do({ type: 'cart/open-renewal', serviceId: conti });
  await order(desk, renewal, 'paypal');
  await desk.pass(120_000);
  const service = serviceOf(desk, conti);
  expect([service.state, service.automaticRenewal, itemsOf(desk, conti)]).toEqual([
    'active',
    true,
    ['1 e-invoicing 2027-11-02', '3 user 2027-11-02'],
  ]);
  expect(renewalAction(desk.state(), service)).toBeNull();
});

test('one open order a service: while a renewal waits for its payment no users are ordered', async () => {
  const desk = await signedIn();
  desk.do({ type: 'cart/open', serviceId: own });
  desk.do({ type: 'cart/open-renewal', serviceId: own });
  const { placed } = await order(desk, ownRenewal);
  expect(openOrderOf(desk.state(), own)?.orderNumber).toBe(placed.orderNumber);
  const payer = placed.payer;
  const shownGross = quoteOf(desk, 'service-fe-studio' as CartId).gross;
  expect(
    desk.host.submit({
      type: 'order/confirm',
      cartId: 'service-fe-studio' as CartId,
      payer,
      method: 'card',
      clausesAccepted: true,
      shownGross,
    }),
  ).toMatchObject({ ok: false, error: { reason: 'order-on-its-way' } });
  expect(desk.state().workspace.carts.has('service-fe-studio')).toBe(true);
});

test('other figures at the vendor: refused with its own, line by line, and nothing was bought', async () => {
  const desk = await signedIn();
  desk.do({ type: 'cart/open-renewal', serviceId: own });
  desk.do({
    type: 'firm/settings',
    rule: 'actual-days',
    offPolicy: 'own-year',
    language: 'it',
    theme: 'system',
  });
  const quote = quoteOf(desk, ownRenewal);
  const payer = desk.state().workspace.firm.get('firm')?.payer;
  if (payer === undefined) throw new Error('The firm is there');
  desk.do({
    type: 'order/confirm',
    cartId: ownRenewal,
    payer,
    method: 'card',
    clausesAccepted: true,
    shownGross: quote.gross,
  });
  await desk.pass(120_000);
  const [entry] = desk.state().workspace.outbox.values();
  expect(entry).toMatchObject({
    state: 'refused',
    refusal: { errorCode: '0201', vendorQuote: { rule: 'started-month' } },
  });
  expect(entry?.refusal?.vendorQuote?.lines).toHaveLength(3);
  desk.do({ type: 'order/withdraw', key: entry?.id ?? ('' as never) });
  expect(desk.state().workspace.carts.get(ownRenewal)?.subject.kind).toBe('renewal');
});

test('two desks speak of one renewal: what one sets the other sees, and the order empties it on both', async () => {
  const desk = await signedIn();
  const other = await startHost({ machine: secondMachine(desk.machine), vendor: desk.backend });
  await other.signIn();
  desk.do({ type: 'cart/open-renewal', serviceId: own });
  await desk.pass(120_000);
  await other.pass(120_000);
  other.do({ type: 'cart/renewal-years', cartId: ownRenewal, years: 2 });
  desk.do({ type: 'cart/leave-out', cartId: ownRenewal, itemId: 'fe-studio-3' as ItemId, leftOut: true });
  for (const one of [desk, other, desk, other]) await one.pass(120_000);
  for (const one of [desk, other])
    expect(one.state().workspace.carts.get(ownRenewal)?.subject).toMatchObject({
      years: 2,
      leftOut: ['fe-studio-3'],
    });
  await order(desk, ownRenewal);
  await desk.pass(120_000);
  await other.pass(120_000);
  expect([desk, other].map((one) => one.state().workspace.carts.has(ownRenewal))).toEqual([false, false]);
});

test('automatic renewal off, while the network is away: sent once it is back, and Rinnova is there', async () => {
  const desk = await signedIn();
  const ferrara = 'fe-ferrara' as ServiceId;
  await desk.fault({ kind: 'offline' });
  desk.do({ type: 'automatic-renewal/switch', serviceId: ferrara, on: false });
  await desk.pass(60_000);
  expect([serviceOf(desk, ferrara).automaticRenewal, desk.state().workspace.outbox.size]).toEqual([true, 1]);
  await desk.fault({ kind: 'none' });
  await desk.pass(120_000);
  expect([serviceOf(desk, ferrara).automaticRenewal, desk.state().workspace.outbox.size]).toEqual([false, 0]);
  expect(renewalAction(desk.state(), serviceOf(desk, ferrara))).toBe('renew');
});

test('switched on without a stored method: refused by the vendor, parked and shown', async () => {
  const desk = await signedIn();
  desk.do({ type: 'automatic-renewal/switch', serviceId: own, on: true });
  await desk.pass(120_000);
  expect([...desk.state().workspace.outbox.values()]).toMatchObject([
    { state: 'refused', refusal: { errorCode: '0211' } },
  ]);
  expect(renewalAction(desk.state(), serviceOf(desk, own))).toBe('renew');
});

test('a debit that fails leaves an unpaid order: shown as such, paid by hand, and renewed', async () => {
  const desk = await signedIn();
  const ferrara = 'fe-ferrara' as ServiceId;
  await desk.act({ action: 'expire-method', serviceId: ferrara });
  await desk.act({ action: 'move-day', days: 33 });
  await desk.pass(120_000);
  const left = openOrderOf(desk.state(), ferrara);
  if (left === undefined || left.orderNumber === null) throw new Error('An order was left');
  expect([
    leftByFailedDebit(left, serviceOf(desk, ferrara)),
    left.standing,
    renewalAction(desk.state(), serviceOf(desk, ferrara)),
  ]).toEqual([true, 'awaiting-payment', null]);
  await paid(desk, left.orderNumber);
  expect(itemsOf(desk, ferrara)).toEqual(['1 e-invoicing 2028-01-03', '2 user 2028-01-03']);
});

test('two desks renew one service, the second without knowing: refused, not renewed for a second year', async () => {
  const desk = await signedIn();
  const other = await startHost({ machine: secondMachine(desk.machine), vendor: desk.backend });
  await other.signIn();
  other.do({ type: 'cart/open-renewal', serviceId: own });
  await other.pass(120_000);
  const quote = quoteOf(other, ownRenewal);
  const payer = other.state().workspace.firm.get('firm')?.payer;
  if (payer === undefined) throw new Error('The firm is there');
  other.host.signOut();
  other.do({
    type: 'order/confirm',
    cartId: ownRenewal,
    payer,
    method: 'bank-transfer',
    clausesAccepted: true,
    shownGross: quote.gross,
  });
  desk.do({ type: 'cart/open-renewal', serviceId: own });
  await paid(desk, (await order(desk, ownRenewal)).placed.orderNumber);
  await other.signIn();
  await other.pass(120_000);
  expect([...other.state().workspace.outbox.values()]).toMatchObject([
    { state: 'refused', refusal: { errorCode: '0201', vendorQuote: { gross: quote.gross } } },
  ]);
  expect(itemsOf(desk, own)[0]).toBe('1 e-invoicing 2028-03-15');
});
