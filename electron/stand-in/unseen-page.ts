// A page that nobody sees, for printing: in a headless Chromium of its own, since one with windows can neither hide a page nor print it.
import { chromium, type Page } from 'playwright-core';
import { chromiumSandbox, executable } from './browser.ts';

export async function openUnseen({ width, height }: { readonly width: number; readonly height: number }): Promise<Page> {
  const browser = await chromium.launch({
    executablePath: executable(),
    headless: true,
    chromiumSandbox: chromiumSandbox(),
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  try {
    const context = await browser.newContext({
      viewport: { width, height },
      locale: 'it-IT',
      javaScriptEnabled: false,
      serviceWorkers: 'block',
      acceptDownloads: false,
    });
    return await context.newPage();
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** The page and the browser around it. */
export async function closeUnseen(page: Page): Promise<void> {
  await page
    .context()
    .browser()
    ?.close()
    .catch(() => undefined);
}
