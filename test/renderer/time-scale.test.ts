import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween } from '../../core/kernel/day.ts';
import { timelineZooms } from '../../core/desk/rows/saved-view.ts';
import { timeScale } from '../../renderer/screens/renewal-plan/timeline/time-scale.ts';
import { day } from '../support/samples.ts';

const today = day('2026-11-24');

describe.each(timelineZooms)('the ruler by %s', (zoom) => {
  test.each([12, 120])('over %i months: every line stands on its day, none crowds the next', (months) => {
    const scale = timeScale(today, months, zoom);
    const end = addMonths(today, months);
    for (const { day: on, x } of scale.ticks) expect(scale.dayAt(x)).toBe(on);
    const gaps = scale.ticks.slice(1).map(({ x }, index) => x - (scale.ticks[index]?.x ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(
      { days: 18, weeks: 35, months: 40, years: 40 }[zoom] ?? 0,
    );
    expect(daysBetween(scale.ticks.at(-1)?.day ?? today, end)).toBeLessThan(
      { days: 1, weeks: 7, months: 31, years: 92 }[zoom] ?? 0,
    );
  });
});

test('by days every day is there, weekends and bank holidays are at rest, the months lie above without a gap', () => {
  const { ticks, rest, months, start, width } = timeScale(today, 12, 'days');
  expect(ticks.length).toBe(daysBetween(start, addMonths(today, 12)) + 1);
  const off = new Set(rest.map(({ day: on }) => on));
  const inDecember = Array.from({ length: 31 }, (_, index) => addDays(day('2026-12-01'), index)).filter(
    (on) => off.has(on),
  );
  expect(inDecember.map((on) => Number(on.slice(8)))).toEqual([5, 6, 8, 12, 13, 19, 20, 25, 26, 27]);
  expect(months[0]?.x).toBe(0);
  for (const [index, { x }] of months.slice(1).entries())
    expect(x).toBeCloseTo((months[index]?.x ?? 0) + (months[index]?.width ?? 0), 6);
  expect((months.at(-1)?.x ?? 0) + (months.at(-1)?.width ?? 0)).toBeLessThanOrEqual(width);
});

test('by weeks each line is a Monday; months and years have no second row', () => {
  expect(
    timeScale(today, 12, 'weeks')
      .ticks.slice(0, 3)
      .map(({ day: on }) => on),
  ).toEqual(['2026-11-16', '2026-11-23', '2026-11-30']);
  expect(timeScale(today, 12, 'weeks').months[0]?.month).toBe('2026-11');
  expect(timeScale(today, 12, 'months').months).toEqual([]);
  expect(timeScale(today, 12, 'years').rest).toEqual([]);
});
