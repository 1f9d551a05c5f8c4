import { expect, inject, test } from 'vitest';
import { sharedScheduleOf } from './shared/shared-schedule.ts';
import { runSharedSchedule } from './shared/shared-world.ts';

test.each([
  ['fixed seeds', 1, 40],
  ['free seeds', inject('freeSeed') * 1000, 40],
])('several desks of one studio: %s', { timeout: 180_000 }, async (_name, first, count) => {
  const sum = { commands: 0, refused: 0 };
  for (let seed = first; seed < first + count; seed += 1) {
    const { broken, commands, refused } = await runSharedSchedule(sharedScheduleOf(seed));
    sum.commands += commands;
    sum.refused += refused;
    if (broken !== undefined) expect.fail(`seed ${seed}: ${broken.invariant}: ${broken.detail}`);
  }
  // Something was tested.
  expect(sum.commands).toBeGreaterThan(count * 5);
  expect(sum.refused).toBeGreaterThan(0);
});
