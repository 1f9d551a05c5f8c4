import { dirname } from 'node:path';
import { withCode, type Disk } from './disk.ts';

/** The name of the second file while a file is written. */
export const besideOf = (path: string): string => `${path}.tmp`;

/**
 * Writes a file so that a crash leaves the old one or the new one, never a mixture: writes a second file,
 * makes it durable, renames it over the first and makes the name durable. Throws if it cannot; the old file
 * is then still whole. The folder must exist.
 */
export function writeWhole(disk: Disk, path: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const beside = besideOf(path);
  try {
    const file = disk.open(beside);
    try {
      file.truncate(0);
      writeAll(file, bytes, 0);
      file.sync();
      // A full disk may take fewer bytes than it says.
      if (file.state().bytes !== bytes.length) throw withCode('short-write');
    } finally {
      file.close();
    }
    disk.rename(beside, path);
  } catch (error) {
    removeQuietly(disk, beside);
    throw error;
  }
  disk.syncFolder(dirname(path));
}

/** Writes all bytes, in as many calls as the disk needs. */
export function writeAll(
  file: { write(bytes: Uint8Array, position: number): number },
  bytes: Uint8Array,
  position: number,
): void {
  for (let done = 0; done < bytes.length;) {
    const written = file.write(bytes.subarray(done), position + done);
    if (written === 0) throw withCode('short-write');
    done += written;
  }
}

/** The caller still reports the first error. */
function removeQuietly(disk: Disk, path: string): void {
  try {
    disk.remove(path);
  } catch {
    // The next write uses the same name and begins it anew.
  }
}
