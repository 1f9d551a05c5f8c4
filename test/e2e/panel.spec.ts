import { expect } from '@playwright/test';
import { card, open, signIn } from '../../electron/tour/hands.ts';
import { sharedDesk, test } from './desk.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk();

const row = (name: string) => desk.page.getByRole('row').filter({ hasText: name });
const panel = () => card(desk.page, 'Pannello Aruba');
const lines = () => panel().getByRole('listitem');
const detail = (name: string) => card(desk.page, name);
const dialog = () => desk.page.getByRole('dialog');
const steps = () => dialog().getByRole('table', { name: 'Modifiche del pannello' }).locator('tbody tr');

test('permissions: a switch takes with it what it needs; the change is shown before it is sent, and waits without a sign-in', async () => {
  const { page } = desk;
  await open(page, 'Personale');
  await expect(panel()).toContainText('Da eliminare1');
  await row('Anna Ferri').click();
  await expect(detail('Anna Ferri').getByText('Attivo')).toBeVisible();
  await detail('Anna Ferri').getByRole('button', { name: 'Cambia permessi…' }).click();
  await dialog().getByRole('checkbox', { name: 'Creazione e modifica' }).press(' ');
  await expect(dialog().getByRole('button', { name: /Profilo/ })).toHaveText(/Consultazione/);
  await dialog().getByRole('checkbox', { name: 'Modifica banche' }).press(' ');
  await expect(dialog().getByRole('checkbox', { name: 'Creazione e modifica' })).toBeChecked();
  await expect(dialog().getByRole('checkbox', { name: 'Lettura', exact: true })).toBeDisabled();
  await dialog().getByRole('button', { name: 'Salva permessi' }).click();
  await expect(detail('Anna Ferri').getByText('Attivo, da aggiornare')).toBeVisible();
  await expect(lines()).toHaveText(['Da aggiornare1', 'Da eliminare1']);
  await panel().getByRole('button', { name: 'Allinea il pannello…' }).click();
  await expect(steps()).toHaveText([
    /^EliminaPaolo Grecopgreco01uscito il \d\d\/\d\d\/\d{4}$/,
    /^AggiornaAnna Ferriaferri01permessi: Lettura, Creazione e modifica, Modifica banche$/,
  ]);
  await dialog().getByRole('button', { name: 'Invia 2 modifiche' }).click();
  await expect(lines()).toHaveText(['In attesa di Aruba2']);
  await expect(page.getByRole('banner')).toContainText('2 modifiche in coda');
});

test('until they are sent, the changes are undone as one step', async () => {
  const { page } = desk;
  await page.locator('#page-title').focus();
  await page.keyboard.press('Control+z');
  await expect(lines()).toHaveText(['Da aggiornare1', 'Da eliminare1']);
  await panel().getByRole('button', { name: 'Allinea il pannello…' }).click();
  await dialog().getByRole('button', { name: 'Invia 2 modifiche' }).click();
  await page
    .getByRole('banner')
    .getByRole('button', { name: /modifiche in coda/ })
    .click();
  await expect(page.getByRole('table', { name: 'In coda' }).locator('tbody tr')).toHaveText([
    /^Eliminazione dell’utente pgreco01 di Studio Bianchi e Associati/,
    /^Modifica dell’utente aferri01 di Studio Bianchi e Associati/,
  ]);
});

test('after the sign-in both arrive: the leaver’s seat is free, and the next person’s user is created with a name of their own', async () => {
  const { page } = desk;
  await page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  await signIn(page);
  await open(page, 'Personale');
  await expect(panel()).toContainText('Il pannello corrisponde agli utenti assegnati.');
  await row('Anna Ferri').click();
  await expect(detail('Anna Ferri').getByText('Attivo', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Assegna 1 utente' }).click();
  await expect(lines()).toHaveText(['Da creare1']);
  await row('Giosuè Sanna').click();
  await detail('Giosuè Sanna').getByRole('button', { name: 'Cambia nome utente' }).click();
  const field = dialog().getByRole('textbox', { name: 'Nome utente' });
  await field.fill('corto');
  await page.keyboard.press('Enter');
  await expect(
    dialog().getByText('“corto” non va bene: almeno 8 caratteri, solo lettere e cifre.'),
  ).toBeVisible();
  await field.fill('pgreco01');
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('“pgreco01” è già stato dato a un’altra persona: scegline un altro.'),
  ).toBeVisible();
  await field.fill('giosuesanna');
  await page.keyboard.press('Enter');
  await expect(row('Giosuè Sanna')).toContainText('giosuesanna');
  await panel().getByRole('button', { name: 'Allinea il pannello…' }).click();
  await dialog().getByRole('button', { name: 'Invia 1 modifica' }).click();
  await expect(detail('Giosuè Sanna').getByText('Attivo', { exact: true })).toBeVisible();
  await expect(detail('Giosuè Sanna').getByRole('button', { name: 'Cambia nome utente' })).toHaveCount(0);
});

test('a user that somebody made in the panel is linked to the person with the same e-mail', async () => {
  const { page } = desk;
  const user = { username: 'friva1999', email: 'F.Riva@studiobianchi.example', permissions: ['read'] };
  await page.evaluate(
    (add) =>
      Reflect.get(globalThis, 'allinea').call('simulator/act', {
        action: 'panel-user',
        serviceId: 'fe-sole',
        add,
      }),
    user,
  );
  await page.getByRole('button', { name: /Servizio/ }).click();
  await page.getByRole('option', { name: /^Panificio Sole/ }).click();
  await expect(panel()).toContainText('Un utente del pannello ha la stessa e-mail di persone dell’elenco.');
  await panel().getByRole('button', { name: 'Collega alle persone' }).click();
  await expect(row('Francesca Riva')).toHaveText(/friva1999Assegnato$/);
  await expect(panel()).toContainText('Il pannello corrisponde agli utenti assegnati.');
});
