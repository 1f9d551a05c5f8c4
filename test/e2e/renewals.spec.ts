// Everything that expires: the timeline, the fewest sessions, a session ordered as a whole. By keyboard.
import { expect, test } from '@playwright/test';
import { open, signIn, title } from '../../electron/tour/hands.ts';
import { sharedDesk } from './desk.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk();

test('look', async () => {
  const { page } = desk;
  await open(page, 'Rinnovi' as never);
  await page.screenshot({ path: '/tmp/r1.png' });
  await page.getByRole('button', { name: 'Tabella' }).click();
  await page.screenshot({ path: '/tmp/r2.png' });
  await page.getByRole('button', { name: /^Prepara la sessione/ }).click();
  await page.screenshot({ path: '/tmp/r3.png' });
  await page.getByRole('button', { name: /^Prepara \d/ }).click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: '/tmp/r4.png' });
});
