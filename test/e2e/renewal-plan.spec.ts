// How the renewals are planned and looked at, by keyboard alone: what was chosen is still there after a restart.
import { expect, test } from '@playwright/test';
import { title } from '../../electron/tour/hands.ts';
import { sharedDesk } from './desk.ts';
import { keysOn } from './keys.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk();
const { press, reach, does, palette } = keysOn(desk);

const button = (name: string | RegExp) => desk.page.getByRole('button', { name });
const chosen = () => desk.page.getByRole('group', { name: 'Giorni scelti' }).getByRole('button');

async function choose(list: RegExp, keys: readonly string[]): Promise<void> {
  await reach(button(list));
  await press('Enter');
  await desk.page.getByRole('option').first().waitFor();
  for (const key of [...keys, 'Enter']) await press(key);
  await expect(desk.page.getByRole('option')).toHaveCount(0);
}

test('the way to pay, the period and the chosen days are there after a restart; the undo takes back the last', async () => {
  await palette('rinnovi');
  await expect(title(desk.page, 'Rinnovi')).toBeFocused();
  await choose(/Pagamento/, ['Home']);
  await expect(button(/Carta/).first()).toBeVisible();
  await choose(/Periodo/, ['Home', 'ArrowDown', 'ArrowDown']);
  await expect(desk.page.getByText('Sessioni di rinnovo in 36 mesi')).toBeVisible();
  const notOn = desk.page.locator('.session-list li').first().getByRole('button', { name: /^Non / });
  const name = (await notOn.getAttribute('aria-label')) ?? '';
  await does(notOn);
  await expect(chosen()).toHaveCount(1);
  await expect(button(name)).toHaveCount(0);
  await desk.restart();
  await expect(title(desk.page, 'Rinnovi')).toBeVisible();
  await expect(desk.page.getByText('Sessioni di rinnovo in 36 mesi')).toBeVisible();
  await expect(button(/Carta/).first()).toBeVisible();
  await expect(chosen()).toHaveCount(1);
  await expect(button(name)).toHaveCount(0);
  await does(desk.page.locator('.session-list li').first().getByRole('button', { name: /^Non / }));
  await expect(chosen()).toHaveCount(2);
  await press('Control+z');
  await expect(chosen()).toHaveCount(1);
});
