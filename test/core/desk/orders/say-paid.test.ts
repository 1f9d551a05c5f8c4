// "Ho pagato il …": which orders, which days, and what it means until the vendor registers the payment.
import { expect, test } from 'vitest';
import { paymentUnderWay } from '../../../../core/desk/pending/payment-under-way.ts';
import { addDays, type Day } from '../../../../core/kernel/day.ts';
import type { OrderNumber } from '../../../../core/kernel/id.ts';
import { decideBench } from '../../../support/sample-state.ts';

const orderNumber = '31904417' as OrderNumber;

function bench() {
  const desk = decideBench();
  const say = (on: Day | null) => desk.submit({ type: 'order/say-paid', orderNumber, on });
  const order = desk.state.replica.orders.get(orderNumber);
  if (order === undefined) throw new Error('The sample has it');
  return { desk, say, order };
}

test('the day is kept, with the day on which the vendor should register the payment', () => {
  const { desk, say, order } = bench();
  expect(paymentUnderWay(desk.state, order)).toBeUndefined();
  say(desk.state.today);
  const underWay = paymentUnderWay(desk.state, order);
  expect(underWay).toMatchObject({ on: desk.state.today, overdue: false });
  expect(underWay !== undefined && underWay.expected > desk.state.today).toBe(true);
  say(null);
  expect(paymentUnderWay(desk.state, order)).toBeUndefined();
});

test('once that day has passed the payment is overdue; once it is registered nothing is under way', () => {
  const { desk, say, order } = bench();
  const { today } = desk.state;
  say(today);
  const later = { ...desk.state, today: addDays(today, 8) };
  expect(paymentUnderWay(later, order)).toMatchObject({ on: today, overdue: true });
  const registered = { ...order, paid: { on: today, registeredOn: addDays(today, 1) } };
  expect(paymentUnderWay(later, registered)).toBeUndefined();
  expect(paymentUnderWay(later, { ...order, state: 'active' })).toBeUndefined();
});

test('a day to come and an order that does not await its payment are refused', () => {
  const { desk, say } = bench();
  expect(say(addDays(desk.state.today, 1))).toMatchObject({ error: { reason: 'paid-in-the-future' } });
  expect(
    desk.submit({ type: 'order/say-paid', orderNumber: '99999999' as OrderNumber, on: desk.state.today }),
  ).toMatchObject({ error: { reason: 'unknown' } });
});
