import { basename, dirname } from 'node:path';
import { err, ok } from '../../../core/kernel/result.ts';
import type { Clock, DocumentStore } from '../../../core/ports.ts';
import { nodeDisk } from '../../adapters/node-disk.ts';
import { writeWhole } from '../../adapters/write-whole.ts';

/**
 * One JSON document in a file, only for the backend as a program of its own. It has no sum: the file is there
 * to be read and changed by people who try things out.
 */
export function jsonFile<T>(file: string, clock: Clock): DocumentStore<T> {
  const disk = nodeDisk;
  return {
    read() {
      try {
        if (disk.state(file) === undefined) return ok(undefined);
        const document: T = JSON.parse(new TextDecoder().decode(disk.read(file)));
        return ok(document);
      } catch (error) {
        // The message of a syntax error quotes the file, so it is not used.
        return err({
          reason: 'unreadable',
          detail: error instanceof SyntaxError ? 'not-json' : 'not-readable',
        });
      }
    },
    firstBytes: () => undefined,
    write(document) {
      disk.makeFolder(dirname(file));
      writeWhole(disk, file, JSON.stringify(document));
      return null;
    },
    moveAside() {
      const aside = `${file}.damaged-${clock.now()}`;
      disk.rename(file, aside);
      return basename(aside);
    },
  };
}
