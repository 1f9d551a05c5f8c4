import * as real from '../../../../../../core/host/writing.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/host/writing.ts';

export const createWriting = faulty(real.createWriting, {
  'a disk that takes nothing is not told': (ports) => ({ ...real.createWriting(ports), trouble: () => null }),
  'a disk that works again is not tried': (ports) =>
    real.createWriting({ ...ports, scheduler: { after: () => () => undefined } }),
});
