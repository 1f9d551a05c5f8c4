import { expect } from '@playwright/test';
import { card, open, search, signIn } from '../../electron/tour/hands.ts';
import { axeFindings } from './axe.ts';
import { sharedDesk, test } from './desk.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk();

const row = (name: string) => desk.page.getByRole('row').filter({ hasText: name });
const leavers = () =>
  desk.page.getByRole('table', { name: 'Usciti con un utente ancora attivo' }).locator('tbody tr');
const events = () => desk.page.getByRole('table', { name: 'Eventi' }).locator('tbody tr');

test('who left and still has a user is an open task, step by step, until Aruba has deleted it', async () => {
  const { page } = desk;
  await open(page, 'Storico utenti');
  await expect(leavers()).toHaveText([
    /^Paolo GrecoStudio Bianchi e Associatipgreco01\d\d\/\d\d\/\d{4}\d+Da eliminare nel pannelloLibera$/,
  ]);
  await leavers().getByRole('button').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Elimina e libera' }).click();
  await expect(leavers()).toContainText(['Eliminazione richiesta, in attesa di Aruba']);
  await page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  await signIn(page);
  await expect(page.getByText('Nessuna persona uscita ha ancora un utente.')).toBeVisible();
  await expect(events().first()).toHaveText(
    /Paolo GrecoStudio Bianchi e Associatipgreco01Liberato8841207@aruba\.it$/,
  );
});

test('the history is searched, and tells who decided', async () => {
  const { page } = desk;
  await open(page, 'Personale');
  await page.getByRole('button', { name: 'Assegna 1 utente' }).click();
  await open(page, 'Storico utenti');
  await expect(events().first()).toHaveText(
    /Giosuè SannaStudio Bianchi e Associatigsanna01Assegnato8841207@aruba\.it$/,
  );
  await page.getByRole('searchbox', { name: 'Cerca persona, servizio o utente' }).fill('greco');
  await expect(events()).toHaveText([/Paolo Greco.*Liberato/, /Paolo Greco.*Assegnato/]);
  // The screen that was left is the same one, without the search.
  await open(page, 'Personale');
  await open(page, 'Storico utenti');
  await expect(page.getByRole('searchbox', { name: 'Cerca persona, servizio o utente' })).toHaveValue('');
  await page.getByRole('searchbox', { name: 'Cerca persona, servizio o utente' }).fill('nessuno così');
  await expect(page.getByText('Nessun evento corrisponde alla ricerca.')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Cerca persona, servizio o utente' }).fill('');
  expect(await axeFindings(page)).toEqual([]);
});

test('a person who still has a user is not erased; one who has none is, for good', async () => {
  const { page } = desk;
  await open(page, 'Personale');
  await row('Giosuè Sanna').click();
  await card(page, 'Giosuè Sanna').getByRole('button', { name: 'Cancella dati…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancella definitivamente' }).click();
  await expect(
    page.getByText(
      /^Giosuè Sanna ha ancora un utente su Studio Bianchi e Associati: prima eliminalo nel pannello/,
    ),
  ).toBeVisible();
  await search(page, 'paolo greco');
  await card(page, 'Paolo Greco').getByRole('button', { name: 'Cancella dati…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancella definitivamente' }).click();
  await expect(page.getByText('Dati cancellati.')).toBeVisible();
  await open(page, 'Storico utenti');
  await expect(events().filter({ hasText: 'Persona cancellata 1' })).not.toHaveCount(0);
  await expect(page.getByText('Paolo Greco')).toHaveCount(0);
});
