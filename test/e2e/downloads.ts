import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

/**
 * Files go to the person's downloads: a home of the test's own, made before its desk starts. `saved`: the
 * file with that ending, as soon as it is there.
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
