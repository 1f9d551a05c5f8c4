import { access, open, rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { dialog, shell, type FileFilter, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import type { SaveRefusal, ShowRefusal } from '../../core/bridge/refusals.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import { callingWindow } from './calling-window.ts';
import { codeOf } from './disk.ts';
import { soonPatiently } from './patient-disk.ts';

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
  const path = await choosePath(suggestedName);
  if (path === null) return ok(null);
  const written = await writeWhole(path, content, encoding);
  return written.ok ? ok({ path }) : err({ reason: 'not-written', code: written.error.code });
};

/** The paths that the person chose for saving since the start. The page may ask to show no others. */
const chosen = new Set<string>();

/** Asks for a path under which something is to be saved. Null if the person cancels. */
export async function choosePath(suggestedName: string): Promise<string | null> {
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
  if (canceled || filePath === '') return null;
  chosen.add(filePath);
  return filePath;
}

/** Shows a saved file in its folder, with the system's own program for files. */
export async function showFile(path: string): Promise<Result<null, ShowRefusal>> {
  const isThere =
    chosen.has(path) &&
    (await access(path).then(
      () => true,
      () => false,
    ));
  if (!isThere) return err({ reason: 'not-there' });
  shell.showItemInFolder(path);
  return ok(null);
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

/** So many characters are turned into bytes in a few milliseconds. A multiple of four, as base64 wants. */
const pieceLength = 2 ** 20;

/** The bytes of a text in pieces, between which the main process can do something else. */
function* piecesOf(content: string, encoding: 'utf8' | 'base64'): Generator<Buffer> {
  for (let from = 0; from < content.length;) {
    let until = from + pieceLength;
    // The two halves of a letter outside the basic plane stay together.
    if (encoding === 'utf8' && (content.codePointAt(until - 1) ?? 0) > 0xffff) until += 1;
    yield Buffer.from(content.slice(from, until), encoding);
    from = until;
  }
}

/**
 * Writes a second file and renames it over the first. A reader sees the old file or the new one, never a
 * mixture. Nothing waits for the disk meanwhile.
 */
async function writeWhole(
  filePath: string,
  content: string,
  encoding: 'utf8' | 'base64',
): Promise<Result<null, { readonly code: string }>> {
  const temporary = `${filePath}.parte`;
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(piecesOf(content, encoding));
      await file.sync();
    } finally {
      await file.close();
    }
    await soonPatiently(() => rename(temporary, filePath));
    return ok(null);
  } catch (error) {
    // In a path that is not a folder even this fails. The first error is the one that is told.
    await rm(temporary, { force: true }).catch(() => undefined);
    return err({ code: codeOf(error) });
  }
}
