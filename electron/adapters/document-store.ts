// One JSON document in a file. It is written beside the old one and renamed over it, its sum is checked at
// every reading, and nothing that somebody else put in its place is ever overwritten.
import { basename, join, resolve } from 'node:path';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import type { DocumentStore } from '../../core/ports.ts';
import { isSame, withCode, type Disk, type FileState } from './disk.ts';
import { codeOf, enveloped, envelopeOf, headBytes, type Writer } from './envelope.ts';
import { nodeDisk } from './node-disk.ts';
import { asideName, type AsideWhy } from './set-aside.ts';
import { thisWriter } from './this-program.ts';
import { besideOf, writeWhole } from './write-whole.ts';

/** Some 10,000 people and 10,000 services with their history are a tenth of it. */
const mostBytes = 400_000_000;

/** Another program has the file open. */
const inTheWay: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);

/** Where documents are, and who writes them. */
export interface DocumentPlace {
  readonly disk?: Disk;
  readonly writer?: Writer;
  /** Milliseconds since 1970, for the names of files that are set aside. */
  readonly now?: () => number;
}

/** The document `place/NAME.json`, readable only by its owner. */
export function openDocument<T>(
  place: string,
  name: string,
  { disk = nodeDisk, writer = thisWriter, now = Date.now }: DocumentPlace = {},
): DocumentStore<T> {
  const folder = resolve(place);
  const file = join(folder, `${name}.json`);
  /** The file as this program read or wrote it last. Undefined: it was not looked at, or there was none. */
  let known: FileState | undefined;
  let looked = false;
  /** True if no unreadable file is there. */
  let sound = false;
  let own = false;
  let author: string | undefined;
  let tidied = false;

  function read(): Result<T | undefined, { readonly reason: 'unreadable'; readonly detail: string }> {
    [sound, own] = [false, false];
    try {
      const state = disk.state(file);
      [known, looked] = [state, true];
      if (state !== undefined) {
        if (state.bytes > mostBytes) throw withCode('too-large');
        const envelope = envelopeOf(disk.read(file), writer.program);
        own = envelope.isOwn;
        author = envelope.author;
        sound = true;
        return ok(envelope.document as T);
      }
      sound = true;
      return ok(undefined);
    } catch (error) {
      return err({ reason: 'unreadable', detail: codeOf(error) });
    }
  }

  /**
   * Removes what a crash left: second files of today, and both kinds of the formats until 3. A file that
   * cannot be removed, because another program reads it, does not keep the document from being written. The
   * next start tries again.
   */
  function tidy(): void {
    tidied = true;
    for (const entry of disk.names(folder)) {
      if (entry !== `${name}.json.kept` && !entry.startsWith(basename(besideOf(file)))) continue;
      try {
        disk.remove(join(folder, entry));
      } catch (error) {
        if (!inTheWay.has(codeOf(error))) throw error;
      }
    }
  }

  function moveAside(why: AsideWhy): string {
    const aside = asideName(disk, folder, `${name}.${why}`, '.json', now);
    disk.rename(file, join(folder, aside));
    disk.syncFolder(folder);
    [known, looked, sound] = [undefined, true, true];
    return aside;
  }

  return {
    read,
    isOwn: () => own,
    author: () => author,

    firstBytes() {
      try {
        if (disk.state(file) === undefined) return undefined;
        return Buffer.from(disk.readStart(file, 2 * headBytes)).toString('latin1');
      } catch {
        // Reading the whole document says why.
        return undefined;
      }
    },

    write(document) {
      if (document === undefined) throw new Error(`document-undefined: ${name}`);
      const before = sound || (looked && known === undefined) ? ok(undefined) : read();
      if (!before.ok) throw new Error(`document-unreadable: ${name}: ${before.error.detail}`);
      disk.makeFolder(folder);
      if (!tidied) tidy();
      const found = disk.state(file);
      const putBack = found !== undefined && !isSame(found, known) ? moveAside('put-back') : null;
      writeWhole(disk, file, enveloped(JSON.stringify(document), writer));
      [known, looked, sound] = [disk.state(file), true, true];
      return putBack;
    },

    moveAside(why = 'damaged') {
      try {
        return moveAside(why);
      } catch {
        // The folder cannot be written. Then no write can overwrite the file either.
        return null;
      }
    },
  };
}
