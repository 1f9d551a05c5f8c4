import { addDays, type Day } from '../kernel/day.ts';
import { z } from '../kernel/parse.ts';
import { isBankWorkingDay, isPostalWorkingDay, workingDayAfter } from '../kernel/working-day.ts';
import { milestones } from '../services/lifecycle.ts';

export const paymentMethods = ['card', 'paypal', 'bank-transfer', 'prefilled-slip', 'blank-slip'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** Whether the payment is made with the order itself. Such an order cannot be cancelled (domain.md 2.7). */
export const paysAtOnce = (method: PaymentMethod): boolean => method === 'card' || method === 'paypal';

/**
 * The day on which Aruba registers a payment made on `paid` (rule G3). From that day
 * the users can be activated.
 */
export function registrationDay(method: PaymentMethod, paid: Day): Day {
  switch (method) {
    case 'card':
    case 'paypal':
      return paid;
    case 'bank-transfer':
      return workingDayAfter(paid, isBankWorkingDay);
    case 'prefilled-slip':
      return isPostalWorkingDay(paid) ? paid : workingDayAfter(paid, isPostalWorkingDay);
    case 'blank-slip':
      return workingDayAfter(paid, isPostalWorkingDay, 7);
  }
}

/** Working days after which a registration that should have been is asked about (*own*). */
const registrationSlack = 3;

/**
 * True if a payment that Aruba should have registered on `expected` is worth asking about today: 3 bank
 * working days have passed since.
 */
export const asksAboutPayment = (expected: Day, today: Day): boolean =>
  expected < today && workingDayAfter(expected, isBankWorkingDay, registrationSlack) < today;

// Ten thousand services share a few hundred expiries.
const safeDays = new Map<string, Day>();

/**
 * The last day on which a payment by `method` is registered at least 15 days before `expiry` (rule G4).
 */
export function latestSafeDay(method: PaymentMethod, expiry: Day): Day {
  const known = safeDays.get(`${method} ${expiry}`);
  if (known !== undefined) return known;
  const day = latestDayFor(method, milestones(expiry).registrationLimit);
  safeDays.set(`${method} ${expiry}`, day);
  return day;
}

/**
 * The last day on which a payment by `method` is registered by `limit`. The payment can really be made on
 * that day: a transfer and a slip are paid only on a working day.
 */
export function latestDayFor(method: PaymentMethod, limit: Day): Day {
  const payable =
    method === 'bank-transfer' ? isBankWorkingDay : paysAtOnce(method) ? () => true : isPostalWorkingDay;
  let day = limit;
  while (!payable(day) || registrationDay(method, day) > limit) day = addDays(day, -1);
  return day;
}

/** The payer, as on the order form ("Dati intestatario", domain.md 3). */
export interface Payer {
  readonly name: string;
  readonly vatCode: string;
  readonly address: string;
  readonly postcode: string;
  readonly municipality: string;
  readonly province: string;
  readonly email: string;
  /** For the e-invoice: a 7-character recipient code or a PEC address. */
  readonly eInvoiceAddress: string;
}

export const payerSchema = z.object({
  name: z.string().trim().min(1).max(200),
  vatCode: z
    .string()
    .trim()
    .regex(/^\d{11}$/),
  address: z.string().trim().min(1).max(200),
  postcode: z
    .string()
    .trim()
    .regex(/^\d{5}$/),
  municipality: z.string().trim().min(1).max(100),
  province: z
    .string()
    .trim()
    .regex(/^[A-Za-z]{2}$/),
  email: z
    .string()
    .trim()
    .max(254)
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/),
  eInvoiceAddress: z.string().trim().min(6).max(254),
});
