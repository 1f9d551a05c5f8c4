import { test } from 'vitest';
import { runSchedule } from './run-schedule.ts';
import { scheduleOf } from './schedule.ts';
import { shrink } from './shrink.ts';
test('one', { timeout: 600000 }, async () => {
  const s = scheduleOf(Number(process.env['SEED']));
  const o = await runSchedule(s);
  console.log(o.broken);
  if (!o.broken) return;
  const short = await shrink(s, o.broken.invariant);
  const again = await runSchedule(short, { verbose: true });
  console.log(JSON.stringify(short, null, 1), again.broken, again.lines.join('\n'));
});
