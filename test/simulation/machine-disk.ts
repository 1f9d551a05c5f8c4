// The disk of a machine of the simulation, with the program's own adapters on it. The process can die at
// each step of the disk, alone or together with the power. The disk stays.
import type { Disk, OpenFile } from '../../electron/adapters/disk.ts';
import { enveloped } from '../../electron/adapters/envelope.ts';
import { guardedFolder } from '../../electron/studios/guarded-folder.ts';
import type { DocumentStore, EndKeeper, LineStore, Rng } from '../../core/ports.ts';
import {
  Crash,
  onDisk,
  simulatedDisk,
  type CrashMoment,
  type SimulatedDisk,
} from '../support/simulated-disk.ts';

/** The disk as one process sees it. After a crash the process writes and reads nothing more. */
export interface DiskSession {
  store<T>(name: string): DocumentStore<T>;
  lines(name: string): LineStore;
  readonly end: EndKeeper;
  /** Lets the process die at its n-th step of the disk from now, at this moment of the step. */
  crashAt(step: number, moment: CrashMoment): void;
  /** Called when the process is killed from outside. */
  die(): void;
  dead(): boolean;
  /** After another process has used the disk: the next crash is this one's again. */
  goOn(): void;
}

/**
 * What happens to a disk without anything being lost. `full`: a few bytes still fit. `put-back`: somebody
 * puts the checkpoint before the last one in the place of the last one.
 */
export const diskActs = ['full', 'protected', 'error', 'room', 'put-back'] as const;
export type DiskAct = (typeof diskActs)[number];

export function actOn(files: SimulatedDisk, act: DiskAct, number: number): void {
  if (act === 'full') files.room(number % 700);
  else if (act === 'protected') files.failing('EROFS');
  else if (act === 'error') files.failNext(1, 'EIO');
  else if (act === 'room') calm(files);
  else {
    const before = files.text(onDisk('workspace-backup.json'));
    if (before !== undefined) files.put(onDisk('workspace.json'), before);
  }
}

export function calm(files: SimulatedDisk): void {
  files.room(null);
  files.failing(null);
  files.failNext(0, '');
}

type Hold = (disk: Disk) => { mustHold(): void };

interface Watch {
  /** Called when a document is in its file for good. */
  readonly durable: (name: string, document: unknown) => void;
  /** Called when a line is in its file for good. */
  readonly appended?: (line: string) => void;
  readonly crashed: () => void;
}

/** The files. They stay when a process ends. */
export interface MachineDisk {
  readonly files: SimulatedDisk;
  /** `hold`: asked before each write. If it is absent, everything may be written. */
  start(watch: Watch, hold?: Hold): DiskSession;
}

const writer = { program: 'simulated', version: '0' };

export function machineDisk(chance: Rng): MachineDisk {
  const files = simulatedDisk(() => chance.next());

  function start(watch: Watch, hold: Hold = () => ({ mustHold: () => undefined })): DiskSession {
    let dead = false;
    // A crash that was planned for the process before is over.
    files.crashAt(0, 'before');
    /** What is being written, and how it is told if a crash leaves it whole. */
    let writing: { readonly path: string; readonly end: () => string; readonly tell: () => void } | null =
      null;

    const mustLive = (): void => {
      if (dead) throw new Crash();
    };

    /** Every call of a dead process throws. */
    const alive = <T extends object>(calls: T): T =>
      new Proxy(calls, {
        get(target, name) {
          const call: unknown = Reflect.get(target, name);
          if (typeof call !== 'function') return call;
          return (...args: unknown[]): unknown => {
            mustLive();
            const result: unknown = Reflect.apply(call, target, args);
            return name === 'open' ? alive(result as OpenFile) : result;
          };
        },
      });
    const disk: Disk = alive(files.disk);

    const crashed = (): void => {
      dead = true;
      const left = writing;
      writing = null;
      // Nobody was told that it is saved. But it may have become so.
      if (left !== null && (files.text(left.path) ?? '').endsWith(left.end())) left.tell();
      watch.crashed();
    };
    files.onCrash(crashed);

    /** `end`: what the file ends with when the write is whole. It is only asked for if something fails. */
    function whileWriting(path: string, end: () => string, tell: () => void, work: () => void): void {
      writing = { path, end, tell };
      try {
        work();
      } catch (error) {
        writing = null;
        // The disk refused a later step of it. What stands in the file is what the next start reads.
        if (!dead && (files.text(path) ?? '').endsWith(end())) tell();
        throw error;
      }
      writing = null;
      tell();
    }

    const folder = guardedFolder('/data', {
      disk,
      writer,
      now: () => 0,
      hold: hold(disk),
      // What happens to the studio's folder does not reach what the computer keeps.
      ends: '/own',
      beforeWrite: () => undefined,
    });
    return {
      store<T>(name: string): DocumentStore<T> {
        const inner = folder.store<T>(name);
        return {
          ...inner,
          write(document) {
            mustLive();
            let putBack: string | null = null;
            whileWriting(
              onDisk(`${name}.json`),
              () => enveloped(JSON.stringify(document), writer),
              () => watch.durable(name, document),
              () => {
                putBack = inner.write(document);
              },
            );
            return putBack;
          },
        };
      },
      lines(name) {
        const inner = folder.lines(name);
        return {
          get bytes() {
            return inner.bytes;
          },
          read: () => inner.read(),
          append(line) {
            mustLive();
            whileWriting(
              onDisk(`${name}.changes`),
              () => `${line}\n`,
              () => watch.appended?.(line),
              () => inner.append(line),
            );
          },
          clear: () => inner.clear(),
          moveAside: (why) => inner.moveAside(why),
        };
      },
      end: folder.end,
      crashAt: (step, moment) => files.crashAt(step, moment),
      die() {
        dead = true;
      },
      dead: () => dead,
      goOn: () => files.onCrash(crashed),
    };
  }

  return { files, start };
}
