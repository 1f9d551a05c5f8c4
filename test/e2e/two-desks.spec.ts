import { expect, type Page } from '@playwright/test';
import { card, open, signIn, title } from '../../electron/tour/hands.ts';
import { sharedDesk, test } from './desk.ts';
import { startBackend, type LoneBackend } from './lone-backend.ts';
import { openNetwork, type Network } from './network.ts';

// Two administrators of one account. Each has a machine and a network of their own.
test.describe.configure({ mode: 'serial' });
const holder = 'Studio Bianchi e Associati';
let backend: LoneBackend;
const networks: Network[] = [];

test.beforeAll(async () => {
  backend = await startBackend();
  for (let count = 0; count < 2; count += 1) networks.push(await openNetwork(backend.address));
});
const anna = sharedDesk({ backendUrl: () => networks[0]?.address ?? '' });
const bruno = sharedDesk({ backendUrl: () => networks[1]?.address ?? '' });
test.afterAll(async () => {
  await Promise.all(networks.map((network) => network.close()));
  await backend.stop();
});

const quantity = (page: Page) => page.getByRole('textbox', { name: 'Quantità di utenti aggiuntivi' });

async function setQuantity(page: Page, count: number): Promise<void> {
  await open(page, 'Carrello');
  await quantity(page).fill(String(count));
  await quantity(page).press('Enter');
  await expect(quantity(page)).toHaveValue(String(count));
}

/** Exchanges by a click on the badge. */
async function sync(page: Page): Promise<void> {
  await page.getByTitle('Mostra la sincronizzazione').click();
  await title(page, 'Sincronizzazione').waitFor();
  await page.getByRole('button', { name: 'Sincronizza ora' }).click();
}

const apart = (fault: 'closed' | 'none') => Promise.all(networks.map((network) => network.fail(fault)));

test('a cart that is opened on one desk comes to the other', async () => {
  for (const { page } of [anna, bruno]) {
    await page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
    await signIn(page);
    await expect(page.getByText(/^Sincronizzato oggi alle/)).toBeVisible();
  }
  await anna.page.getByRole('button', { name: `Aggiungi: ${holder}` }).click();
  await expect(quantity(anna.page)).toHaveValue('2');
  await sync(anna.page);
  await expect(anna.page.getByText('Niente in attesa')).toBeVisible();
  await sync(bruno.page);
  await open(bruno.page, 'Carrello');
  await expect(quantity(bruno.page)).toHaveValue('2');
});

test('without a network each changes another line: both see what waits, and later both have both changes', async () => {
  await apart('closed');
  await setQuantity(anna.page, 5);
  await open(bruno.page, 'Carrello');
  const extension = bruno.page.getByRole('switch', { name: 'Estensione servizi attivi' });
  await extension.press(' ');
  await expect(extension).not.toBeChecked();
  await sync(anna.page);
  await expect(card(anna.page, 'In coda').locator('tbody tr')).toHaveText(
    /^Carrello di Studio Bianchi e Associati.*Da inviare/,
  );
  await expect(anna.page.getByText('Senza rete, 1 modifica in coda')).toBeVisible();
  await apart('none');
  for (const { page } of [anna, bruno, anna]) {
    await sync(page);
    await expect(page.getByText('Niente in attesa')).toBeVisible();
  }
  for (const { page } of [anna, bruno]) {
    await open(page, 'Carrello');
    await expect(quantity(page)).toHaveValue('5');
    await expect(page.getByRole('switch', { name: 'Estensione servizi attivi' })).not.toBeChecked();
  }
});

test('both change the quantity: the second one sees both values side by side, cannot order, and chooses by keyboard', async () => {
  await apart('closed');
  await setQuantity(anna.page, 6);
  await setQuantity(bruno.page, 8);
  // One after the other: each desk also tries again by itself, and Bruno must come second.
  await networks[0]?.fail('none');
  await sync(anna.page);
  await expect(anna.page.getByText('Niente in attesa')).toBeVisible();
  await networks[1]?.fail('none');
  await sync(bruno.page);
  const { page } = bruno;
  const choice = page.getByRole('radiogroup', { name: 'Utenti aggiuntivi' });
  await expect(choice.getByRole('radio', { name: 'Qui: 8' })).not.toBeChecked();
  await expect(choice.getByRole('radio', { name: 'Altrove: 6' })).not.toBeChecked();
  await expect(page.getByText('Qualcosa chiede attenzione')).toBeVisible();
  const apply = page.getByRole('button', { name: 'Applica le scelte' });
  await expect(apply).toBeDisabled();
  await open(page, 'Carrello');
  await expect(page.getByRole('button', { name: 'Prosegui e completa l’ordine' })).toBeDisabled();
  await page.getByRole('button', { name: 'Scegli i valori' }).click();
  await choice.getByRole('radio', { name: 'Qui: 8' }).press('ArrowRight');
  await expect(choice.getByRole('radio', { name: 'Altrove: 6' })).toBeChecked();
  await choice.getByRole('radio', { name: 'Altrove: 6' }).press('ArrowLeft');
  await apply.press('Enter');
  await expect(page.getByText('Carrello unito')).toBeVisible();
  await sync(page);
  // Anna gets it once it has left this desk.
  await expect(page.getByText('Niente in attesa')).toBeVisible();
  await sync(anna.page);
  await open(anna.page, 'Carrello');
  await expect(quantity(anna.page)).toHaveValue('8');
});

test('ordered on one desk, it is an order on the other, and its cart is gone', async () => {
  const { page } = anna;
  await page.getByRole('button', { name: 'Prosegui e completa l’ordine' }).click();
  await title(page, 'Modulo d’ordine').waitFor();
  for (const clause of ['Accetto le condizioni', 'Approvo specificamente', 'Ho letto'])
    await page.getByRole('checkbox', { name: clause }).press(' ');
  await page.getByRole('button', { name: 'Conferma e completa l’ordine' }).click();
  const order = (at: Page) => card(at, 'Elenco ordini').locator('tbody tr').filter({ hasText: holder });
  await expect(order(page)).toHaveText(/^\d{8}.*Attesa pagamento$/);
  await sync(bruno.page);
  await open(bruno.page, 'Ordini');
  await expect(order(bruno.page)).toHaveText((await order(page).textContent()) ?? '');
  await open(bruno.page, 'Carrello');
  await expect(bruno.page.getByText('Il carrello è vuoto')).toBeVisible();
});
