// The vendor of a sample studio somewhere else (safety S3): chosen in the settings after reading what goes
// there, named where one signs in, and given up again.
import { expect } from '@playwright/test';
import { card, open, signIn } from '../../electron/tour/hands.ts';
import { sharedDesk, test } from './desk.ts';
import { startBackend, type LoneBackend } from './lone-backend.ts';

test.describe.configure({ mode: 'serial' });
let backend: LoneBackend;
test.beforeAll(async () => {
  backend = await startBackend();
});
test.afterAll(() => backend.stop());
const desk = sharedDesk({ alone: true });

test('nothing goes elsewhere before it was read and confirmed', async () => {
  const { page } = desk;
  await open(page, 'Impostazioni');
  await page.getByRole('button', { name: 'Usa un altro indirizzo…' }).click();
  await page.getByRole('textbox', { name: 'Indirizzo' }).fill(`${backend.address}/`);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: `Mandare tutto questo a ${backend.address}?` });
  await expect(dialog).toContainText('account e password');
  await expect(dialog.getByRole('button', { name: 'Annulla' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Manda a questo indirizzo' }).click();
  await expect(card(page, 'Dove vanno gli ordini di prova')).toContainText(
    `A ${backend.address}, non ad Aruba.`,
  );
});

test('the sign-in says where it goes, also after a new start', async () => {
  await desk.restart();
  await desk.page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  await expect(desk.page.getByRole('dialog')).toContainText(
    `Account e password vanno a ${backend.address}, non ad Aruba.`,
  );
  await signIn(desk.page);
  await open(desk.page, 'Stato servizio');
  await expect(desk.page.getByText('12 servizi seguiti, 31 utenti aggiuntivi')).toBeVisible();
});

test('back to the simulator inside: signed out again', async () => {
  await open(desk.page, 'Impostazioni');
  await desk.page.getByRole('button', { name: 'Torna al simulatore dentro il programma' }).click();
  await expect(card(desk.page, 'Dove vanno gli ordini di prova')).toContainText(
    'nulla esce da questo computer',
  );
  await desk.page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  await expect(desk.page.getByRole('dialog')).not.toContainText('vanno a');
});
