// Each planted fault is in the program and changes what it does.
// `npm run simulate -- --planted` shows that an invariant catches each of them.
import { expect, test } from 'vitest';
import { diskScheduleOf } from '../disk/disk-schedule.ts';
import { runDiskSchedule } from '../disk/disk-world.ts';
import { allInvariants } from '../all-invariants.ts';
import { diskInvariants } from '../disk/disk-invariants.ts';
import { allPlanted, firstSeedOf, onlyOf, worldOf } from './all-planted.ts';
import { doubledModules } from './doubled-modules.ts';
import { plant, plantedNames } from './plant.ts';
import { runSchedule } from '../run-schedule.ts';
import { scheduleOf } from '../schedule.ts';
import { sharedScheduleOf } from '../shared/shared-schedule.ts';
import { runSharedSchedule } from '../shared/shared-world.ts';
import { vendorScheduleOf } from '../shared/vendor-schedule.ts';

/** A schedule of a folder alone takes a few milliseconds. */
const mostSchedules = { network: 100, disk: 2000, shared: 100, vendor: 100 } as const;

test('each fault has a name of its own, and the program loads the double that holds it', () => {
  const names = allPlanted.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect([...plantedNames()].sort()).toEqual([...names].sort());
  expect(names.length).toBeGreaterThanOrEqual(70);
  expect(doubledModules('.').length).toBeGreaterThan(10);
});

test('each invariant of a vendor and of a folder has a fault that nothing else finds', () => {
  const invariants = [...allInvariants.map(({ name }) => name), ...diskInvariants];
  const alone = new Set(allPlanted.map(onlyOf));
  expect(invariants.filter((name) => !alone.has(name))).toEqual([]);
});

const rightDigests = new Map<number, string>();

/** The trace of the program without a fault. */
async function rightDigest(seed: number): Promise<string> {
  const known = rightDigests.get(seed);
  if (known !== undefined) return known;
  plant(null);
  const { digest, broken } = await runSchedule(scheduleOf(seed));
  expect(broken).toBeUndefined();
  rightDigests.set(seed, digest);
  return digest;
}

const cases = allPlanted.map((planted) => [planted.name, planted] as const);

test.each(cases)('%s: a schedule runs in another way', { timeout: 240_000 }, async (name, planted) => {
  const first = firstSeedOf(planted);
  for (let seed = first; seed < first + mostSchedules[worldOf(planted)]; seed += 1) {
    const world = worldOf(planted);
    if (world !== 'network') {
      plant(name);
      const { broken } =
        world === 'disk'
          ? await runDiskSchedule(diskScheduleOf(seed))
          : await runSharedSchedule((world === 'shared' ? sharedScheduleOf : vendorScheduleOf)(seed));
      if (broken !== undefined) return;
      continue;
    }
    const right = await rightDigest(seed);
    plant(name);
    const { broken, digest } = await runSchedule(scheduleOf(seed));
    if (broken !== undefined || digest !== right) return;
  }
  throw new Error(`The same traces with and without it, from seed ${first} on`);
});
