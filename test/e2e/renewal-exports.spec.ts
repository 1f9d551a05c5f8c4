// The files that the screen of the renewals exports. They have the figures of the screen. By keyboard only.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { extractText } from 'unpdf';
import { addDays, romeDay } from '../../core/kernel/day.ts';
import { title } from '../../electron/tour/hands.ts';
import { readBook } from '../support/read-book.ts';
import { sharedDesk, test } from './desk.ts';
import { ownDownloads } from './downloads.ts';
import { keysOn } from './keys.ts';

test.describe.configure({ mode: 'serial' });
const { downloads, saved } = ownDownloads();
const desk = sharedDesk();
const { press, reach, does, palette } = keysOn(desk);

const dialog = () => desk.page.getByRole('dialog', { name: 'Esporta i rinnovi' });

/** Opens the dialog, moves `down` from the plan with the arrows, and saves. */
async function save(down: number, form: 'CSV' | 'PDF' | 'Excel (.xlsx)'): Promise<void> {
  const open = desk.page.getByRole('button', { name: 'Esporta…' });
  await reach(open, 'Shift+Tab');
  await press('Enter');
  await expect(dialog().getByRole('radio').first()).toBeFocused();
  for (let step = 0; step < down; step += 1) await press('ArrowDown');
  await expect(dialog().getByRole('radio').nth(down)).toBeChecked();
  await does(dialog().getByRole('button', { name: form }));
  await dialog().waitFor({ state: 'hidden' });
  await expect(open).toBeFocused();
}

const cents = (text: string): number => Number(text.replaceAll(/[^\d]/g, ''));

test('the plan as a workbook: days as days, amounts as numbers, as many rows as services', async () => {
  await palette('rinnovi');
  await expect(title(desk.page, 'Rinnovi')).toBeFocused();
  await save(0, 'Excel (.xlsx)');
  const { rows, headers } = readBook(await saved('Piano dei rinnovi.xlsx'));
  const rossi = rows.find(
    ([holder]) =>
      holder !== null && holder !== undefined && 'text' in holder && holder.text === 'Officine Rossi srl',
  );
  expect([rows.length, headers.length, rossi?.[2]]).toEqual([11, 12, { number: 2 }]);
  expect([rossi?.[8], rossi?.[11]]).toEqual([{ day: expect.any(String) }, { amount: expect.any(Number) }]);
});

test('the plan on paper, on its long side: each service with its day and its amount', async () => {
  await save(0, 'PDF');
  const pdf = await saved('Piano dei rinnovi.pdf');
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
  for (const words of ['Studio Bianchi', 'Piano dei rinnovi', 'Righe']) expect(text).toContain(words);
  // The days of the sample move with the calendar: this service expires in four weeks.
  const [year, month, day] = addDays(romeDay(Date.now()), 28).split('-');
  expect(text).toMatch(new RegExp(`Officine Rossi srl .*${day}/${month}/${year}.* €`));
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 (?:841|842)\.?\d* (?:594|595)\.?\d*\]/);
});

test('the sessions as a workbook and as CSV: each service once, the sum on screen', async () => {
  const outflow = (await desk.page.getByRole('group', { name: 'Uscite previste' }).textContent()) ?? '';
  const total = cents(/([\d.]+,\d\d)/.exec(outflow)?.[1] ?? '');
  await save(1, 'Excel (.xlsx)');
  const { rows } = readBook(await saved('Sessioni di rinnovo.xlsx'));
  const amount = (cell: (typeof rows)[number][number] | undefined): number =>
    cell !== null && cell !== undefined && 'amount' in cell ? cell.amount : 0;
  expect(rows.reduce((sum, row) => sum + (row[0] === null ? 0 : amount(row[6])), 0)).toBe(total);
  await save(1, 'CSV');
  const lines = (await saved('Sessioni di rinnovo.csv')).toString('utf8').trimEnd().split('\r\n');
  expect(lines.length).toBe(rows.length + 1);
  expect(lines[0]).toMatch(
    /^\ufeffGiorno;Come;Servizio;Partita IVA;Dal;Al;"?Importo, IVA inclusa"?;Scadenza;Nuova scadenza$/,
  );
  expect(lines[1]).toMatch(/^\d\d\/\d\d\/\d{4};Sessione;[^;]+;\d{11};(?:\d\d\/\d\d\/\d{4};){2}\d+,\d\d;/);
});

test('money by month, and by client and month: the same total', async () => {
  await save(2, 'CSV');
  const months = (await saved('Uscite per mese.csv')).toString('utf8').trimEnd().split('\r\n').slice(1);
  const total = months.reduce((sum, line) => sum + cents(line.split(';')[2] ?? ''), 0);
  await save(3, 'Excel (.xlsx)');
  const { rows, headers } = readBook(await saved('Uscite per cliente e mese.xlsx'));
  expect(headers.length).toBe(months.length + 4);
  expect(rows.at(-1)?.at(-1)).toEqual({ amount: total });
});

test('Escape leaves everything as it was', async () => {
  await does(desk.page.getByRole('button', { name: 'Esporta…' }));
  await press('Escape');
  await dialog().waitFor({ state: 'hidden' });
  await expect(title(desk.page, 'Rinnovi')).toBeVisible();
});

test('the message leads to the saved file; if it was moved meanwhile, a sentence says so', async () => {
  await save(1, 'CSV');
  // The file of an earlier test has the name without a number.
  const path = join(downloads, 'Sessioni di rinnovo (2).csv');
  const message = desk.page.getByTestId('message');
  await expect(message).toContainText(`Salvato in ${path}.`);
  rmSync(path);
  await does(message.getByRole('button', { name: 'Mostra nella cartella' }));
  await expect(message.filter({ hasText: `Il file non è più in ${path}` })).toBeVisible();
});
