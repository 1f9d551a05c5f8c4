import { expect, test, vi } from 'vitest';
import { finished } from '../../renderer/components/use-steps.ts';
import { keptWhile, remembered } from '../../renderer/store/remembered.ts';

test('asked about the same objects, it works out nothing; about others, it does', () => {
  const work = vi.fn((rows: readonly number[], add: number) => rows.map((row) => row + add));
  const kept = remembered(work);
  const rows = [1, 2];
  const first = kept(rows, 1);
  expect(first).toEqual([2, 3]);
  expect(kept(rows, 1)).toBe(first);
  expect(work).toHaveBeenCalledTimes(1);
  expect(kept(rows, 2)).toEqual([3, 4]);
  // Equal rows are other rows.
  expect(kept([1, 2], 2)).toEqual([3, 4]);
  expect(work).toHaveBeenCalledTimes(3);
});

test('it keeps as many answers as it is told, the latest first', () => {
  const work = vi.fn((name: string) => ({ name }));
  const kept = remembered(work, 2);
  const [a, b] = [kept('a'), kept('b')];
  expect([kept('a'), kept('b')]).toEqual([a, b]);
  expect(work).toHaveBeenCalledTimes(2);
  kept('c');
  expect(kept('b')).toBe(b);
  expect(kept('a')).not.toBe(a);
  expect(work).toHaveBeenCalledTimes(4);
});

test('steps are finished once for each beginning', () => {
  let times = 0;
  const begin = function* () {
    yield 0.5;
    times += 1;
    return { times };
  };
  expect(finished(begin)).toBe(finished(begin));
  expect(times).toBe(1);
});

test('a value is kept while it is the same in what counts', () => {
  const kept = keptWhile<{ readonly name: string; readonly at: number }>(
    (one, other) => one.name === other.name,
  );
  const [first, second, third] = [
    { name: 'a', at: 1 },
    { name: 'a', at: 2 },
    { name: 'b', at: 3 },
  ];
  expect([kept(first), kept(second), kept(third), kept(first)]).toEqual([first, first, third, first]);
  expect(kept(second)).toBe(first);
});
