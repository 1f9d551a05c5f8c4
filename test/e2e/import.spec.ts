import { expect, test } from '@playwright/test';
import { open } from '../../electron/tour/hands.ts';
import { sharedDesk } from './desk.ts';
import { chooseFile, csv, manyPeople, sample } from './staff-files.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk();

const groups = () => desk.page.getByRole('group', { name: 'Mostra' });
const table = () => desk.page.getByRole('table');

test('a payroll export: what would change is shown first, and every rejected row with its number and reason', async () => {
  const { page } = desk;
  await chooseFile(page, sample('paghe-windows1252.csv'));
  await expect(page.locator('section.card strong').first()).toHaveText('paghe-windows1252.csv: 37 righe lette, intestazioni alla riga 3, WINDOWS-1252');
  await expect(groups()).toHaveText(/^Nuove \d+Modificate \d+Scartate 5(?:Da rivedere \d+)?Uguali \d+Non in elenco \d+$/);
  await expect(table().locator('tbody tr')).toHaveText([
    /^11Manca l’indirizzo e-mail \(colonna E-mail\)Rizzi;Lorenzo;Paghe;non disponibile/,
    /^15“31\/02\/2026” non è una data del calendario \(colonna Data cessazione\)Conti;Giuseppe/,
    /^16Riga vuota/,
    /^39E-mail m\.sanna@studiobianchi\.example già alla riga 6 \(colonna E-mail\)Sanna;Marco/,
    /^40Riga di totale, non una personaTotale dipendenti: 34/,
  ]);
});

test('nothing changes before it is confirmed; then it does, and Ctrl+Z takes the whole list back', async () => {
  const { page } = desk;
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Personale 34' })).toBeVisible();
  const apply = page.getByRole('button', { name: /^Applica: 3 nuove, \d modificate$/ });
  const applied = (await apply.innerText()).replace('Applica:', 'Elenco applicato:');
  await apply.click();
  await expect(page.getByText(`${applied}.`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tutti 37' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Ultima operazione annullata.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tutti 34' })).toBeVisible();
});

test('a Google Workspace export (UTF-8 with BOM, commas), suspended accounts set apart', async () => {
  const { page } = desk;
  await chooseFile(page, sample('workspace-utf8bom.csv'));
  await expect(page.locator('section.card strong').first()).toHaveText('workspace-utf8bom.csv: 20 righe lette, intestazioni alla riga 1, UTF-8-BOM');
  await groups()
    .getByRole('button', { name: /^Scartate/ })
    .click();
  await expect(table().getByText('Account sospeso: nessun utente serve').first()).toBeVisible();
});

test('a Microsoft 365 export (everything quoted)', async () => {
  const { page } = desk;
  await chooseFile(page, sample('m365-quoted.csv'));
  await expect(page.locator('section.card strong').first()).toHaveText(/^m365-quoted\.csv: 22 righe lette, intestazioni alla riga 1, UTF-8$/);
  await expect(groups().getByRole('button', { name: /^Uguali/ })).toBeVisible();
  await expect(page.getByText(/Display name = nome e cognome|First name = nome/)).toBeVisible();
});

test('the same file twice: there is nothing to apply', async () => {
  const { page } = desk;
  await chooseFile(page, sample('paghe-windows1252.csv'));
  await page.getByRole('button', { name: /^Applica:/ }).click();
  await chooseFile(page, sample('paghe-windows1252.csv'));
  await expect(page.getByRole('button', { name: 'Niente da applicare' })).toBeDisabled();
  await expect(groups().getByRole('button', { name: 'Nuove 0' })).toBeVisible();
});

test('a list without e-mail addresses is refused with the missing column and the headers that were read', async () => {
  const { page } = desk;
  await chooseFile(page, csv('Cognome;Nome;Reparto\nRossi;Anna;Paghe\n', 'senza-posta.csv'));
  await expect(page.getByRole('alert')).toHaveText(
    'senza-posta.csv: Non trovo la colonna e-mail. Intestazioni lette: Cognome, Nome, Reparto. Niente è stato importato.',
  );
});

test('an Excel sheet and another binary file are refused with what to do', async () => {
  const { page } = desk;
  await chooseFile(page, { name: 'elenco.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0]) });
  await expect(page.getByRole('alert')).toHaveText(
    'elenco.xlsx: È un foglio Excel (.xlsx). Salvalo come CSV da Excel (File, Salva con nome, CSV UTF-8) e riprova.',
  );
  const noise = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 167 + (index >> 3)) % 256));
  await chooseFile(page, { name: 'rumore.csv', mimeType: 'text/csv', buffer: noise });
  await expect(page.getByRole('alert')).toHaveText('rumore.csv: Non è un file di testo: serve un elenco in formato CSV.');
  await chooseFile(page, { name: 'vuoto.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });
  await expect(page.getByRole('alert')).toHaveText('vuoto.csv: Il file è vuoto.');
});

test('a duplicate e-mail is told in the list and refused by hand, with what was typed kept', async () => {
  const { page } = desk;
  await chooseFile(page, csv('Nome,Cognome,E-mail\nAda,Uno,doppia@studio.example\nEva,Due,DOPPIA@studio.example\n'));
  await groups().getByRole('button', { name: 'Scartate 1' }).click();
  await expect(table().locator('tbody tr')).toHaveText([/^3E-mail doppia@studio\.example già alla riga 2/i]);
  await open(page, 'Personale');
  await page.getByRole('button', { name: 'Nuova persona' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nome', { exact: true }).fill('Eva');
  await dialog.getByLabel('Cognome').fill('Seconda');
  await dialog.getByLabel('E-mail di servizio').fill('a.ferri@studiobianchi.example');
  await dialog.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByText('a.ferri@studiobianchi.example è già di un’altra persona dell’elenco.')).toBeVisible();
  await expect(dialog.getByLabel('Cognome')).toHaveValue('Seconda');
  await page.keyboard.press('Escape');
});

test('50,000 rows are read, shown and applied', async () => {
  const { page } = desk;
  await chooseFile(page, manyPeople(50_000));
  await expect(page.locator('section.card strong').first()).toHaveText('grande.csv: 50.000 righe lette, intestazioni alla riga 1, UTF-8', { timeout: 20_000 });
  await expect(page.getByText(/^Mostrate le prime 500 di 50\.?000\.$/)).toBeVisible();
  await page.getByRole('button', { name: /^Applica: 50\.?000 nuove, 0 modificate$/ }).click();
  await expect(page.getByText(/^Elenco applicato: 50\.?000 nuove, 0 modificate\.$/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('searchbox', { name: 'Cerca per nome o e-mail' }).fill('prova49999');
  await expect(page.getByRole('row').filter({ hasText: 'prova49999@grandestudio.example' })).toBeVisible();
});
