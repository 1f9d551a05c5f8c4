import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { dialog, type FileFilter, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import type { SaveRefusal } from '../../core/bridge/refusals.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import type { ChosenFile } from '../../core/ports.ts';
import { callingWindow } from './calling-window.ts';
import { patiently } from './patient-disk.ts';

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
  const options: SaveDialogOptions = {
    defaultPath: suggestedName,
    filters: filtersOf(suggestedName),
    // On Linux the dialog overwrites without it. Elsewhere it asks by itself.
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  };
  const window = callingWindow();
  const { canceled, filePath } = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === '' ? null : filePath;
}

/** What the person reads beside the ending. */
const kinds: Readonly<Record<string, string>> = {
  pdf: 'Documento PDF',
  csv: 'Tabella CSV',
  xlsx: 'Foglio Excel',
  ics: 'Calendario',
  json: 'Dati JSON',
  zip: 'Archivio ZIP',
  allinea: 'Studio di Allinea',
};

/** The kind of the suggested file, and every other one. */
function filtersOf(name: string): FileFilter[] {
  const ending = extname(name).slice(1).toLowerCase();
  const all = { name: 'Tutti i file', extensions: ['*'] };
  return ending === '' ? [all] : [{ name: kinds[ending] ?? ending.toUpperCase(), extensions: [ending] }, all];
}

/** Asks for a folder. Null if the person cancels. */
export type ChooseFolder = () => Promise<string | null>;

export const chooseFolder: ChooseFolder = async () => {
  const options: OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] };
  const window = callingWindow();
  const { canceled, filePaths } = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
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
    patiently(() => renameSync(temporary, filePath));
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
