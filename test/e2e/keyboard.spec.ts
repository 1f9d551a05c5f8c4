// The whole job without a mouse. The tests press only keys that a person has.
import { expect } from '@playwright/test';
import type { Locator } from 'playwright-core';
import { romeDay } from '../../core/kernel/day.ts';
import { totals } from '../../electron/tour/check.ts';
import { card, sampleAccount, title } from '../../electron/tour/hands.ts';
import { staffList } from '../../electron/tour/staff-list.ts';
import { sharedDesk, test } from './desk.ts';
import { keysOn } from './keys.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk();
const studio = 'Studio Bianchi e Associati';

const { press, type, reach, palette, confirm } = keysOn(desk);
const button = (name: string | RegExp): Locator => desk.page.getByRole('button', { name });
const figures = (expected: string) => expect.poll(() => totals(desk.page)).toBe(expected);

test('the list is imported', async () => {
  await palette('importa elenco');
  await expect(title(desk.page, 'Importa elenco del personale')).toBeFocused();
  // The browser must know before the key is pressed that the test answers the file chooser.
  const choosing = desk.page.waitForEvent('filechooser');
  await reach(button('Scegli file'));
  await press('Enter');
  await (
    await choosing
  ).setFiles({ name: 'personale.csv', mimeType: 'text/csv', buffer: staffList(romeDay(Date.now())) });
  await expect(button('Scartate 5')).toBeVisible();
  await reach(button('Nuove 3'));
  await press('Enter');
  await expect(desk.page.getByRole('row').filter({ hasText: 'Alessandro Moretti' })).toBeVisible();
  await reach(button('Applica: 3 nuove, 2 modificate'), 'Shift+Tab');
  await press('Enter');
  await expect(desk.page.getByText('Elenco applicato: 3 nuove, 2 modificate.')).toBeVisible();
});

test('who needs a user is marked, with arrows and Space in the list', async () => {
  await press('Control+2');
  await reach(desk.page.getByRole('searchbox', { name: 'Cerca per nome o e-mail' }));
  await type('giulia');
  const rows = desk.page.getByRole('grid').locator('[data-index]');
  await expect(rows).toHaveCount(3);
  await reach(rows.first());
  await press('ArrowDown');
  await press('Space');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');
  await press('Enter');
  await expect(card(desk.page, await rows.nth(1).locator('td').nth(1).innerText())).toBeVisible();
  await reach(button('Serve un utente'), 'Shift+Tab');
  await press('Enter');
  await expect(desk.page.getByText('1 persona segnata: ora in attesa di un utente.')).toBeVisible();
});

test('the sign-in by keyboard', async () => {
  await palette('accesso con');
  await expect(desk.page.getByLabel('Password')).toBeFocused();
  await type(sampleAccount.password);
  await press('Enter');
  await expect(desk.page.getByText(/^Sincronizzato oggi alle/)).toBeVisible();
});

test('the cart is filled: quantity by arrows, extension by Space, a module in and out', async () => {
  await press('Control+1');
  await expect(title(desk.page, 'Stato servizio')).toBeVisible();
  await reach(button(`Aggiungi: ${studio}`));
  await press('Enter');
  await expect(title(desk.page, 'Carrello')).toBeVisible();
  const quantity = desk.page.getByRole('textbox', { name: 'Quantità di utenti aggiuntivi' });
  await expect(quantity).toHaveValue('3');
  await reach(quantity);
  await press('ArrowDown');
  await figures('58,19 + 12,80 = 70,99');
  await reach(desk.page.getByRole('switch', { name: 'Estensione servizi attivi' }));
  await press('Space');
  await figures('9,80 + 2,16 = 11,96');
  await press('Space');
  await figures('58,19 + 12,80 = 70,99');
  await reach(button('+ Aggiungi al carrello: Modulo Incassi e pagamenti'));
  await press('Enter');
  await figures('78,09 + 17,18 = 95,27');
  await reach(button('Togli Modulo Incassi e pagamenti dal carrello'), 'Shift+Tab');
  await press('Enter');
  await figures('58,19 + 12,80 = 70,99');
});

