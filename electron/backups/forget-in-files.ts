// An erased person leaves the older files of a studio too: backups and exports are written anew without the
// person, files that were set aside are removed.
import { join } from 'node:path';
import { applyChanges } from '../../core/desk/rows/state.ts';
import { forgetPerson } from '../../core/desk/people/forget-person.ts';
import type { PersonId } from '../../core/kernel/id.ts';
import { stored } from '../../core/persistence/check.ts';
import { schemaVersion, type WorkspaceDocument } from '../../core/persistence/documents.ts';
import type { Disk } from '../adapters/disk.ts';
import { codeOf, enveloped } from '../adapters/envelope.ts';
import { setAside } from '../adapters/set-aside.ts';
import { thisWriter } from '../adapters/this-program.ts';
import { writeWhole } from '../adapters/write-whole.ts';
import { packFiles } from '../studios/studio-file.ts';
import { removedHome } from '../studios/studios.ts';
import { listBackups, type BackupPlace } from './backup-files.ts';
import { backupName } from './backup-name.ts';
import { foldStudio } from './fold-studio.ts';
import { filesOf, readWhole } from './read-backup.ts';
import { wordsOf } from './words-of.ts';

interface Forgotten {
  readonly bytes: Buffer;
  /** How many people are erased in it. */
  readonly erased: number;
}

/** A studio file without these people. Null if it held none of them. */
function withoutPeople(bytes: Uint8Array, ids: readonly PersonId[]): Forgotten | null {
  const studio = readWhole(bytes);
  const { tables, end } = foldStudio(filesOf(studio));
  const gone = ids.filter((id) => !tables.erased.has(id));
  if (gone.length === 0) return null;
  const words = gone.flatMap((id) => wordsOf(tables.people.get(id), id));
  for (const id of gone) applyChanges(tables, forgetPerson({ workspace: tables }, id));
  const document: WorkspaceDocument = {
    schemaVersion,
    seq: end?.seq ?? 0,
    end: end === null || end.sum === '' ? null : { sum: end.sum, at: end.at },
    recent: '',
    mended: [],
    tables: stored(tables),
  };
  const workspace = Buffer.from(enveloped(JSON.stringify(document), thisWriter), 'utf8');
  const files = new Map([
    ['workspace.json', workspace],
    ['workspace-backup.json', workspace],
    ...[...filesOf(studio)].filter(([name, content]) => stays(name, content, words)),
  ]);
  return { bytes: packFiles(files, studio), erased: tables.erased.size };
}

/**
 * The checkpoint holds what the journals held. What the vendor knows of the person is left out: it is fetched
 * anew.
 */
const stays = (name: string, content: Buffer, words: readonly string[]): boolean =>
  name === 'journal.end' || (!/^(?:workspace|journal)/.test(name) && !holdsAny(content, words));

const holdsAny = (content: Uint8Array, words: readonly string[]): boolean => {
  const text = Buffer.from(content).toString('utf8').toLowerCase();
  return words.some((word) => text.includes(word.toLowerCase()));
};

/** Rewrites the backups of a place that still hold one of these people. Null if the place is not there. */
export function forgetInBackups(
  { place, ids }: { readonly place: BackupPlace; readonly ids: readonly PersonId[] },
  disk: Disk,
): { readonly rewritten: number; readonly failed: readonly { name: string; code: string }[] } | null {
  const backups = listBackups(place, disk);
  if (backups === null) return null;
  const failed: { name: string; code: string }[] = [];
  let rewritten = 0;
  for (const backup of backups) {
    if (backup.erased >= ids.length) continue;
    const old = join(backup.folder, backup.name);
    try {
      const forgotten = withoutPeople(disk.read(old), ids);
      if (forgotten === null) continue;
      const studio = backup.name.slice(0, backup.name.indexOf('_'));
      const name = backupName(studio, { ...backup, erased: forgotten.erased });
      // A crash leaves both, and the next visit rewrites the old one again.
      writeWhole(disk, join(backup.folder, name), forgotten.bytes);
      if (name !== backup.name) disk.remove(old);
      disk.syncFolder(backup.folder);
      rewritten += 1;
    } catch (error) {
      failed.push({ name: old, code: codeOf(error) });
    }
  }
  return { rewritten, failed };
}

/**
 * Looks at files that the program once saved where a person wanted. A studio is written anew; of others only
 * those are returned that still hold the person, or that nobody can look into. A file that is gone is left
 * out.
 */
export function forgetInSaved(
  {
    paths,
    ids,
    words,
  }: {
    readonly paths: readonly string[];
    readonly ids: readonly PersonId[];
    readonly words: readonly string[];
  },
  disk: Disk,
): { readonly rewritten: number; readonly left: readonly string[] } {
  const left: string[] = [];
  let rewritten = 0;
  for (const path of paths) {
    try {
      if (disk.state(path)?.kind !== 'file') continue;
      if (/\.(?:pdf|xlsx)$/i.test(path)) left.push(path);
      else if (!/\.allinea$/i.test(path)) {
        if (holdsAny(disk.read(path), words)) left.push(path);
      } else {
        const forgotten = withoutPeople(disk.read(path), ids);
        if (forgotten === null) continue;
        writeWhole(disk, path, forgotten.bytes);
        rewritten += 1;
      }
    } catch {
      // Locked with a passphrase, or not readable: the person is told its name.
      left.push(path);
    }
  }
  return { rewritten, left };
}

/** Removes the files that were set aside in a studio's folder and hold one of these words. */
export function forgetSetAside(
  { from, words }: { readonly from: string; readonly words: readonly string[] },
  disk: Disk,
): readonly string[] {
  const removed: string[] = [];
  for (const name of disk.names(from)) {
    const file = join(from, name);
    if (!setAside.test(name) || disk.state(file)?.kind !== 'file') continue;
    if (!holdsAny(disk.read(file), words)) continue;
    disk.remove(file);
    removed.push(name);
  }
  if (removed.length > 0) disk.syncFolder(from);
  return removed;
}

/**
 * The folders of removed studios that hold one of these words. Another studio's data are not changed by
 * erasing a person in this one, so the person who erases is told where to look.
 */
export function findInRemoved(
  { data, words }: { readonly data: string; readonly words: readonly string[] },
  disk: Disk,
): readonly string[] {
  const home = join(data, removedHome);
  if (disk.state(home)?.kind !== 'folder') return [];
  return disk
    .names(home)
    .map((name) => join(home, name))
    .filter((folder) => disk.state(folder)?.kind === 'folder')
    .filter((folder) =>
      disk
        .names(folder)
        .map((name) => join(folder, name))
        .some((file) => disk.state(file)?.kind === 'file' && holdsAny(disk.read(file), words)),
    );
}
