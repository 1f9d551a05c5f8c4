import { expect } from '@playwright/test';
import { totals } from '../../electron/tour/check.ts';
import { card, confirmOrder, open, sampleAccount, signIn, title } from '../../electron/tour/hands.ts';
import { sharedDesk, test } from './desk.ts';
import { startBackend, type LoneBackend } from './lone-backend.ts';
import { openNetwork, type Network } from './network.ts';

// The simulator is a process of its own (`npm run backend`). The network between it and Allinea can fail.
test.describe.configure({ mode: 'serial' });
const studio = 'Studio Bianchi e Associati';
let backend: LoneBackend;
let network: Network;

test.beforeAll(async () => {
  backend = await startBackend();
  network = await openNetwork(backend.address);
});
const desk = sharedDesk({ backendUrl: () => network.address });
test.afterAll(async () => {
  await network.close();
  await backend.stop();
});

const orderOf = (holder: string) =>
  card(desk.page, 'Elenco ordini').locator('tbody tr').filter({ hasText: holder });

async function order(holder: string): Promise<void> {
  await open(desk.page, 'Stato servizio');
  await desk.page.getByRole('button', { name: `Aggiungi: ${holder}` }).click();
  await desk.page.getByRole('button', { name: 'Prosegui e completa l’ordine' }).click();
  await title(desk.page, 'Modulo d’ordine').waitFor();
  await confirmOrder(desk.page);
}

async function onceAtAruba(holder: string): Promise<void> {
  await open(desk.page, 'Simulatore Aruba');
  await expect(
    card(desk.page, 'Ordini ricevuti da Aruba').locator('tbody tr').filter({ hasText: holder }),
  ).toHaveCount(1);
}

/** The sentence of the order screen about the order that waits. */
const notice = () =>
  desk.page
    .getByRole('main')
    .getByRole('status')
    .or(desk.page.getByRole('main').getByRole('alert'))
    .filter({ has: desk.page.getByRole('button', { name: 'Riprova ora' }) });

/** Presses the button until the order has its number, if the program has not tried again by itself before. */
const triedAgain = (holder: string) =>
  expect(async () => {
    const again = notice().getByRole('button', { name: 'Riprova ora' });
    if (await again.isVisible()) await again.click({ timeout: 1000 });
    await expect(orderOf(holder)).toHaveText(/^\d{8}.*Attesa pagamento$/, { timeout: 2000 });
  }).toPass({ timeout: 25_000 });

test('the backend as a server of its own: the order of E1 gets its number', async () => {
  await desk.page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  await signIn(desk.page);
  await expect(desk.page.getByText('12 servizi seguiti, 31 utenti aggiuntivi')).toBeVisible();
  await order(studio);
  await expect(orderOf(studio)).toHaveText(/^\d{8}.*70,99.*Attesa pagamento$/);
  await onceAtAruba(studio);
});

test('without a network the order is safe, a sentence says why it waits, and the work goes on', async () => {
  const { page } = desk;
  await network.fail('closed');
  await order('Panificio Sole');
  await expect(orderOf('Panificio Sole')).toHaveText(/^non ancora assegnato.*Da inviare$/);
  await expect(page.getByText('Senza rete, 1 modifica in coda')).toBeVisible();
  await expect(notice()).toContainText(
    'Salvato qui, non ancora inviato ad Aruba. Aruba non è raggiungibile: si riprova da sé.',
  );
  await open(page, 'Stato servizio');
  await page.getByRole('button', { name: 'Aggiungi: Tipografia Serra' }).click();
  await expect.poll(() => totals(page)).toMatch(/^\d+,\d\d \+ \d+,\d\d = \d+,\d\d$/);
  await page.getByRole('button', { name: 'Svuota' }).click();
  await open(page, 'Simulatore Aruba');
  await expect(page.getByText('Il simulatore non risponde.').first()).toBeVisible();
});

test('after a restart without a network the order still waits, and a sign-in says what is wrong', async () => {
  await desk.restart();
  await open(desk.page, 'Ordini');
  await expect(orderOf('Panificio Sole')).toHaveText(/^non ancora assegnato.*Da inviare$/);
  await desk.page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByLabel('Password').fill(sampleAccount.password);
  await desk.page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText(
    'Aruba non è raggiungibile. Controlla la rete: il lavoro fatto è al sicuro e parte quando torna.',
  );
  await network.fail('none');
  await desk.page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await expect(orderOf('Panificio Sole')).toHaveText(/^\d{8}.*Attesa pagamento$/);
  await onceAtAruba('Panificio Sole');
});

test('a backend answers HTML: the screen says that the outcome is unknown, and asks again without a second order', async () => {
  await network.fail('html');
  await order('Tipografia Serra');
  await expect(orderOf('Tipografia Serra')).toHaveText(/^non ancora assegnato.*Esito sconosciuto$/);
  await expect(notice()).toContainText('Aruba potrebbe averlo ricevuto: la risposta non è arrivata.');
  await expect(notice()).toContainText('La risposta non era leggibile.');
  await expect(desk.page.getByText('Qualcosa chiede attenzione')).toBeVisible();
  await network.fail('none');
  await triedAgain('Tipografia Serra');
  await onceAtAruba('Tipografia Serra');
});

test('a backend answers after 30 s: the screen says so after 10 s, and the order never becomes two', async () => {
  await network.fail('slow');
  await order('Studio Neri');
  await expect(orderOf('Studio Neri')).toHaveText(/^non ancora assegnato.*In invio$/);
  await expect(notice()).toContainText('Nessuna risposta in tempo.', { timeout: 15_000 });
  await expect(orderOf('Studio Neri')).toHaveText(/Esito sconosciuto$/);
  await network.fail('none');
  await triedAgain('Studio Neri');
  await onceAtAruba('Studio Neri');
});

test('a sign-in says that it got HTML, or no answer in 10 s, and keeps what was typed', async () => {
  await desk.page.getByRole('button', { name: 'Fai scadere l’accesso' }).click();
  await desk.page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByLabel('Password').fill(sampleAccount.password);
  await network.fail('html');
  await desk.page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText(
    'Aruba ha risposto in modo inatteso. Il lavoro fatto è al sicuro: riprova più tardi.',
  );
  await network.fail('slow');
  await desk.page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Accesso in corso…' })).toBeVisible();
  await expect(dialog.getByRole('alert')).toHaveText(
    'Aruba non ha risposto in tempo. Il lavoro fatto è al sicuro: riprova fra un momento.',
    {
      timeout: 15_000,
    },
  );
  await network.fail('none');
  await desk.page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await expect(desk.page.getByText(/^Sincronizzato oggi alle/)).toBeVisible();
});
