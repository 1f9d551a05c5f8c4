import { runSchedule } from './run-schedule.ts';
import type { Schedule } from './schedule.ts';

/** Leaves out steps as long as the schedule still breaks this invariant (delta debugging). */
export async function shrink(schedule: Schedule, invariant: string): Promise<Schedule> {
  const fails = async (steps: Schedule['steps']): Promise<boolean> =>
    (await runSchedule({ ...schedule, steps })).broken?.invariant === invariant;
  let { steps } = schedule;
  let parts = 2;
  while (steps.length > 0) {
    const size = Math.ceil(steps.length / parts);
    let shorter: Schedule['steps'] | undefined;
    for (let from = 0; from < steps.length && shorter === undefined; from += size) {
      const rest = steps.toSpliced(from, size);
      if (await fails(rest)) shorter = rest;
    }
    if (shorter !== undefined) {
      steps = shorter;
      parts = Math.max(2, parts - 1);
    } else if (size === 1) break;
    else parts = Math.min(steps.length, parts * 2);
  }
  return { ...schedule, steps };
}
