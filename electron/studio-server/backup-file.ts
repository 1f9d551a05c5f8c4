// The files of the server's own backups.
import { renameSync, writeFileSync } from 'node:fs';
import type { Backup } from './administration.ts';

export const backupName = /^server-[\dT-]+\.json$/;
/** A file that was being written. */
export const halfBackupName = /^server-[\dT-]+\.json\.new$/;

/** Written beside its place first: a crash leaves no half backup under a backup's name. */
export function writeBackup(file: string, backup: Backup): void {
  writeFileSync(`${file}.new`, JSON.stringify(backup), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}
