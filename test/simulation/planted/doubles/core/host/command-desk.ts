import * as real from '../../../../../../core/host/command-desk.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/host/command-desk.ts';

export const createCommandDesk = faulty(real.createCommandDesk, {
  'shown before it is saved': (ports) =>
    real.createCommandDesk({
      ...ports,
      writing: {
        ...ports.writing,
        write(changes, by, commandId) {
          // Only a command of the person has an id.
          if (commandId !== undefined) ports.shown(changes, []);
          return ports.writing.write(changes, by, commandId);
        },
      },
    }),
});
