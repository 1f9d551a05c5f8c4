// First purchases for clients that have no service yet.
import { expect } from '@playwright/test';
import { card, confirmOrder, open, press, search, signIn } from '../../electron/tour/hands.ts';
import { totals } from '../../electron/tour/check.ts';
import { sharedDesk, test } from './desk.ts';

const desk = sharedDesk();
const studio = 'Studio Bianchi e Associati';

const orderOf = (holder: string) =>
  card(desk.page, 'Elenco ordini').locator('tbody tr').filter({ hasText: holder });

test.beforeAll(async () => {
  await desk.page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  await signIn(desk.page);
});

test('first purchases: Fatturazione Elettronica by card with users and a module, Solo Ricezione without modules', async () => {
  const { page } = desk;
  await open(page, 'Servizi');
  await press(page.getByRole('button', { name: 'Nuovo servizio per un cliente' }), 'Enter');
  await page.getByRole('button', { name: 'Acquista Fatturazione Elettronica: Vivai Toscani' }).click();
  await expect.poll(() => totals(page)).toBe('23,43 + 5,15 = 28,58');
  const quantity = page.getByRole('textbox', { name: 'Quantità di utenti aggiuntivi' });
  await quantity.fill('4');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '+ Aggiungi al carrello: Modulo Documenti' }).click();
  await page.getByRole('switch', { name: /^Promozione primo acquisto/ }).press(' ');
  await page.getByRole('button', { name: /Anni$/ }).press('Enter');
  await page.getByRole('option', { name: '2 anni' }).click();
  // The worked example E11.
  await expect.poll(() => totals(page)).toBe('138,80 + 30,54 = 169,34');
  await page.getByRole('radio', { name: 'Carta' }).press(' ');
  await page.getByRole('button', { name: 'Prosegui e completa l’ordine' }).click();
  // The client pays for its first service if the firm does not.
  await expect(page.getByLabel('Ragione sociale')).toHaveValue('Vivai Toscani');
  await page.getByRole('button', { name: 'Paga lo studio' }).click();
  await expect(page.getByLabel('Ragione sociale')).toHaveValue(studio);
  await confirmOrder(page);
  await expect(orderOf('Vivai Toscani')).toHaveText(/^\d{8}Vivai Toscani.*Carta.*Attivo$/);
  await expect(page.getByText('Pagato con carta al momento dell’ordine.')).toBeVisible();

  await search(page, 'nuovo servizio');
  await page.getByRole('button', { name: 'Acquista Solo Ricezione: Otticanova srl' }).click();
  await expect(page.getByText('I moduli si acquistano solo con Fatturazione Elettronica.')).toBeVisible();
  await expect.poll(() => totals(page)).toBe('23,43 + 5,15 = 28,58');
  await page.getByRole('radio', { name: 'PayPal' }).press(' ');
  await page.getByRole('button', { name: 'Prosegui e completa l’ordine' }).click();
  await page.getByRole('button', { name: 'Paga lo studio' }).click();
  await confirmOrder(page);
  await expect(orderOf('Otticanova srl')).toHaveText(/^\d{8}Otticanova srl.*PayPal.*Attivo$/);
  await open(page, 'Servizi');
  await expect(page.getByRole('row').filter({ hasText: 'Otticanova srl' })).toContainText('Solo Ricezione');
  await expect(page.getByRole('row').filter({ hasText: 'Vivai Toscani' })).toContainText('0 di 4');
});
