// Runs schedules until one breaks an invariant: `node find-broken.mjs --first 1 --count 4000`. Exits with 1
// if one did.
// `--fault NAME` plants that fault, if the program was built with the doubles.
// `--without NAME` leaves out that invariant.
// `--world disk`, `shared` or `vendor` looks at other schedules without a fault.
// `--shrink` shows the schedule as short as it gets.
import { parseArgs } from 'node:util';
import { diskScheduleOf } from './disk/disk-schedule.ts';
import { runDiskSchedule } from './disk/disk-world.ts';
import { allPlanted, onlyOf, worldOf } from './planted/all-planted.ts';
import { plant } from './planted/plant.ts';
import { runSchedule } from './run-schedule.ts';
import { scheduleOf } from './schedule.ts';
import { sharedScheduleOf } from './shared/shared-schedule.ts';
import { runSharedSchedule } from './shared/shared-world.ts';
import { vendorScheduleOf } from './shared/vendor-schedule.ts';
import { shrink } from './shrink.ts';
import type { Broken } from './world.ts';

const { values } = parseArgs({
  options: {
    first: { type: 'string', default: '1' },
    count: { type: 'string', default: '1' },
    fault: { type: 'string' },
    without: { type: 'string' },
    world: { type: 'string', default: 'network' },
    shrink: { type: 'boolean', default: false },
  },
});
const [first, count] = [Number(values.first), Number(values.count)];
const fault = allPlanted.find(({ name }) => name === values.fault);
if (values.fault !== undefined && fault === undefined) throw new Error(`No such fault: ${values.fault}`);
plant(fault?.name ?? null);

const world = fault === undefined ? values.world : worldOf(fault);
const run = (seed: number, without: string | undefined): Promise<{ readonly broken: Broken | undefined }> => {
  if (world === 'disk') return runDiskSchedule(diskScheduleOf(seed), { without });
  if (world === 'shared') return runSharedSchedule(sharedScheduleOf(seed), { without });
  if (world === 'vendor') return runSharedSchedule(vendorScheduleOf(seed), { without });
  return runSchedule(scheduleOf(seed), { without });
};
const only = fault === undefined ? undefined : onlyOf(fault);

for (let seed = first; seed < first + count; seed += 1) {
  const { broken } = await run(seed, values.without);
  if (broken === undefined) continue;
  const other = only === undefined ? undefined : (await run(seed, broken.invariant)).broken?.invariant;
  process.stdout.write(`seed ${seed}, ${broken.invariant}${other === undefined ? '' : ` and ${other}`}\n`);
  if (values.shrink)
    process.stdout.write(`${JSON.stringify(await shrink(scheduleOf(seed), broken.invariant))}\n`);
  process.exit(1);
}
process.stdout.write(`nothing found in ${count} schedules\n`);
