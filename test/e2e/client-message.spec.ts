// The message to a client who buys alone, from a cart and from a purchase of a studio of one's own (rule K):
// as text, as a file and as PDF. A code for the transfer only with an order number and a checked IBAN.
import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import { open, title } from '../../electron/tour/hands.ts';
import { axeFindings } from './axe.ts';
import { sharedDesk, test } from './desk.ts';
import { ownDownloads } from './downloads.ts';

test.describe.configure({ mode: 'serial' });

const { saved } = ownDownloads();
const desk = sharedDesk({ own: [] });

const page = (): Page => desk.page;
const button = (name: string | RegExp): Locator => page().getByRole('button', { name });
const field = (name: string): Locator => page().getByRole('textbox', { name, exact: true });
const dialog = (): Locator => page().getByRole('dialog', { name: 'Messaggio per il cliente' });

async function axe(): Promise<void> {
  expect(await axeFindings(page())).toEqual([]);
}

test('a service that the client buys: the cart says it, and has the message', async () => {
  await button('Nuovo servizio').click();
  await field('Intestatario').fill('Officine Rossi srl');
  await field('Partita IVA').fill('01234560512');
  await field('Scadenza').fill('15/03/2099');
  await field('Utenti aggiuntivi').fill('3');
  await button(/Come ci si arriva/).click();
  await page().getByRole('option', { name: 'compra il cliente' }).click();
  await button('Salva').click();
  await expect(page().getByText('Officine Rossi srl: servizio aggiunto.')).toBeVisible();
  await open(page(), 'Servizi');
  await button('Gestisci').first().click();
  await button('Rinnova').click();
  await expect(title(page(), 'Carrello')).toBeVisible();
  await expect(page().getByText(/Questo servizio lo compra il cliente/)).toBeVisible();
  await button('Messaggio per il cliente').click();
  await expect(dialog()).toBeVisible();
  await axe();
});

test('steps, amount, latest day; copied and saved', async () => {
  for (const words of [
    /selezionare Rinnova\. Se il pulsante non c’è/,
    /Totale previsto: 54,41/,
    /stima di Allinea/,
    /Pagare entro/,
    /La causale è il numero d’ordine e nient’altro/,
  ])
    await expect(page().getByLabel('Testo del messaggio')).toContainText(words);
  await expect(dialog().getByText(/Senza numero d’ordine non c’è codice QR/)).toBeVisible();
  await expect(button('Copia il testo')).toBeFocused();
  await page().keyboard.press('Enter');
  await expect(page().getByText('Messaggio copiato.')).toBeVisible();
  await button('Salva il testo').click();
  expect((await saved('.txt')).toString('utf8')).toContain('Come acquistare da Aruba');
  await expect(dialog()).toHaveCount(0);
});

test('in English for an English client, on an Italian screen', async () => {
  await button('Messaggio per il cliente').click();
  await button(/Lingua del messaggio/).click();
  await page().getByRole('option', { name: 'English' }).click();
  await expect(dialog().getByText(/How to buy from Aruba/)).toBeVisible();
  await expect(button('Copia il testo')).toBeVisible();
});

test('a code only from a number, a payee and an IBAN that passes its checks', async () => {
  await field('Numero d’ordine').fill('OV 2026/118');
  await field('IBAN del bonifico').fill('IT97O9999900000000000123456');
  await expect(dialog().getByText(/Per il codice QR serve un IBAN/)).toBeVisible();
  await expect(dialog().getByText(/IT97 O999/)).toHaveCount(0);
  await field('IBAN del bonifico').fill('IT98 O999 9900 0000 0000 0123 456');
  await expect(dialog().getByText('Per il codice QR manca il beneficiario.')).toBeVisible();
  await field('Beneficiario del bonifico').fill('Beneficiario di prova');
  await expect(dialog().getByText('Nel PDF c’è il codice QR per il bonifico.')).toBeVisible();
  await field('Totale mostrato da Aruba').fill('boh');
  await expect(dialog().getByText('Non è un importo.')).toBeVisible();
  await expect(button('Salva il PDF')).toBeDisabled();
  await field('Totale mostrato da Aruba').fill('55,00');
  await expect(dialog().getByText(/To pay, as Aruba shows it: €55\.00/)).toBeVisible();
  await axe();
  await button('Salva il PDF').click();
  const pdf = await saved('.pdf');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});

test('a purchase has it too', async () => {
  await button('Prepara l’acquisto').click();
  await expect(title(page(), 'Acquisto per Officine Rossi srl')).toBeVisible();
  await expect(page().getByText(/Questo servizio lo compra il cliente/)).toBeVisible();
  await button('Messaggio per il cliente').click();
  await expect(dialog().getByText(/Rinnovo per 1 anno/)).toBeVisible();
  await page().keyboard.press('Escape');
  await expect(dialog()).toHaveCount(0);
});
