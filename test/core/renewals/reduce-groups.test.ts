// Rule D5: fewer pieces at a renewal, and the groups that lose them.
import { describe, expect, test } from 'vitest';
import { cents } from '../../../core/kernel/cents.ts';
import type { AlignItem } from '../../../core/renewals/align.ts';
import { reduceGroups, type ReducibleKind } from '../../../core/renewals/reduce-groups.ts';
import { day, item } from '../../support/samples.ts';

const priced = (id: string, kind: AlignItem['kind'], quantity: number, expiry: string): AlignItem => ({
  ...item(id, kind, quantity, expiry),
  yearly: cents(490),
});
const target = day('15/03/2028');
const items = [
  priced('E', 'e-invoicing', 1, '15/03/2027'),
  priced('first', 'user', 3, '15/03/2027'),
  priced('late', 'user', 2, '24/11/2027'),
  priced('twin', 'user', 2, '24/11/2027'),
  priced('GB', 'extra-gb', 4, '15/03/2027'),
];

function left(
  wanted: number | undefined,
  kind: ReducibleKind = 'user',
  list: readonly AlignItem[] = items,
): Readonly<Record<string, number>> {
  const reduced = reduceGroups(list, kind, wanted, target);
  if (!reduced.ok) throw new Error(reduced.error.reason);
  return Object.fromEntries(reduced.value.map(({ id, quantity }) => [id, quantity]));
}

const whole = { E: 1, first: 3, late: 2, twin: 2, GB: 4 };

describe('which pieces go', () => {
  test('all stay where nothing is asked, and where as many are asked', () => {
    expect(left(undefined)).toEqual(whole);
    expect(left(7)).toEqual(whole);
  });

  test('from the group that ends last; of two that end together the later in the list', () => {
    expect(left(6)).toEqual({ ...whole, twin: 1 });
    expect(left(5)).toEqual({ E: 1, first: 3, late: 2, GB: 4 });
    expect(left(4)).toEqual({ E: 1, first: 3, late: 1, GB: 4 });
    expect(left(1)).toEqual({ E: 1, first: 1, GB: 4 });
  });

  test('down to none; the other kinds are untouched', () => {
    expect(left(0)).toEqual({ E: 1, GB: 4 });
    expect(left(1, 'extra-gb')).toEqual({ ...whole, GB: 1 });
  });

  test('the order of the list stays, and what is given is not changed', () => {
    expect(Object.keys(left(6))).toEqual(['E', 'first', 'late', 'twin', 'GB']);
    expect(items[3]?.quantity).toBe(2);
  });
});

describe('what is paid to the target or beyond keeps its pieces', () => {
  const beyond = [
    priced('on', 'user', 1, '15/03/2028'),
    priced('after', 'user', 2, '16/03/2028'),
    priced('before', 'user', 4, '14/03/2028'),
  ];

  test('only the group that ends before the target gives any', () => {
    expect(left(3, 'user', beyond)).toEqual({ on: 1, after: 2 });
    expect(left(5, 'user', beyond)).toEqual({ on: 1, after: 2, before: 2 });
  });

  test.each([2, 0, 8, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    '%s is refused with the range',
    (wanted) => {
      expect(reduceGroups(beyond, 'user', wanted, target)).toEqual({
        ok: false,
        error: { reason: 'reduction-out-of-range', kind: 'user', least: 3, most: 7 },
      });
    },
  );
});

test('of a kind that is not there, none can be had and none taken', () => {
  const alone = items.slice(0, 1);
  expect(left(0, 'extra-gb', alone)).toEqual({ E: 1 });
  expect(reduceGroups(alone, 'extra-gb', 1, target)).toEqual({
    ok: false,
    error: { reason: 'reduction-out-of-range', kind: 'extra-gb', least: 0, most: 0 },
  });
});
