import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Another program may write while the files are read. A calm moment comes soon. */
const mostTries = 20;

const stampsOf = (folder: string, wanted: RegExp): string =>
  readdirSync(folder)
    .filter((name) => wanted.test(name))
    .sort()
    .map((name) => {
      const { ino, size, mtimeMs } = statSync(join(folder, name));
      return `${name} ${ino} ${size} ${mtimeMs}`;
    })
    .join('\n');

/**
 * The files of a folder whose names match, as of a moment in which none of them changed. Throws if they
 * change again and again, or if the folder cannot be read.
 */
export function calmFiles(
  folder: string,
  wanted: RegExp,
  readFile: (path: string) => Buffer = (path) => readFileSync(path),
): ReadonlyMap<string, Buffer> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    try {
      const before = stampsOf(folder, wanted);
      const names = readdirSync(folder)
        .filter((name) => wanted.test(name))
        .sort();
      const files = new Map(names.map((name) => [name, readFile(join(folder, name))]));
      if (stampsOf(folder, wanted) === before) return files;
    } catch (error) {
      // A file was renamed between its name and its content. A folder that is gone stays gone.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  throw Object.assign(new Error('folder-never-calm'), { code: 'folder-never-calm' });
}
