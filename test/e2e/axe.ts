// What axe finds on a screen.
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';

/** Waits for a dialog that is about to be shown: the page behind it is hidden from axe a moment earlier. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const modal = await page.evaluate(() => document.documentElement.style.overflow === 'hidden');
  if (modal) await expect(page.getByRole('dialog').last()).toBeVisible();
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
}

/**
 * Asks axe, by all its rules or only by some. Uses its legacy mode: the usual one opens a second page, which
 * this program does not have. A document gets axe's half a megabyte once. Waits for a screen or dialog whose
 * file is still being loaded: without it the page has no heading yet. One that rests is not waited for.
 */
export async function axeFindings(page: Page, only: readonly string[] = []): Promise<readonly string[]> {
  let found = await findingsNow(page, only);
  // While a dialog comes or goes, the page behind it is hidden without one. What is wrong stays.
  for (let again = 0; again < 3 && found.length > 0; again += 1) {
    await page.waitForTimeout(300);
    found = await findingsNow(page, only);
  }
  return found;
}

async function findingsNow(page: Page, only: readonly string[]): Promise<readonly string[]> {
  await expect(page.locator('[data-late]:not([data-resting] *)')).toHaveCount(0);
  await settled(page);
  const there = await page.evaluate(() => 'axe' in globalThis);
  const axe = new AxeBuilder(there ? { page, axeSource: 'undefined' } : { page })
    .setLegacyMode(true)
    // The screens that stay in the page, hidden, were looked at when they were open.
    .exclude('[data-resting]')
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
