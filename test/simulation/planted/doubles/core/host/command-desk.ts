import * as real from '../../../../../../core/host/command-desk.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/host/command-desk.ts';

export const createCommandDesk = faulty(real.createCommandDesk, {
  'a command that cannot be written is thrown': (ports) => {
    const desk = real.createCommandDesk(ports);
    return {
      ...desk,
      submit(command) {
        const done = desk.submit(command);
        if (!done.ok && done.error.reason === 'not-saved') throw new Error('not-saved');
        return done;
      },
    };
  },
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
