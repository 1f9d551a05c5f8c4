// Quotes without a network, by keyboard: from the service to the PDF and the cart, and what would be
// different today. Rules C3, C4.
import { rmSync, writeFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { expect } from '@playwright/test';
import { extractText } from 'unpdf';
import type { Locator } from 'playwright-core';
import { card, title } from '../../electron/tour/hands.ts';
import { sharedDesk, test } from './desk.ts';
import { ownDownloads } from './downloads.ts';
import { keysOn } from './keys.ts';

test.describe.configure({ mode: 'serial' });

const { downloads, saved } = ownDownloads();

const desk = sharedDesk();
const { press, type, reach, does, palette } = keysOn(desk);
const button = (name: string | RegExp): Locator => desk.page.getByRole('button', { name });
const dialog = (): Locator => desk.page.getByRole('dialog');
const amountsIn = (text: string): readonly string[] =>
  (text.match(/[−-]?\d[\d.]*,\d\d\s€/g) ?? []).map((one) => one.replaceAll(/\s/g, ' ')).sort();
/** A picture of one dot. */
const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const rows = (): Locator => desk.page.getByRole('table', { name: 'Righe' }).locator('tbody tr');

test('an empty list teaches', async () => {
  await palette('preventivi');
  await expect(title(desk.page, 'Preventivi')).toBeVisible();
  await expect(desk.page.getByText('Un preventivo si prepara anche senza rete')).toBeVisible();
});

test('from the service: the missing users, to the cent, nothing sent', async () => {
  await palette('bianchi e associati');
  await does(button('Fai un preventivo…'));
  await does(dialog().getByRole('button', { name: 'Prepara la bozza' }));
  await expect(title(desk.page, 'Bozza di preventivo')).toBeVisible();
  await expect(desk.page.getByTestId('gross')).toContainText('70,99');
  await expect(rows()).toHaveCount(4);
});

test('a convention code in the draft: the figures follow, one that nobody knows is refused, and it is taken off again', async () => {
  const { page } = desk;
  await does(button('Inseriscilo'));
  await reach(page.getByRole('textbox', { name: 'Codice convenzione' }));
  await type('nessuno');
  await press('Enter');
  await expect(page.getByText(/NESSUNO/).first()).toBeVisible();
  await expect(page.getByTestId('gross')).toContainText('70,99');
  await press('Control+a');
  await type('commercialisti');
  await press('Enter');
  await expect(page.getByText('Convenzione COMMERCIALISTI, 10 %')).toBeVisible();
  // 58,19 minus 5,82, and the VAT on it.
  await expect(page.getByTestId('gross')).toContainText('63,89');
  await does(button('Togli codice'));
  await expect(page.getByTestId('gross')).toContainText('70,99');
});

test('the recipient: 10,000 characters and a validity in the past are refused beside the form', async () => {
  await does(button('Modifica'));
  await reach(dialog().getByLabel('Nome o ragione sociale'));
  await desk.page.keyboard.insertText('a'.repeat(10_000));
  await press('Enter');
  await expect(dialog().getByRole('alert')).toContainText('caratteri, al massimo 200');
  await press('Control+a');
  await type('Edil Marche spa');
  await reach(dialog().getByLabel(/^Valido fino al/));
  await press('Control+a');
  await type('01/01/2026');
  await press('Enter');
  await expect(dialog().getByRole('alert')).toContainText('La validità è nel passato (01/01/2026)');
  await press('Control+a');
  await type('31/12/2099');
  await press('Enter');
  await dialog().waitFor({ state: 'hidden' });
  await expect(desk.page.getByText('Edil Marche spa, revisione 1')).toBeVisible();
});

test('issued under the number that follows; a used number is refused beside the field', async () => {
  await does(button('Emetti…'));
  await reach(dialog().getByLabel(/^Numero del/), 'Shift+Tab');
  await press('Control+a');
  await type('18');
  await press('Enter');
  await expect(desk.page.getByRole('heading', { level: 1, name: /^Preventivo \d{4}-018$/ })).toBeVisible();
  await does(button('Duplica'));
  await expect(title(desk.page, 'Bozza di preventivo')).toBeVisible();
  await does(button('Emetti…'));
  await reach(dialog().getByLabel(/^Numero del/), 'Shift+Tab');
  await press('Control+a');
  await type('18');
  await press('Enter');
  await expect(dialog().getByText(/-018 è già usato da un altro preventivo/)).toBeVisible();
  await press('Escape');
  await does(button('Elimina bozza'));
  await expect(title(desk.page, 'Preventivi')).toBeVisible();
});

test('the logo: 50 MB are refused with their size, a picture is shown, taken away, and back with Ctrl+Z', async () => {
  const { page } = desk;
  await palette('impostazioni');
  const logo = card(page, 'Carta intestata');
  // Playwright cannot send a file of that size, so the page makes it.
  await logo.locator('input[type=file]').evaluate((input: HTMLInputElement) => {
    const chosen = new DataTransfer();
    chosen.items.add(new File([new Uint8Array(50 * 1_048_576)], 'grande.png', { type: 'image/png' }));
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(page.getByText(/^Il logo è di 50 MB: al massimo 1 MB\./)).toBeVisible();
  await logo
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from(dot, 'base64') });
  await expect(logo.getByRole('img', { name: 'Logo dello studio' })).toBeVisible();
  await does(logo.getByRole('button', { name: 'Togli il logo' }));
  await expect(logo.getByRole('img')).toHaveCount(0);
  await press('Control+z');
  await expect(logo.getByRole('img')).toBeVisible();
  await palette('preventivi');
  await expect(title(page, 'Preventivi')).toBeVisible();
});

test('PDF: A4, the same figures as on screen, every derivation where it is asked for', async () => {
  await does(desk.page.getByRole('button', { name: /-018, Edil Marche spa$/ }));
  await does(button('Esporta…'));
  await does(dialog().getByRole('checkbox', { name: /^Nel PDF e nel testo/ }), 'Space');
  const shown = (await dialog().locator('pre').textContent()) ?? '';
  expect(shown).toContain('Totale: 70,99');
  await does(dialog().getByRole('button', { name: 'PDF' }));
  const pdf = await saved('.pdf');
  await dialog().waitFor({ state: 'hidden' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  // 210 x 297 mm in points.
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 (?:594|595)\.?\d* (?:841|842)\.?\d*\]/);
  expect(pdf.toString('latin1')).toMatch(/\/Subtype\s*\/Image/);
  if (process.env['ALLINEA_PICTURES'])
    writeFileSync(`${process.env['ALLINEA_PICTURES']}/preventivo.pdf`, pdf);
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
  expect(amountsIn(text)).toEqual(amountsIn(shown));
  for (const words of [
    'Edil Marche spa',
    'Studio Bianchi',
    'Valido fino al',
    '31/12/2099',
    'Calcolo: Utente aggiuntivo',
  ])
    expect(text).toContain(words);
});

test('Excel and CSV: numbers as numbers, days as days', async () => {
  await does(button('Esporta…'));
  await does(dialog().getByRole('button', { name: 'Excel' }));
  const book = read(await saved('.xlsx'), { cellDates: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  const cells = utils.sheet_to_json<readonly unknown[]>(sheet ?? {}, { header: 1 });
  expect(cells[1]?.[0]).toBe('Utente aggiuntivo');
  expect(cells[1]?.[1]).toBeInstanceOf(Date);
  expect(cells[1]?.slice(3)).toEqual([2, 4.9, 12, '2 × 4,90 × 12 / 12', 9.8]);
  expect([cells.at(-1)?.[0], cells.at(-1)?.at(-1)]).toEqual(['Totale', 70.99]);
  await dialog().waitFor({ state: 'hidden' });
  await does(button('Esporta…'));
  // Without the column of calculations.
  await does(dialog().getByRole('checkbox', { name: 'Colonna Calcolo' }), 'Space');
  await does(dialog().getByRole('button', { name: 'CSV' }));
  expect((await saved('.csv')).toString()).toMatch(/\r\nTotale;;;;;;70,99\r\n$/);
  await dialog().waitFor({ state: 'hidden' });
});

test('a folder that cannot be written, and a copy as text', async () => {
  rmSync(downloads, { recursive: true });
  writeFileSync(downloads, '');
  await does(button('Esporta…'));
  await does(dialog().getByRole('button', { name: 'CSV' }));
  await expect(desk.page.getByText(/^Il file non si può scrivere/)).toBeVisible();
  await does(dialog().getByRole('button', { name: 'Copia come testo' }));
  await expect(desk.page.getByText(/^Testo copiato|^Il testo è selezionato/)).toBeVisible();
  await press('Escape');
  await dialog().waitFor({ state: 'hidden' });
});

test('the price list changes: the quote names the lines and why, and stays; a copy at today’s prices becomes the cart with the same total', async () => {
  const { page } = desk;
  await page.evaluate(async () => {
    const { allinea } = globalThis as unknown as {
      allinea: { call(name: string, payload: unknown): Promise<never> };
    };
    const { rows, today } = await allinea.call('app/snapshot', null);
    const list = (
      JSON.parse(rows) as readonly { table: string; value: { yearly: Record<string, number> } }[]
    ).find(({ table }) => table === 'priceLists')?.value;
    await allinea.call('command/submit', {
      type: 'price-list/put',
      list: {
        ...list,
        version: 'prova',
        validFrom: today,
        source: '',
        notes: '',
        yearly: { ...list?.yearly, user: 540 },
      },
    });
  });
  await expect(
    page.getByText('Il listino è cambiato da quando il preventivo è stato preparato.'),
  ).toBeVisible();
  await expect(
    page.getByText(
      /^.*2 righe su 4 hanno un altro prezzo: il totale passa da 70,99.€ a 73,58.€\. Niente è stato modificato\./,
    ),
  ).toBeVisible();
  await expect(rows().filter({ hasText: 'Utente aggiuntivo' }).first()).toContainText('+1,00');
  await does(button('Porta nel carrello'));
  await expect(page.getByText(/^Il preventivo dice 70,99/)).toBeVisible();
  await does(button('Tieni i prezzi'));
  await expect(page.getByText('Niente è stato modificato.')).toBeHidden();
  await expect(card(page, 'Storia')).toContainText('Prezzi tenuti');
  await expect(page.getByTestId('gross')).toContainText('70,99');
  // A copy is a draft at today's prices. The copy becomes the cart.
  await does(button('Duplica'));
  await expect(page.getByTestId('gross')).toContainText('73,58');
  await does(button('Porta nel carrello'));
  await expect(title(page, 'Carrello')).toBeVisible();
  await expect(page.getByTestId('gross')).toContainText('73,58');
});

test('an accepted quote has the same amounts after a restart', async () => {
  const { page } = desk;
  await palette('018');
  await expect(page.getByRole('heading', { level: 1, name: /-018$/ })).toBeVisible();
  await does(button('Segna accettato'));
  await expect(card(page, 'Storia')).toContainText('Accettato');
  await desk.restart();
  await expect(desk.page.getByRole('heading', { level: 1, name: /-018$/ })).toBeVisible();
  await expect(desk.page.getByTestId('gross')).toContainText('70,99');
});
