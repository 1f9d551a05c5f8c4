// Rows that are one person, notes, and the last events of a person. By mouse and by keyboard.
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { open, title } from '../../electron/tour/hands.ts';
import { axeFindings } from './axe.ts';
import { sharedDesk, test } from './desk.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk();

const row = (name: string) => desk.page.getByRole('row').filter({ hasText: name });
const dialog = () => desk.page.getByRole('dialog', { name: 'È la stessa persona?' });
const note = () => desk.page.getByRole('textbox', { name: 'Note dello studio' });

async function add(givenName: string, familyName: string, email: string): Promise<void> {
  const { page } = desk;
  await page.getByRole('button', { name: 'Nuova persona' }).click();
  const form = page.getByRole('dialog', { name: 'Nuova persona' });
  await form.getByLabel('Nome', { exact: true }).fill(givenName);
  await form.getByLabel('Cognome').fill(familyName);
  await form.getByLabel('E-mail di servizio').fill(email);
  await page.keyboard.press('Enter');
  await form.waitFor({ state: 'hidden' });
}

async function picture(name: string): Promise<void> {
  const folder = process.env['ALLINEA_PICTURES'];
  if (folder !== undefined) await desk.page.screenshot({ path: join(folder, `${name}.png`) });
}

async function axe(): Promise<void> {
  expect(await axeFindings(desk.page)).toEqual([]);
}

test('rows that look like one person are proposed, and nothing is merged by itself', async () => {
  const { page } = desk;
  await open(page, 'Personale');
  await expect(page.getByRole('button', { name: 'Controlla doppioni' })).toHaveCount(0);
  await add('A.', 'Ferri', 'anna.ferri@studiobianchi.example');
  await add('Sara', 'Cavalle', 'sara@studiobianchi.example');
  await expect(page.getByText('2 persone potrebbero essere in elenco due volte.')).toBeVisible();
  await expect(row('Cavall')).toHaveCount(2);
});

test('two people who are not one are not proposed again, until that is taken back', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Controlla doppioni' }).click();
  await expect(dialog()).toContainText('Nome e cognome sono uguali. 1 di 2');
  await dialog().getByRole('button', { name: 'Sono due persone' }).click();
  await expect(dialog()).toContainText('Il nome dell’una è l’abbreviazione dell’altra. 1 di 1');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Una persona potrebbe essere in elenco due volte.')).toBeVisible();
  await page.locator('#page-title').focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('2 persone potrebbero essere in elenco due volte.')).toBeVisible();
});

test('two rows are merged by keyboard: the chosen address, the seat and the whole name stay; one step takes it back', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Controlla doppioni' }).press('Enter');
  await dialog().getByRole('button', { name: 'Salta' }).press('Enter');
  await expect(dialog()).toContainText('2 di 2');
  await expect(dialog().getByRole('row').filter({ hasText: 'Utenti sui servizi' })).toHaveText(
    /Studio Bianchi e Associati/,
  );
  const names = dialog().getByRole('radiogroup', { name: 'Nome: Quale valore resta' });
  await expect(names.getByRole('radio', { name: 'Anna' })).toBeChecked();
  const addresses = dialog().getByRole('radiogroup', { name: /^E-mail/ });
  await addresses.getByRole('radio', { name: 'anna.ferri@studiobianchi.example' }).press('ArrowRight');
  await expect(
    addresses.getByRole('radio', { name: 'a.ferri@studiobianchi.example', exact: true }),
  ).toBeChecked();
  await page.keyboard.press('ArrowLeft');
  await axe();
  await picture('merge');
  await dialog().getByRole('button', { name: 'Unisci' }).press('Enter');
  await expect(page.getByText('Anna Ferri: le due schede sono una sola.')).toBeVisible();
  await expect(dialog()).toContainText('Non ci sono altri doppioni da controllare.');
  await page.keyboard.press('Enter');
  await expect(row('Ferri')).toHaveText([
    /Anna Ferri.*anna\.ferri@studiobianchi\.example.*aferri01Assegnato$/,
  ]);
  await page.locator('#page-title').focus();
  await page.keyboard.press('Control+z');
  const search = page.getByRole('searchbox', { name: 'Cerca per nome o e-mail' });
  await search.fill('ferri');
  await expect(row('Ferri')).toHaveCount(2);
  await expect(row('Anna Ferri')).toHaveText(/a\.ferri@studiobianchi\.example.*aferri01Assegnato$/);
  await search.fill('');
  // The list comes a moment after the letters: a click before would hit the row that comes there.
  await expect(row('Paolo Greco')).toBeVisible();
});

test('a note is saved by leaving the field or with Ctrl+Enter, taken back with Ctrl+Z, and stays after a restart', async () => {
  const { page } = desk;
  await row('Anna Ferri').click();
  await note().fill('Part time: solo la mattina');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Nota di Anna Ferri salvata.')).toBeVisible();
  await note().press('End');
  await page.keyboard.type('\nSede di Arezzo');
  await row('Paolo Greco').click();
  await expect(note()).toHaveValue('');
  await row('Anna Ferri').click();
  await expect(note()).toHaveValue('Part time: solo la mattina\nSede di Arezzo');
  await page.locator('#page-title').focus();
  await page.keyboard.press('Control+z');
  await expect(note()).toHaveValue('Part time: solo la mattina');
  await desk.restart();
  await open(desk.page, 'Personale');
  await row('Anna Ferri').click();
  await expect(note()).toHaveValue('Part time: solo la mattina');
});

test('the detail shows the last events, and opens all of them in the history', async () => {
  const { page } = desk;
  await expect(page.getByRole('list', { name: 'Ultimi eventi' }).getByRole('listitem')).toHaveText([
    /^Assegnato Studio Bianchi e Associati\d\d\/\d\d\/\d{4} \d\d:\d\d$/,
  ]);
  await axe();
  await note().scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Esporta dati' }).scrollIntoViewIfNeeded();
  await picture('detail');
  await page.getByRole('button', { name: 'Apri nello storico' }).click();
  await title(page, 'Storico utenti').waitFor();
  await expect(page.getByText('Solo gli eventi di Anna Ferri')).toBeVisible();
  const events = page.getByRole('table', { name: 'Eventi' }).locator('tbody tr');
  await expect(events).toHaveText([/Anna Ferri.*Assegnato/]);
  await picture('history');
  await page.getByRole('button', { name: 'Mostra tutti' }).click();
  expect(await events.count()).toBeGreaterThan(1);
});

test('in the dark theme the dialog, the note and the events can be read', async () => {
  const { page } = desk;
  await open(page, 'Impostazioni');
  await page.getByRole('button', { name: /Aspetto$/ }).click();
  await page.getByRole('option', { name: 'Scuro' }).click();
  await open(page, 'Personale');
  await row('Anna Ferri').click();
  await axe();
  await page.getByRole('button', { name: 'Esporta dati' }).scrollIntoViewIfNeeded();
  await picture('detail-dark');
  await page.getByRole('button', { name: 'Controlla doppioni' }).click();
  await dialog().waitFor();
  await axe();
  await picture('merge-dark');
});
