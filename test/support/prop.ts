import fc from 'fast-check';
import { inject, test } from 'vitest';

/**
 * Makes a test of made-up values: `prop([one, other])('name', (one, other) => ...)`. Takes the free seed of
 * this run unless it is given one.
 * @fast-check/vitest makes each order of `only`, `skip` and so on in advance: two seconds of every process.
 */
export const prop =
  <T extends [unknown, ...unknown[]]>(
    arbitraries: { readonly [K in keyof T]: fc.Arbitrary<T[K]> },
    parameters: { readonly seed?: number; readonly numRuns?: number } = {},
  ) =>
  (name: string, holds: (...values: T) => void | Promise<void>): void => {
    const property = fc.asyncProperty(fc.tuple<T>(...arbitraries), async (values) => holds(...values));
    const whole = { seed: inject('freeSeed'), ...parameters };
    test(name, () => fc.assert(property, whole));
  };
