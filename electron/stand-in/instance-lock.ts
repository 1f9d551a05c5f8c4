// One process for each data folder. One file holds the owner's process id. A later start touches a second
// file, to bring the first process to the front.
import { mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, ownProcess } from '../studios/process-name.ts';

/**
 * Returns true if this process now owns `folder`. Calls `onKnock` if another start finds the folder taken.
 * The lock of a dead process is taken over.
 */
export function takeInstanceLock(folder: string, onKnock: () => void): boolean {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'instance.lock');
  const knock = join(folder, 'instance.knock');
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (create(lock)) {
      guard(folder, lock, onKnock);
      return true;
    }
    const owner = readOwner(lock);
    if (owner !== undefined && isAlive(owner)) {
      writeFileSync(knock, '');
      return false;
    }
    setAside(lock, owner);
  }
  return false;
}

/** Creates the file together with its content, so that every reader finds an owner. */
function create(lock: string): boolean {
  try {
    writeFileSync(lock, ownProcess(), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function guard(folder: string, lock: string, onKnock: () => void): void {
  rmSync(join(folder, 'instance.knock'), { force: true });
  const watcher = watch(folder, { persistent: false }, (_event, name) => {
    if (name === 'instance.knock') onKnock();
  });
  watcher.on('error', () => watcher.close());
  process.on('exit', () => {
    try {
      if (readOwner(lock) === ownProcess()) unlinkSync(lock);
    } catch {
      // The folder is gone, and the lock with it.
    }
  });
}

/**
 * Moves a dead lock aside. If another start has taken it over meanwhile, the new
 * lock was moved: it is put back.
 */
function setAside(lock: string, dead: string | undefined): void {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    if (readOwner(aside) === dead) rmSync(aside, { force: true });
    else renameSync(aside, lock);
  } catch {
    // The lock is already gone. The next attempt shows who was faster.
  }
}

function readOwner(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return undefined;
  }
}
