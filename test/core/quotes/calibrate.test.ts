// Rule I3: which of the possible rules gives the amounts that Aruba's cart really showed.
import { describe, expect, test } from 'vitest';
import { cents } from '../../../core/kernel/cents.ts';
import { calibrate, decidingPurchase, type Receipt } from '../../../core/quotes/calibrate.ts';
import { day, item, priceList, service } from '../../support/samples.ts';

const studio = service([
  item('E', 'e-invoicing', 1, '15/03/2027'),
  item('U', 'user', 3, '15/03/2027'),
  item('M', 'documents', 1, '15/03/2027'),
]);
const purchase = { service: studio, day: day('24/11/2026'), quantity: 2, modules: [], priceList };
const shown = (changes: Partial<Receipt>): Receipt => ({
  extension: true,
  net: null,
  gross: null,
  usersUntil: null,
  ...changes,
});

function rulesFor(receipt: Receipt): readonly string[] {
  const result = calibrate(purchase, receipt);
  if (!result.ok) throw new Error(result.error.reason);
  return result.value.fits.map(({ rule, offPolicy }) => (receipt.extension ? rule : offPolicy));
}

describe('with the extension the total tells the rule', () => {
  test.each([
    [7099, ['started-month']],
    [6442, ['completed-month']],
    [6638, ['actual-days', 'thirty-360']],
    [6672, ['actual-365']],
    [7098, []],
  ])('gross %i: %j', (gross, rules) => {
    expect(rulesFor(shown({ gross: cents(gross) }))).toEqual(rules);
  });

  test('net and gross must both agree', () => {
    expect(rulesFor(shown({ net: cents(5819), gross: cents(7099) }))).toEqual(['started-month']);
    expect(rulesFor(shown({ net: cents(5819), gross: cents(7100) }))).toEqual([]);
  });
});

describe('without it the total says nothing and the date tells the policy', () => {
  test('the total alone leaves both', () => {
    expect(rulesFor(shown({ extension: false, gross: cents(1196) }))).toEqual([
      'own-year',
      'until-service-expiry',
    ]);
  });
  test('the users’ last day decides', () => {
    expect(rulesFor(shown({ extension: false, usersUntil: day('24/11/2027') }))).toEqual(['own-year']);
    expect(rulesFor(shown({ extension: false, usersUntil: day('15/03/2027') }))).toEqual([
      'until-service-expiry',
    ]);
  });
});

test('all readings tried are told, with their totals', () => {
  const result = calibrate(purchase, shown({ gross: cents(1) }));
  expect(result.ok && result.value.tried.map(({ rule, figures }) => [rule, figures.gross])).toEqual([
    ['started-month', 7099],
    ['completed-month', 6442],
    ['actual-days', 6638],
    ['actual-365', 6672],
    ['thirty-360', 6638],
  ]);
});

test('where two rules fit, a further cart that tells them apart is found; where none can, that is said', () => {
  const february = service([item('E', 'e-invoicing', 1, '28/02/2027'), item('U', 'user', 9, '28/02/2027')], {
    id: 'srv-2' as typeof studio.id,
  });
  const pricing = { day: day('24/11/2026'), priceList };
  const deciding = decidingPurchase([studio, february], ['actual-days', 'thirty-360'], pricing);
  expect(deciding?.service.id).toBe('srv-2');
  expect(new Set(deciding?.totals.map(({ gross }) => gross)).size).toBe(2);
  expect(decidingPurchase([studio], ['actual-days', 'thirty-360'], pricing)).toBeUndefined();
});

test('a purchase that is refused is refused here too', () => {
  expect(calibrate({ ...purchase, quantity: 0 }, shown({}))).toMatchObject({
    ok: false,
    error: { reason: 'quantity-out-of-range' },
  });
});
