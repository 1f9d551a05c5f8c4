import * as real from '../../../../../../core/persistence/known-sums.ts';
import { faulty, like } from '../../../plant.ts';

export * from '../../../../../../core/persistence/known-sums.ts';

export const knownSums = faulty(real.knownSums, {
  'a checkpoint does not keep the sums before its own': (base) =>
    like(real.knownSums(base), { textUpTo: () => '' }),
  'another history with the same numbers is taken for this one': (base) =>
    like(real.knownSums(base), { differs: () => false }),
});
