// A contrast theme of the system, and motion that a person has turned off.
import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import { open, press, search } from '../../electron/tour/hands.ts';
import { axeFindings } from './axe.ts';
import { sharedDesk, test } from './desk.ts';

const desk = sharedDesk();

/** Saves a picture, if a person asked for pictures. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['ALLINEA_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/forced-${name}.png` });
}

/** How an element stands out. In forced colours a shadow or a tint would not be seen. */
const look = (part: Locator, pseudo?: string) =>
  part.evaluate((element, which) => {
    const { outlineStyle, outlineWidth, outlineColor, backgroundColor, color, borderLeftWidth } =
      getComputedStyle(element, which);
    const ring = outlineStyle === 'none' ? '' : `${outlineWidth} ${outlineStyle} ${outlineColor}`;
    return { ring, background: backgroundColor, color, left: borderLeftWidth };
  }, pseudo);

test.describe('in a contrast theme', () => {
  test.beforeEach(async () => {
    await desk.page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  });
  test.afterEach(async () => {
    await desk.page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  });

  test('the open screen, the selected row and the selected cells stand out', async () => {
    const { page } = desk;
    await open(page, 'Personale');
    const sections = page.getByRole('navigation', { name: 'Sezioni' });
    const here = sections.getByRole('button', { name: /^Personale/ });
    const other = sections.getByRole('button', { name: /^Ordini/ });
    expect((await look(here)).background).not.toBe((await look(other)).background);
    expect((await look(here)).color).not.toBe((await look(here)).background);
    await page.getByRole('row').filter({ hasText: 'Anna Ferri' }).click();
    await picture(page, 'people');
    await search(page, 'persone e servizi');
    await page.getByText('Per reparto', { exact: true }).click();
    await press(page.locator('[data-cell="1:0"]'), 'ArrowRight');
    for (const key of ['Shift+ArrowDown', 'Shift+ArrowRight']) await page.keyboard.press(key);
    const selected = page.getByRole('grid').locator('[data-selected=true]');
    expect(await selected.count()).toBeGreaterThan(1);
    for (const cell of await selected.all()) expect((await look(cell)).ring).not.toBe('');
    await picture(page, 'matrix');
  });

  test('the focus is a thick line wherever the keyboard goes', async () => {
    const { page } = desk;
    for (const screen of ['Stato servizio', 'Impostazioni'] as const) {
      await open(page, screen);
      for (let step = 0; step < 12; step += 1) {
        await page.keyboard.press('Tab');
        const focused = page.locator(':focus');
        const ring = await focused.evaluate((element) => {
          // The control that is seen around a hidden input.
          const seen = element.closest('[data-focus-visible]') ?? element;
          const { outlineStyle, outlineWidth } = getComputedStyle(seen);
          return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth);
        });
        expect(ring, await focused.innerText()).toBeGreaterThanOrEqual(3);
      }
      await picture(page, screen.toLowerCase().replace(' ', '-'));
    }
  });

  test('on differs from off, and a state keeps its frame', async () => {
    const { page } = desk;
    await open(page, 'Impostazioni');
    const turn = page.getByRole('switch').first();
    const track = async (): Promise<string> => (await look(turn)).background;
    const before = await track();
    await turn.press(' ');
    await expect.poll(track).not.toBe(before);
    await turn.press(' ');
    // Two messages follow each other: the first may be gone while it is looked at.
    const said = page.getByText('Promemoria aggiornati.').last();
    await expect
      .poll(async () => {
        const { color, background } = await look(said);
        return color !== '' && color !== background;
      })
      .toBe(true);
    await open(page, 'Servizi');
    const badge = page.getByText('Attivo', { exact: true }).first();
    expect((await look(badge)).ring).not.toBe('');
    await picture(page, 'services');
    expect(await axeFindings(page, [])).toEqual([]);
    await open(page, 'Rinnovi');
    await picture(page, 'renewals');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('rinn');
    const option = page.locator('[role=option][data-focused]').first();
    await option.waitFor();
    expect((await look(option)).background).not.toBe(
      (await look(page.locator('[role=option]:not([data-focused])').first())).background,
    );
    await picture(page, 'palette');
    await page.keyboard.press('Escape');
  });
});

test('nothing moves where a person wants no motion', async () => {
  const { page } = desk;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  /** What moves, or would. */
  const moving = () =>
    page.evaluate(() => {
      const parts = [undefined, '::before', '::after'];
      const would = [...document.querySelectorAll('*')].flatMap((element) =>
        parts
          .map((part) => getComputedStyle(element, part))
          .filter(
            ({ transitionDuration, animationName, scrollBehavior }) =>
              /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth',
          )
          .map(() => element.className),
      );
      return [...would, ...document.getAnimations().map(() => 'an animation')];
    });
  for (const screen of ['Stato servizio', 'Impostazioni', 'Rinnovi'] as const) {
    await open(page, screen);
    expect(await moving(), screen).toEqual([]);
  }
  await open(page, 'Impostazioni');
  await page.getByRole('switch').first().press(' ');
  expect(await moving()).toEqual([]);
  await page.getByRole('switch').first().press(' ');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  expect(await moving()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
});
