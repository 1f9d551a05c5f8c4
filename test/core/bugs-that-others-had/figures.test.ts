// Named regression tests for bugs that other projects had and that would hurt here (end of design.md):
// days, months and money.
import { describe, expect, test } from 'vitest';
import { allocate, cents } from '../../../core/kernel/cents.ts';
import { addMonths, romeDay } from '../../../core/kernel/day.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { figuresOf } from '../../../core/orders/cart.ts';
import { addUsersFigures } from '../../../core/quotes/figures.ts';
import { monthRules, monthsCharged } from '../../../core/renewals/months.ts';
import { lineNetByC1, totalsByC2 } from '../../oracle-implementations/amounts.ts';
import { alignWithDecimal } from '../../oracle-implementations/with-decimal.ts';
import { day, item, priceList, service } from '../../support/samples.ts';

const serviceId = 'srv-1' as ServiceId;

describe('days and months', () => {
  test('month-end anchor lost: 31 January, 29 February, 29 March (polar 10664, killbill 127)', () => {
    let expiry = day('2027-01-31');
    const seen = Array.from({ length: 4 }, () => (expiry = addMonths(expiry, 1, 31)));
    expect(seen).toEqual(['2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']);
    expect(addMonths(addMonths(day('2028-02-29'), 12, 29), 36, 29)).toBe('2032-02-29');
    expect(addMonths(addMonths(day('2027-01-29'), 1, 29), 1, 29)).toBe('2027-03-29');
  });

  test('an exact year charged as 11 months (erpnext 57768)', () => {
    for (const rule of ['started-month', 'completed-month', 'actual-days', 'thirty-360'] as const)
      expect(monthsCharged(rule, day('2026-08-03'), day('2027-08-03'))).toEqual({ num: 12, den: 1 });
  });

  test('an expiry a day off by time zone or daylight saving (nextcloud 38350, lago 1438)', () => {
    expect([romeDay(Date.UTC(2027, 2, 27, 23, 30)), romeDay(Date.UTC(2027, 9, 30, 22, 30))]).toEqual([
      '2027-03-28',
      '2027-10-31',
    ]);
    expect(addMonths(romeDay(Date.UTC(2026, 9, 24, 22, 30)), 12)).toBe('2027-10-25');
  });
});

describe('money', () => {
  const items = [item('E', 'e-invoicing', 1, '2027-03-15'), item('U', 'user', 7, '2027-03-15')];
  const pricing = {
    day: day('2026-11-24'),
    rule: 'started-month',
    offPolicy: 'own-year',
    priceList,
  } as const;

  test.each(monthRules)('the preview differs from the invoice (killbill 2249, 1506, 1503): %s', (rule) => {
    for (let quantity = 1; quantity <= 40; quantity += 1)
      for (const conventionCode of [null, 'ORDINE10']) {
        const cart = figuresOf(
          {
            subject: { kind: 'add-users', serviceId, extension: true },
            quantity,
            modules: [],
            conventionCode,
          },
          service(items),
          { ...pricing, rule },
        );
        if (!cart.ok) throw new Error(cart.error.reason);
        // The bill by rules C1, C2 and C3: twelve months of the new users, the rest brought to their day.
        const toDay = { expiry: '2027-03-15', anchor: 15, target: '2027-11-24', rule };
        const nets = [
          lineNetByC1(quantity, 490, { num: 12, den: 1 }),
          alignWithDecimal({ ...toDay, quantity: 1, yearly: 2990 }).net,
          alignWithDecimal({ ...toDay, quantity: 7, yearly: 490 }).net,
        ];
        const { lines, net, vat, gross } = cart.value;
        expect(lines.map((line) => line.net)).toEqual(nets);
        expect({ net, vat, gross }).toEqual(totalsByC2(nets, 2200, conventionCode === null ? 0 : 1000));
      }
  });

  test('rounded lines that do not sum (autumn 3407)', () => {
    const quote = addUsersFigures({
      ...pricing,
      service: service(items),
      quantity: 3,
      modules: [],
      conventionCode: null,
      extension: true,
    });
    if (!quote.ok) throw new Error(quote.error.reason);
    expect(quote.value.lines.reduce((sum, line) => sum + line.net, 0)).toBe(quote.value.net);
    const parts = allocate(quote.value.gross, [1, 1, 1, 1, 1, 1, 1]);
    expect(parts.reduce<number>((sum, part) => sum + part, 0)).toBe(quote.value.gross);
    expect(allocate(cents(1), [1, 1, 1])).toEqual([1, 0, 0]);
  });
});
