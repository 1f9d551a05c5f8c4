// The machine's own clock, timers, random numbers and ids.
import { setImmediate } from 'node:timers/promises';
import { hash, randomInt } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Steps } from '../../core/kernel/steps.ts';
import type { Clock, Digest, IdSource, Rng, Scheduler } from '../../core/ports.ts';

export const systemClock: Clock = { now: () => Date.now() };

export const systemScheduler: Scheduler = {
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};

const steps = 2 ** 47;

export const systemRng: Rng = { next: () => randomInt(steps) / steps };

/** The first 48 bits of a UUID (version 7) are its time. */
const timeLength = '01930000-0001'.length;

/**
 * A UUID in the form of version 8 (RFC 9562): the time of `base`, then 74 bits of the SHA-256 of both. A new
 * UUID of version 5 would not keep the time order.
 */
export function namedId(base: string, name: string): string {
  const digest = hash('sha256', `${base}\n${name}`);
  const variant = '89ab'.charAt(Number.parseInt(digest.charAt(3), 16) % 4);
  const rest = `8${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
  return `${base.slice(0, timeLength)}-${rest}`;
}

export const systemDigest: Digest = (text) => hash('sha256', text);

export const systemIds: IdSource = { next: () => uuidv7(), named: namedId };

/** Gives other work its turn. */
export const pause = (): Promise<void> => setImmediate();

/** Runs long work and gives other work its turn before each step. */
export async function stepByStep<T>(work: Steps<T>): Promise<T> {
  for (;;) {
    await pause();
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
