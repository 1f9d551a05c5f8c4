// A disk in memory that can do what disks do: lose what was not synced, tear writes, fill up, report errors,
// rot, and let somebody else replace files. It keeps two states: what a program sees, and what a power
// failure would leave.
import { dirname, basename, join } from 'node:path';
import { withCode, type Disk, type FileState, type OpenFile } from '../../electron/adapters/disk.ts';

/** Thrown into a program that dies in the middle of a call. */
export class Crash extends Error {
  constructor() {
    super('The process is gone');
  }
}

/**
 * When a process dies at a step of the disk: before it, in the middle of a write, right after it, or after it
 * together with the power: what was not synced may then be lost.
 */
export const crashMoments = ['before', 'torn', 'whole', 'after', 'power'] as const;
export type CrashMoment = (typeof crashMoments)[number];

interface Inode {
  readonly number: number;
  now: Uint8Array;
  durable: Uint8Array;
  /** The changes since the last sync, in order. */
  pending: ((bytes: Uint8Array) => Uint8Array)[];
  modified: number;
}

type NameChange =
  | { readonly kind: 'made'; readonly path: string; readonly inode: number }
  | { readonly kind: 'removed'; readonly path: string }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string; readonly inode: number };

export interface SimulatedDisk {
  readonly disk: Disk;
  /** The process dies at its n-th step from now. */
  crashAt(step: number, moment: CrashMoment): void;
  /** The number of steps so far: writes, truncations, syncs, renames and removals. */
  steps(): number;
  /** Called when a file's content becomes durable in its present form. */
  onSynced(listener: (path: string) => void): void;
  onCrash(listener: () => void): void;
  /** What was not synced is kept, lost or torn. `chance` decides for each change. */
  powerFailure(chance: () => number): void;
  /** The next steps throw this error. */
  failNext(steps: number, code: string): void;
  /** Every step throws this error until it is null. */
  failing(code: string | null): void;
  /** True if some or all steps fail. */
  troubled(): boolean;
  /** The bytes that still fit. Null: as many as are wanted. */
  room(bytes: number | null): void;
  // What somebody else does, also while the program runs. All of it is durable.
  text(path: string): string | undefined;
  put(path: string, text: string): void;
  /** Changes one byte of a file. */
  rot(path: string, at: number): void;
  erase(path: string): void;
  paths(): readonly string[];
  /** All files as they are now, to be put back later. */
  copy(): ReadonlyMap<string, string>;
}

const cutOrFilled = (bytes: Uint8Array, length: number): Uint8Array => {
  const next = new Uint8Array(length);
  next.set(bytes.subarray(0, length));
  return next;
};

const written = (before: Uint8Array, bytes: Uint8Array, position: number): Uint8Array => {
  const next = cutOrFilled(before, Math.max(before.length, position + bytes.length));
  next.set(bytes, position);
  return next;
};

/** Bytes that a disk writes together or not at all. Smaller than any real disk's, to tear more lines. */
const sector = 256;

/** What is left of a write that was on its way: its start, or, where the disk wrote that last, its end. */
function torn(before: Uint8Array, after: Uint8Array, decide: () => number): Uint8Array {
  const same = (at: number): boolean => before[at] === after[at];
  let from = 0;
  while (from < after.length && same(from)) from += 1;
  let to = after.length;
  while (to > from && same(to - 1)) to -= 1;
  const inside = from + Math.floor(decide() * (to - from));
  const cut = inside < before.length ? Math.max(from, inside - (inside % sector)) : inside;
  if (decide() < 0.5) {
    const start = after.slice(0, Math.max(cut, Math.min(before.length, after.length)));
    start.set(before.subarray(cut, start.length), cut);
    return start;
  }
  const end = after.slice();
  end.fill(0, from, cut);
  end.set(before.subarray(from, Math.min(cut, before.length)), from);
  return end;
}

