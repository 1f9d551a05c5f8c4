// The vendor's side: the mail, the payment, the activation.
import type { Page } from 'playwright-core';
import type { Album } from './album.ts';
import { sees, shows } from './check.ts';
import { card, open, press } from './hands.ts';

const orderRow = (page: Page, number: string) => page.getByRole('row').filter({ hasText: number });

/** Point 2g: the e-mail with the order number and how to pay. */
export async function readMail(page: Page, album: Album, number: string): Promise<void> {
  await open(page, 'Simulatore Aruba');
  await sees(
    'L’e-mail dell’ordine',
    page.getByRole('heading', { level: 2, name: /Conferma ordine servizi/ }),
  );
  await sees(
    'Il numero nell’e-mail',
    card(page, /^Conferma ordine servizi/).getByText(new RegExp(`Causale[^:]*: ${number}`)),
  );
  await album(page, 'posta', `Simulatore Aruba: l’e-mail «Conferma ordine servizi» dell’ordine ${number}`);
}

/** Point 2h: Aruba registers the payment, and the order becomes active. */
export async function registerPayment(page: Page, album: Album, number: string): Promise<void> {
  await press(page.getByRole('button', { name: `Registra il pagamento dell’ordine ${number}` }), 'Enter');
  await sees('L’ordine attivo presso Aruba', orderRow(page, number).getByText('Attivo'));
  await album(
    page,
    'pagamento-registrato',
    'Pagamento registrato: Aruba attiva l’ordine e lo scrive per e-mail',
  );
  await open(page, 'Ordini');
  await sees('L’ordine attivo', orderRow(page, number).getByText('Attivo'));
  await orderRow(page, number).getByRole('button', { name: number, exact: true }).click();
  await shows(
    'La storia dell’ordine',
    'Ordine confermato, Attesa pagamento, Attesa attivazione, Attivo',
    async () => (await card(page, 'Storia').locator('li > span:first-child').allInnerTexts()).join(', '),
  );
  await album(page, 'ordine-attivo', `Ordine ${number} attivo, con la sua storia`);
}

/** Aruba has exactly one order of the client, whatever happened before. */
export async function onlyOneOrder(page: Page, album: Album, holder: string): Promise<void> {
  await open(page, 'Simulatore Aruba');
  const rows = card(page, 'Ordini ricevuti da Aruba').locator('tbody tr').filter({ hasText: holder });
  await shows(`Gli ordini di ${holder} presso Aruba`, '1', async () => String(await rows.count()));
  await album(page, 'un-solo-ordine', `Presso Aruba c’è un solo ordine di ${holder}`);
}
