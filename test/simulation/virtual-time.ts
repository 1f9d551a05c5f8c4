// One time for all machines, which only the harness moves; each process has its own timers, and they die with
// it.
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
  /**
   * The next task that falls due by `until`, taken out; its moment is then now, where it was not yet past.
   */
  takeDue(until: number): (() => void) | undefined;
  /** A machine's clock may be some minutes off. */
  clock(skewMs: number): Clock;
  scheduler(owner: object): Scheduler;
  /** The process is gone, its timers with it. */
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
        // What a dead process still asks for never happens.
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
