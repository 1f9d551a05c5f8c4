// The machine's own clock, timers, chance and identifiers.
import { setImmediate } from 'node:timers/promises';
import { randomInt } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Steps } from '../../core/kernel/steps.ts';
import type { Clock, Fetch, IdSource, Rng, Scheduler } from '../../core/ports.ts';

export const systemClock: Clock = { now: () => Date.now() };

export const systemScheduler: Scheduler = {
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};

const steps = 2 ** 47;

export const systemRng: Rng = { next: () => randomInt(steps) / steps };

export const systemIds: IdSource = { next: () => uuidv7() };

/** Lets everything else have its turn. */
export const pause = (): Promise<void> => setImmediate();

/** Long work during which everything else goes on: it has its turn before each step. */
export async function stepByStep<T>(work: Steps<T>): Promise<T> {
  for (;;) {
    await pause();
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Lets everything else have its turn before each request: a vendor in the same process would otherwise keep
 * the window waiting until a long queue is empty.
 */
export const inTurn =
  (fetch: Fetch): Fetch =>
  async (request) => {
    await pause();
    return fetch(request);
  };
