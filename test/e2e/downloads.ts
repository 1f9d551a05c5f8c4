import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

/** The home folder of this worker's programs. A program saves files in its downloads. */
const home = mkdtempSync(join(tmpdir(), 'allinea-home-'));
const downloads = join(home, 'Downloads');
process.env['HOME'] = home;
process.once('exit', () => rmSync(home, { recursive: true, force: true }));

/** Empty downloads for the tests of this file. `saved` waits for the file with that ending. */
export function ownDownloads() {
  test.beforeAll(() => {
    rmSync(downloads, { recursive: true, force: true });
    mkdirSync(downloads);
  });

  async function saved(ending: string): Promise<Buffer> {
    const found = (): string | undefined => readdirSync(downloads).find((name) => name.endsWith(ending));
    await expect.poll(found, { timeout: 30_000 }).toBeDefined();
    return readFileSync(join(downloads, found() ?? ''));
  }

  return { downloads, saved };
}
