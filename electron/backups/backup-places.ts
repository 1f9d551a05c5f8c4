import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { BackupPlace } from './backup-files.ts';

const home = 'copie';
const chosenHome = 'Copie Allinea';

/** The program's own folder for the backups of a studio. */
export const ownPlace = (data: string, studio: string): BackupPlace => ({
  root: data,
  folder: join(data, home, studio),
});

/**
 * The place in a chosen folder. Two computers may choose one folder, and their studios may have one name: the
 * digest keeps them apart.
 */
export function chosenPlace(root: string, computer: string, data: string, studio: string): BackupPlace {
  const digest = createHash('sha256').update(`${computer}\n${data}`).digest('hex');
  return { root, folder: join(root, chosenHome, `${studio}-${digest.slice(0, 8)}`) };
}
