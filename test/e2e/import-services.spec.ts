// Services from lists, in a studio of one's own: one table of differences, rows mended in place, columns
// remembered, a long list read in a thread of its own, and a list that was never confirmed.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import { addMonths, romeDay, type Day } from '../../core/kernel/day.ts';
import { open, title } from '../../electron/tour/hands.ts';
import { startProgram, type Program } from '../../electron/tour/program.ts';
import { serviceList } from '../../electron/tour/own-files.ts';
import { axeFindings } from './axe.ts';

test.describe.configure({ mode: 'serial' });

const launcher = fileURLToPath(new URL('../../out/main/launch.mjs', import.meta.url));
const dataFolder = mkdtempSync(join(tmpdir(), 'allinea-import-'));
const today = romeDay(Date.now());
const italian = (day: Day): string => day.split('-').reverse().join('/');
let program: Program;
let complaints: string[] = [];

const page = (): Page => program.page;
const button = (name: string | RegExp): Locator => page().getByRole('button', { name, exact: true });
const tick = (name: string): Locator => page().getByRole('checkbox', { name, exact: true });
const rowOf = (name: string | RegExp): Locator => page().getByRole('row', { name });

async function start(): Promise<void> {
  program = await startProgram({ launcher, dataFolder, studio: null });
  page().on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page().on('pageerror', (error) => complaints.push(error.message));
}

