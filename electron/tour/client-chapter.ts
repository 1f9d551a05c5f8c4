// A client's first service, paid by card. Then the program is killed, and the
// confirmed order must still be there.
import type { Page } from 'playwright-core';
import type { Album } from './album.ts';
import { sees, shows, totals } from './check.ts';
import { confirmOrder, open, press, title } from './hands.ts';

export const client = 'Vivai Toscani';
const figures = '53,13 + 11,69 = 64,82';

/** Point 2i: service, users and a module in one order (rule D2, on promotion), up to the confirmation. */
export async function firstPurchase(page: Page, album: Album): Promise<void> {
  await open(page, 'Servizi');
  await page.getByRole('button', { name: 'Nuovo servizio per un cliente' }).click();
  await sees('I clienti senza servizio', title(page, 'Nuovo servizio per un cliente'));
  await album(page, 'nuovo-servizio', 'Primo acquisto: i clienti senza servizio');
  await page.getByRole('button', { name: `Acquista Fatturazione Elettronica: ${client}` }).click();
  await sees('Il carrello', title(page, 'Carrello'));
  const more = page.getByRole('button', { name: 'Un utente in più' });
  const quantity = page.getByRole('textbox', { name: 'Quantità di utenti aggiuntivi' });
  await press(more, 'Enter');
  await shows('La quantità', '1', () => quantity.inputValue());
  await press(more, 'Enter');
  await shows('La quantità', '2', () => quantity.inputValue());
  await press(page.getByRole('button', { name: '+ Aggiungi al carrello: Modulo Documenti' }), 'Enter');
  await shows('Il totale del primo acquisto (D2, promozione)', figures, () => totals(page));
  await page.getByText('Carta', { exact: true }).click();
  await album(page, 'carrello-primo-acquisto', `Servizio, 2 utenti e un modulo per ${client}: ${figures}`);
  await press(page.getByRole('button', { name: 'Prosegui e completa l’ordine' }), 'Enter');
  await sees('Il modulo d’ordine', title(page, 'Modulo d’ordine'));
  await press(page.getByRole('button', { name: 'Paga lo studio' }), 'Enter');
  await confirmOrder(page);
}

/** After the restart: the order is still there, and Aruba has it only once. */
export async function orderSurvived(page: Page, album: Album): Promise<void> {
  await open(page, 'Ordini');
  const order = page.getByRole('row').filter({ hasText: client });
  await sees(`L’ordine di ${client} dopo la chiusura forzata`, order);
  await sees('Lo stato dell’ordine', order.getByText('Attivo'));
  await order.getByRole('button').first().click();
  await shows('Il totale dell’ordine', figures, () => totals(page));
  await album(
    page,
    'dopo-la-chiusura-forzata',
    `Chiuso di colpo (kill -9) e riaperto: l’ordine di ${client} c’è`,
  );
}
