import type { Scheduler } from '../../core/ports.ts';
import type { FakeClock } from './fake-clock.ts';

export interface ManualScheduler extends Scheduler {
  /** Moves the time forward. Runs each due task at its own moment, in order. */
  advance(ms: number): void;
  /** The remaining time of each waiting task in milliseconds, shortest first. */
  waiting(): readonly number[];
}

/** Timers that run only when the test moves the time. */
export function manualScheduler(clock: FakeClock): ManualScheduler {
  const tasks = new Set<{ readonly at: number; readonly task: () => void }>();
  const byTime = () => [...tasks].sort((a, b) => a.at - b.at);
  return {
    after(delayMs, task) {
      const entry = { at: clock.now() + delayMs, task };
      tasks.add(entry);
      return () => tasks.delete(entry);
    },
    advance(ms) {
      const until = clock.now() + ms;
      for (;;) {
        const [next] = byTime();
        if (next === undefined || next.at > until) break;
        tasks.delete(next);
        clock.advance(Math.max(0, next.at - clock.now()));
        next.task();
      }
      clock.advance(until - clock.now());
    },
    waiting: () => byTime().map(({ at }) => at - clock.now()),
  };
}
