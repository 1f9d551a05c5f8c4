import * as real from '../../../../../../electron/adapters/end-mark.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../electron/adapters/end-mark.ts';

export const endFile = faulty(real.endFile, {
  'the end of the journal is not kept': (file, disk) => ({
    ...real.endFile(file, disk),
    keep: () => undefined,
  }),
});

export const endFiles = faulty(real.endFiles, {
  'the end is kept only in the folder itself': (one) => one,
});
