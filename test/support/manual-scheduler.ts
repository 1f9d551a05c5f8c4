import type { Scheduler } from '../../core/ports.ts';
import type { FakeClock } from './fake-clock.ts';

export interface ManualScheduler extends Scheduler {
  /** Lets time pass: runs what falls due, in order, each at its own moment. */
  advance(ms: number): void;
  /** How long each waiting task still has to wait, the nearest first. */
  waiting(): readonly number[];
}

/** Timers that only the test lets ring. */
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
