// Where the days of the sessions stand on the timeline: near their lines, never on each other or the flag.
import '../support/page-language.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, type Day } from '../../core/kernel/day.ts';
import { apart } from '../../renderer/screens/renewal-plan/timeline/timeline-ruler.tsx';

const first = '2027-01-01' as Day;
/** Two pixels a day. */
const scale = { x: (day: Day) => daysBetween(first, day) * 2 };
const at = (x: number): Day => addDays(first, x / 2);
const placed = (lines: readonly number[], flag: number): readonly (readonly [number, number])[] =>
  apart(lines.map(at), scale, flag).map(({ day, x }) => [scale.x(day), x]);

test('a label moves aside for the one before it, or to either side of the flag, and is left out beyond 44 pixels', () => {
  expect(placed([100, 140], 1000)).toEqual([
    [100, 100],
    [140, 178],
  ]);
  expect(placed([100, 110], 1000)).toEqual([[100, 100]]);
  expect(placed([840], 806)).toEqual([[840, 884]]);
  expect(placed([770], 806)).toEqual([[770, 728]]);
  expect(placed([806], 806)).toEqual([]);
});

test('whatever the days: labels keep their room and stay near their lines', () => {
  const lines = fc.uniqueArray(
    fc.integer({ min: 0, max: 600 }).map((x) => x * 2),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(lines, fc.integer({ min: 0, max: 1200 }), (made, flag) => {
      const shown = placed(
        made.toSorted((a, b) => a - b),
        flag,
      );
      const close = shown.filter(
        ([line, x], index) =>
          Math.abs(line - x) > 44 || Math.abs(x - flag) < 78 || x - (shown[index - 1]?.[1] ?? -78) < 78,
      );
      expect(close).toEqual([]);
    }),
  );
});
