// What axe finds on a screen.
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';

/**
 * Asks axe, by all its rules or only by some. Uses its legacy mode: the usual one opens a second page, which
 * this program does not have. A document gets axe's half a megabyte once. Waits for a screen or dialog whose
 * file is still being loaded: without it the page has no heading yet.
 */
export async function axeFindings(page: Page, only: readonly string[] = []): Promise<readonly string[]> {
  await expect(page.locator('[data-late]')).toHaveCount(0);
  const there = await page.evaluate(() => 'axe' in globalThis);
  const axe = new AxeBuilder(there ? { page, axeSource: 'undefined' } : { page })
    .setLegacyMode(true)
    // Of what is in order axe then lists one element, not each.
    .options({
      resultTypes: ['violations'],
      ...(only.length > 0 ? { runOnly: { type: 'rule', values: [...only] } } : {}),
    });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.html.slice(0, 120)}`),
  );
}
