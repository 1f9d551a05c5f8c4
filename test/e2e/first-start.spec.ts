import { expect } from '@playwright/test';
import { totals } from '../../electron/tour/check.ts';
import { open, sampleAccount, search, signIn } from '../../electron/tour/hands.ts';
import { sharedDesk, test } from './desk.ts';
import { startBackend, type LoneBackend } from './lone-backend.ts';
import { openNetwork, type Network } from './network.ts';

// The very first start. Its backend does not run yet.
test.describe.configure({ mode: 'serial' });
let backend: LoneBackend;
let network: Network;

test.beforeAll(async () => {
  backend = await startBackend();
  network = await openNetwork(backend.address);
  await network.fail('closed');
});
const desk = sharedDesk({ backendUrl: () => network.address });
test.afterAll(async () => {
  await network.close();
  await backend.stop();
});

test('Allinea opens without the backend, says what is missing, prices a cart, and takes work', async () => {
  const { page } = desk;
  await expect(page.getByText('12 servizi seguiti, 31 utenti aggiuntivi')).toBeVisible();
  await page.getByRole('button', { name: 'Aggiungi: Studio Bianchi e Associati' }).click();
  await expect.poll(() => totals(page)).toBe('58,19 + 12,80 = 70,99');
  await page.getByRole('button', { name: 'Svuota' }).click();
  await open(page, 'Simulatore Aruba');
  await expect(page.getByText('Il simulatore non risponde.')).toBeVisible();
  await search(page, 'nuova persona');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nome', { exact: true }).fill('Ada');
  await dialog.getByLabel('Cognome').fill('Prima');
  await dialog.getByLabel('E-mail di servizio').fill('a.prima@studiobianchi.example');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Aggiunta al personale: Ada Prima.')).toBeVisible();
});

test('once the backend is there, a sign-in brings the services, and the work is still there', async () => {
  const { page } = desk;
  await open(page, 'Stato servizio');
  await page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Password').fill(sampleAccount.password);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText(
    'Aruba non è raggiungibile. Controlla la rete: il lavoro fatto è al sicuro e parte quando torna.',
  );
  await network.fail('none');
  await signIn(page);
  await expect(page.getByText('12 servizi seguiti, 31 utenti aggiuntivi')).toBeVisible();
  await open(page, 'Personale');
  await expect(page.getByRole('button', { name: 'Tutti 35' })).toBeVisible();
});
