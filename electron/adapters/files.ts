import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dialog } from 'electron';
import type { SaveRefusal } from '../../core/bridge/contract.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';

/** Saves a text, or bytes given in base64, where the person says; null where they changed their mind. Never leaves half a file behind. */
export type SaveFile = (suggestedName: string, content: string, encoding: 'utf8' | 'base64') => Promise<Result<{ readonly path: string } | null, SaveRefusal>>;

export const saveFile: SaveFile = async (suggestedName, content, encoding) => {
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: suggestedName });
  if (canceled || filePath === '') return ok(null);
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
    return ok({ path: filePath });
  } catch (problem) {
    removeQuietly(temporary);
    return err({ reason: 'not-written', code: problem instanceof Error && 'code' in problem ? String(problem.code) : 'unknown' });
  }
};

/** In a folder that is none even this fails: that nothing was written is told all the same. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Nothing is there.
  }
}
