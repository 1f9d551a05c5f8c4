import { join } from 'node:path';
import type { DocumentStore, LineStore } from '../../core/ports.ts';
import type { StudioFolder } from './studio-folder.ts';
import { openDocument } from '../adapters/document-store.ts';
import { openLines } from '../adapters/line-file.ts';
import { systemClock } from '../adapters/system.ts';
import type { FolderHold } from './folder-hold.ts';

type Guard = Pick<FolderHold, 'mustHold'>;

/** A document that is written only while this program has the folder. Throws HeldElsewhere otherwise. */
const guardedStore = <T>(store: DocumentStore<T>, hold: Guard): DocumentStore<T> => ({
  ...store,
  write(document) {
    hold.mustHold();
    store.write(document);
  },
  moveAside() {
    hold.mustHold();
    return store.moveAside();
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
  moveAside() {
    hold.mustHold();
    return lines.moveAside();
  },
});

/** A studio's folder, written only while this program has the data folder. */
export const guardedFolder = (place: string, hold: Guard): StudioFolder => ({
  store: <T>(name: string) => guardedStore(openDocument<T>(place, name), hold),
  lines: (name) => guardedLines(openLines(join(place, `${name}.changes`), systemClock), hold),
});
