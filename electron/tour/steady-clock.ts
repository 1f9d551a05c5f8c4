// A clock for pictures: each run shows the same days and times. Nothing but pictures uses it.
import type { Page } from 'playwright-core';

/**
 * The clock must move, or a wait for a later moment would never end. During a run it stays within the minute.
 */
const slower = 10_000;

/** The environment of a program whose clock begins at `at` and nearly stands still, in Italy. */
export function steadyClock(at: number): Readonly<Record<string, string>> {
  const script = `const now = Date.now, from = now();
Date.now = () => Math.floor(${at} + (now() - from) / ${slower});`;
  return { TZ: 'Europe/Rome', NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
}

/** Gives the page the same time. Its timers still run. */
export async function steadyPage(page: Page, at: number): Promise<void> {
  await page.clock.setFixedTime(at);
  await page.reload();
  await page.locator('#page-title').waitFor();
}
