// Bad input is refused as data, with the item and the field. Nothing becomes NaN, and nothing throws.
import { expect, test } from 'vitest';
import { cents } from '../../../core/kernel/cents.ts';
import { checkItems } from '../../../core/renewals/check-items.ts';
import type { AlignItem } from '../../../core/renewals/align.ts';
import { day } from '../../support/samples.ts';

const good: AlignItem = {
  id: 'E',
  kind: 'e-invoicing',
  quantity: 1,
  yearly: cents(2990),
  expiry: day('15/03/2027'),
  anchor: 15,
};
const field = (changes: object) => {
  const checked = checkItems([good, { ...good, id: 'X', ...changes } as AlignItem]);
  return checked.ok ? undefined : checked.error;
};

test('good items pass as they are', () => {
  expect(checkItems([good])).toEqual({ ok: true, value: [good] });
  expect(field({ expiry: day('28/02/2027'), anchor: 31 })).toBeUndefined();
  expect(field({ expiry: day('29/02/2028'), anchor: 30 })).toBeUndefined();
  expect(field({ expiry: day('01/01/2000'), anchor: 1 })).toBeUndefined();
  expect(field({ expiry: day('31/12/2100'), anchor: 31 })).toBeUndefined();
});

test('an empty list is refused', () => {
  expect(checkItems([])).toEqual({ ok: false, error: { reason: 'no-items' } });
});

test.each([
  ['kind', { kind: 'fax' }],
  ['quantity', { quantity: 0 }],
  ['quantity', { quantity: -1 }],
  ['quantity', { quantity: 1.5 }],
  ['quantity', { quantity: Number.NaN }],
  ['quantity', { quantity: 100_001 }],
  ['yearly', { yearly: -1 }],
  ['yearly', { yearly: 29.9 }],
  ['yearly', { yearly: 10_000_001 }],
  ['expiry', { expiry: '1999-12-31' }],
  ['expiry', { expiry: '2101-01-01' }],
  ['expiry', { expiry: '2027-02-31' }],
  ['anchor', { anchor: 0 }],
  ['anchor', { anchor: 32 }],
  ['anchor', { anchor: 14 }],
  ['anchor', { expiry: '2027-02-27', anchor: 31 }],
])('%s: %j', (name, changes) => {
  expect(field(changes)).toEqual({ reason: 'bad-item', id: 'X', field: name });
});
