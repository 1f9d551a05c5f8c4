import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

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
 * The number of the newest line that holds `text`, read from the files themselves. Returns 0 if no line holds
 * it: no notice about missing commands then covers it.
 */
export function journalNumber(folder: string, text: string): number {
  const lines = journalFiles
    .flatMap((name) => endOf(join(folder, name)).split('\n'))
    .filter((line) => line.includes(text));
  return Math.max(0, ...lines.map((line) => Number(/"seq":(\d+)/.exec(line)?.[1] ?? 0)));
}