export function simulatedDisk(chance: () => number = () => 0.5): SimulatedDisk {
  const inodes = new Map<number, Inode>();
  let names = new Map<string, number>();
  let durableNames = new Map<string, number>();
  let nameChanges: NameChange[] = [];
  let made = 0;
  let tick = 0;
  let taken = 0;
  let left = 0;
  let moment: CrashMoment = 'before';
  let failures = { steps: 0, code: '' };
  let always: string | null = null;
  let free: number | null = null;
  let synced = (_path: string): void => undefined;
  let crashed = (): void => undefined;

  const inodeOf = (path: string): Inode | undefined => inodes.get(names.get(path) ?? -1);
  const found = (path: string): Inode => {
    const inode = inodeOf(path);
    if (inode === undefined) throw withCode('ENOENT');
    return inode;
  };

  function newInode(bytes: Uint8Array): Inode {
    made += 1;
    tick += 1;
    const inode = { number: made, now: bytes, durable: bytes, pending: [], modified: tick };
    inodes.set(made, inode);
    return inode;
  }

  function die(): never {
    left = 0;
    if (moment === 'power') powerFailure(chance);
    crashed();
    throw new Crash();
  }

  /** Counts a step. Throws if it fails or if the process dies before it. Otherwise runs it. */
  function step(work: () => void, torn: () => void = () => undefined): void {
    taken += 1;
    left -= 1;
    const here = left === 0;
    if (here && moment === 'before') die();
    if (always !== null) throw withCode(always);
    if (failures.steps > 0) {
      failures = { ...failures, steps: failures.steps - 1 };
      throw withCode(failures.code);
    }
    if (here && moment === 'torn') {
      torn();
      die();
    }
    work();
    if (here) die();
  }

  function change(inode: Inode, how: (bytes: Uint8Array) => Uint8Array): void {
    inode.now = how(inode.now);
    inode.pending = [...inode.pending.slice(-50), how];
    tick += 1;
    inode.modified = tick;
  }

  function nameChange(next: NameChange): void {
    nameChanges.push(next);
    apply(names, next);
  }

  function apply(to: Map<string, number>, next: NameChange): void {
    if (next.kind === 'made') to.set(next.path, next.inode);
    else if (next.kind === 'removed') to.delete(next.path);
    else if (to.get(next.from) === next.inode) {
      to.delete(next.from);
      to.set(next.to, next.inode);
    }
  }

  const isIn = (folder: string, next: NameChange): boolean =>
    dirname(next.kind === 'renamed' ? next.to : next.path) === folder;

  function powerFailure(decide: () => number): void {
    for (const next of nameChanges) if (decide() < 0.5) apply(durableNames, next);
    nameChanges = [];
    names = new Map(durableNames);
    for (const inode of inodes.values()) {
      let bytes = inode.durable;
      for (const how of inode.pending) {
        if (decide() < 0.5) continue;
        const next = how(bytes);
        bytes = decide() < 0.3 ? torn(bytes, next, decide) : next;
      }
      Object.assign(inode, { now: bytes, durable: bytes, pending: [] });
    }
  }

  const stateOf = (inode: Inode): FileState => ({
    id: String(inode.number),
    bytes: inode.now.length,
    modified: inode.modified,
    kind: 'file',
  });

  function openFile(path: string, inode: Inode): OpenFile {
    return {
      state: () => stateOf(inode),
      write(bytes, position) {
        const grows = position + bytes.length - inode.now.length;
        const fits = free === null ? bytes.length : Math.max(0, bytes.length - Math.max(0, grows - free));
        if (fits === 0 && bytes.length > 0) throw withCode('ENOSPC');
        const part = bytes.slice(0, fits);
        step(
          () => change(inode, (before) => written(before, part, position)),
          () => change(inode, (before) => written(before, part.slice(0, part.length / 2), position)),
        );
        if (free !== null) free -= Math.max(0, grows - (bytes.length - fits));
        return fits;
      },
      truncate(bytes) {
        const freed = inode.now.length - bytes;
        step(() => change(inode, (before) => cutOrFilled(before, bytes)));
        if (free !== null) free += freed;
      },
      sync() {
        step(() => {
          Object.assign(inode, { durable: inode.now, pending: [] });
          synced([...names].find(([, number]) => number === inode.number)?.[0] ?? path);
        });
      },
      close: () => undefined,
    };
  }

  const disk: Disk = {
    read: (path) => found(path).now.slice(),
    readStart: (path, bytes) => found(path).now.slice(0, bytes),
    state(path) {
      if (always === 'ENOENT') return undefined;
      const inode = inodeOf(path);
      return inode === undefined ? undefined : stateOf(inode);
    },
    names: (folder) =>
      [...names.keys()].filter((path) => dirname(path) === folder).map((path) => basename(path)),
    makeFolder() {
      if (always !== null) throw withCode(always);
    },
    open(path) {
      if (always !== null) throw withCode(always);
      const known = inodeOf(path);
      if (known !== undefined) return openFile(path, known);
      const inode = newInode(new Uint8Array());
      step(() => nameChange({ kind: 'made', path, inode: inode.number }));
      return openFile(path, inode);
    },
    rename(from, to) {
      const inode = found(from);
      step(() => nameChange({ kind: 'renamed', from, to, inode: inode.number }));
    },
    remove(path) {
      if (inodeOf(path) !== undefined) step(() => nameChange({ kind: 'removed', path }));
    },
    syncFolder(folder) {
      step(() => {
        for (const next of nameChanges) if (isIn(folder, next)) apply(durableNames, next);
        nameChanges = nameChanges.filter((next) => !isIn(folder, next));
      });
    },
  };

  function put(path: string, text: string): void {
    const inode = newInode(new TextEncoder().encode(text));
    nameChanges = nameChanges.filter((next) => !isIn(dirname(path), next));
    names.set(path, inode.number);
    durableNames = new Map(names);
  }

  const text = (path: string): string | undefined => {
    const inode = inodeOf(path);
    return inode === undefined ? undefined : new TextDecoder().decode(inode.now);
  };

  return {
    disk,
    crashAt(at, when) {
      [left, moment] = [at, when];
    },
    steps: () => taken,
    onSynced(listener) {
      synced = listener;
    },
    onCrash(listener) {
      crashed = listener;
    },
    powerFailure,
    failNext(steps, code) {
      failures = { steps, code };
    },
    failing(code) {
      always = code;
    },
    troubled: () => always !== null || free !== null || failures.steps > 0,
    room(bytes) {
      free = bytes;
    },
    text,
    put,
    rot(path, at) {
      const inode = found(path);
      if (inode.now.length === 0) return;
      const bytes = inode.now.slice();
      const index = at % bytes.length;
      bytes[index] = (bytes[index] ?? 0) ^ 0x15;
      tick += 1;
      Object.assign(inode, { now: bytes, durable: bytes, pending: [], modified: tick });
    },
    erase(path) {
      names.delete(path);
      durableNames.delete(path);
    },
    paths: () => [...names.keys()].toSorted(),
    copy: () => new Map([...names.keys()].map((path) => [path, text(path) ?? ''])),
  };
}

/** The path of a file of a simulated machine. */
export const onDisk = (name: string): string => join('/data', name);
