import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { endFile } from '../../electron/adapters/end-mark.ts';

export const journalFiles = ['journal-1.changes', 'journal-2.changes'] as const;

/** The lines of a command just confirmed are among these bytes of one of the files. */
const lastBytes = 64 * 1024;

function endOf(file: string): string {
  if (!existsSync(file)) return '';
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const bytes = Buffer.alloc(Math.min(size, lastBytes));
    readSync(handle, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString();
  } finally {
    closeSync(handle);
  }
}

/**
 * The number of the newest line that holds `text`, read from the files themselves. If no line holds it,
 * because somebody replaced the files just now, it is at most the number of the end.
 */
export function journalNumber(folder: string, text: string): number {
  const lines = journalFiles
    .flatMap((name) => endOf(join(folder, name)).split('\n'))
    .filter((line) => line.includes(text));
  if (lines.length === 0) return endFile(join(folder, 'journal.end')).read()[0]?.seq ?? 0;
  return Math.max(...lines.map((line) => Number(/"seq":(\d+)/.exec(line)?.[1] ?? 0)));
}
