import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dialog } from 'electron';
import type { SaveRefusal } from '../../core/bridge/contract.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import type { ChosenFile } from '../../core/ports.ts';

/**
 * Saves a text, or bytes given in base64, where the person says; null where they changed their mind. Never
 * leaves half a file behind.
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

/** Beside the file first, then in its place: whoever reads it meanwhile sees the old or the new one. */
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

/** A file that the program writes anew by itself, where the person once said. */
export const chosenFile: ChosenFile = {
  choose: chosenPath,
  read(path) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      // Nothing there, or nothing of ours: it is written as if for the first time.
      return undefined;
    }
  },
  write: (path, text) => writeWhole(path, text, 'utf8'),
};

/** In a folder that is none even this fails: that nothing was written is told all the same. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Nothing is there.
  }
}
