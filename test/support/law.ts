import fc from 'fast-check';
import { expect, inject, test } from 'vitest';

const fixedSeed = 20_261_124;

interface Law<Subject, Value> {
  /** The real functions that the law is about. */
  readonly subject: Subject;
  /** A likely mistake. A law that does not find it proves nothing. */
  readonly wrong: Subject;
  readonly given: fc.Arbitrary<Value>;
  /** Throws if the law is broken for this value. */
  readonly holds: (subject: Subject, value: Value) => void;
  readonly runs?: number;
}

/**
 * Checks a law three times: with a fixed seed, with the free seed of this run, and against a planted mistake
 * that it must find. The fixed seed gives the same values in each run, so a quarter of the runs is enough.
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
    test(`${name} (${label})`, () => {
      const property = fc.property(given, (value) => {
        holds(subject, value);
      });
      fc.assert(property, { seed, numRuns });
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

/** The same for a law about something that answers later. */
export function laterLaw<Subject, Value>(
  name: string,
  {
    subject,
    wrong,
    given,
    holds,
    runs = 400,
  }: Omit<Law<Subject, Value>, 'holds'> & {
    readonly holds: (subject: Subject, value: Value) => Promise<void>;
  },
): void {
  const seeds = [
    ['fixed seed', fixedSeed, Math.ceil(runs / 4)],
    ['free seed', inject('freeSeed'), runs],
  ] as const;
  for (const [label, seed, numRuns] of seeds) {
    test(`${name} (${label})`, () =>
      fc.assert(
        fc.asyncProperty(given, (value) => holds(subject, value)),
        { seed, numRuns },
      ));
  }
  test(`${name} (finds a planted mistake)`, async () => {
    const property = fc.asyncProperty(given, (value) => holds(wrong, value));
    const numRuns = Math.max(runs, 2000);
    const { failed } = await fc.check(property, { seed: fixedSeed, numRuns, endOnFailure: true });
    expect(failed).toBe(true);
  });
}
