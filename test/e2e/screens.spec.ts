// Every screen: what axe says, what is cut, what the console says, and the language.
import { expect } from '@playwright/test';
import { open, title } from '../../electron/tour/hands.ts';
import { allScreens, setting } from './all-screens.ts';
import { sharedDesk, test } from './desk.ts';
import { looksRight, usual } from './looks-right.ts';

const desk = sharedDesk();
const screens = allScreens(desk);

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

// The first test has loaded the page, and each test fails if the console complains: here of a page that was
// loaded again.
test('after the page is loaded again, on every screen axe finds nothing in either theme, nothing is cut at any size, and the console is silent', async () => {
  test.setTimeout(240_000);
  const { page } = desk;
  await open(page, 'Impostazioni');
  await page.reload();
  await title(page, 'Impostazioni').waitFor();
  await page.setViewportSize(usual);
  await setting(desk, /Aspetto$/, 'Come il sistema');
  for (const [name, show] of Object.entries(screens)) {
    await show();
    await looksRight(page, name);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
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
