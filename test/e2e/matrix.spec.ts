// All people on all services, by keyboard. Nothing here is clicked.
import { expect } from '@playwright/test';
import type { Locator } from 'playwright-core';
import { title } from '../../electron/tour/hands.ts';
import { sharedDesk, test } from './desk.ts';
import { keysOn } from './keys.ts';
import { chooseFile, manyPeople } from './staff-files.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk();
const { press: key, reach, palette } = keysOn(desk);
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const one of keys) await key(one);
};

const cell = (row: number, column: number): Locator => desk.page.locator(`[data-cell="${row}:${column}"]`);
const button = (name: string | RegExp): Locator => desk.page.getByRole('button', { name });
const dialog = (): Locator => desk.page.getByRole('dialog');
const rowOf = (name: string): Locator => desk.page.getByRole('row').filter({ hasText: name });

async function openMatrix(query: string): Promise<void> {
  await palette('persone e servizi');
  await expect(title(desk.page, 'Personale')).toBeFocused();
  await reach(desk.page.getByRole('searchbox', { name: 'Cerca per nome o e-mail' }));
  await press('Control+a');
  await desk.page.keyboard.type(query);
  await expect(desk.page.getByRole('grid', { name: 'Persone e servizi' })).toBeVisible();
}

test('marks become a plan, and nothing changes before it is applied', async () => {
  const { page } = desk;
  await openMatrix('anna ferri');
  await expect(page.getByRole('columnheader', { name: /Studio Bianchi e Associati/ })).toContainText(
    '3 di 3',
  );
  await expect(cell(0, 1)).toHaveText('Assegnato');
  await reach(cell(0, 0));
  await press('ArrowRight', 'ArrowRight', ' ');
  await expect(cell(0, 2)).toHaveText('+ da dare');
  await press('ArrowLeft', ' ');
  await expect(cell(0, 1)).toHaveText('− da togliere');
  await expect(page.getByText('Da dare 1, da togliere 1: niente è ancora cambiato.')).toBeVisible();
  await press(' ');
  await expect(cell(0, 1)).toHaveText('Assegnato');
  await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', ' ');
  await reach(button('Vedi il piano…'), 'Shift+Tab');
  await press('Enter');
  await expect(dialog().getByText('1 da acquistare')).toBeVisible();
  await expect(dialog().getByText('1 si assegna subito')).toBeVisible();
  await reach(button('Applica il piano'));
  await press('Enter');
  await expect(dialog()).toBeHidden();
  await expect(cell(0, 2)).toHaveText('Nel carrello');
  await expect(cell(0, 5)).toHaveText('Assegnato');
  // The button is disabled when the last mark is gone. The focus returns to the cell.
  await expect(cell(0, 5)).toBeFocused();
  await press('Control+z');
  await expect(cell(0, 2)).toHaveText('–');
  await expect(cell(0, 5)).toHaveText('–');
});

test('200 people are read from a list and mapped to seats on three services, as one step that can be undone and done again', async () => {
  const { page } = desk;
  test.setTimeout(120_000);
  const begun = Date.now();
  await chooseFile(page, manyPeople(200));
  await reach(button(/^Applica: 200 nuove/));
  await press('Enter');
  await expect(page.getByText('234 persone', { exact: false }).first()).toBeVisible();
  await openMatrix('Persona');
  await expect(page.getByText('200 persone su 10 servizi')).toBeVisible();
  await reach(cell(0, 0));
  await press('ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+Shift+ArrowDown', ' ');
  await expect(page.getByText('Da dare 600, da togliere 0: niente è ancora cambiato.')).toBeVisible();
  await reach(button('Vedi il piano…'), 'Shift+Tab');
  await press('Enter');
  // The third service has expired: nothing can be bought for it.
  await expect(dialog().getByText('200 da acquistare')).toHaveCount(1);
  await expect(dialog().getByText('200 in attesa: il servizio non è attivo')).toHaveCount(1);
  await expect(dialog().getByText('Il servizio è scaduto: riattiva prima')).toBeVisible();
  await reach(button('Applica il piano'));
  await press('Enter');
  await expect(dialog()).toBeHidden();
  await expect(cell(199, 1)).toHaveText('Nel carrello');
  console.log(`200 people on three services, by keyboard: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  await press('Control+z');
  await expect(cell(199, 1)).toHaveText('–');
  await press('Control+y');
  await expect(cell(199, 1)).toHaveText('Nel carrello');
  await palette('carrello');
  await expect(page.getByText('Persona00001', { exact: false }).first()).toBeVisible();
});

test('a rule by department makes a plan of its own', async () => {
  await palette('regole per reparto');
  await expect(dialog().getByText('Nessuna regola ancora', { exact: false })).toBeVisible();
  await reach(button('Aggiungi regola'));
  await press('Enter');
  await expect(dialog().getByRole('row').filter({ hasText: 'Preparazione fatture' })).toBeVisible();
  await reach(button('Vedi il piano…'));
  await press('Enter');
  await expect(dialog().getByRole('heading', { name: 'Piano secondo le regole' })).toBeVisible();
  await expect(dialog().getByText(/resta com’è|restano come sono/)).toBeVisible();
  await expect(dialog().getByText(/da acquistare$/)).toBeVisible();
  await reach(button('Applica il piano'));
  await press('Enter');
  await expect(dialog()).toBeHidden();
  await palette('regole per reparto');
  await reach(button('Vedi il piano…'));
  await press('Enter');
  await expect(button('Applica il piano')).toBeDisabled();
  await press('Escape');
  await openMatrix('');
  await expect(rowOf('Federica Dall').locator('[data-cell$=":1"]')).toHaveText('Nel carrello');
});

test('the focus stays in the grid while its cell is out of sight, and nothing happens to a cell that is not seen', async () => {
  const { page } = desk;
  await openMatrix('Persona');
  const grid = page.getByRole('grid', { name: 'Persone e servizi' });
  await reach(cell(0, 0));
  await press('ArrowDown', 'ArrowDown', 'ArrowRight');
  await expect(cell(2, 1)).toBeFocused();
  const scrollAway = async (): Promise<void> => {
    await page.locator('[data-cell$=":1"]').filter({ visible: true }).nth(4).hover();
    await expect(async () => {
      await page.mouse.wheel(0, 800);
      await expect(cell(2, 1)).toHaveCount(0, { timeout: 200 });
    }).toPass();
  };
  await scrollAway();
  await expect(grid).toBeFocused();
  await page.keyboard.press(' ');
  await expect(cell(2, 1)).toBeFocused();
  await expect(cell(2, 1)).toBeInViewport();
  await expect(page.getByText('niente è ancora cambiato')).toHaveCount(0);
  await scrollAway();
  await page.keyboard.press('ArrowDown');
  await expect(cell(3, 1)).toBeFocused();
});
