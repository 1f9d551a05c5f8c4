import * as real from '../../../../../../core/persistence/read-studio.ts';
import { faulty, like } from '../../../plant.ts';

export * from '../../../../../../core/persistence/read-studio.ts';

export const readStudio = faulty(real.readStudio, {
  'a newer backup is not looked at': (stores, digest) =>
    real.readStudio({ ...stores, backup: like(stores.backup, { firstBytes: () => undefined }) }, digest),
  'the kept end of the journal is not compared': (stores, digest) =>
    real.readStudio({ ...stores, end: { ...stores.end, read: () => [] } }, digest),
  *'what is missing is not told'(stores, digest) {
    const found = yield* real.readStudio(stores, digest);
    return { ...found, recoveries: found.recoveries.map((recovery) => ({ ...recovery, missing: null })) };
  },
});
