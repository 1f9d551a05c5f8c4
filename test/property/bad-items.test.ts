// Bad input: any item is refused as data or priced with whole cents. Nothing throws, and nothing is NaN.
import fc from 'fast-check';
import { expect } from 'vitest';
import { itemKinds } from '../../core/catalog/item.ts';
import { align, type AlignItem } from '../../core/renewals/align.ts';
import { checkItems } from '../../core/renewals/check-items.ts';
import { monthRules } from '../../core/renewals/months.ts';
import { law } from '../support/law.ts';
import { anchoredDays, days } from '../support/plain-date.ts';

const junk = fc.constantFrom<unknown>(
  undefined,
  null,
  '',
  '5',
  0,
  -0,
  -1,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  1e300,
  '2027-02-31',
  '15/03/2027',
  [],
  {},
);
const good = fc.record({
  kind: fc.constantFrom(...itemKinds),
  quantity: fc.integer({ min: 1, max: 100_000 }),
  yearly: fc.integer({ min: 0, max: 10_000_000 }),
  end: anchoredDays('2000-01-01', '2100-12-31'),
});

/** A good item with up to two bad fields. */
const item: fc.Arbitrary<AlignItem> = fc
  .record({
    good,
    spoilt: fc.array(fc.tuple(fc.constantFrom('kind', 'quantity', 'yearly', 'expiry', 'anchor'), junk), {
      maxLength: 2,
    }),
  })
  .map(
    ({ good: { end, ...rest }, spoilt }) =>
      ({ id: 'x', ...rest, expiry: end.day, anchor: end.anchor, ...Object.fromEntries(spoilt) }) as AlignItem,
  );

law('items are refused with the field, or priced with whole cents', {
  subject: checkItems<AlignItem>,
  wrong: (items) => ({ ok: true, value: items }),
  given: fc.record({
    items: fc.array(item, { maxLength: 3 }),
    target: days('2000-01-01', '2100-12-31'),
    rule: fc.constantFrom(...monthRules),
  }),
  holds(check, { items, target, rule }) {
    const checked = check(items);
    if (!checked.ok) {
      expect(checked.error).toMatchObject(
        items.length === 0 ? { reason: 'no-items' } : { reason: 'bad-item', id: 'x' },
      );
      return;
    }
    expect(items.length).toBeGreaterThan(0);
    for (const { net, months } of align({ items: checked.value, target, rule }))
      expect(
        [net, months.num, months.den].every((figure) => Number.isSafeInteger(figure) && figure >= 0),
      ).toBe(true);
  },
  runs: 2000,
});
