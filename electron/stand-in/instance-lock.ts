// One process for each data folder. A later start touches a second file, to bring the first process to the
// front.
import { mkdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeFolderLock } from '../adapters/folder-lock.ts';

/**
 * Returns true if this process now owns `folder`. Calls `onKnock` if another start finds the folder taken.
 * The lock of a dead process is taken over.
 */
export function takeInstanceLock(folder: string, onKnock: () => void): boolean {
  mkdirSync(folder, { recursive: true });
  const knock = join(folder, 'instance.knock');
  const lock = takeFolderLock(join(folder, 'instance.lock'));
  if (!lock.taken) {
    writeFileSync(knock, '');
    return false;
  }
  rmSync(knock, { force: true });
  const watcher = watch(folder, { persistent: false }, (_event, name) => {
    if (name === 'instance.knock') onKnock();
  });
  watcher.on('error', () => watcher.close());
  process.on('exit', lock.release);
  return true;
}
