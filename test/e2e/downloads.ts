import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

/**
 * A home folder of the test's own, made before its desk starts. The program saves files in its downloads.
 * `saved` waits for the file with that ending.
 */
export function ownDownloads() {
  const realHome = process.env['HOME'];
  const home = mkdtempSync(join(tmpdir(), 'allinea-home-'));
  const downloads = join(home, 'Downloads');
  mkdirSync(downloads);
  process.env['HOME'] = home;
  test.afterAll(() => {
    process.env['HOME'] = realHome;
    rmSync(home, { recursive: true, force: true });
  });

  async function saved(ending: string): Promise<Buffer> {
    const found = (): string | undefined => readdirSync(downloads).find((name) => name.endsWith(ending));
    await expect.poll(found, { timeout: 30_000 }).toBeDefined();
    return readFileSync(join(downloads, found() ?? ''));
  }

  return { downloads, saved };
}
