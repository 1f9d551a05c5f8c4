import { basename, dirname, join } from 'node:path';
import { err, ok } from '../../core/kernel/result.ts';
import { FileReplaced, type LineStore } from '../../core/ports.ts';
import { isSame, withCode, type Disk, type FileState, type OpenFile } from './disk.ts';
import { nodeDisk } from './node-disk.ts';
import { asideName } from './set-aside.ts';
import { textsOf, wholeLines } from './whole-lines.ts';
import { writeAll } from './write-whole.ts';

/** A journal is folded long before. */
const mostBytes = 400_000_000;

/** Lines in one file, readable only by its owner. The file is opened at its first write. */
export function openLines(
  file: string,
  { disk = nodeDisk, now = Date.now }: { readonly disk?: Disk; readonly now?: () => number } = {},
): LineStore {
  const folder = dirname(file);
  let open: OpenFile | undefined;
  /** Bytes of the whole lines. */
  let whole = 0;
  /** The file as it was read or written last. Undefined: there was none. */
  let known: FileState | undefined;
  let looked = false;

  /** What the name leads to. */
  function look(): Uint8Array {
    known = disk.state(file);
    if (known !== undefined && known.bytes > mostBytes) throw withCode('too-large');
    const bytes = known === undefined ? new Uint8Array() : disk.read(file);
    const lines = wholeLines(bytes);
    whole = lines.length;
    looked = true;
    return lines;
  }

  function close(): void {
    open?.close();
    open = undefined;
  }

  /** Somebody else wrote the file, put another one in its place, or removed it. */
  function replaced(): FileReplaced {
    close();
    return new FileReplaced('file-replaced');
  }

  function mustBeKnown(): void {
    const found = disk.state(file);
    if (found === undefined ? known !== undefined : !isSame(found, known)) throw replaced();
  }

  /** Opens the file, and cuts off what a crash left of a line at its end. */
  function opened(): OpenFile {
    if (!looked) look();
    mustBeKnown();
    if (open !== undefined) return open;
    disk.makeFolder(folder);
    open = disk.open(file);
    // Somebody may have emptied or replaced it since the look. Cutting it to length would fill it with zeros.
    const found = open.state();
    if (known === undefined ? found.bytes > 0 : !isSame(found, known)) throw replaced();
    if (known === undefined) disk.syncFolder(folder);
    if (found.bytes !== whole) open.truncate(whole);
    known = open.state();
    return open;
  }

  /**
   * Cuts off a line that was refused. If not even that is durable, the file counts as replaced from now on:
   * nobody knows what a crash would leave of it.
   */
  function takeBack(to: OpenFile): void {
    try {
      to.truncate(whole);
      to.sync();
      known = to.state();
    } catch {
      close();
      known = undefined;
    }
  }

  /** After a write: the name must still lead to the file that was written, and nobody else wrote to it. */
  function wrote(bytes: number): void {
    const found = disk.state(file);
    if (found?.id !== known?.id || found?.bytes !== bytes) throw replaced();
    [whole, known] = [bytes, found];
  }

  /**
   * Makes durable what was read. A program that died may have left a line on its way to the disk: from now on
   * it is shown as saved. On a disk that takes nothing the line stays as it is.
   */
  function settle(): void {
    if (whole === 0) return;
    try {
      const found = disk.open(file);
      try {
        found.sync();
      } finally {
        found.close();
      }
      disk.syncFolder(folder);
    } catch {
      // Read only. The next line that can be written syncs the whole file.
    }
  }

  return {
    get bytes() {
      return whole;
    },

    read() {
      try {
        const lines = look();
        settle();
        return ok(textsOf(lines));
      } catch {
        return err({ reason: 'unreadable' });
      }
    },

    append(line) {
      const to = opened();
      const bytes = new TextEncoder().encode(`${line}\n`);
      try {
        writeAll(to, bytes, whole);
        to.sync();
      } catch (error) {
        takeBack(to);
        throw error;
      }
      wrote(whole + bytes.length);
    },

    clear() {
      const to = opened();
      to.truncate(0);
      to.sync();
      wrote(0);
    },

    moveAside(why = 'damaged') {
      close();
      [known, whole, looked] = [undefined, 0, true];
      if (disk.state(file) === undefined) return undefined;
      const aside = asideName(disk, folder, `${basename(file)}.${why}`, '', now);
      disk.rename(file, join(folder, aside));
      disk.syncFolder(folder);
      return aside;
    },
  };
}
