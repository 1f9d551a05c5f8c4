// The first half of the job in a studio of one's own: from an empty folder to a cart, a quote and a session,
// on data with their sources. Nothing of the simulator is ever there (rules J1 to J4).
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import { romeDay } from '../../core/kernel/day.ts';
import { card, open, title } from '../../electron/tour/hands.ts';
import { startProgram, type Program } from '../../electron/tour/program.ts';
import { ownStaff, pastedPages, serviceList } from '../../electron/tour/own-files.ts';
import { axeFindings } from './axe.ts';

test.describe.configure({ mode: 'serial' });

const launcher = fileURLToPath(new URL('../../out/main/launch.mjs', import.meta.url));
const dataFolder = mkdtempSync(join(tmpdir(), 'allinea-own-'));
const today = romeDay(Date.now());
let program: Program;
let complaints: string[] = [];

const page = (): Page => program.page;
const button = (name: string | RegExp): Locator => page().getByRole('button', { name });
const field = (name: string): Locator => page().getByRole('textbox', { name, exact: true });

async function start(): Promise<void> {
  program = await startProgram({ launcher, dataFolder, studio: null });
  page().on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page().on('pageerror', (error) => complaints.push(error.message));
}

test.beforeAll(start);
test.afterEach(() => {
  expect(complaints).toEqual([]);
  complaints = [];
});
test.afterAll(async () => {
  await program.stop();
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

async function axe(): Promise<void> {
  expect(await axeFindings(page())).toEqual([]);
}

test('the first start asks, and makes nothing by itself', async () => {
  await expect(title(page(), 'Con quale studio vuoi cominciare?')).toBeVisible();
  await expect(field('Nome dello studio')).toBeFocused();
  await axe();
  // The manual opens here too, and what is typed is there afterwards.
  await page().keyboard.type('Studio');
  await page().keyboard.press('F1');
  await expect(title(page(), /^1\. /)).toBeFocused();
  await axe();
  await button('Indietro').press('Enter');
  await expect(title(page(), 'Con quale studio vuoi cominciare?')).toBeFocused();
  await expect(field('Nome dello studio')).toHaveValue('Studio');
  await page().getByRole('button', { name: 'Manuale' }).click();
  await expect(title(page(), /^1\. /)).toBeVisible();
  await page().keyboard.press('Alt+ArrowLeft');
  await field('Nome dello studio').fill('');
  await page().keyboard.press('Enter');
  await expect(page().getByText('Scrivi un nome, fino a 200 caratteri.')).toBeVisible();
  await page().keyboard.type('Studio Marchetti');
  await page().keyboard.press('Tab');
  await page().keyboard.type('Maria Bassi');
  await page().keyboard.press('Enter');
  await expect(title(page(), 'I servizi che segui')).toBeVisible();
  expect(readdirSync(join(dataFolder, 'studi'))).toEqual(['studio-marchetti']);
});

test('40 services from a sheet: 34 in, 6 explained, and the unknown column is a question', async () => {
  await button('Importa servizi').click();
  const choosing = page().waitForEvent('filechooser');
  await button('Scegli file').click();
  await (
    await choosing
  ).setFiles({ name: 'servizi-aruba.csv', mimeType: 'text/csv', buffer: Buffer.from(serviceList(today)) });
  await expect(page().getByText('34 nuovi, 0 cambiati, 0 uguali, 6 da correggere')).toBeVisible();
  for (const reason of [
    /02342520159 ha la cifra di controllo sbagliata/,
    /il 31\/02\/2027 non esiste/,
    /«due» non è un numero/,
    /Modulo Documenti non si vende con Solo Ricezione/,
    /lo stesso servizio è già alla riga 4/,
    /manca la scadenza/,
  ])
    await expect(page().getByText(reason)).toBeVisible();
  await expect(page().getByText('Una colonna non è usata: «Cod. gest.». Che cosa è?')).toBeVisible();
  await button('Non serve').click();
  await expect(page().getByText('Una colonna non è usata')).toHaveCount(0);
  await axe();
  await page().keyboard.press('Control+Enter');
  await expect(title(page(), 'Servizi')).toBeVisible();
  await expect(page().getByText('Registrati: 34 servizi.')).toBeVisible();
});

test('the same list again changes nothing', async () => {
  await button('Importa servizi').click();
  const choosing = page().waitForEvent('filechooser');
  await button('Scegli file').click();
  await (
    await choosing
  ).setFiles({ name: 'servizi-aruba.csv', mimeType: 'text/csv', buffer: Buffer.from(serviceList(today)) });
  await expect(page().getByText('0 nuovi, 0 cambiati, 34 uguali, 6 da correggere')).toBeVisible();
  // What was said about the column is remembered.
  await expect(page().getByText('Una colonna non è usata')).toHaveCount(0);
  await expect(button(/^Conferma 0/)).toBeDisabled();
});

test('two more are pasted from Aruba’s pages, with what was recognised marked', async () => {
  await page().getByRole('button', { name: 'Annulla', exact: true }).click();
  await field('Testo copiato da Aruba').fill(pastedPages(today));
  await button('Leggi il testo').click();
  await expect(page().getByText('2 nuovi, 0 cambiati, 0 uguali')).toBeVisible();
  await expect(page().locator('mark').filter({ hasText: 'Officine Rossi srl' })).toBeVisible();
  // A wrong VAT number is said, not taken.
  await expect(page().getByText(/Partita IVA: .*05566770510/)).toBeVisible();
  await button(/^Conferma 2/).click();
  await expect(page().getByText('Registrati: 2 servizi.')).toBeVisible();
});

test('every figure has its source; a correction keeps the old value readable', async () => {
  await field('Cerca intestatario o partita IVA').or(page().getByRole('searchbox')).first().fill('marchetti');
  await button('Gestisci').first().click();
  await expect(title(page(), 'Studio Marchetti')).toBeVisible();
  await expect(
    page()
      .getByText(/servizi-aruba\.csv, riga 2, del/)
      .first(),
  ).toBeVisible();
  // Nobody said when users and modules end: the program says what it assumes.
  await expect(page().getByText('come il servizio, non detto')).toHaveCount(2);
  await button('Correggi: Chi lo segue').click();
  await field('Chi lo segue').fill('Anna Ferri');
  await field('Perché era sbagliato').fill('cambio di ufficio');
  await page().keyboard.press('Enter');
  await expect(page().getByText('corretto: cambio di ufficio')).toBeVisible();
  await expect(page().getByText(/Prima: Maria Bassi/)).toBeVisible();
  await axe();
});

test('staff from a CSV; two people wait', async () => {
  await open(page(), 'Personale');
  await button('Importa elenco').click();
  const choosing = page().waitForEvent('filechooser');
  await button('Scegli file').click();
  await (
    await choosing
  ).setFiles({ name: 'personale.csv', mimeType: 'text/csv', buffer: Buffer.from(ownStaff) });
  await button(/^Applica: 5 nuove/).click();
  await open(page(), 'Personale');
  await button(/^Servizio:|Servizio/)
    .first()
    .click();
  await page()
    .getByRole('option', { name: /Studio Marchetti/ })
    .click();
  for (const person of ['Maria Bassi', 'Luca Neri'])
    await page()
      .getByRole('checkbox', { name: new RegExp(person) })
      .click({ force: true });
  await button('Serve un utente').click();
  await expect(page().getByText(/2 persone segnate/)).toBeVisible();
});

test('killed and started again: the same studio, all as left', async () => {
  await program.kill();
  await start();
  await expect(page().getByText('Studio Marchetti').first()).toBeVisible();
  await open(page(), 'Servizi');
  await expect(
    page()
      .getByRole('navigation')
      .getByRole('button', { name: /^Servizi/ }),
  ).toContainText('36');
});

test('the cart reads 70,99, and the order is left to Aruba’s pages', async () => {
  await page().getByRole('searchbox').fill('marchetti');
  await button('Gestisci').first().click();
  await button('Aggiungi utente').click();
  await expect(title(page(), 'Carrello')).toBeVisible();
  const quantity = field('Quantità di utenti aggiuntivi');
  await quantity.fill('2');
  await page().keyboard.press('Tab');
  await expect(page().getByTestId('gross').first()).toContainText('70,99');
  await expect(button('Prepara l’acquisto')).toBeEnabled();
  await expect(button('Prosegui e completa l’ordine')).toHaveCount(0);
});

test('a quote is issued, and the next session is planned', async () => {
  await button('Fai un preventivo').click();
  await expect(title(page(), 'Bozza di preventivo')).toBeVisible();
  await expect(page().getByTestId('gross').first()).toContainText('70,99');
  await open(page(), 'Rinnovi');
  await expect(card(page(), /Sessioni/).first()).toBeVisible();
});

test('nothing of the simulator is in the studio’s files', async () => {
  const folder = join(dataFolder, 'studi', 'studio-marchetti');
  expect(readdirSync(folder).filter((name) => name.startsWith('simulator'))).toEqual([]);
  for (const name of readdirSync(folder))
    // Ids and sums hold any digits. An order of the simulator's stands alone.
    expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(
      /Simulatore|(?<![\da-f-])(?:8841207|3190\d{4})(?![\da-f-])|COMMERCIALISTI/,
    );
});
