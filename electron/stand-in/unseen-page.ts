// A page that nobody sees, for printing: in a headless Chromium of its own, since one with windows can
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

/** The page and the browser around it. */
export async function closeUnseen(page: Page): Promise<void> {
  await page
    .browser()
    .close()
    .catch(() => undefined);
}
