import { join } from 'node:path';
import type { Disk } from './disk.ts';

/** Why a file was set aside: it could not be read, or somebody had put it in the place of a newer one. */
export type AsideWhy = 'damaged' | 'put-back';

/** The names of files that the program has set aside. They may name people, so an erasure looks at them. */
export const setAside = /\.(?:damaged|put-back)-[\dTZ-]+(?:-\d+)?(?:\.\w+)?$/;

/** A free name in a folder: what the file was, and when it was set aside. `ending`: `.json`, or empty. */
export function asideName(
  disk: Disk,
  folder: string,
  stem: string,
  ending: string,
  now: () => number,
): string {
  const stamp = new Date(now()).toISOString().replaceAll(/[:.]/g, '-');
  let name = `${stem}-${stamp}${ending}`;
  for (let count = 2; disk.state(join(folder, name)) !== undefined; count += 1)
    name = `${stem}-${stamp}-${count}${ending}`;
  return name;
}
