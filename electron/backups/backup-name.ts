// The name of a backup says all that a list needs: studio, time, last command, erasures, reason. So a list
// opens no file, and nothing beside the files can differ from them.
import { backupReasons, type BackupReason } from '../../core/bridge/backups.ts';
import type { RotatedBackup } from '../../core/host/backup-rotation.ts';

/** What a backup's name says. */
export interface NamedBackup extends RotatedBackup {
  readonly name: string;
  /** How many people had been erased from the studio: a backup with fewer still has some of them. */
  readonly erased: number;
}

/** On disk a reason is an Italian word, because people see the files. */
const words: Readonly<Record<BackupReason, string>> = {
  work: 'lavoro',
  asked: 'richiesta',
  format: 'prima-del-formato',
  version: 'prima-della-versione',
  restore: 'prima-del-ripristino',
};

const form =
  /^[a-z0-9][a-z0-9-]*_(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z_n(\d{1,12})_c(\d{1,9})_([a-z-]+)\.allinea$/;

/** The name of a studio's backup. Milliseconds are left out. */
export const backupName = (studio: string, { at, number, erased, why }: Omit<NamedBackup, 'name'>): string =>
  `${studio}_${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z_n${number}_c${erased}_${words[why]}.allinea`;

/** The id of the studio that a backup's name begins with. */
export const studioOf = (name: string): string => name.slice(0, name.indexOf('_'));

/** What a name says. Undefined if it is no name of a backup. */
export function readBackupName(name: string): NamedBackup | undefined {
  const [, day, hours, minutes, seconds, number, erased, word] = form.exec(name) ?? [];
  const why = backupReasons.find((reason) => words[reason] === word);
  const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
  return why === undefined || Number.isNaN(at)
    ? undefined
    : { name, at, number: Number(number), erased: Number(erased), why };
}
