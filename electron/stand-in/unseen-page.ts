// An invisible page for printing. It has a separate headless Chromium, because one with windows can
// neither hide a page nor print it.
import type { Page } from 'puppeteer-core';
import { launch } from './browser.ts';

export async function openUnseen({
  width,
  height,
}: {
  readonly width: number;
  readonly height: number;
}): Promise<Page> {
  const browser = await launch({ headless: true, defaultViewport: { width, height } });
  try {
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    await page.setJavaScriptEnabled(false);
    return page;
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Closes the page and its browser. */
export async function closeUnseen(page: Page): Promise<void> {
  await page
    .browser()
    .close()
    .catch(() => undefined);
}
