import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { err, ok } from '../../../core/kernel/result.ts';
import type { Clock, DocumentStore } from '../../../core/ports.ts';

function flush(path: string, flags: string): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * One JSON document in a file, only for the backend. Writes a second file, flushes it and
 * renames it over the old one.
 */
export function jsonFile<T>(file: string, clock: Clock): DocumentStore<T> {
  const temporary = `${file}.new`;
  return {
    read() {
      if (!existsSync(file)) return ok(undefined);
      try {
        const document: T = JSON.parse(readFileSync(file, 'utf8'));
        return ok(document);
      } catch (error) {
        // The message of a syntax error quotes the file, so it is not used.
        return err({
          reason: 'unreadable',
          detail: error instanceof SyntaxError ? 'not-json' : 'not-readable',
        });
      }
    },
    write(document) {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(temporary, JSON.stringify(document), { mode: 0o600 });
      flush(temporary, 'r+');
      renameSync(temporary, file);
      if (process.platform !== 'win32') flush(dirname(file), 'r');
    },
    moveAside() {
      const aside = `${file}.damaged-${clock.now()}`;
      renameSync(file, aside);
      return basename(aside);
    },
  };
}
