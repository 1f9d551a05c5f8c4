// Windows refuses to open, rename or remove a file while another program reads it: a virus scanner, an
// indexer, a sync tool. A moment later it works.
import { setTimeout } from 'node:timers/promises';
import { codeOf, type Disk } from './disk.ts';

const passing: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);
/** About a second in all. */
const pausesMs = [10, 20, 50, 100, 200, 300, 300];

export interface Patience {
  readonly platform: NodeJS.Platform;
  readonly pause: (ms: number) => void;
}

/** The disk's calls return when they are done, so the wait does too. */
const usual: Patience = {
  platform: process.platform,
  pause: (ms) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms),
};

/** Runs `action`. On Windows it tries again if another program is in the way. Throws the last error. */
export function patiently<T>(action: () => T, { platform, pause } = usual): T {
  for (const ms of platform === 'win32' ? pausesMs : []) {
    try {
      return action();
    } catch (error) {
      if (!passing.has(codeOf(error))) throw error;
      pause(ms);
    }
  }
  return action();
}

/** The same for work that does not block. */
export async function soonPatiently<T>(
  action: () => Promise<T>,
  platform: NodeJS.Platform = process.platform,
): Promise<T> {
  for (const ms of platform === 'win32' ? pausesMs : []) {
    try {
      return await action();
    } catch (error) {
      if (!passing.has(codeOf(error))) throw error;
      await setTimeout(ms);
    }
  }
  return action();
}

/** The same disk. It waits where another program is in the way. */
export const patientDisk = (disk: Disk, patience = usual): Disk => ({
  ...disk,
  open: (path) => patiently(() => disk.open(path), patience),
  rename: (from, to) => patiently(() => disk.rename(from, to), patience),
  remove: (path) => patiently(() => disk.remove(path), patience),
});
