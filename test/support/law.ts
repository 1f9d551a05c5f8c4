import { fc, test } from '@fast-check/vitest';
import { expect, inject } from 'vitest';

const fixedSeed = 20_261_124;

interface Law<Subject, Value> {
  /** What the law is about: the real functions. */
  readonly subject: Subject;
  /** A believable mistake: the law must find it, or it proves nothing. */
  readonly wrong: Subject;
  readonly given: fc.Arbitrary<Value>;
  /** Throws where the law does not hold for this value. */
  readonly holds: (subject: Subject, value: Value) => void;
  readonly runs?: number;
}

/**
 * A law, checked three times: with a fixed seed, with this run's free seed, and against a planted mistake
 * that it has to find.
 */
export function law<Subject, Value>(
  name: string,
  { subject, wrong, given, holds, runs = 400 }: Law<Subject, Value>,
): void {
  const seeds = [
    ['fixed seed', fixedSeed],
    ['free seed', inject('freeSeed')],
  ] as const;
  for (const [label, seed] of seeds) {
    test.prop([given], { seed, numRuns: runs })(`${name} (${label})`, (value) => {
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
