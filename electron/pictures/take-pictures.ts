import type { Locator, Page } from 'playwright-core';
import { romeDay } from '../../core/kernel/day.ts';
import { startProgram } from '../tour/program.ts';
import { doJobs } from './jobs.ts';

/** Monday 16 November 2026, 10:15 in Rome. */
const at = Date.UTC(2026, 10, 16, 9, 15);

/** The smallest window that Allinea has: the letters stay readable in the manual. */
const size = { width: 1024, height: 640 };

export const pictureLanguages = ['it', 'en'] as const;
type PictureLanguage = (typeof pictureLanguages)[number];

/** Sees one picture: its name, as `it/cart`, and the part of the window that it shows. */
export type See = (name: string, part: Locator) => Promise<void>;

/** Starts the program in an empty folder and does the ten jobs. `see` gets each picture in each language. */
export async function takePictures(launcher: string, dataFolder: string, see: See): Promise<void> {
  const program = await startProgram({ launcher, dataFolder, studio: null, at });
  try {
    const { page } = program;
    await page.setViewportSize(size);
    await page.mouse.move(0, 0);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await doJobs(page, romeDay(at), async (job, part) => {
      await closeMessages(page);
      await closeHint(page);
      for (const language of pictureLanguages) {
        await speak(page, language);
        await see(`${language}/${job}`, part);
      }
      await speak(page, 'it');
    });
  } finally {
    await program.stop();
  }
}

/** Messages go by themselves after a while. In a picture there are none. */
async function closeMessages(page: Page): Promise<void> {
  const close = page.getByTestId('message').getByRole('button', { name: 'Chiudi' });
  while ((await close.count()) > 0) await close.first().dispatchEvent('click');
}

/** A hint comes once. The manual shows how a screen is on all other days. */
async function closeHint(page: Page): Promise<void> {
  const done = page.getByRole('note').getByRole('button');
  if ((await done.count()) > 0) await done.first().dispatchEvent('click');
}

/** Sets the language of the studio, as the settings do, and waits until the page speaks it. */
async function speak(page: Page, language: PictureLanguage): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { allinea } = globalThis as unknown as {
      readonly allinea: { call(name: string, payload: unknown): Promise<unknown> };
    };
    await allinea.call('command/submit', {
      type: 'firm/settings',
      rule: 'started-month',
      offPolicy: 'own-year',
      language: wanted,
      theme: 'light',
    });
  }, language);
  await page.locator(`html[lang="${language}"]`).waitFor();
}
