import { expect, test } from 'vitest';
import { runSchedule } from './run-schedule.ts';
import { scheduleOf } from './schedule.ts';
import { shrink } from './shrink.ts';

/**
 * One test case for each hundred seeds from `first` on: whatever happens, every invariant holds. A failure
 * shows the schedule as short as it gets.
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
      // Something was at stake.
      expect(orders).toBeGreaterThan(20);
    });
  }
}
