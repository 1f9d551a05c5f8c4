// Backups and restores of a studio in a real folder.
import type { Backups } from '../../electron/backups/backups.ts';
import type { OwnFolder } from './own-folder.ts';

/** Makes a backup, and returns its name. */
export async function backedUp(own: OwnFolder): Promise<string> {
  own.clock.advance(5000);
  const made = await own.backups.make('asked');
  if (!made.ok) throw new Error(made.error.reason);
  own.clock.advance(5000);
  const { entries } = await own.backups.list();
  return entries[0]?.name ?? '';
}

/** Restores a backup on the studio's own host. */
export const restore = (own: OwnFolder, name: string): ReturnType<Backups['restore']> =>
  own.backups.restore(name, (command) => Promise.resolve(own.host.submit(command)));
