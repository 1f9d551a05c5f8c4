// Schedules that once broke an invariant, in their shortest form. They hold now.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runSchedule } from './run-schedule.ts';
import type { Schedule } from './schedule.ts';

const folder = fileURLToPath(new URL('./kept', import.meta.url));

test.each(readdirSync(folder))('%s', async (name) => {
  const schedule = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Schedule;
  expect((await runSchedule(schedule)).broken).toBeUndefined();
});
