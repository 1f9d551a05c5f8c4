// The port of everything that touches a disk. The real one is node-disk.ts. The tests have a simulated one,
// which loses what was not synced, tears writes, fills up, rots and lets somebody else replace files.

/** What a path leads to. Two states with the same id are the same file, whatever its name. */
export interface FileState {
  /** The device and the file's number on it. */
  readonly id: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly kind: 'file' | 'folder' | 'other';
}

/** An open file. It stays the same file when somebody renames it or puts another one in its place. */
export interface OpenFile {
  state(): FileState;
  /** Writes at a position and returns the number of bytes written, which may be fewer than asked for. */
  write(bytes: Uint8Array, position: number): number;
  truncate(bytes: number): void;
  /** Returns when the content is durable. */
  sync(): void;
  close(): void;
}

/**
 * A file system, in calls that return when they are done. Paths are absolute. Each call throws an error with
 * a `code` as node:fs does (ENOENT, ENOSPC, EROFS, EIO) if it cannot do what it says.
 */
export interface Disk {
  /** All bytes of a file. Throws `not-a-file` if the path leads to a folder, a pipe or a device. */
  read(path: string): Uint8Array;
  /** The first bytes of a file, at most `bytes` of them. */
  readStart(path: string, bytes: number): Uint8Array;
  /** Undefined if nothing is there. */
  state(path: string): FileState | undefined;
  /** The names in a folder. Throws if there is no such folder. */
  names(folder: string): readonly string[];
  /** Makes the folder and those above it, readable only by their owner. */
  makeFolder(folder: string): void;
  /** Opens a file for writing, readable only by its owner. Makes an empty one if there is none. */
  open(path: string): OpenFile;
  /** Replaces what `to` leads to, at once. It is durable after `syncFolder`. */
  rename(from: string, to: string): void;
  /** Removes a file. Does nothing if there is none. */
  remove(path: string): void;
  /** Makes the names in a folder durable: new files, renamed files, removed files. */
  syncFolder(folder: string): void;
}

/** True if nobody has touched the file between two looks. */
export const isSame = (found: FileState, known: FileState | undefined): boolean =>
  known !== undefined &&
  found.id === known.id &&
  found.bytes === known.bytes &&
  found.modified === known.modified;

/** The code of an error of a disk. `unknown` if it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

/** An error with a code, as the errors of a file system have. */
export const withCode = (code: string): Error => Object.assign(new Error(code), { code });
