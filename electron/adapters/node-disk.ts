import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  constants,
  type BigIntStats,
} from 'node:fs';
import { withCode, type Disk, type FileState } from './disk.ts';
import { patientDisk } from './patient-disk.ts';

const stateOf = (stats: BigIntStats): FileState => ({
  id: `${stats.dev}:${stats.ino}`,
  bytes: Number(stats.size),
  modified: Number(stats.mtimeNs) / 1e6,
  kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other',
});

function state(path: string): FileState | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? undefined : stateOf(stats);
}

/** A pipe would let the program wait for ever, and a folder is no document. */
function mustBeFile(path: string): void {
  const found = state(path);
  if (found === undefined) throw withCode('ENOENT');
  if (found.kind !== 'file') throw withCode('not-a-file');
}

const plainDisk: Disk = {
  state,

  read(path) {
    mustBeFile(path);
    return readFileSync(path);
  },

  readStart(path, bytes) {
    mustBeFile(path);
    const start = new Uint8Array(bytes);
    const file = openSync(path, 'r');
    try {
      return start.subarray(0, readSync(file, start, 0, bytes, 0));
    } finally {
      closeSync(file);
    }
  },

  names: (folder) => readdirSync(folder),

  makeFolder(folder) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  },

  open(path) {
    if (state(path)?.kind === 'other') throw withCode('not-a-file');
    const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    return {
      state: () => stateOf(fstatSync(file, { bigint: true })),
      write: (bytes, position) => writeSync(file, bytes, 0, bytes.length, position),
      truncate: (bytes) => ftruncateSync(file, bytes),
      sync: () => fdatasyncSync(file),
      close: () => closeSync(file),
    };
  },

  rename: (from, to) => renameSync(from, to),

  remove(path) {
    rmSync(path, { force: true });
  },

  // Windows has no such call and does not need it.
  syncFolder(folder) {
    if (process.platform === 'win32') return;
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  },
};

/** The machine's own disk. */
export const nodeDisk: Disk = patientDisk(plainDisk);
