// Rules A5, G3, G4 for every day of three years, looked up in an independent calendar.
import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import {
  latestSafeDay,
  paymentMethods,
  registrationDay,
  type PaymentMethod,
} from '../../../core/orders/payment.ts';
import { aDay, plainAddDays, plainWeekday } from '../../support/plain-date.ts';

const calendar = Array.from({ length: 1096 + 240 }, (_, index) => plainAddDays('2025-10-01', index));
const library = [2025, 2026, 2027, 2028, 2029].flatMap((year) => new Holidays('IT').getHolidays(year));
const holidays = new Set(
  library.filter(({ type }) => type === 'public').map(({ date }) => date.slice(0, 10)),
);
const easters = library.filter(({ rule }) => rule === 'easter').map(({ date }) => date.slice(0, 10));
const closed = new Set(easters.flatMap((easter) => [plainAddDays(easter, -2), plainAddDays(easter, 1)]));

const postal = (day: string): boolean => plainWeekday(day) < 6 && !holidays.has(day);
const target = (day: string): boolean =>
  !closed.has(day) && !['01-01', '05-01', '12-25', '12-26'].includes(day.slice(5));
const bank = (day: string): boolean => postal(day) && target(day);

const [postalDays, bankDays] = [calendar.filter(postal), calendar.filter(bank)];

/**
 * The day of registration, looked up in the list of working days. Undefined if the method cannot
 * be paid on that day.
 */
function registered(method: PaymentMethod, day: string): string | undefined {
  switch (method) {
    case 'card':
    case 'paypal':
      return day;
    case 'bank-transfer':
      return bankDays.find((other) => other > day);
    case 'prefilled-slip':
      return postalDays.find((other) => other >= day);
    case 'blank-slip':
      return postalDays.filter((other) => other > day)[6];
  }
}

const canPay = (method: PaymentMethod, day: string): boolean =>
  method === 'card' || method === 'paypal' || (method === 'bank-transfer' ? bank(day) : postal(day));

const threeYears = calendar.filter((day) => day >= '2026-01-01' && day <= '2028-12-31');

test('the calendar has the five Easters and their Mondays', () => {
  expect(easters).toEqual(['2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2029-04-01']);
});

describe.each(paymentMethods)('%s', (method) => {
  test('is registered on the day that the calendar says', () => {
    for (const day of threeYears)
      expect(`${day} ${registrationDay(method, aDay(day))}`).toBe(`${day} ${registered(method, day)}`);
  });

  test('the latest safe day is the last day on which it can be paid and is registered in time', () => {
    for (const expiry of threeYears) {
      const limit = plainAddDays(expiry, -15);
      const from = calendar.indexOf(limit);
      const before = calendar.slice(Math.max(0, from - 40), from + 1).reverse();
      const safe = before.find((day) => canPay(method, day) && (registered(method, day) ?? '9999') <= limit);
      expect(`${expiry} ${latestSafeDay(method, aDay(expiry))}`).toBe(`${expiry} ${safe}`);
    }
  });
});
