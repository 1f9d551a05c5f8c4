// The firm's own lines of an offer: their order, why they have no VAT, the contribution to the fund, and a
// long paper that breaks between its lines. Rules C1, C2.
import { expect } from '@playwright/test';
import { extractText } from 'unpdf';
import type { Locator } from 'playwright-core';
import { card, search, title } from '../../electron/tour/hands.ts';
import { sharedDesk, submit, test } from './desk.ts';
import { ownDownloads } from './downloads.ts';
import { looksRight, usual } from './looks-right.ts';
import { rowsOf } from './rows.ts';

test.describe.configure({ mode: 'serial' });
const { saved } = ownDownloads();
const desk = sharedDesk();

const button = (name: string | RegExp): Locator => desk.page.getByRole('button', { name });
const names = (): Locator =>
  desk.page.getByRole('table', { name: 'Voci dello studio' }).locator('tbody td:first-child');
const quoteId = async (): Promise<string> => {
  const found = (await rowsOf(desk.page)).find(({ table }) => table === 'quotes');
  if (found === undefined) throw new Error('No quote');
  return found.id;
};
const fee = (description: string, change: object = {}) => ({
  description,
  unit: 'ore',
  hundredths: 100,
  unitPrice: 6000,
  vatBasisPoints: 2200,
  ...change,
});

test('fees change places by Alt and the arrows, the focus stays, and Ctrl+Z takes it back', async () => {
  const { page } = desk;
  await page.setViewportSize(usual);
  await search(page, 'bianchi e associati');
  await button('Fai un preventivo…').press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Prepara la bozza' }).press('Enter');
  await expect(title(page, 'Bozza di preventivo')).toBeVisible();
  for (const name of ['Uno', 'Due', 'Tre'])
    await submit(page, { type: 'quote/fee', quoteId: await quoteId(), feeId: null, fee: fee(name) });
  await expect(names()).toHaveText(['Uno', 'Due', 'Tre']);
  await button('Modifica Tre').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(names()).toHaveText(['Uno', 'Tre', 'Due']);
  await expect(button('Modifica Tre')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(names()).toHaveText(['Tre', 'Uno', 'Due']);
  await expect(page.getByTestId('message').last()).toContainText('Tre: voce 1 di 3.');
  await page.keyboard.press('Control+z');
  await expect(names()).toHaveText(['Uno', 'Tre', 'Due']);
  await button('Sposta giù Uno').press('Enter');
  await expect(names()).toHaveText(['Tre', 'Uno', 'Due']);
  await expect(button('Sposta giù Uno')).toBeFocused();
});

test('a line at 0 % says why, and the total names it; the fund is counted on the fees, with its own VAT', async () => {
  const { page } = desk;
  const totals = card(page, 'Totali');
  await page.getByRole('textbox', { name: 'Voce' }).fill('Marca da bollo');
  await page.getByRole('textbox', { name: 'Prezzo' }).fill('2');
  await page.getByRole('textbox', { name: 'IVA %' }).first().fill('0');
  await page.getByRole('button', { name: /Natura/ }).press('Enter');
  await page.getByRole('option', { name: /^N1/ }).click();
  await button('Aggiungi voce').press('Enter');
  await expect(totals).toContainText('IVA 0% N1 su 2,00');
  await button('Aggiungi il contributo cassa 4%').press('Enter');
  await expect(names().last()).toHaveText('Contributo integrativo 4%');
  // 58,19 of Aruba, 180,00 of fees and 7,20 for the fund: VAT once on 245,39. The stamp does not count.
  await expect(totals).toContainText('IVA 22% su 245,39');
  await expect(totals).toContainText('53,99');
  await expect(page.getByTestId('gross')).toContainText('301,38');
  await page.getByRole('button', { name: /^7,20/ }).press('Enter');
  await expect(page.getByRole('dialog')).toContainText('180,00');
  await page.keyboard.press('Escape');
  await looksRight(page, 'Voci con natura e cassa');
  await page.getByRole('textbox', { name: 'Contributo cassa %' }).fill('2');
  await page.keyboard.press('Enter');
  await expect(names().last()).toHaveText('Contributo integrativo 2%');
  await button('Togli il contributo').press('Enter');
  await expect(names().last()).toHaveText('Marca da bollo');
});

test('a long offer on paper: the headings on each page, no line cut in two, the totals whole', async () => {
  const { page } = desk;
  const id = await quoteId();
  const long = (index: number) =>
    fee(
      `Prestazione ${String(index).padStart(2, '0')}: ${'formazione e assistenza '.repeat(7)}fine ${index}.`,
    );
  for (let index = 1; index <= 40; index += 1)
    await submit(page, { type: 'quote/fee', quoteId: id, feeId: null, fee: long(index) });
  await button('Esporta…').press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'PDF', exact: true }).press('Enter');
  const { text } = await extractText(new Uint8Array(await saved('.pdf')), { mergePages: false });
  const pages: readonly string[] = text;
  expect(pages.length).toBeGreaterThan(2);
  const lines = pages.filter((one) => one.includes('Prestazione'));
  expect(lines.length).toBeGreaterThan(2);
  for (const one of lines) expect(one).toMatch(/Voce\s+Quantità\s+Calcolo\s+IVA\s+Importo/);
  for (let index = 1; index <= 40; index += 1) {
    const begins = pages.findIndex((one) => one.includes(`Prestazione ${String(index).padStart(2, '0')}:`));
    expect(pages[begins], `line ${index}`).toMatch(new RegExp(`fine\\s+${index}\\.`));
  }
  const total = pages.find((one) => /Imponibile/.test(one));
  expect(total).toMatch(/Imponibile[\s\S]*IVA 22%[\s\S]*Totale/);
});
