import { fc, test } from '@fast-check/vitest';
import { expect, inject } from 'vitest';

const fixedSeed = 20_261_124;

interface Law<Subject, Value> {
  /** What the law is about: the real functions. */
  readonly subject: Subject;
  /** A believable mistake. The law must find it. */
  readonly wrong: Subject;
  readonly given: fc.Arbitrary<Value>;
  /** Throws if the law does not hold for this value. */
  readonly holds: (subject: Subject, value: Value) => void;
  readonly runs?: number;
}

/**
 * A law, checked three times: with a fixed seed, with this run's free seed, and against a planted mistake
 * that it has to find. The fixed seed gives the same values each time, so it needs a quarter of the runs.
 */
export function law<Subject, Value>(
  name: string,
  { subject, wrong, given, holds, runs = 400 }: Law<Subject, Value>,
): void {
  const seeds = [
    ['fixed seed', fixedSeed, Math.ceil(runs / 4)],
    ['free seed', inject('freeSeed'), runs],
  ] as const;
  for (const [label, seed, numRuns] of seeds) {
    test.prop([given], { seed, numRuns })(`${name} (${label})`, (value) => {
      holds(subject, value);
    });
  }
  test(`${name} (finds a planted mistake)`, () => {
    const property = fc.property(given, (value) => {
      holds(wrong, value);
    });
    expect(
      fc.check(property, { seed: fixedSeed, numRuns: Math.max(runs, 2000), endOnFailure: true }).failed,
    ).toBe(true);
  });
}
