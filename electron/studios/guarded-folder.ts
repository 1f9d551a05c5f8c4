import { basename, join } from 'node:path';
import type { DocumentStore, EndKeeper, LineStore } from '../../core/ports.ts';
import type { StudioFolder } from './studio-folder.ts';
import type { Disk } from '../adapters/disk.ts';
import { openDocument, type DocumentPlace } from '../adapters/document-store.ts';
import { endFile, endFiles } from '../adapters/end-mark.ts';
import { openLines } from '../adapters/line-file.ts';
import type { FolderHold } from './folder-hold.ts';

type Guard = Pick<FolderHold, 'mustHold'>;

/** A document that is written only while this program has the folder. Throws HeldElsewhere otherwise. */
const guardedStore = <T>(
  store: DocumentStore<T>,
  hold: Guard,
  beforeWrite: () => void,
): DocumentStore<T> => ({
  ...store,
  write(document) {
    hold.mustHold();
    beforeWrite();
    return store.write(document);
  },
  moveAside(why) {
    hold.mustHold();
    return store.moveAside(why);
  },
});

/** Lines that are written only while this program has the folder. Throws HeldElsewhere otherwise. */
const guardedLines = (lines: LineStore, hold: Guard): LineStore => ({
  get bytes() {
    return lines.bytes;
  },
  read: () => lines.read(),
  append(line) {
    hold.mustHold();
    lines.append(line);
  },
  clear() {
    hold.mustHold();
    lines.clear();
  },
  moveAside(why) {
    hold.mustHold();
    return lines.moveAside(why);
  },
});

/** The end of the journal, kept only while this program has the folder. */
const guardedEnd = (end: EndKeeper, hold: Guard): EndKeeper => ({
  read: () => end.read(),
  keep(mark) {
    try {
      hold.mustHold();
    } catch {
      return;
    }
    end.keep(mark);
  },
});

interface GuardOptions extends DocumentPlace {
  readonly hold: Guard;
  /** Where this computer keeps the ends of journals: it notices a studio that was put back from a copy. */
  readonly ends: string;
  /** Called before each document: a folder that somebody has removed gets the studio's card again. */
  readonly beforeWrite: () => void;
}

/** Where the ends of a studio's journal are kept: beside it, and in the computer's own folder of ends. */
export const endsOf = (folder: string, ends: string, disk?: Disk): EndKeeper =>
  endFiles(endFile(join(folder, 'journal.end'), disk), endFile(join(ends, `${basename(folder)}.end`), disk));

/** A studio's folder, written only while this program has the data folder. */
export function guardedFolder(
  folder: string,
  { hold, ends, beforeWrite, ...place }: GuardOptions,
): StudioFolder {
  return {
    store: <T>(name: string) => guardedStore(openDocument<T>(folder, name, place), hold, beforeWrite),
    lines: (name) => guardedLines(openLines(join(folder, `${name}.changes`), place), hold),
    end: guardedEnd(endsOf(folder, ends, place.disk), hold),
  };
}
