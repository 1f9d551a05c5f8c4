// The files of backups: made, listed and removed. Everything here may wait for a slow disk, so it runs in a
// thread (backup-worker.ts).
import { join } from 'node:path';
import type { BackupReason } from '../../core/bridge/backups.ts';
import { outdatedBackups } from '../../core/host/backup-rotation.ts';
import type { StudioEntry } from '../../core/bridge/studios.ts';
import { withCode, type Disk } from '../adapters/disk.ts';
import { writeWhole } from '../adapters/write-whole.ts';
import { calmFiles } from '../studios/calm-files.ts';
import { ofTheStudio, packFiles } from '../studios/studio-file.ts';
import { backupName, readBackupName, type NamedBackup } from './backup-name.ts';
import { foldStudio } from './fold-studio.ts';

/** A backup that is there. */
export interface BackupFile extends NamedBackup {
  readonly folder: string;
  readonly bytes: number;
}

/** Where the backups of one studio lie. */
export interface BackupPlace {
  /** It must exist: a disk that is not connected gets no folder of its name. */
  readonly root: string;
  readonly folder: string;
}

/** The backups in a folder, the newest first. Null if the folder's root is not there. */
export function listBackups({ root, folder }: BackupPlace, disk: Disk): readonly BackupFile[] | null {
  if (disk.state(root) === undefined) return null;
  if (disk.state(folder) === undefined) return [];
  return disk
    .names(folder)
    .flatMap((name): BackupFile[] => {
      const named = readBackupName(name);
      if (named === undefined) return [];
      const state = disk.state(join(folder, name));
      return state?.kind === 'file' ? [{ ...named, folder, bytes: state.bytes }] : [];
    })
    .toSorted((a, b) => b.at - a.at || b.number - a.number);
}

export interface BackupWish {
  readonly studio: StudioEntry;
  /** The studio's folder. */
  readonly from: string;
  readonly to: BackupPlace;
  readonly why: BackupReason;
  readonly now: number;
}

/**
 * Packs a studio of a calm moment into one file, and removes the backups that the rule no longer keeps. What
 * does not fold without damage is no backup. Throws an error with a code: then nothing was removed.
 */
export function makeBackup({ studio, from, to, why, now }: BackupWish, disk: Disk): BackupFile {
  if (disk.state(to.root) === undefined) throw withCode('missing-folder');
  const files = calmFiles(from, ofTheStudio);
  const folded = foldStudio(files);
  // Before another program writes, every file counts: it may repair one in a way that the older cannot.
  if (!folded.sound && why !== 'format' && why !== 'version') throw withCode('not-sound');
  const bytes = packFiles(files, studio);
  const about = { at: now, number: folded.end?.seq ?? 0, erased: folded.tables.erased.size, why };
  const name = backupName(studio.id, about);
  disk.makeFolder(to.folder);
  writeWhole(disk, join(to.folder, name), bytes);
  for (const old of outdatedBackups(listBackups(to, disk) ?? [], now)) disk.remove(join(to.folder, old.name));
  disk.syncFolder(to.folder);
  return { ...about, name, folder: to.folder, bytes: bytes.length };
}
