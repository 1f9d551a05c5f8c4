// Days and months, compared with an independent calendar: the Temporal polyfill.
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  addMonths,
  completedMonths,
  daysBetween,
  startedMonths,
  type Day,
} from '../../core/kernel/day.ts';
import { law } from '../support/law.ts';
import { day } from '../support/samples.ts';

const anyDay = fc.integer({ min: 0, max: 36_000 }).map((offset) => addDays(day('01/01/2000'), offset));
const engine = { addMonths, startedMonths, completedMonths, daysBetween };

describe('Temporal', () => {
  law('adds months and counts them as the engine does', {
    subject: engine,
    // The mistake: goes month by month, so the 31st is lost after February.
    wrong: {
      ...engine,
      addMonths: (from: Day, months: number) =>
        Array.from({ length: months }).reduce<Day>((date) => addMonths(date, 1), from),
    },
    given: fc.record({ from: anyDay, to: anyDay, months: fc.integer({ min: 0, max: 1200 }) }),
    runs: 20_000,
    holds: (subject, { from, to, months }) => {
      const start = Temporal.PlainDate.from(from);
      expect(subject.addMonths(from, months)).toBe(start.add({ months }).toString());
      const apart = start.until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
      expect(subject.daysBetween(from, to)).toBe(apart);
      if (to <= from) return;
      // Temporal's `until` rounds differently at month ends, so the count is checked by its definition
      // (rules A2, A3).
      const completed = subject.completedMonths(from, to);
      const reach = (count: number): string => start.add({ months: count }).toString();
      expect(reach(completed) <= to && reach(completed + 1) > to).toBe(true);
      const started = subject.startedMonths(from, to);
      expect(reach(started) >= to && reach(started - 1) < to).toBe(true);
    },
  });
});
