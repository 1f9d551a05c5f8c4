// Looks at a screen in both themes, in both languages and at four sizes: what axe says, what is cut.
import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';
import { axeFindings } from './axe.ts';
import { cut } from './cut.ts';
import { submit } from './desk.ts';

/** The size at which screens are opened. Getting there then needs nothing of what is measured. */
export const usual = { width: 1440, height: 900 };

/**
 * The smallest window, a large one, the usual one at 200 % (half of its CSS pixels), and the usual one. It is
 * the last: the next screen is opened at that size.
 */
const sizes = [
  { width: 1024, height: 640 },
  { width: 2560, height: 1440 },
  { width: 720, height: 450 },
  usual,
] as const;

const themes = ['light', 'dark'] as const;

async function inTheme(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}

/** Saves a picture in each theme, if a person asked for pictures of all screens. */
async function pictures(page: Page, name: string): Promise<void> {
  const folder = process.env['ALLINEA_PICTURES'];
  if (folder === undefined) return;
  for (const theme of themes.toReversed()) {
    await inTheme(page, theme);
    await page.screenshot({ path: `${folder}/${`${name}-${theme}`.replaceAll(/[^\w-]+/g, '-')}.png` });
  }
}

/** Changes the program's language, while the screen stays open. */
async function speak(page: Page, language: string): Promise<void> {
  await submit(page, { type: 'firm/settings', language });
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

async function nothingIsCut(page: Page, name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    expect.soft(await page.evaluate(cut), `${name}, ${size.width} x ${size.height}`).toEqual([]);
    await pictures(page, `${name}-${size.width}`);
  }
}

/**
 * Finds nothing on this screen: the system's theme must be the chosen one. Asks axe only about contrast in
 * the dark theme, because a theme changes only colours.
 */
export async function looksRight(page: Page, name: string): Promise<void> {
  for (const theme of themes) {
    await inTheme(page, theme);
    const found = await axeFindings(page, theme === 'light' ? [] : ['color-contrast']);
    expect.soft(found, `${name}, ${theme}`).toEqual([]);
  }
  await nothingIsCut(page, name);
  await inTheme(page, 'light');
  const language = await page.locator('html').getAttribute('lang');
  const [here, other] = language === 'en' ? ['en', 'it'] : ['it', 'en'];
  await speak(page, other);
  await nothingIsCut(page, `${name}-${other}`);
  await speak(page, here);
}
