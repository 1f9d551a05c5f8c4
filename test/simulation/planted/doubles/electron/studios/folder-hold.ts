import * as real from '../../../../../../electron/studios/folder-hold.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../electron/studios/folder-hold.ts';

export const holdFolder = faulty(real.holdFolder, {
  'the card of another program is not looked at': (ports) => ({
    ...real.holdFolder(ports),
    mustHold: () => undefined,
  }),
  'the card of a dead program holds for ever': (ports) => real.holdFolder({ ...ports, alive: () => true }),
});
