import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dialog } from 'electron';
import type { SaveRefusal } from '../../core/bridge/refusals.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import type { ChosenFile } from '../../core/ports.ts';

/**
 * Saves a text, or bytes in base64, under a path that the person chooses. Null if the person
 * cancels. Never leaves half a file.
 */
export type SaveFile = (
  suggestedName: string,
  content: string,
  encoding: 'utf8' | 'base64',
) => Promise<Result<{ readonly path: string } | null, SaveRefusal>>;

export const saveFile: SaveFile = async (suggestedName, content, encoding) => {
  const path = await chosenPath(suggestedName);
  if (path === null) return ok(null);
  const written = writeWhole(path, content, encoding);
  return written.ok ? ok({ path }) : err({ reason: 'not-written', code: written.error.code });
};

async function chosenPath(suggestedName: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: suggestedName });
  return canceled || filePath === '' ? null : filePath;
}

/** Asks for a folder. Null if the person cancels. */
export type ChooseFolder = () => Promise<string | null>;

export const chooseFolder: ChooseFolder = async () => {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
};

/**
 * Writes a second file and renames it over the first. A reader sees the old file or
 * the new one, never a mixture.
 */
function writeWhole(
  filePath: string,
  content: string,
  encoding: 'utf8' | 'base64',
): Result<null, { readonly code: string }> {
  const temporary = `${filePath}.parte`;
  try {
    const file = openSync(temporary, 'w');
    try {
      writeFileSync(file, content, encoding);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, filePath);
    return ok(null);
  } catch (problem) {
    removeQuietly(temporary);
    return err({ code: problem instanceof Error && 'code' in problem ? String(problem.code) : 'unknown' });
  }
}

/** A file that the program rewrites by itself, under the path that the person once chose. */
export const chosenFile: ChosenFile = {
  choose: chosenPath,
  read(path) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      // There is no file, or it is not readable. It is then written like the first time.
      return undefined;
    }
  },
  write: (path, text) => writeWhole(path, text, 'utf8'),
};

/**
 * Removes a file if it can. In a path that is not a folder even this fails, and the caller
 * still reports the first error.
 */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // There is nothing to remove.
  }
}
