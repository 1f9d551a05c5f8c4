// The renewals of a service to come (rules D3, I4).
import { expect, test } from 'vitest';
import { addDays } from '../../../core/kernel/day.ts';
import { pricedItems } from '../../../core/quotes/quote.ts';
import { futureRenewals } from '../../../core/renewals/forecast.ts';
import { day, euro, item, priceList } from '../../support/samples.ts';

const priced = (...items: readonly ReturnType<typeof item>[]) => pricedItems(items, priceList);
const [service] = priced(item('E', 'e-invoicing', 1, '15/03/2027'));
const renewals = (others: ReturnType<typeof priced>, until: string) => {
  if (service === undefined) throw new Error('The service is there');
  return futureRenewals({ service, items: others, rule: 'started-month', vatBasisPoints: 2200, until: day(until), ordered: (expiry) => addDays(expiry, -15) });
};

test('one a year as long as the service expires before the end; scattered items pay their missing months once (E10)', () => {
  const others = priced(item('U', 'user', 3, '15/03/2027'), item('M', 'documents', 1, '15/03/2027'), item('V', 'user', 2, '24/11/2027'));
  const found = renewals(others, '15/03/2029');
  expect(found.map(({ expiry, target, net, vat, gross }) => [expiry, target, euro(net), euro(vat), euro(gross)])).toEqual([
    ['2027-03-15', '2028-03-15', '67.77', '14.91', '82.68'],
    ['2028-03-15', '2029-03-15', '74.30', '16.35', '90.65'],
  ]);
  expect(renewals(others, '16/03/2029')).toHaveLength(3);
  expect(renewals(others, '15/03/2027')).toEqual([]);
});

test('what ends before the order is made has ended, and is not renewed', () => {
  const [before, on] = [priced(item('U', 'user', 3, '27/02/2027')), priced(item('U', 'user', 3, '28/02/2027'))];
  expect(renewals(before, '16/03/2027').map(({ net }) => euro(net))).toEqual(['29.90']);
  expect(renewals(on, '16/03/2027').map(({ net }) => euro(net))).toEqual(['45.83']);
});
