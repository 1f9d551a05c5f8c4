// The pictures of the manual: does its ten jobs again, as `npm run pictures` does, and compares what each
// screen says now with what it said when its picture was taken.
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { saysNow, type Shown } from '../../electron/pictures/shown.ts';
import { takePictures } from '../../electron/pictures/take-pictures.ts';
import { launcher } from './machine.ts';

const hint = (name: string): string => `${name} has changed: run \`npm run pictures\` and look at it`;

test('every picture of the manual shows what the program shows today', async () => {
  test.setTimeout(150_000);
  const record = new URL('../../electron/pictures/shown.json', import.meta.url);
  const shown = JSON.parse(readFileSync(record, 'utf8')) as Shown;
  const dataFolder = mkdtempSync(join(tmpdir(), 'allinea-pictures-'));
  const seen: string[] = [];
  try {
    await takePictures(launcher, dataFolder, async (name, part) => {
      seen.push(name);
      // A screen may still be working something out.
      await expect
        .soft(async () => expect(await saysNow(part)).toEqual(shown[name]?.says), hint(name))
        .toPass({ timeout: 4000 });
    });
  } finally {
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 40, retryDelay: 50 });
  }
  expect(seen.sort()).toEqual(Object.keys(shown).sort());
});