test('the order is paid by PayPal, chosen with the arrows after a change of mind', async () => {
  await reach(desk.page.getByRole('radio', { name: 'Bonifico' }));
  await press('ArrowUp');
  await expect(desk.page.getByRole('radio', { name: 'PayPal' })).toBeChecked();
  await press('ArrowDown');
  await reach(button('Prosegui e completa l’ordine'));
  await press('Enter');
  await confirm();
  await expect(desk.page.getByRole('row').filter({ hasText: studio })).toHaveText(
    /^\d{8}.*Bonifico.*Attesa pagamento$/,
  );
});

test('paid at the simulator, the order is active and the user is there', async () => {
  await palette('simulatore');
  await reach(button(/^Registra il pagamento dell’ordine 31904418/));
  await press('Enter');
  await expect(desk.page.getByRole('row').filter({ hasText: '31904418' }).getByText('Attivo')).toBeVisible();
  await press('Control+5');
  await expect(desk.page.getByRole('row').filter({ hasText: '31904418' })).toHaveText(/Attivo$/);
  await press('Control+2');
  await expect(button('Assegnati 4')).toBeVisible();
});

test('a first purchase, with a list that opens and closes', async () => {
  await palette('nuovo servizio');
  await reach(button('Acquista Fatturazione Elettronica: Vivai Toscani'));
  await press('Enter');
  await expect(title(desk.page, 'Carrello')).toBeVisible();
  await reach(button(/Anni$/));
  await press('Enter');
  await expect(desk.page.getByRole('option', { name: '1 anno' })).toBeFocused();
  await press('ArrowDown');
  await press('Enter');
  await expect(button(/Anni$/)).toHaveText('2 anni');
  await reach(desk.page.getByRole('radiogroup', { name: 'Modalità di pagamento' }));
  for (let up = 0; up < 4 && !(await desk.page.getByRole('radio', { name: 'Carta' }).isChecked()); up += 1)
    await press('ArrowUp');
  await reach(button('Prosegui e completa l’ordine'));
  await press('Enter');
  await reach(button('Paga lo studio'));
  await press('Enter');
  await confirm();
  await expect(desk.page.getByRole('row').filter({ hasText: 'Vivai Toscani' })).toHaveText(/Carta.*Attivo$/);
});

test('an order is cancelled: the dialog takes the focus and gives it back', async () => {
  await press('Control+1');
  await reach(button('Aggiungi: Officine Rossi srl'));
  await press('Enter');
  await reach(desk.page.getByRole('radiogroup', { name: 'Modalità di pagamento' }));
  for (
    let down = 0;
    down < 4 && !(await desk.page.getByRole('radio', { name: 'Bonifico' }).isChecked());
    down += 1
  )
    await press('ArrowDown');
  await reach(button('Prosegui e completa l’ordine'));
  await press('Enter');
  await confirm();
  const cancel = card(desk.page, 'Come pagare').getByRole('button', { name: 'Annulla ordine' });
  await reach(cancel);
  await press('Enter');
  const dialog = desk.page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  // Forward and back, Tab goes round in it.
  for (const key of ['Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Tab'] as const) {
    await press(key);
    await expect(dialog.locator(':focus')).toHaveCount(1);
  }
  await press('Escape');
  await expect(dialog).toBeHidden();
  await expect(cancel).toBeFocused();
  await press('Enter');
  await reach(dialog.getByRole('button', { name: 'Annulla ordine' }));
  await press('Enter');
  await expect(desk.page.getByRole('row').filter({ hasText: 'Officine Rossi srl' })).toHaveText(/Annullato$/);
});

test('keys that follow each other at once: each finds what the one before it did', async () => {
  const { page } = desk;
  const field = page.getByRole('textbox', { name: 'Cerca persone, servizi' });
  const search = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await field.fill(words);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
  };
  await search('impostazioni');
  await search('listino');
  // The palette of the third search is open above what the second found.
  await page.keyboard.press('Control+k');
  await expect(title(page, 'Listino e regole')).toBeVisible();
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(title(page, 'Listino e regole')).toBeFocused();
  await search('impostazioni');
  await page.keyboard.press('Control+2');
  await expect(title(page, 'Personale')).toBeFocused();
});
