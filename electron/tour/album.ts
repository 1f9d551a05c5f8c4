import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Saves a picture of the screen and prints one sentence about it. */
export type Album = (page: Page, name: string, sentence: string) => Promise<void>;

/** Saves pictures NN-name.png in `folder`. Removes the pictures of an earlier tour first. */
export function openAlbum(folder: string, say: (line: string) => void): Album {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (/^\d\d-[a-z0-9-]+\.png$/.test(file)) rmSync(join(folder, file));
  let count = 0;
  return async (page, name, sentence) => {
    count += 1;
    const number = String(count).padStart(2, '0');
    await page.screenshot({
      path: join(folder, `${number}-${name}.png`),
      animations: 'disabled',
      caret: 'initial',
    });
    say(`${number}  ${sentence}`);
  };
}
