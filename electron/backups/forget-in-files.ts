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
import { ofTheStudio, packFiles } from '../studios/studio-file.ts';
import { removedHome } from '../studios/studios.ts';
import type { BackupPlace } from './backup-files.ts';
import { backupName, readBackupName, studioOf } from './backup-name.ts';
import { foldStudio } from './fold-studio.ts';
import { filesOf, readWhole } from './read-backup.ts';
import { wordsOf } from './words-of.ts';

const studioFile = /\.allinea$/i;

interface Forgotten {
  readonly bytes: Buffer;
  /** False if nothing in it named one of the people. */
  readonly held: boolean;
  /** How many people are erased in it. */
  readonly erased: number;
}

/** A studio file without these people. Null if all of them are erased in it already. */
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
  const held = [...filesOf(studio).values()].some((content) => holdsAny(content, gone));
  return { bytes: packFiles(files, studio), held, erased: tables.erased.size };
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

/**
 * Rewrites the studio files of a place that still hold one of these people. A sync tool or a person may have
 * copied backups under other names. Those keep their names. Null if the place is not there.
 */
export function forgetInBackups(
  {
    studio,
    place: { root, folder },
    ids,
  }: { readonly studio: string; readonly place: BackupPlace; readonly ids: readonly PersonId[] },
  disk: Disk,
): { readonly rewritten: number; readonly failed: readonly { name: string; code: string }[] } | null {
  if (disk.state(root) === undefined) return null;
  const failed: { name: string; code: string }[] = [];
  let rewritten = 0;
  for (const name of disk.state(folder) === undefined ? [] : disk.names(folder)) {
    const file = join(folder, name);
    if (!studioFile.test(name)) continue;
    const named = studioOf(name) === studio ? readBackupName(name) : undefined;
    if ((named?.erased ?? 0) >= ids.length) continue;
    try {
      if (disk.state(file)?.kind !== 'file') continue;
      const forgotten = withoutPeople(disk.read(file), ids);
      // Another studio's file stays as it is.
      if (forgotten === null || (named === undefined && !forgotten.held)) continue;
      const next = named === undefined ? name : backupName(studio, { ...named, erased: forgotten.erased });
      // A crash leaves both, and the next visit rewrites the old one again.
      writeWhole(disk, join(folder, next), forgotten.bytes);
      if (next !== name) disk.remove(file);
      disk.syncFolder(folder);
      rewritten += 1;
    } catch (error) {
      failed.push({ name: file, code: codeOf(error) });
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
      else if (!studioFile.test(path)) {
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

/** Documents and journals under another name: what a sync tool makes of two versions of one file. */
const conflictCopy = /^(?:workspace|replica|simulator|journal).*\.(?:json|changes)$/;

/**
 * Removes the files that were set aside in a studio's folder and hold one of these words. `left`: copies of
 * its documents that hold one, too. They may hold work that is nowhere else, so a person must look.
 */
export function forgetSetAside(
  { from, words }: { readonly from: string; readonly words: readonly string[] },
  disk: Disk,
): { readonly removed: readonly string[]; readonly left: readonly string[] } {
  const removed: string[] = [];
  const left: string[] = [];
  for (const name of disk.names(from)) {
    const file = join(from, name);
    const isAside = setAside.test(name);
    if (!isAside && (ofTheStudio.test(name) || !conflictCopy.test(name))) continue;
    if (disk.state(file)?.kind !== 'file' || !holdsAny(disk.read(file), words)) continue;
    if (!isAside) left.push(file);
    else {
      disk.remove(file);
      removed.push(name);
    }
  }
  if (removed.length > 0) disk.syncFolder(from);
  return { removed, left };
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
