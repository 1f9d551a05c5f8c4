// One process for each folder, on one computer: a file holds the owner's name. A dead owner's file is taken
// over
// by whoever holds the lock on doing that, which is a lock of the same kind.
import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { isAlive, ownProcess } from '../studios/process-name.ts';

/** Takeovers of takeovers. Each level needs a process that died in the middle of one. */
const deepest = 4;
const mostAttempts = 10;

export type Lock =
  | { readonly taken: true; readonly release: () => void }
  /** The name of the process that has it (see ownProcess). */
  | { readonly taken: false; readonly owner: string };

/**
 * Takes the lock in `file`, in an existing folder. A live owner keeps it: then nothing is written. Of several
 * starts that find a dead owner, one gets the lock. Throws if the folder cannot be written.
 */
export function takeFolderLock(file: string): Lock {
  const owner = take(file, deepest);
  return owner === null ? { taken: true, release: () => release(file) } : { taken: false, owner };
}

/** Returns null if it was taken now, else its owner. */
function take(file: string, depth: number): string | null {
  let owner: string | undefined;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    owner = readOwner(file);
    if (owner === undefined) {
      if (create(file)) return null;
      continue;
    }
    if (isAlive(owner) || depth === 0) return owner;
    const next = `${file}.next`;
    const claimant = take(next, depth - 1);
    if (claimant !== null) return claimant;
    try {
      // Another start may have taken over before this one got the claim.
      if (readOwner(file) !== owner) continue;
      replace(file);
      return null;
    } finally {
      release(next);
    }
  }
  return owner ?? '';
}

/** Creates the file together with its content, so that every reader finds an owner. False if it is there. */
function create(file: string): boolean {
  const beside = prepare(file);
  try {
    linkSync(beside, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    return createWithoutLink(file);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** For file systems without links. */
function createWithoutLink(file: string): boolean {
  try {
    writeFileSync(file, ownProcess(), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

const replace = (file: string): void => renameSync(prepare(file), file);

function prepare(file: string): string {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, ownProcess(), { mode: 0o600 });
  return beside;
}

/** Removes the file if it is this process's. */
function release(file: string): void {
  try {
    if (readOwner(file) === ownProcess()) unlinkSync(file);
  } catch {
    // The folder is gone, and the lock with it. Else the next start finds a dead owner.
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

function readOwner(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
