// Rules A5, G3, G4: working days and the last safe day of a payment.
import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays, type Day } from '../../core/kernel/day.ts';
import {
  isBankWorkingDay,
  isItalianHoliday,
  isPostalWorkingDay,
  isTargetClosing,
} from '../../core/kernel/working-day.ts';
import {
  latestSafeDay,
  paymentMethods,
  paysAtOnce,
  registrationDay,
  type PaymentMethod,
} from '../../core/orders/payment.ts';
import { milestones } from '../../core/services/lifecycle.ts';
import { law } from '../support/law.ts';
import { days, plainAddDays, plainWeekday } from '../support/plain-date.ts';

/** Easter by the rule of Gauss and Lichtenberg. The program uses another one. */
function plainEaster(year: number): string {
  const k = Math.floor(year / 100);
  const m = 15 + Math.floor((3 * k + 3) / 4) - Math.floor((8 * k + 13) / 25);
  const s = 2 - Math.floor((3 * k + 3) / 4);
  const a = year % 19;
  const d = (19 * a + m) % 30;
  const r = Math.floor((d + Math.floor(a / 11)) / 29);
  const og = 21 + d - r;
  const sz = 7 - ((year + Math.floor(year / 4) + s) % 7);
  const oe = 7 - ((((og - sz) % 7) + 7) % 7);
  return plainAddDays(`${year}-03-01`, og + oe - 1);
}

law('A5: holidays and TARGET closing days', {
  subject: { isItalianHoliday, isTargetClosing },
  wrong: { isItalianHoliday: (day) => isItalianHoliday(day) || day.endsWith('-11-04'), isTargetClosing },
  given: days('2000-01-01', '2100-12-31'),
  holds(subject, day) {
    const easter = plainEaster(Number(day.slice(0, 4)));
    const [monthDay, monday, friday] = [day.slice(5), plainAddDays(easter, 1), plainAddDays(easter, -2)];
    const national = [
      '01-01',
      '01-06',
      '04-25',
      '05-01',
      '06-02',
      '08-15',
      '11-01',
      '12-08',
      '12-25',
      '12-26',
      ...(day >= '2026' ? ['10-04'] : []),
    ];
    expect(subject.isItalianHoliday(day)).toBe(
      national.includes(monthDay) || day === easter || day === monday,
    );
    expect(subject.isTargetClosing(day)).toBe(
      ['01-01', '05-01', '12-25', '12-26'].includes(monthDay) || day === friday || day === monday,
    );
  },
  runs: 2000,
});

law('A5: a bank working day is a postal one, Monday to Friday, with TARGET open', {
  subject: { isBankWorkingDay, isPostalWorkingDay },
  wrong: { isBankWorkingDay: isPostalWorkingDay, isPostalWorkingDay },
  given: days('2020-01-01', '2050-12-31'),
  holds(subject, day) {
    const postal = plainWeekday(day) <= 5 && !isItalianHoliday(day);
    expect([subject.isPostalWorkingDay(day), subject.isBankWorkingDay(day)]).toEqual([
      postal,
      postal && !isTargetClosing(day),
    ]);
  },
  runs: 2000,
});

const payable = (method: PaymentMethod, day: Day): boolean =>
  paysAtOnce(method) || (method === 'bank-transfer' ? isBankWorkingDay(day) : isPostalWorkingDay(day));

law('G4: the latest safe day is safe, payable, and the latest', {
  subject: latestSafeDay,
  wrong: (method, expiry) => addDays(latestSafeDay(method, expiry), method === 'blank-slip' ? -3 : 0),
  given: fc.record({ method: fc.constantFrom(...paymentMethods), expiry: days('2026-01-01', '2050-12-31') }),
  holds(safeDay, { method, expiry }) {
    const limit = milestones(expiry).registrationLimit;
    const safe = safeDay(method, expiry);
    expect(payable(method, safe) && registrationDay(method, safe) <= limit).toBe(true);
    for (let day = addDays(safe, 1); day <= limit; day = addDays(day, 1))
      expect(payable(method, day) && registrationDay(method, day) <= limit).toBe(false);
  },
});
