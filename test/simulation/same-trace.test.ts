import { expect, test } from 'vitest';
import { runSchedule } from './run-schedule.ts';
import { scheduleOf } from './schedule.ts';

test(
  'the same seed gives the same trace to the last request, another seed another one',
  { timeout: 60_000 },
  async () => {
    const digests = new Set<string>();
    for (let seed = 1; seed <= 15; seed += 1) {
      const { digest } = await runSchedule(scheduleOf(seed));
      // The same schedule, as it comes back from a file.
      expect((await runSchedule(JSON.parse(JSON.stringify(scheduleOf(seed))))).digest, `seed ${seed}`).toBe(
        digest,
      );
      digests.add(digest);
    }
    expect(digests.size).toBe(15);
  },
);
