// Rules A1, D3: an aligned item pays for exact years, by every rule, from every month end, also for 29
// February and the 31st.
import { expect, test } from 'vitest';
import { cents } from '../../../core/kernel/cents.ts';
import { addMonths, dayOf, type Day } from '../../../core/kernel/day.ts';
import type { AlignItem } from '../../../core/renewals/align.ts';
import { monthRules, monthsCharged } from '../../../core/renewals/months.ts';
import { renew } from '../../../core/renewals/renewal.ts';
import { day } from '../../support/samples.ts';

const anchors = [1, 15, 28, 29, 30, 31];

/** The expiries of all months from 2027 to 2031 that keep the anchor. */
const expiries = (anchor: number) =>
  Array.from({ length: 60 }, (_, index) => addMonths(day('2027-01-01'), index, anchor));

function item(expiry: AlignItem['expiry'], anchor: number): AlignItem {
  return { id: 'E', kind: 'e-invoicing', quantity: 3, yearly: cents(2999), expiry, anchor };
}

/** The same month some years later, on the anchor or on the last day of the month. */
function yearsLater(expiry: Day, years: number, anchor: number): Day | undefined {
  const [year, month] = [Number(expiry.slice(0, 4)) + years, Number(expiry.slice(5, 7))];
  return [anchor, 30, 29, 28].map((date) => dayOf(year, month, date)).find((found) => found !== undefined);
}

test.each(monthRules)('%s: 12 months a year, the price of the years, on the anchor again', (rule) => {
  const wrong: string[] = [];
  for (const anchor of anchors) {
    for (const expiry of expiries(anchor)) {
      for (const years of [1, 2, 3, 4, 5, 9, 10]) {
        const service = item(expiry, anchor);
        const { target, lines } = renew({
          service,
          chosen: [{ ...service, id: 'U', kind: 'user' }],
          years,
          rule,
        });
        const expected = `12 x ${years}/1 ${3 * 2999 * years} ${yearsLater(expiry, years, anchor)} ${anchor} whole-years`;
        for (const { months, net, newExpiry, newAnchor, basis } of lines) {
          const found = `12 x ${months.num / 12}/${months.den} ${net} ${newExpiry} ${newAnchor} ${basis}`;
          if (found !== expected || target !== newExpiry || lines.length !== 2)
            wrong.push(`${expiry}: ${found}, not ${expected}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('counted by the rules of whole months an anchored year has 12 too; by days of 365 a leap year has more', () => {
  for (const anchor of anchors) {
    for (const expiry of expiries(anchor)) {
      const target = addMonths(expiry, 12, anchor);
      for (const rule of ['started-month', 'completed-month', 'actual-days'] as const)
        expect(monthsCharged(rule, expiry, target, anchor)).toEqual({ num: 12, den: 1 });
    }
  }
  expect(monthsCharged('actual-365', day('2027-03-15'), day('2028-03-15'))).toEqual({
    num: 366 * 12,
    den: 365,
  });
});
