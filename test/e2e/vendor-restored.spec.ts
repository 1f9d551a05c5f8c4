// M2 on the screen: the vendor goes back to an older copy, and what it forgot is told and decided.
import { expect } from '@playwright/test';
import { card, confirmOrder, open, signIn, title } from '../../electron/tour/hands.ts';
import { sharedDesk, test } from './desk.ts';
import { looksRight } from './looks-right.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk();
const studio = 'Studio Bianchi e Associati';
let number = '';

test('an order that Aruba has forgotten: in the bar, among the tasks, in the list, and with the order itself', async () => {
  const { page } = desk;
  await page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  await signIn(page);
  await open(page, 'Stato servizio');
  await page.getByRole('button', { name: `Aggiungi: ${studio}` }).click();
  await page.getByRole('button', { name: 'Prosegui e completa l’ordine' }).click();
  await title(page, 'Modulo d’ordine').waitFor();
  await confirmOrder(page);
  const heading = page.getByRole('heading', { level: 2, name: /^Ordine \d{8}$/ });
  await expect(heading).toBeVisible();
  number = /\d{8}/.exec(await heading.innerText())?.[0] ?? '';

  await open(page, 'Simulatore Aruba');
  await page.getByRole('button', { name: 'Riporta Aruba alla copia' }).click();
  await expect(page.getByText(number)).toHaveCount(0);
  await page.getByTitle('Mostra la sincronizzazione').click();
  await page.getByRole('button', { name: 'Sincronizza ora' }).click();
  const list = card(page, 'Che cosa Aruba ha dimenticato');
  await expect(list.getByText(`Ordine ${number} di ${studio}`)).toBeVisible();
  await looksRight(page, 'forgotten-list');

  await open(page, 'Stato servizio');
  await expect(
    page.getByText('Aruba è tornata a una copia precedente: una cosa non è più conosciuta.'),
  ).toBeVisible();
  await looksRight(page, 'forgotten-home');
  await page.getByRole('button', { name: new RegExp(`Dimenticato da Aruba: Ordine ${number}`) }).click();
  await expect(card(page, 'Elenco ordini').getByText('Dimenticato da Aruba')).toBeVisible();
  await expect(
    page.getByText(/^Aruba è tornata a una copia precedente e non conosce più questo ordine/),
  ).toBeVisible();
  await expect(card(page, 'Come pagare')).toHaveCount(0);
  await looksRight(page, 'forgotten-order');
});

test('ordered again, it is a cart whose figures are confirmed anew, and then a new order', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: new RegExp(`^Ordina di nuovo: Ordine ${number}`) }).click();
  await page.getByRole('button', { name: 'Prosegui e completa l’ordine' }).click();
  await title(page, 'Modulo d’ordine').waitFor();
  await confirmOrder(page);
  await expect(page.getByRole('heading', { level: 2, name: /^Ordine \d{8}$/ })).toBeVisible();
  await expect(page.getByText(/Aruba è tornata a una copia precedente/)).toHaveCount(0);
  await expect(page.getByText(/^Sincronizzato oggi alle \d\d:\d\d$/)).toBeVisible();
});
