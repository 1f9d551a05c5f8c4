import type { Clock } from '../../core/ports.ts';

export interface FakeClock extends Clock {
  advance(ms: number): void;
}

/** A clock that only the test moves. */
export function fakeClock(start = Date.parse('2026-11-24T11:00:00Z')): FakeClock {
  let now = start;
  return {
    now: () => now,
    advance(ms) {
      now += ms;
    },
  };
}
