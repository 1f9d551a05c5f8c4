// One time for all machines. Only the world moves it. The timers of a process end with the process.
import type { Clock, Scheduler } from '../../core/ports.ts';

interface Task {
  readonly at: number;
  readonly turn: number;
  readonly owner: object;
  readonly run: () => void;
}

export interface VirtualTime {
  readonly now: () => number;
  jump(ms: number): void;
  /** Takes out the next task that is due by `until`. The time goes on to its moment, never back. */
  takeDue(until: number): (() => void) | undefined;
  /** A machine's clock. It may be some minutes wrong. */
  clock(skewMs: number): Clock;
  scheduler(owner: object): Scheduler;
  /** Removes the timers of a process that is gone. */
  drop(owner: object): void;
}

export function virtualTime(start: number, touched: () => void): VirtualTime {
  let now = start;
  let turns = 0;
  let tasks: Task[] = [];
  const dropped = new WeakSet<object>();
  return {
    now: () => now,
    jump(ms) {
      now += ms;
    },
    takeDue(until) {
      const next = tasks[0];
      if (next === undefined || next.at > until) return undefined;
      tasks.shift();
      now = Math.max(now, next.at);
      return next.run;
    },
    clock: (skewMs) => ({ now: () => now + skewMs }),
    scheduler: (owner) => ({
      after(delayMs, run) {
        // A dead process gets no timer.
        if (dropped.has(owner)) return () => undefined;
        touched();
        turns += 1;
        const task: Task = { at: now + Math.max(0, delayMs), turn: turns, owner, run };
        const index = tasks.findIndex((other) => other.at > task.at);
        tasks.splice(index === -1 ? tasks.length : index, 0, task);
        return () => {
          tasks = tasks.filter((other) => other !== task);
        };
      },
    }),
    drop(owner) {
      dropped.add(owner);
      tasks = tasks.filter((task) => task.owner !== owner);
    },
  };
}
