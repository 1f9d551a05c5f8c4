import { expect } from '@playwright/test';
import { sampleAccount } from '../../electron/tour/hands.ts';
import { sharedDesk, test } from './desk.ts';

// Aruba takes one sign-in a minute (domain.md 6.5). The simulator does so too, unless a test turns it off.
const desk = sharedDesk({ limits: 'on' });

test('after a wrong password the right one comes within a minute: Allinea counts, waits, and signs in by itself', async () => {
  const { page } = desk;
  test.setTimeout(120_000);
  await page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Password').fill('sbagliata');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('Account o password non corretti');
  await dialog.getByLabel('Password').fill(sampleAccount.password);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText(
    'Aruba accetta un accesso al minuto: Allinea riprova da sola. Il lavoro fatto è al sicuro.',
  );
  await expect(dialog.getByText(/^Nuovo tentativo fra \d+ second[oi]\.$/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Accedi' })).toBeDisabled();
  await dialog.waitFor({ state: 'hidden', timeout: 80_000 });
  await expect(page.getByText(/^Sincronizzato oggi alle/)).toBeVisible();
});
