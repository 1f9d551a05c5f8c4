import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { diskScheduleOf, type DiskSchedule } from './disk/disk-schedule.ts';
import { runDiskSchedule } from './disk/disk-world.ts';

/** Leaves out steps as long as the same invariant breaks. */
async function shortest(schedule: DiskSchedule, invariant: string): Promise<DiskSchedule> {
  let { steps } = schedule;
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const fewer = steps.toSpliced(at, 1);
    const { broken } = await runDiskSchedule({ ...schedule, steps: fewer });
    if (broken?.invariant === invariant) steps = fewer;
  }
  return { ...schedule, steps };
}

test.each([
  ['fixed seeds', 1, 300],
  ['free seeds', inject('freeSeed') * 1000, 300],
])('nothing confirmed is lost without a word: %s', { timeout: 120_000 }, async (_name, first, count) => {
  for (let seed = first; seed < first + count; seed += 1) {
    const schedule = diskScheduleOf(seed);
    const { broken } = await runDiskSchedule(schedule);
    if (broken === undefined) continue;
    const short = await shortest(schedule, broken.invariant);
    expect.fail(
      `seed ${seed}: ${broken.invariant}: ${broken.detail}\nAs short as it gets: ${JSON.stringify(short)}\n${(await runDiskSchedule(short)).broken?.detail ?? ''}`,
    );
  }
});

const kept = fileURLToPath(new URL('./disk/kept', import.meta.url));

test.each(readdirSync(kept))('a schedule that once lost something holds: %s', async (name) => {
  const schedule = JSON.parse(readFileSync(join(kept, name), 'utf8')) as DiskSchedule;
  expect((await runDiskSchedule(schedule)).broken).toBeUndefined();
});
