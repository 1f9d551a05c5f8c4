// A text file under a path that a person once chose, as the desk's thread reads and rewrites it.
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { err, ok } from '../../core/kernel/result.ts';
import type { ChosenFile } from '../../core/ports.ts';
import { codeOf } from './disk.ts';
import { patiently } from './patient-disk.ts';

/** Writes a second file and renames it over the first: a reader sees the old file or the new one. */
export const chosenText: Omit<ChosenFile, 'choose'> = {
  read(path) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      // There is no file, or it is not readable. It is then written like the first time.
      return undefined;
    }
  },
  write(path, text) {
    const beside = `${path}.parte`;
    try {
      const file = openSync(beside, 'w');
      try {
        writeFileSync(file, text);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      patiently(() => renameSync(beside, path));
      return ok(null);
    } catch (error) {
      removeQuietly(beside);
      return err({ code: codeOf(error) });
    }
  },
};

/**
 * Removes a file if it can. In a path that is not a folder even this fails, and the caller still reports the
 * first error.
 */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // There is nothing to remove.
  }
}
