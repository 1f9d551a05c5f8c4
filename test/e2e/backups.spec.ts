// Backups through the real screens: made, looked into, brought back and taken back; a studio under a
// passphrase; an erased person leaves the older files.
import { existsSync, mkdtempSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { addMonths, romeDay } from '../../core/kernel/day.ts';
import { card, open } from '../../electron/tour/hands.ts';
import { startProgram, type Program } from '../../electron/tour/program.ts';
import { sharedDesk, test } from './desk.ts';
import { launcher } from './machine.ts';
import { ownDownloads } from './downloads.ts';
import { looksRight } from './looks-right.ts';

test.describe.configure({ mode: 'serial' });
const { downloads, saved } = ownDownloads();
const desk = sharedDesk({
  alone: true,
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

const button = (name: string | RegExp) => desk.page.getByRole('button', { name });
const copies = (): string => join(desk.dataFolder, 'copie', 'studio-marchetti');

async function addPerson(givenName: string, familyName: string): Promise<void> {
  await open(desk.page, 'Personale');
  await button('Nuova persona').first().click();
  await desk.page.getByRole('textbox', { name: 'Nome', exact: true }).fill(givenName);
  await desk.page.getByRole('textbox', { name: 'Cognome' }).fill(familyName);
  await desk.page
    .getByRole('textbox', { name: /mail/ })
    .fill(`${givenName}.${familyName}@studio.example`.toLowerCase());
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByText(familyName).first()).toBeVisible();
}

test('a backup is made on request, and the card says when and how large', async () => {
  await addPerson('Zenobia', 'Quarantotti');
  await open(desk.page, 'Impostazioni');
  const backups = card(desk.page, 'Copie di sicurezza');
  await expect(backups).toContainText('Ancora nessuna');
  await looksRight(desk.page, 'impostazioni senza copie');
  await button('Fai una copia ora').click();
  await expect(desk.page.getByText('Copia fatta.')).toBeVisible();
  await expect(backups).toContainText(/Ultima copia.*\d\d\/\d\d\/\d{4} alle \d\d:\d\d.*1 copia, .*kB/s);
  expect(readdirSync(copies())).toHaveLength(1);
});

test('what would be lost is shown before it is restored, and Ctrl+Z takes the restore back', async () => {
  await addPerson('Ugo', 'Venturelli');
  await open(desk.page, 'Impostazioni');
  await button('Vedi e ripristina…').click();
  await expect(desk.page.getByRole('dialog')).toContainText('a richiesta');
  await looksRight(desk.page, 'elenco delle copie');
  await button(/^Vedi la copia del/).press('Enter');
  const effects = desk.page.getByRole('table', { name: 'Ripristinandola' });
  await expect(effects).toContainText('Ugo Venturelli');
  await expect(effects).not.toContainText('Quarantotti');
  await looksRight(desk.page, 'una copia');
  await button('Ripristina questa copia').press('Enter');
  await expect(desk.page.getByText(/Lo studio è com’era il/)).toBeVisible();
  expect(readdirSync(copies()).some((name) => name.includes('prima-del-ripristino'))).toBe(true);
  await open(desk.page, 'Personale');
  await expect(desk.page.getByText('Quarantotti').first()).toBeVisible();
  await expect(desk.page.getByText('Venturelli')).toHaveCount(0);
  await desk.page.keyboard.press('Control+z');
  await expect(desk.page.getByText('Venturelli').first()).toBeVisible();
});

test('a chosen folder takes the backups', async () => {
  await open(desk.page, 'Impostazioni');
  await button('Scegli un’altra cartella…').click();
  await expect(desk.page.getByText(/Da ora le copie vanno in .*Copie Allinea/)).toBeVisible();
  const home = join(downloads, 'Copie Allinea');
  await expect.poll(() => existsSync(home) && readdirSync(home, { recursive: true }).length).toBe(2);
  await looksRight(desk.page, 'impostazioni con una cartella scelta');
});

test('a studio under a passphrase opens with it alone', async () => {
  await button('Salva una copia di Studio Marchetti').click();
  const dialog = desk.page.getByRole('dialog', { name: 'Salvare una copia di Studio Marchetti' });
  await dialog.getByRole('textbox', { name: 'Frase di protezione' }).fill('sei parole che ricordo bene');
  await dialog.getByRole('textbox', { name: 'La stessa frase, di nuovo' }).fill('sei parole');
  await expect(dialog.getByText('Le due frasi sono diverse.')).toBeVisible();
  await looksRight(desk.page, 'salvare una copia');
  await dialog
    .getByRole('textbox', { name: 'La stessa frase, di nuovo' })
    .fill('sei parole che ricordo bene');
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByText(/protetto dalla frase/)).toBeVisible({ timeout: 30_000 });
  const bytes = await saved('.allinea');
  expect(bytes.toString('latin1', 0, 21)).toBe('age-encryption.org/v1');

  other = await startProgram({ launcher, dataFolder: elsewhere, studio: null });
  const { page } = other;
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Apri il file di uno studio…' }).click();
  await (await choosing).setFiles({ name: 'studio.allinea', mimeType: '', buffer: bytes });
  const asks = page.getByRole('dialog', { name: 'studio.allinea è protetto' });
  await asks.getByRole('textbox', { name: 'Frase di protezione' }).fill('un’altra');
  await page.keyboard.press('Enter');
  await expect(asks.getByText(/Con questa frase il file non si apre/)).toBeVisible({ timeout: 30_000 });
  await asks.getByRole('textbox', { name: 'Frase di protezione' }).fill('sei parole che ricordo bene');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Studio Marchetti/ })).toContainText('Maria Bassi', {
    timeout: 30_000,
  });
});

/** Every file below a folder that holds a text, packed or not. */
function holding(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.includes('browser') && statSync(join(folder, name)).isFile())
    .filter((name) => {
      const bytes = readFileSync(join(folder, name));
      const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
      return plain.toString('utf8').toLowerCase().includes(text.toLowerCase());
    });
}

test('an erased person leaves the backups, and the files that cannot be rewritten are named', async () => {
  expect(holding(copies(), 'Quarantotti').length).toBeGreaterThan(1);
  await open(desk.page, 'Personale');
  await desk.page.getByText('Quarantotti').first().click();
  await button('Cancella dati…').click();
  await button('Cancella definitivamente').click();
  const report = desk.page.getByText(/copie riscritte senza il nome/);
  await expect(report).toBeVisible({ timeout: 30_000 });
  // The studio under a passphrase is locked for the program too.
  await expect(report).toContainText('.allinea');
  expect(holding(desk.dataFolder, 'Quarantotti')).toEqual([]);
  expect(holding(join(downloads, 'Copie Allinea'), 'Quarantotti')).toEqual([]);
  expect(holding(copies(), 'Venturelli').length).toBeGreaterThan(0);
});

test('the diagnostics name nobody', async () => {
  await open(desk.page, 'Impostazioni');
  await button('Raccogli diagnostica…').click();
  await expect(desk.page.getByText(/La diagnostica è in/)).toBeVisible();
  const text = (await saved('.json')).toString('utf8');
  for (const word of ['Rossi', 'Venturelli', 'Marchetti', 'Bassi', '01234560512'])
    expect(text).not.toContain(word);
  expect(JSON.parse(text)).toMatchObject({ studio: { kind: 'own', counts: { people: 1, erased: 1 } } });
});
