import type { DeskApplication, StudioApplication } from '../application.ts';
import type { Backups } from './backups.ts';
import type { Erasures } from './erasures.ts';

/** The desk of a studio together with the calls about its backups. */
export function withBackups(
  { state, ...desk }: DeskApplication,
  backups: Backups,
  erasures: Erasures,
  writes: boolean,
): StudioApplication {
  // A folder that was not reachable at an erasure may be back.
  if (writes && state().workspace.erased.size > 0) void erasures.run();
  return {
    ...desk,
    handlers: {
      ...desk.handlers,
      'command/submit': (command) => {
        if (command.type === 'person/erase') erasures.about(command.personId);
        return desk.handlers['command/submit'](command);
      },
      'backups/list': () => backups.list(),
      'backups/make': () => backups.make('asked'),
      'backups/preview': ({ name }) => backups.preview(name),
      'backups/restore': ({ name }) =>
        backups.restore(name, async (command) => desk.handlers['command/submit'](command)),
      'backups/choose': () => backups.choose(),
      'backups/own-folder': () => backups.ownFolder(),
      'backups/erase': () => erasures.run(),
    },
    async close() {
      backups.close();
      await desk.close();
    },
  };
}
