import * as real from '../../../../../../electron/simulator/commands.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../electron/simulator/commands.ts';

export const repeatOf = faulty(real.repeatOf, {
  'a vendor that does not remember keys': () => ({ kind: 'new' }),
});
