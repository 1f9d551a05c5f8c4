// A disk in memory with the real steps of a durable write: half of a temporary file, all of it, renamed. The
// process can die after each step.
import { err, ok } from '../../core/kernel/result.ts';
import type { DocumentStore, LineStore } from '../../core/ports.ts';

export class Crash extends Error {
  constructor() {
    super('The process is gone');
  }
}

export const crashMoments = ['before', 'torn', 'whole', 'after'] as const;
export type CrashMoment = (typeof crashMoments)[number];

/** The disk as one process sees it. After a crash the process writes and reads nothing more. */
export interface DiskSession {
  store<T>(name: string): DocumentStore<T>;
  lines(name: string): LineStore;
  /** Lets the process die at its n-th write from now, at this moment of the write. */
  crashAt(write: number, moment: CrashMoment): void;
  /** Called when the process is killed from outside. */
  end(): void;
}

interface Watch {
  /** Called when a document is durable. */
  readonly durable: (name: string, document: unknown) => void;
  /** Called when a line is durable. */
  readonly appended?: (line: string) => void;
  readonly crashed: () => void;
}

/** The files. They stay when a process ends. */
export interface MemoryFiles {
  readonly texts: Map<string, string>;
  start(watch: Watch): DiskSession;
}

const temporary = (name: string): string => `${name}.tmp`;

export function memoryFiles(): MemoryFiles {
  const texts = new Map<string, string>();

  function start(watch: Watch): DiskSession {
    let dead = false;
    let left = 0;
    let moment: CrashMoment = 'before';

    const die = (): never => {
      dead = true;
      watch.crashed();
      throw new Crash();
    };

    /** Counts a durable step. Returns the moment of it at which the process dies, if it does. */
    function step(): CrashMoment | undefined {
      if (dead) throw new Crash();
      left -= 1;
      const here = left === 0 ? moment : undefined;
      if (here === 'before') die();
      return here;
    }

    function write(name: string, document: unknown): void {
      const here = step();
      const text = JSON.stringify({ document });
      if (here === 'torn') {
        texts.set(temporary(name), text.slice(0, Math.floor(text.length / 2)));
        die();
      }
      if (here === 'whole') {
        texts.set(temporary(name), text);
        die();
      }
      texts.delete(temporary(name));
      texts.set(name, text);
      watch.durable(name, document);
      if (here === 'after') die();
    }

    const store = <T>(name: string): DocumentStore<T> => ({
      read() {
        if (dead) throw new Crash();
        texts.delete(temporary(name));
        const text = texts.get(name);
        if (text === undefined) return ok(undefined);
        try {
          const { document }: { document: T } = JSON.parse(text);
          return ok(document);
        } catch {
          return err({ reason: 'unreadable', detail: 'not-json' });
        }
      },
      write: (document) => write(name, document),
      moveAside() {
        if (dead) throw new Crash();
        texts.set(`${name}.damaged`, texts.get(name) ?? '');
        texts.delete(name);
        return `${name}.damaged`;
      },
    });

    /** Whole lines end with a line break. A crash tore off what comes after the last one. */
    function lines(name: string): LineStore {
      const whole = (): string => {
        const text = texts.get(name) ?? '';
        return text.slice(0, text.lastIndexOf('\n') + 1);
      };
      return {
        get bytes() {
          return whole().length;
        },
        read() {
          if (dead) throw new Crash();
          return ok(whole().split('\n').slice(0, -1));
        },
        append(line) {
          const here = step();
          if (here === 'torn' || here === 'whole') {
            texts.set(name, whole() + (here === 'torn' ? line.slice(0, Math.floor(line.length / 2)) : line));
            die();
          }
          texts.set(name, `${whole()}${line}\n`);
          watch.appended?.(line);
          if (here === 'after') die();
        },
        clear() {
          const here = step();
          texts.delete(name);
          if (here !== undefined) die();
        },
        moveAside() {
          if (dead) throw new Crash();
          if (!texts.has(name)) return undefined;
          texts.set(`${name}.damaged`, texts.get(name) ?? '');
          texts.delete(name);
          return `${name}.damaged`;
        },
      };
    }

    return {
      store,
      lines,
      crashAt(writes, when) {
        left = writes;
        moment = when;
      },
      end() {
        dead = true;
      },
    };
  }

  return { texts, start };
}
