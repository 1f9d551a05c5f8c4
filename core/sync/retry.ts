/**
 * Wait before the next try after `failures` failures in a row: doubling from 1 s to 60 s, the last half of it
 * by chance. `random` in [0, 1).
 */
export function retryDelay(failures: number, random: number): number {
  const longest = Math.min(60_000, 1000 * 2 ** Math.min(failures - 1, 10));
  return Math.round(longest / 2 + (longest / 2) * random);
}

/** Pause between exchanges while all is well. */
export const pollDelay = 15_000;

/**
 * After "too many requests" nothing is sent for this long: each attempt would start the vendor's count anew
 * (domain.md 6.5).
 */
export const rateLimitDelay = 90_000;
