import { describe, expect, test } from 'vitest';
import {
  latestSafeDay,
  payerSchema,
  paymentMethods,
  paysAtOnce,
  registrationDay,
} from '../../../core/orders/payment.ts';
import { day } from '../../support/samples.ts';

describe('registration day (G3)', () => {
  test.each([
    ['card', '2026-12-25', '2026-12-25'],
    ['paypal', '2026-11-29', '2026-11-29'],
    ['bank-transfer', '2026-12-04', '2026-12-07'],
    ['bank-transfer', '2026-12-24', '2026-12-28'],
    ['bank-transfer', '2027-03-25', '2027-03-30'],
    ['prefilled-slip', '2026-12-07', '2026-12-07'],
    ['prefilled-slip', '2026-12-08', '2026-12-09'],
    ['prefilled-slip', '2026-11-28', '2026-11-30'],
    ['blank-slip', '2026-11-26', '2026-12-07'],
  ] as const)('%s on %s is registered on %s', (method, paid, registered) => {
    expect(registrationDay(method, day(paid))).toBe(registered);
  });
});

describe('latest safe day (G4)', () => {
  test.each([
    ['card', '07/12/2026'],
    ['paypal', '07/12/2026'],
    ['bank-transfer', '04/12/2026'],
    ['prefilled-slip', '07/12/2026'],
    ['blank-slip', '26/11/2026'],
  ] as const)('expiry 22/12/2026, limit 07/12/2026: %s %s', (method, expected) => {
    expect(latestSafeDay(method, day('22/12/2026'))).toBe(day(expected));
  });
});

test('card and PayPal pay with the order itself', () => {
  expect(paymentMethods.filter(paysAtOnce)).toEqual(['card', 'paypal']);
});

test('who pays: 11 digits, 5 digits, 2 letters, an e-mail address', () => {
  const payer = {
    name: 'Studio Bianchi',
    vatCode: '02342520158',
    address: 'Via Roma 1',
    postcode: '52100',
    municipality: 'Arezzo',
    province: 'AR',
    email: 'info@studiobianchi.example',
    eInvoiceAddress: 'ABC1234',
  };
  expect(payerSchema.safeParse(payer).success).toBe(true);
  for (const wrong of [
    { vatCode: '0234' },
    { postcode: '5210' },
    { province: 'Arezzo' },
    { email: 'info' },
    { name: '  ' },
  ])
    expect(payerSchema.safeParse({ ...payer, ...wrong }).success).toBe(false);
});
