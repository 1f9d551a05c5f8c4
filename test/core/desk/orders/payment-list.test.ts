import { expect, test } from 'vitest';
import { paymentList } from '../../../../core/desk/orders/payment-list.ts';
import { orderView } from '../../../support/paid-orders.ts';
import { day } from '../../../support/samples.ts';

const on = (paid: string) => ({ paid: { on: day(paid), registeredOn: day(paid) } });

test('each order is in one list, and only what can be paid now is summed (rules G1 to G4)', () => {
  const transfer = orderView({ service: 'fe-studio', number: '31904418' });
  const slip = orderView({ service: 'fe-studio', number: '31904419', method: 'blank-slip' });
  const waiting = orderView({ service: 'fe-studio', number: null });
  const card = orderView({
    service: 'fe-studio',
    number: '31904420',
    method: 'card',
    change: { state: 'awaiting-activation' },
  });
  const onItsWay = orderView({ service: 'fe-studio', number: '31904421', change: on('2026-11-24') });
  const refused = { ...waiting, standing: 'refused' as const };
  const cancelled = orderView({ service: 'fe-studio', number: '31904422', change: { state: 'cancelled' } });
  const list = paymentList([transfer, slip, waiting, card, onItsWay, refused, cancelled]);
  expect(list).toEqual({
    transfers: [transfer],
    slips: [slip],
    notYet: [waiting],
    settled: [card, onItsWay],
    toPay: transfer.quote.gross + slip.quote.gross,
    payBy: list.payBy,
  });
});

test('the day to pay by is the earliest of the latest safe days, each by its own method', () => {
  // E1: until 15/03/2027, to be registered by Sunday 28/02/2027. A transfer must leave on Thursday 25, a
  // blank slip seven postal days before.
  const transfer = orderView({ service: 'fe-studio', number: '31904418' });
  const slip = orderView({ service: 'fe-studio', number: '31904419', method: 'blank-slip' });
  expect(paymentList([transfer]).payBy).toBe('2027-02-25');
  expect(paymentList([transfer, slip]).payBy).toBe('2027-02-17');
  expect(paymentList([]).payBy).toBeNull();
});
