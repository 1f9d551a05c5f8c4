// Runs schedules from a seed on until one is broken: `node find-broken.mjs FIRST COUNT [shrink]`. Ends with 1
// where one was found.
import { runSchedule } from './run-schedule.ts';
import { scheduleOf } from './schedule.ts';
import { shrink } from './shrink.ts';

const [first = 1, count = 1] = process.argv.slice(2).map(Number);
for (let seed = first; seed < first + count; seed += 1) {
  const { broken } = await runSchedule(scheduleOf(seed));
  if (broken === undefined) continue;
  process.stdout.write(`seed ${seed}, ${broken.invariant}\n`);
  if (process.argv[4] === 'shrink')
    process.stdout.write(`${JSON.stringify(await shrink(scheduleOf(seed), broken.invariant))}\n`);
  process.exit(1);
}
process.stdout.write(`nothing found in ${count} schedules\n`);
