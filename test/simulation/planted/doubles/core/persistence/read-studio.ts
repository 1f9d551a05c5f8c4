import * as real from '../../../../../../core/persistence/read-studio.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/persistence/read-studio.ts';

export const readStudio = faulty(real.readStudio, {
  'the kept end of the journal is not compared': (stores, digest) =>
    real.readStudio({ ...stores, end: { ...stores.end, read: () => [] } }, digest),
  *'what is missing is not told'(stores, digest) {
    const found = yield* real.readStudio(stores, digest);
    return { ...found, recoveries: found.recoveries.map((recovery) => ({ ...recovery, missing: null })) };
  },
});
