// A studio leaves its computer as a file, and another computer opens it (rule J1).
import { mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { addMonths, romeDay } from '../../core/kernel/day.ts';
import { card, open, title } from '../../electron/tour/hands.ts';
import { startProgram, type Program } from '../../electron/tour/program.ts';
import { axeFindings } from './axe.ts';
import { sharedDesk, test } from './desk.ts';
import { launcher } from './machine.ts';
import { ownDownloads } from './downloads.ts';

test.describe.configure({ mode: 'serial' });
const { downloads, saved } = ownDownloads();
const desk = sharedDesk({
  own: [
    {
      holder: 'Officine Rossi srl',
      vatCode: '01234560512',
      kind: 'e-invoicing',
      expiry: addMonths(romeDay(Date.now()), 5),
    },
  ],
});
const elsewhere = mkdtempSync(join(tmpdir(), 'allinea-elsewhere-'));
let other: Program | undefined;
test.afterAll(async () => {
  await other?.stop();
  await rm(elsewhere, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

const file = (): string =>
  join(downloads, readdirSync(downloads).find((name) => name.endsWith('.allinea')) ?? '');

test('the open studio is saved as one file', async () => {
  await open(desk.page, 'Impostazioni');
  await desk.page.getByRole('button', { name: 'Salva una copia di Studio Marchetti' }).click();
  await expect(desk.page.getByRole('dialog')).toContainText('Facoltativa');
  await desk.page.keyboard.press('Enter');
  await saved('.allinea');
  await expect(desk.page.getByText(/Lo studio è tutto in .*Studio Marchetti .*\.allinea/)).toBeVisible();
});

test('another computer opens the file at its first start, with everything in it', async () => {
  other = await startProgram({ launcher, dataFolder: elsewhere, studio: null });
  const { page } = other;
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Apri il file di uno studio…' }).click();
  await (await choosing).setFiles({ name: 'x.allinea', mimeType: '', buffer: Buffer.from('no studio') });
  await expect(page.getByText('Questo file non è uno studio salvato da Allinea')).toBeVisible();
  const again = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Apri il file di uno studio…' }).click();
  await (await again).setFiles(file());
  await expect(page.getByRole('button', { name: /Studio Marchetti/ })).toContainText('Maria Bassi');
  await open(page, 'Servizi');
  await expect(page.getByRole('row', { name: /Officine Rossi srl/ })).toBeVisible();
});

test('a studio is taken off the list with a copy of it saved first', async () => {
  if (other === undefined) throw new Error('The other computer runs');
  const { page } = other;
  await open(page, 'Impostazioni');
  await page.getByRole('textbox', { name: 'Nome dello studio' }).fill('Studio Bruni');
  await page.keyboard.press('Enter');
  await expect(title(page, 'I servizi che segui')).toBeVisible();
  await open(page, 'Impostazioni');
  await page.getByRole('button', { name: 'Togli Studio Marchetti dall’elenco' }).click();
  const dialog = page.getByRole('dialog', { name: 'Togliere Studio Marchetti dall’elenco?' });
  await expect(dialog).toContainText('nulla viene cancellato');
  expect(await axeFindings(page)).toEqual([]);
  const before = readdirSync(downloads).length;
  await dialog.getByRole('button', { name: 'Salva la copia e togli…' }).click();
  await expect(page.getByText('Studio Marchetti è fuori dall’elenco')).toBeVisible();
  await expect(card(page, /^Studi$/)).not.toContainText('Studio Marchetti');
  expect(readdirSync(downloads).length).toBe(before + 1);
  expect(readdirSync(join(elsewhere, 'studi-rimossi'))).toHaveLength(1);
});

test('the sample gives its people to a studio of one’s own, and nothing else of it', async () => {
  if (other === undefined) throw new Error('The other computer runs');
  const { page } = other;
  await page.getByRole('button', { name: 'Prova con lo studio di esempio' }).click();
  await expect(page.getByText('Dati di esempio')).toBeVisible();
  await open(page, 'Impostazioni');
  await expect(card(page, 'Copia nel mio studio')).toContainText('Servizi, ordini e ricevute no');
  await page.getByRole('button', { name: 'Copia in Studio Bruni' }).click();
  // Nobody has said who works there.
  const who = page.getByRole('dialog', { name: 'Chi sei?' });
  await who.getByRole('textbox', { name: 'Il tuo nome' }).fill('Luca Neri');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Studio Bruni/ })).toContainText('Luca Neri');
  await open(page, 'Personale');
  const section = (name: RegExp) => page.getByRole('navigation').getByRole('button', { name });
  await expect(section(/^Personale/)).toContainText('34');
  await expect(section(/^Servizi/)).not.toContainText(/\d/);
});
