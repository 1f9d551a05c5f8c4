import type { Scheduler } from '../ports.ts';

/** Runs `task` again and again, for the first time after `everyMs`. The returned function stops it. */
export function everyWhile(scheduler: Scheduler, everyMs: number, task: () => void): () => void {
  let callOff = scheduler.after(everyMs, tick);
  function tick(): void {
    task();
    callOff = scheduler.after(everyMs, tick);
  }
  return () => callOff();
}
