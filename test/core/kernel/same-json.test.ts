import { expect, test } from 'vitest';
import { sameJson } from '../../../core/kernel/same-json.ts';

test('fields count, their order does not', () => {
  expect(sameJson({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toBe(true);
  expect(sameJson({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  for (const [a, b] of [
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: 2 }],
    [
      { a: 1, c: 2 },
      { a: 1, b: 2 },
    ],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [null, {}],
    ['1', 1],
  ])
    expect(sameJson(a, b), JSON.stringify([a, b])).toBe(false);
});
