// The page with every component in every state: found by its whole name alone, in order in both languages and
// themes at every size.
import { expect } from '@playwright/test';
import { title } from '../../electron/tour/hands.ts';
import { axeFindings } from './axe.ts';
import { sharedDesk, test } from './desk.ts';
import { looksRight, usual } from './looks-right.ts';

const desk = sharedDesk();

test('the palette does not offer the page until its whole name is typed', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+k');
  const query = page.getByRole('textbox', { name: 'Cerca persone, servizi' });
  await query.fill('component');
  await expect(page.getByText('Nessun risultato per “component”.')).toBeVisible();
  await query.fill('componenti');
  await page.keyboard.press('Enter');
  await expect(title(page, 'Componenti')).toBeVisible();
});

test('every component in every state, in both languages', async () => {
  test.setTimeout(240_000);
  const { page } = desk;
  await page.setViewportSize(usual);
  /** The layout in English was measured from the Italian page. */
  const looks = async (name: string): Promise<void> => {
    if (name.startsWith('Componenti')) await looksRight(page, name);
    else expect(await axeFindings(page), name).toEqual([]);
  };
  for (const words of [
    {
      name: 'Componenti',
      dialog: 'Apri una finestra',
      source: 'Fonte: guida di Aruba',
      other: 'Lingua: inglese',
    },
    {
      name: 'Components',
      dialog: 'Open a dialog',
      source: 'Source: Aruba’s guide',
      other: 'Language: Italian',
    },
  ]) {
    await expect(title(page, words.name)).toBeVisible();
    await looks(words.name);
    await page
      .getByRole('button', { name: /^(?:Che cosa vuol dire|What it means): / })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toContainText(words.source);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.dialog, exact: true }).click();
    await looks(`${words.name}, dialog`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.other }).click();
  }
  await expect(title(page, 'Componenti')).toBeVisible();
});
