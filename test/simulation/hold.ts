import { expect, test } from 'vitest';
import { runSchedule } from './run-schedule.ts';
import { scheduleOf } from './schedule.ts';
import { shrink } from './shrink.ts';

/**
 * Makes one test for each hundred seeds from `first` on: every invariant holds in every schedule. A failure
 * shows the shortest schedule that still fails.
 */
export function holdFor(first: number, count: number): void {
  const size = 100;
  for (let from = first; from < first + count; from += size) {
    test(`schedules ${from} to ${from + size - 1}`, { timeout: 120_000 }, async () => {
      let orders = 0;
      for (let seed = from; seed < from + size; seed += 1) {
        const schedule = scheduleOf(seed);
        const { broken, orders: placed } = await runSchedule(schedule);
        orders += placed;
        if (broken === undefined) continue;
        const short = await shrink(schedule, broken.invariant);
        throw new Error(
          `seed ${seed}: ${broken.invariant}: ${broken.detail}\nAs short as it gets, to be kept in test/simulation/kept: ${JSON.stringify(short)}`,
        );
      }
      // The schedules did order something.
      expect(orders).toBeGreaterThan(20);
    });
  }
}
