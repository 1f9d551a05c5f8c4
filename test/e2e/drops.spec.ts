// Files that are dropped anywhere in the window go to the screen that takes them.
import { expect } from '@playwright/test';
import { open, title } from '../../electron/tour/hands.ts';
import { axeFindings } from './axe.ts';
import { sharedDesk, test } from './desk.ts';

const desk = sharedDesk({ own: [] });

/** Drops a file on the heading of the open screen, as a file manager does. */
async function drop(name: string, content: string): Promise<void> {
  const { page } = desk;
  const data = await page.evaluateHandle(
    ([called, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], called));
      return transfer;
    },
    [name, content] as const,
  );
  await page.dispatchEvent('h1', 'dragover', { dataTransfer: data });
  await expect(page.locator('html')).toHaveAttribute('data-dropping');
  const folder = process.env['ALLINEA_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/over.png` });
  await page.dispatchEvent('h1', 'drop', { dataTransfer: data });
  await expect(page.locator('html')).not.toHaveAttribute('data-dropping');
}

test('a list asks what it lists, and its preview opens; an invoice needs no question', async () => {
  const { page } = desk;
  await open(page, 'Stato servizio');
  await drop('elenco.csv', 'Cognome;Nome;E-mail\nNuova;Lia;lia.nuova@studio.example\n');
  const question = page.getByRole('dialog', { name: 'Che cosa elenca «elenco.csv»?' });
  await question.waitFor();
  expect(await axeFindings(page)).toEqual([]);
  const folder = process.env['ALLINEA_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/question.png` });
  await question.getByRole('button', { name: 'Il personale' }).click();
  await title(page, 'Importa elenco del personale').waitFor();
  await expect(page.getByText(/^elenco\.csv: 1 riga letta/)).toBeVisible();

  await drop('fattura.xml', '<a/>');
  await title(page, 'Fatture').waitFor();
  await expect(
    page
      .getByRole('row', { name: /fattura\.xml/ })
      .or(page.getByText(/fattura\.xml/))
      .first(),
  ).toBeVisible();
});

test('what nobody knows gets a sentence, and the page stays', async () => {
  const { page } = desk;
  await open(page, 'Stato servizio');
  await drop('foto.png', 'x');
  await expect(page.getByText(/Qui «foto\.png» non si apre/)).toBeVisible();
  await expect(title(page, 'Stato servizio')).toBeVisible();
});
