/**
 * Milliseconds to wait before the next try, after `failures` failures in a row. Doubles from 1 s to 60 s; the
 * second half of the wait is random. `random` is in [0, 1).
 */
export function retryDelay(failures: number, random: number): number {
  const longest = Math.min(60_000, 1000 * 2 ** Math.min(failures - 1, 10));
  return Math.round(longest / 2 + (longest / 2) * random);
}

/** Milliseconds between exchanges if all is well. */
export const pollDelay = 15_000;

/**
 * Milliseconds without any request after "too many requests": each try would restart the
 * vendor's count (domain.md 6.5).
 */
export const rateLimitDelay = 90_000;
