// The record of the manual's pictures, beside them in the project: what each showed when it was taken. A
// test does the jobs again and compares, so a picture that has grown old is found. `npm run pictures` takes
// the pictures and writes the record; nobody writes it by hand.
import { createHash } from 'node:crypto';
import type { Locator } from 'playwright-core';

/** By picture, as `it/cart`. */
export type Shown = Readonly<
  Record<
    string,
    {
      /** The SHA-256 of the picture's file: a file that was changed or forgotten is found. */
      readonly file: string;
      /** What a screen reader finds in that part of the window, line by line. */
      readonly says: readonly string[];
    }
  >
>;

export const digestOf = (file: Uint8Array): string => createHash('sha256').update(file).digest('hex');

const againMs = 300;

/** The same as soon as it stays: a screen may still be working something out. */
export async function saysAtRest(part: Locator): Promise<readonly string[]> {
  for (let before = ''; ;) {
    const says = await saysNow(part);
    if (says.join() === before) return says;
    before = says.join();
    await new Promise((resolve) => setTimeout(resolve, againMs));
  }
}

/**
 * What a screen reader finds. A row's name repeats its cells, so it is left out. The size of a backup
 * depends on its random ids.
 */
export async function saysNow(part: Locator): Promise<readonly string[]> {
  const tree = await part.ariaSnapshot();
  return tree.split('\n').map((line) => line.replace(/^( *- row) .*$/, '$1').replaceAll(/\d+ kB/g, '? kB'));
}
