import { expect, test } from '@playwright/test';
import { open } from '../../electron/tour/hands.ts';
import { sharedDesk } from './desk.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk();

const cell = (row: number, column: number) => desk.page.locator(`[data-cell="${row}:${column}"]`);
const button = (name: string | RegExp) => desk.page.getByRole('button', { name });

test('everybody on every service, and what is marked changes nothing until the plan is applied', async () => {
  const { page } = desk;
  await open(page, 'Personale');
  await button('Matrice').click();
  await expect(page.getByRole('grid', { name: 'Persone e servizi' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: /Studio Bianchi e Associati/ })).toContainText('3 di 3');
  await page.screenshot({ path: '/tmp/matrix-1.png' });
});
