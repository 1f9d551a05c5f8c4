import * as real from '../../../../../../core/host/writing.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/host/writing.ts';

export const createWriting = faulty(real.createWriting, {
  'a disk that takes nothing is not told': (ports) => ({ ...real.createWriting(ports), trouble: () => null }),
  'a command after a trouble is answered and not written': (ports) => {
    const writing = real.createWriting(ports);
    let troubled = false;
    return {
      ...writing,
      write(changes, by, commandId) {
        if (troubled && writing.trouble() === null) return changes;
        try {
          return writing.write(changes, by, commandId);
        } catch (error) {
          troubled = true;
          throw error;
        }
      },
    };
  },
  'a disk that works again is not tried': (ports) =>
    real.createWriting({ ...ports, scheduler: { after: () => () => undefined } }),
});
