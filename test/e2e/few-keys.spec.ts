// The whole job with few keys: what a person presses beside the text that they type is counted.
import { expect } from '@playwright/test';
import { romeDay } from '../../core/kernel/day.ts';
import { totals } from '../../electron/tour/check.ts';
import { sampleAccount, title } from '../../electron/tour/hands.ts';
import { staffList } from '../../electron/tour/staff-list.ts';
import { sharedDesk, test } from './desk.ts';

const desk = sharedDesk();
const most = 60;

test(`import, two users, cart, order, payment and users in ${most} keys or fewer beside typed text`, async () => {
  test.setTimeout(90_000);
  const { page } = desk;
  const pressed: string[] = [];
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      pressed.push(key);
      await page.keyboard.press(key);
    }
  };
  const focused = (name: string | RegExp) =>
    expect(page.getByRole('textbox', { name }).or(page.getByRole('searchbox', { name }))).toBeFocused();
  const palette = async (words: string): Promise<void> => {
    await press('Control+k');
    await focused('Cerca persone, servizi');
    await page.keyboard.type(words);
    await page.getByRole('option').first().waitFor();
    await press('Enter');
  };

  // The list.
  await palette('importa elenco');
  await expect(title(page, 'Importa elenco del personale')).toBeFocused();
  // The browser must know before the key is pressed that the test answers the file chooser.
  const choosing = page.waitForEvent('filechooser');
  await expect(page.getByRole('button', { name: 'Scegli file' })).toBeVisible();
  await press('Control+Enter');
  await (
    await choosing
  ).setFiles({ name: 'personale.csv', mimeType: 'text/csv', buffer: staffList(romeDay(Date.now())) });
  await expect(page.getByRole('button', { name: 'Applica: 3 nuove, 2 modificate' })).toBeEnabled();
  await press('Control+Enter');
  await expect(title(page, 'Personale')).toBeFocused();

  // Two people who need a user.
  for (const name of ['giosuè ferrari', 'federica lo presti']) {
    await press('Control+f');
    await focused('Cerca per nome o e-mail');
    await page.keyboard.type(name);
    await press('ArrowDown', 'Space');
  }
  await press('Control+Enter');
  await expect(page.getByText(/^2 persone segnate/)).toBeVisible();

  // The cart and the order.
  await palette('aggiungi bianchi');
  await expect(title(page, 'Carrello')).toBeFocused();
  await press('Control+Enter');
  await expect(title(page, 'Modulo d’ordine')).toBeFocused();
  for (let clause = 0; clause < 3; clause += 1) await press('Control+Enter', 'Space');
  const order = await totals(page);
  await press('Control+Enter');
  await expect(title(page, 'Ordini')).toBeVisible();
  await expect(page.getByLabel('Password')).toBeFocused();
  await page.keyboard.type(sampleAccount.password);
  await press('Enter');
  const placed = page.getByRole('row').filter({ hasText: '31904418' });
  await expect(placed).toHaveText(/Attesa pagamento$/);
  expect(await totals(page)).toBe(order);
  // While the dialog is closing, a key is still its own.
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // The payment, at the simulator.
  await palette('simulatore');
  await expect(title(page, 'Simulatore Aruba')).toBeFocused();
  const pay = page.getByRole('button', { name: /^Registra il pagamento dell’ordine 31904418/ });
  for (let tab = 0; tab < most && !(await pay.evaluate((it) => it === document.activeElement)); tab += 1)
    await press('Tab');
  await press('Enter');
  await expect(placed.getByText('Attivo')).toBeVisible();

  // The users, in the panel.
  await palette('allinea bianchi');
  await expect(page.getByRole('dialog')).toBeVisible();
  await press('Control+Enter');
  await expect(page.getByText(/del pannello in coda/)).toBeVisible();

  expect(pressed.length, pressed.join(' ')).toBeLessThanOrEqual(most);
});