async function choose(name: string, text: string): Promise<void> {
  const choosing = page().waitForEvent('filechooser');
  await button('Scegli file').click();
  await (await choosing).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

async function axe(): Promise<void> {
  expect(await axeFindings(page())).toEqual([]);
}

test.beforeAll(async () => {
  await start();
  await expect(title(page(), 'Con quale studio vuoi cominciare?')).toBeVisible();
  await page().keyboard.type('Studio Marchetti');
  await page().keyboard.press('Tab');
  await page().keyboard.type('Maria Bassi');
  await page().keyboard.press('Enter');
  await button('Importa servizi').click();
});
test.afterEach(() => {
  expect(complaints).toEqual([]);
  complaints = [];
});
test.afterAll(async () => {
  await program.stop();
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

test('new rows are folded, so that the rows to correct are in sight; groups are ticked by keyboard', async () => {
  await choose('servizi-aruba.csv', serviceList(today));
  await expect(page().getByText('34 nuovi, 0 cambiati, 0 uguali, 6 da correggere')).toBeVisible();
  await expect(rowOf(/^Studio Marchetti|Studio Marchetti/).first()).toBeFocused();
  await expect(page().getByText('il 31/02/2027 non esiste')).toBeInViewport();
  await expect(page().getByRole('heading', { name: 'Studio Marchetti' })).toBeVisible();
  await page().keyboard.press('Space');
  await expect(button(/^Conferma 33/)).toBeVisible();
  await expect(tick('Prendi tutti: Nuovi')).toHaveJSProperty('indeterminate', true);
  await page().keyboard.press('ArrowUp');
  await page().keyboard.press('Space');
  await expect(button(/^Conferma 34/)).toBeVisible();
  await page().keyboard.press('Space');
  await expect(button(/^Conferma 0/)).toBeDisabled();
  await tick('Prendi tutti').click({ force: true });
  await expect(button(/^Conferma 34/)).toBeVisible();
  await axe();
});

test('what Conferma will do is known before', async () => {
  await expect(page().getByText('0 → 34')).toBeVisible();
  await expect(page().getByText('nessuna →')).toBeVisible();
  await expect(page().getByText('Si annulla in un passo solo. Niente viene cancellato.')).toBeVisible();
});

test('a rejected row is mended in place, with one key for the likely number', async () => {
  await page().keyboard.press('Home');
  await button('Correggi la riga 36').click();
  const vat = page().getByRole('textbox', { name: 'P. IVA' });
  await expect(vat).toBeFocused();
  await axe();
  await page().keyboard.press('ArrowDown');
  await page().keyboard.press('ArrowDown');
  await expect(vat).toHaveValue('02342520158');
  await page().keyboard.press('Enter');
  await expect(page().getByText('35 nuovi, 0 cambiati, 0 uguali, 5 da correggere')).toBeVisible();
  await expect(page().getByText('Riga 36: ora è tra i nuovi.')).toBeVisible();
  // The next row to correct has the focus: Enter opens its form.
  await expect(rowOf(/Cooperativa Alba/)).toBeFocused();
  await page().keyboard.press('Enter');
  await expect(page().getByRole('textbox', { name: 'Scadenza' })).toBeFocused();
  await page().keyboard.press('Escape');
  await expect(page().getByRole('textbox', { name: 'Scadenza' })).toHaveCount(0);
});

test('what a column is, is said once', async () => {
  await button('Note').click();
  await expect(button('Colonne: 8 di 8 usate')).toBeVisible();
  await expect(page().getByText('Una colonna non è usata')).toHaveCount(0);
  // While the answer is compared, nothing can be confirmed.
  await expect(page().getByRole('button', { name: /^Conferma/ })).toBeEnabled();
  await page().keyboard.press('Control+Enter');
  await expect(title(page(), 'Servizi')).toBeVisible();
  await expect(page().getByText(/Registrati: 35 servizi\. 5 righe da correggere/)).toBeVisible();
  await button('Importa servizi').click();
  await choose('servizi-aruba.csv', serviceList(today));
  await expect(button('Colonne: 8 di 8 usate')).toBeVisible();
  await expect(page().getByText('Una colonna non è usata')).toHaveCount(0);
  await button('Colonne: 8 di 8 usate').click();
  await expect(page().getByText('ricordata')).toBeVisible();
});

test('changes say what needs a look, with source and day of what is known; the panel has all sources', async () => {
  await button('Annulla').click();
  const lines = serviceList(today).split('\r\n');
  const next = italian(addMonths(today, 30));
  lines[1] = (lines[1] ?? '')
    .replace(/;3;Documenti/, ';2;Documenti')
    .replace(/;\d\d\/\d\d\/\d{4};/, `;${next};`);
  await choose('servizi-2.csv', lines.join('\n'));
  await expect(page().getByText('0 nuovi, 1 cambiato, 33 uguali, 6 da correggere')).toBeVisible();
  await expect(rowOf(/scadenza .*servizi-aruba\.csv, .*di \d+ giorni/)).toBeVisible();
  await expect(rowOf(/utenti aggiuntivi 3, come il servizio.*meno di prima/)).toBeVisible();
  const sources = page().getByRole('list', { name: 'Scadenza' });
  await expect(sources.getByRole('listitem')).toHaveCount(2);
  await expect(sources.getByRole('listitem').first()).toContainText(`${next} dall’elenco`);
  await expect(sources.getByRole('listitem').nth(1)).toContainText(
    /servizi-aruba\.csv, riga 2, del .*, Maria Bassi/,
  );
  await button(/^Uguali/).click();
  await expect(rowOf(/Cliente 1 srl/).first()).toBeVisible();
});

test('killed before Conferma: the next start says that nothing was recorded', async () => {
  await program.kill();
  await start();
  await expect(
    page().getByText(
      /L’elenco servizi-2\.csv, scelto il \d\d\/\d\d\/\d{4} alle \d\d:\d\d, non è stato confermato: niente è stato registrato\. Sceglierlo di nuovo\./,
    ),
  ).toBeVisible();
  await axe();
  await button('Ho capito').click();
  await open(page(), 'Servizi');
  await button('Importa servizi').click();
  await expect(page().getByText('non è stato confermato')).toHaveCount(0);
});

test('a long list is read while the window answers, and can be stopped', async () => {
  const head = 'Cliente;Servizio;Scadenza;Utenti';
  const day = italian(addMonths(today, 8));
  const rows = Array.from({ length: 60_000 }, (_, index) => `Ditta ${index} snc;FE;${day};${index % 5}`);
  const long = [head, ...rows].join('\n');
  await choose('lungo.csv', long);
  await expect(page().getByRole('progressbar')).toBeVisible();
  await page().keyboard.press('Escape');
  await expect(page().getByText('Lettura interrotta: niente è cambiato.')).toBeVisible();
  await expect(page().getByRole('progressbar')).toHaveCount(0);
  await choose('medio.csv', [head, ...rows.slice(0, 10_000)].join('\n'));
  await expect(page().getByText('10.000 nuovi')).toBeVisible();
  // Only the rows in sight are in the page, also if all are shown.
  await page().keyboard.press('End');
  await button('Mostra tutti: altri 9.950').click();
  await page().keyboard.press('End');
  expect(await page().getByRole('row').count()).toBeLessThan(150);
  await button('Annulla').click();
  await expect(button('Scegli file')).toBeVisible();
});
