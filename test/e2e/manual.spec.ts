// The manual: how one gets to it, what it says, where it leads, and that all of it can be done by keyboard.
import { expect } from '@playwright/test';
import { open, press, search, title } from '../../electron/tour/hands.ts';
import { jobIds } from '../../renderer/screens/manual/job.ts';
import { sharedDesk, submit, test } from './desk.ts';
import { looksRight, usual } from './looks-right.ts';

const desk = sharedDesk({ own: [] });

async function openManual(): Promise<void> {
  await search(desk.page, 'manuale');
  await expect(title(desk.page, /^1\. /)).toBeFocused();
}

const chapters = () => desk.page.getByRole('navigation', { name: 'Capitoli del manuale' });

test('F1 opens the chapter of the open screen, and goes back by Alt and Left', async () => {
  const { page } = desk;
  for (const [section, chapter] of [
    ['Personale', /^4\. /],
    ['Carrello', /^5\. /],
    ['Acquisti', /^6\. /],
    ['Preventivi', /^7\. /],
    ['Rinnovi', /^8\. /],
    ['Impostazioni', /^9\. /],
  ] as const) {
    await open(page, section);
    await page.keyboard.press('F1');
    await expect(title(page, chapter)).toBeFocused();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(title(page, section)).toBeVisible();
  }
});

test('the palette finds it by other words, and the sheet of shortcuts has a button', async () => {
  const { page } = desk;
  for (const word of ['manuale', 'aiuto', 'guida', 'help']) {
    await open(page, 'Carrello');
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'Cerca persone, servizi' }).fill(word);
    await page.getByRole('option', { name: /^Manuale/ }).click();
    await expect(title(page, /^1\. /)).toBeVisible();
  }
  await open(page, 'Rinnovi');
  await page.keyboard.press('?');
  await press(page.getByRole('dialog').getByRole('button', { name: 'Manuale' }), 'Enter');
  await expect(title(page, /^8\. /)).toBeVisible();
});

test('every chapter is read by keyboard, with its picture', async () => {
  const { page } = desk;
  await openManual();
  for (const [index, id] of jobIds.entries()) {
    await expect(title(page, new RegExp(`^${index + 1}\\. `))).toBeFocused();
    const picture = page.getByRole('figure').locator('img');
    await expect(picture).toHaveAttribute('src', `manual/it/${id}.png`);
    await expect
      .poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(400);
    if (index === jobIds.length - 1) break;
    // From the heading: the search, the list of chapters with one stop, then the links and the next chapter.
    const next = page.getByRole('button', { name: /^Capitolo dopo/ });
    for (let tabs = 0; tabs < 15; tabs += 1) {
      await page.keyboard.press('Tab');
      if (await next.evaluate((button) => button === document.activeElement)) break;
    }
    await expect(next).toBeFocused();
    await page.keyboard.press('Enter');
  }
});

test('the search finds chapters by what they say; the list is one stop with arrows', async () => {
  const { page } = desk;
  await openManual();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('bonifico');
  await expect(chapters().getByRole('button', { name: /^\d+\. / })).toHaveCount(1);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('tastiera che non c’è');
  await expect(page.getByText('Nessun capitolo con queste parole.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chapters().getByRole('button', { name: /^\d+\. / })).toHaveCount(10);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(chapters().getByRole('button', { name: /^2\. / })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(title(page, /^2\. /)).toBeFocused();
});

test('every link of every chapter opens the screen that it names', async () => {
  test.setTimeout(120_000);
  const { page } = desk;
  // Other words stand on the screen itself.
  const titles: Readonly<Record<string, string>> = { 'Importa elenco': 'Importa elenco del personale' };
  let followed = 0;
  for (const [index] of jobIds.entries()) {
    await openManual();
    await press(chapters().getByRole('button', { name: new RegExp(`^${index + 1}\\. `) }), 'Enter');
    await expect(title(page, new RegExp(`^${index + 1}\\. `))).toBeFocused();
    const links = page.getByRole('listitem').getByRole('button', { name: /^Apri / });
    for (let link = 0; link < (await links.count()); link += 1) {
      const name = (await links.nth(link).innerText()).replace('Apri ', '');
      await press(links.nth(link), 'Enter');
      await expect(title(page, titles[name] ?? name)).toBeVisible();
      followed += 1;
      await page.keyboard.press('Alt+ArrowLeft');
      // The title takes the focus when the screen is there.
      await expect(title(page, new RegExp(`^${index + 1}\\. `))).toBeFocused();
    }
  }
  expect(followed).toBeGreaterThanOrEqual(15);
});

test('every chapter fits in every size and theme, and axe finds nothing', async () => {
  test.setTimeout(240_000);
  const { page } = desk;
  await page.setViewportSize(usual);
  await openManual();
  for (const [index] of jobIds.entries()) {
    await press(chapters().getByRole('button', { name: new RegExp(`^${index + 1}\\. `) }), 'Enter');
    await expect(title(page, new RegExp(`^${index + 1}\\. `))).toBeFocused();
    await looksRight(page, `Manuale ${index + 1}`);
  }
});

test('in English it is English, pictures too', async () => {
  const { page } = desk;
  await openManual();
  await submit(page, {
    type: 'firm/settings',
    rule: 'started-month',
    offPolicy: 'own-year',
    language: 'en',
    theme: 'system',
  });
  await expect(page.getByRole('navigation', { name: 'Chapters of the manual' })).toBeVisible();
  await page.getByRole('button', { name: /^5\. / }).click();
  await expect(title(page, '5. Buy users, and understand each figure')).toBeVisible();
  await expect(page.getByText('makes €70.99')).toBeVisible();
  await expect(page.getByRole('figure').locator('img')).toHaveAttribute('src', 'manual/en/cart.png');
});
