import type { Page } from 'playwright-core';
import { open } from '../../electron/tour/hands.ts';

/** Adds Anna of a family name by the form of the staff list. */
export async function addPerson(page: Page, email: string, familyName: string): Promise<void> {
  await open(page, 'Personale');
  await page.getByRole('button', { name: 'Nuova persona' }).click();
  const form = page.getByRole('dialog', { name: 'Nuova persona' });
  await form.getByLabel('Nome', { exact: true }).fill('Anna');
  await form.getByLabel('Cognome').fill(familyName);
  await form.getByLabel('E-mail di servizio').fill(email);
  await page.keyboard.press('Enter');
  await form.waitFor({ state: 'hidden' });
}
