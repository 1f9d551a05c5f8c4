// The choices of the renewal plan and of its views. They stay after a restart. By keyboard only.
import { expect } from '@playwright/test';
import { title } from '../../electron/tour/hands.ts';
import { sharedDesk, test } from './desk.ts';
import { keysOn } from './keys.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk();
const { press, reach, does, palette } = keysOn(desk);

const button = (name: string | RegExp) => desk.page.getByRole('button', { name });
const firstNotOn = () =>
  desk.page
    .getByRole('list', { name: 'Sessioni proposte' })
    .getByRole('listitem')
    .first()
    .getByRole('button', { name: /^Non / });
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
  const notOn = firstNotOn();
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
  await does(firstNotOn());
  await expect(chosen()).toHaveCount(2);
  await press('Control+z');
  await expect(chosen()).toHaveCount(1);
});

test('groups have heads that count and sum, and keys fold and unfold them; the same in the table', async () => {
  const { page } = desk;
  await choose(/Raggruppa/, ['Home', 'ArrowDown', 'ArrowDown', 'ArrowDown']);
  const list = page.getByRole('list', { name: 'Servizi sulla linea del tempo' });
  const heads = list.getByRole('button', { expanded: true });
  await expect(heads.first()).toContainText(/^Scaduto\d+ serviz/);
  const lines = await list.getByRole('listitem').count();
  const open = await heads.count();
  expect(open).toBeGreaterThan(2);
  await reach(list.locator('[data-index="0"]'));
  await press('ArrowLeft');
  await expect(list.getByRole('button', { expanded: false })).toHaveCount(1);
  await expect.poll(() => list.getByRole('listitem').count()).toBeLessThan(lines);
  await press('ArrowRight');
  await expect(heads).toHaveCount(open);
  await press('Enter');
  await expect(list.locator('[data-index="0"]')).toHaveAttribute('aria-expanded', 'false');
  await press('ArrowDown');
  await expect(list.locator('[data-index="1"]')).toBeFocused();
  await reach(button('Espandi tutti'), 'Shift+Tab');
  await press('Enter');
  await expect(heads).toHaveCount(open);
  await does(button(/^Tabella$/));
  const table = page.getByRole('table', { name: 'Scadenze di tutti i servizi' });
  await expect(table.getByRole('button', { expanded: true })).toHaveCount(open);
  await reach(table.getByRole('button', { expanded: true }).first());
  await press('Space');
  await expect(table.getByRole('button', { expanded: false })).toHaveCount(1);
  await reach(button('Linea del tempo'), 'Shift+Tab');
  await press('Enter');
});

test('by days the ruler has every day with its weekday, the months above, weekends and holidays shaded', async () => {
  const { page } = desk;
  await choose(/Zoom/, ['Home']);
  const today = await page.evaluate(() =>
    new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' }),
  );
  const ticks = page.getByTestId('tick');
  const months = page.getByTestId('tick-month');
  await expect(ticks.and(page.locator(`[data-day="${today}"]`))).toBeVisible();
  expect(await ticks.and(page.locator('[data-rest]')).count()).toBeGreaterThan(20);
  await expect(months.first()).toContainText(/^\p{L}+ \d{4}$/u);
  // Only the days near the visible part are drawn, not all days of three years.
  expect(await ticks.count()).toBeLessThan(400);
  await page.getByTestId('timeline').evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
  const last = await page.evaluate(() => new Date().getFullYear() + 3);
  await expect(months.filter({ hasText: String(last) }).first()).toBeVisible();
  await choose(/Zoom/, ['Home', 'ArrowDown']);
  await expect(months.first()).toBeVisible();
  await choose(/Zoom/, ['End']);
  await expect(months).toHaveCount(0);
});

test('a service bought on promotion: one or two years, and why', async () => {
  const { page } = desk;
  await palette('panificio sole');
  await does(button(/^Rinnova/));
  await expect(
    page.getByText('Acquistato in promozione: Aruba lo rinnova per 1 o 2 anni alla volta.'),
  ).toBeVisible();
  await reach(button(/Anni|Durata/));
  await press('Enter');
  await expect(page.getByRole('option')).toHaveCount(2);
  await press('End');
  await press('Enter');
  await expect(button(/2 anni/)).toBeVisible();
});
