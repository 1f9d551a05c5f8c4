// A renewal with fewer users, by keyboard: first the panel, then the order, its payment and the new expiries.
// Rules D3, D5, F.
import { expect } from '@playwright/test';
import type { Locator } from 'playwright-core';
import { totals } from '../../electron/tour/check.ts';
import { card, open, sampleAccount, title } from '../../electron/tour/hands.ts';
import { sharedDesk, test } from './desk.ts';
import { keysOn } from './keys.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk();
const studio = 'Studio Bianchi e Associati';

const { press, type, reach, does, palette, confirm } = keysOn(desk);
const button = (name: string | RegExp): Locator => desk.page.getByRole('button', { name });
const figures = (expected: string) => expect.poll(() => totals(desk.page)).toBe(expected);
const items = () => desk.page.getByRole('table', { name: 'Che cosa si rinnova' }).locator('tbody tr');

test('the sign-in by keyboard', async () => {
  await palette('accesso');
  const dialog = desk.page.getByRole('dialog');
  await reach(dialog.getByLabel('Password'));
  await type(sampleAccount.password);
  await press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await expect(desk.page.getByText(/^Sincronizzato oggi alle/)).toBeVisible();
});

test('Rinnova opens the renewal: every item to one day, and why', async () => {
  await palette('bianchi e associati');
  await expect(title(desk.page, studio)).toBeVisible();
  await does(button('Rinnova'));
  await expect(desk.page.getByText(`Rinnovo: ${studio}, Fatturazione Elettronica`)).toBeVisible();
  await expect(items()).toHaveCount(3);
  await figures('64,50 + 14,19 = 78,69');
  await does(button(/Anni/));
  await expect(desk.page.getByRole('option', { name: '10 anni' })).toBeVisible();
  await desk.page.getByRole('option', { name: '3 anni' }).waitFor();
  await press('ArrowDown');
  await press('ArrowDown');
  await press('Enter');
  await figures('193,50 + 42,57 = 236,07');
});

test('a module not renewed ends on its own day, and comes back', async () => {
  await does(button(/^Non rinnovare: Modulo Documenti/));
  await expect(items().filter({ hasText: 'Modulo Documenti' })).toContainText('non si rinnova: finisce il');
  await figures('133,80 + 29,44 = 163,24');
  await does(button(/^Rinnova anche: Modulo Documenti/));
  await figures('193,50 + 42,57 = 236,07');
});

test('fewer users than the panel has: refused by name, with the steps, and the cart stays', async () => {
  await does(desk.page.getByLabel('Utenti aggiuntivi da rinnovare'), 'ArrowDown');
  const help = card(desk.page, 'Prima il pannello: un utente va eliminato');
  await expect(help.getByRole('alert')).toContainText('sono configurati 3 utenti e se ne rinnoverebbero 2');
  await expect(help.locator('tbody tr').first()).toHaveText(
    /^Paolo Grecopgreco01non è più nello studio dal \d\d\/\d\d\/\d{4}Libera$/,
  );
  await expect(help.locator('tbody tr')).toHaveCount(3);
  await figures('193,50 + 42,57 = 236,07');
});

test('after the users are deleted in the panel, the same reduction is offered and accepted', async () => {
  await does(button('Libera: Paolo Greco'));
  const dialog = desk.page.getByRole('dialog');
  await does(dialog.getByRole('button', { name: 'Elimina e libera' }));
  await dialog.waitFor({ state: 'hidden' });
  await expect(desk.page.getByText('Il pannello ora lo permette.')).toBeVisible();
  await does(button('Riduci a 2'));
  await figures('178,80 + 39,34 = 218,14');
  await expect(items().filter({ hasText: 'Utente aggiuntivo' })).toContainText('2 di 3: uno finisce il');
});

test('the order has the same total, and each method says what follows from it', async () => {
  await does(button('Prosegui e completa l’ordine'));
  await does(desk.page.getByRole('radio', { name: 'Bonifico' }), 'ArrowUp');
  await expect(desk.page.getByRole('radio', { name: 'PayPal' })).toBeChecked();
  await expect(
    desk.page.getByText(/^Pagando con PayPal Aruba memorizza il metodo e attiva il rinnovo automatico/),
  ).toBeVisible();
  await press('ArrowDown');
  await expect(desk.page.getByRole('radio', { name: 'Bonifico' })).toBeChecked();
  await confirm();
  await expect(desk.page.getByRole('heading', { level: 2, name: /^Ordine \d{8}$/ })).toBeVisible();
  await expect(desk.page.getByText('Rinnovo per 3 anni')).toBeVisible();
  await figures('178,80 + 39,34 = 218,14');
});

test('after payment and activation two users last three years, the third to its old day', async () => {
  const { page } = desk;
  await open(page, 'Simulatore Aruba');
  const received = card(page, 'Ordini ricevuti da Aruba').locator('tbody tr').filter({ hasText: studio });
  await received.getByRole('button', { name: /^Registra il pagamento/ }).click();
  await expect(received).toContainText('Attivo');
  await open(page, 'Ordini');
  await expect(card(page, 'Storia')).toContainText('Attivo');
  await palette('bianchi e associati');
  await expect(card(page, 'Servizi attivi').locator('tbody tr')).toHaveCount(4);
});

test('automatic renewal: Rinnova hidden, the consequences told; switched off it is offered again', async () => {
  const { page } = desk;
  await palette('autotrasporti ferrara');
  await expect(title(page, 'Autotrasporti Ferrara snc')).toBeVisible();
  await expect(
    page.getByText(/sette giorni prima della scadenza: Aruba addebita il metodo memorizzato/),
  ).toBeVisible();
  await expect(button('Rinnova')).toHaveCount(0);
  await does(page.getByRole('switch', { name: 'Rinnovo automatico' }), 'Space');
  await expect(button('Rinnova')).toBeVisible();
  await does(page.getByRole('switch', { name: 'Rinnovo automatico' }), 'Space');
  await expect(button('Rinnova')).toHaveCount(0);
});

test('in grace: Riattiva from what is to put right, paid by PayPal at once, active with automatic renewal on', async () => {
  const { page } = desk;
  await open(page, 'Stato servizio');
  await does(button(/^Riattiva: Farmacia Conti: scaduto, si riattiva fino al/));
  await expect(page.getByText(/^Riattivazione: Farmacia Conti/)).toBeVisible();
  await does(page.getByRole('radio', { name: 'Bonifico' }), 'ArrowUp');
  await does(button('Prosegui e completa l’ordine'));
  await confirm();
  await expect(page.getByText(/^Con questo pagamento il rinnovo automatico è attivo/)).toBeVisible();
  await expect(
    card(page, 'Elenco ordini').locator('tbody tr').filter({ hasText: 'Farmacia Conti' }),
  ).toContainText('Attivo');
});
