// A disk in memory for many documents. The process can be killed at any durable step.
import type { DocumentStore, EndKeeper, LineStore } from '../../core/ports.ts';
import { memoryEnd } from './memory-end.ts';
import { memoryLines, type MemoryLines } from './memory-lines.ts';
import { memoryStore, type MemoryStore } from './memory-store.ts';

export class Crash extends Error {
  constructor() {
    super('The process is gone');
  }
}

export interface CrashPoint {
  /** The number of the durable step: a write or a move, counted from 1 since the start. */
  readonly step: number;
  /** `after`: the step has still taken effect. */
  readonly when: 'before' | 'after';
}

/** The program's side of the disk. After a crash it takes no more steps. */
export interface DiskSession {
  store<T>(name: string): DocumentStore<T>;
  lines(name: string): LineStore;
  readonly end: EndKeeper;
  /** The number of durable steps since the start. */
  steps(): number;
  crashed(): boolean;
}

export interface Disk {
  /** A document on the disk, by name. Tests damage it here. */
  file(name: string): MemoryStore<unknown>;
  /** A file of lines on the disk, by name. */
  lineFile(name: string): MemoryLines;
  /** The end of the journal that was kept last. Tests forget it here. */
  readonly end: ReturnType<typeof memoryEnd>;
  /** Starts the program. A crash ends this start only. */
  start(crash?: CrashPoint): DiskSession;
}

export function memoryDisk(): Disk {
  const files = new Map<string, MemoryStore<unknown>>();
  const lineFiles = new Map<string, MemoryLines>();
  const end = memoryEnd();
  const file = (name: string): MemoryStore<unknown> => {
    const known = files.get(name) ?? memoryStore<unknown>();
    files.set(name, known);
    return known;
  };

  const lineFile = (name: string): MemoryLines => {
    const known = lineFiles.get(name) ?? memoryLines();
    lineFiles.set(name, known);
    return known;
  };

  function start(crash?: CrashPoint): DiskSession {
    let steps = 0;
    let crashed = false;
    function durably<R>(action: () => R): R {
      if (crashed) throw new Crash();
      steps += 1;
      const here = steps === crash?.step;
      if (here && crash.when === 'before') crashed = true;
      if (crashed) throw new Crash();
      const result = action();
      if (here) crashed = true;
      if (crashed) throw new Crash();
      return result;
    }
    // Not a durable step: a crash in the middle of it leaves the old end or the new one.
    const keeper: EndKeeper = {
      read: () => end.read(),
      keep(mark) {
        if (!crashed) end.keep(mark);
      },
    };
    const lines = (name: string): LineStore => {
      const inner = lineFile(name);
      return {
        get bytes() {
          return inner.bytes;
        },
        read: () => inner.read(),
        append: (line) => durably(() => inner.append(line)),
        clear: () => durably(() => inner.clear()),
        moveAside: (why) => durably(() => inner.moveAside(why)),
      };
    };
    const store = <T>(name: string): DocumentStore<T> => {
      const inner = file(name) as MemoryStore<T>;
      return {
        read: () => inner.read(),
        firstBytes: () => inner.firstBytes(),
        write: (document) => durably(() => inner.write(document)),
        moveAside: (why) => durably(() => inner.moveAside(why)),
      };
    };
    return { store, lines, end: keeper, steps: () => steps, crashed: () => crashed };
  }

  return { file, lineFile, end, start };
}
