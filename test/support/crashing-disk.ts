// A disk for many documents on which the process can be killed at any durable step.
import type { DocumentStore, LineStore } from '../../core/ports.ts';
import { memoryLines, type MemoryLines } from './memory-lines.ts';
import { memoryStore, type MemoryStore } from './memory-store.ts';

export class Crash extends Error {
  constructor() {
    super('The process is gone');
  }
}

export interface CrashPoint {
  /** Which durable step: a write or a move, counted from 1 since the start. */
  readonly step: number;
  /** Whether the step still took effect. */
  readonly when: 'before' | 'after';
}

/** The program's end of the disk: after a crash it takes no more steps. */
export interface DiskSession {
  store<T>(name: string): DocumentStore<T>;
  lines(name: string): LineStore;
  /** Durable steps taken so far. */
  steps(): number;
  crashed(): boolean;
}

export interface Disk {
  /** What lies on the disk, by name: tests damage it here. */
  file(name: string): MemoryStore<unknown>;
  /** The same for a file of lines. */
  lineFile(name: string): MemoryLines;
  /** The program starts; a crash kills this start only. */
  start(crash?: CrashPoint): DiskSession;
}

export function memoryDisk(): Disk {
  const files = new Map<string, MemoryStore<unknown>>();
  const lineFiles = new Map<string, MemoryLines>();
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
    const lines = (name: string): LineStore => {
      const inner = lineFile(name);
      return {
        get bytes() {
          return inner.bytes;
        },
        read: () => inner.read(),
        append: (line) => durably(() => inner.append(line)),
        clear: () => durably(() => inner.clear()),
        moveAside: () => durably(() => inner.moveAside()),
      };
    };
    const store = <T>(name: string): DocumentStore<T> => {
      const inner = file(name) as MemoryStore<T>;
      return {
        read: () => inner.read(),
        write: (document) => durably(() => inner.write(document)),
        moveAside: () => durably(() => inner.moveAside()),
      };
    };
    return { store, lines, steps: () => steps, crashed: () => crashed };
  }

  return { file, lineFile, start };
}
