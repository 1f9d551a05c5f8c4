// Every screen: what axe says, what is cut, what the console says, and the language.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { open } from '../../electron/tour/hands.ts';
import { allScreens, setting } from './all-screens.ts';
import { cut } from './cut.ts';
import { sharedDesk } from './desk.ts';

const desk = sharedDesk();
const screens = allScreens(desk);

/** The size at which screens are opened. Getting there then needs nothing of what is measured. */
const usual = { width: 1440, height: 900 };

/** The smallest window, the usual one, a large one, and the usual one at 200 % (half of its CSS pixels). */
const sizes = [
  { width: 1024, height: 640 },
  usual,
  { width: 2560, height: 1440 },
  { width: 720, height: 450 },
] as const;

/**
 * What axe finds. Uses its legacy mode: the usual one opens a second page, which this program does not have.
 * Asks only about contrast in the dark theme, because a theme changes only colours.
 */
async function problems(theme: 'light' | 'dark'): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page: desk.page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] });
  const { violations } = await (theme === 'light' ? axe : axe.withRules(['color-contrast'])).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.html.slice(0, 120)}`),
  );
}

/** Saves a picture, if a person asked for pictures of all screens. */
async function picture(name: string): Promise<void> {
  const folder = process.env['ALLINEA_PICTURES'];
  if (folder !== undefined)
    await desk.page.screenshot({ path: `${folder}/${name.replaceAll(/\W+/g, '-')}.png` });
}

test('the chosen theme is shown', async () => {
  await open(desk.page, 'Impostazioni');
  for (const [choice, theme] of [
    ['Chiaro', 'light'],
    ['Scuro', 'dark'],
  ] as const) {
    await setting(desk, /Aspetto$/, choice);
    await expect(desk.page.locator('html')).toHaveAttribute('data-theme', theme);
  }
});

test('on every screen axe finds nothing in either theme, and nothing is cut at any size', async () => {
  test.setTimeout(240_000);
  const { page } = desk;
  await page.setViewportSize(usual);
  await open(page, 'Impostazioni');
  await setting(desk, /Aspetto$/, 'Come il sistema');
  for (const [name, show] of Object.entries(screens)) {
    await show();
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      expect.soft(await problems(theme), `${name}, ${theme}`).toEqual([]);
      await picture(`${theme}-${name}`);
    }
    for (const size of sizes) {
      await page.setViewportSize(size);
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      expect.soft(await page.evaluate(cut), `${name}, ${size.width} x ${size.height}`).toEqual([]);
      await picture(`${size.width}-${name}`);
    }
    await page.setViewportSize(usual);
  }
  await page.keyboard.press('Escape');
});

test('after the page is loaded again, no screen complains in the console', async () => {
  await desk.page.reload();
  for (const show of Object.values(screens)) await show();
  await desk.page.keyboard.press('Escape');
  await expect(desk.page.getByRole('dialog')).toHaveCount(0);
});

test('in English no Italian is left on the screens', async () => {
  const { page } = desk;
  await open(page, 'Impostazioni');
  await setting(desk, /Lingua$/, 'English');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const italian =
    /(?<!\p{L})(?:servizi|servizio|carrello|ordine|ordini|scadenza|scade|utent[ei]|person[ae]|giorn[oi]|mes[ei]|annulla|stato|prezzo|pagamento|attesa|attivo|nessun[oa]?|da|del|della|dei|il|per|con|non|sono|alle)(?!\p{L})/giu;
  for (const name of [
    'Service status',
    'Staff',
    'Services',
    'Cart',
    'Orders',
    'Quotes',
    'Renewals',
    'Price list and rules',
    'Settings',
    'Aruba simulator',
  ]) {
    await page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click();
    await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
    const text = await page.evaluate(() => {
      const copy = document.body.cloneNode(true) as HTMLElement;
      // The vendor writes its mails and the source of its price list in Italian.
      for (const element of copy.querySelectorAll('section:has(> .mail), .mail-line, script'))
        element.remove();
      for (const element of copy.querySelectorAll('p'))
        if (element.textContent.startsWith('Source:')) element.remove();
      return [...copy.querySelectorAll('*')]
        .flatMap((element) =>
          [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent ?? ''),
        )
        .join(' | ');
    });
    expect.soft([...new Set(text.match(italian) ?? [])], name).toEqual([]);
  }
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Settings/ })
    .click();
  await setting(desk, /Language$/, 'Italiano');
  await expect(page.getByRole('heading', { level: 1, name: 'Impostazioni' })).toBeVisible();
});
