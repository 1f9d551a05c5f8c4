import { diskScheduleOf } from './disk/disk-schedule.ts';
import { runDiskSchedule } from './disk/disk-world.ts';
const [, , first = '1', count = '3000'] = process.argv;
let broken1 = 0;
const t = Date.now();
for (let seed = Number(first); seed < Number(first) + Number(count); seed += 1) {
  const { broken } = await runDiskSchedule(diskScheduleOf(seed));
  if (broken === undefined) continue;
  broken1 += 1;
  console.log(seed, broken.invariant, broken.detail.slice(0, 900));
  if (broken1 > 12) break;
}
console.log('done', broken1, Date.now() - t);
