import { expect } from '@playwright/test';
import { card, open, signIn, title } from '../../electron/tour/hands.ts';
import { sharedDesk, test } from './desk.ts';
import { chooseFile, manyPeople } from './staff-files.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk();

const row = (name: string) => desk.page.getByRole('row').filter({ hasText: name });
const plan = () => card(desk.page, 'Piano di assegnazione').getByRole('listitem');
const chip = (name: RegExp | string) =>
  desk.page.getByRole('group', { name: 'Filtra per stato' }).getByRole('button', { name });

test('who has a user, who waits, who left but still holds one', async () => {
  const { page } = desk;
  await open(page, 'Personale');
  await expect(page.getByText('34 persone, 3 utenti aggiuntivi, 2 in attesa')).toBeVisible();
  await expect(plan()).toHaveText([
    'Utenti acquistati3',
    'Liberi0',
    'Restano come sono2',
    'Da liberare (usciti)1',
    'Si assegnano subito0',
    'Mancano, da acquistare2',
    /^Scadono il \d\d\/\d\d\/\d{4}3$/,
  ]);
  await expect(page.getByText('Prima di ridurre al rinnovo, elimina nel pannello: pgreco01.')).toBeVisible();
  await chip('Usciti 1').click();
  await expect(row('Paolo Greco')).toHaveText(/pgreco01Uscito il \d\d\/\d\d\/\d{4}$/);
  await chip('In attesa 2').click();
  await expect(page.getByRole('grid').locator('[data-index]')).toHaveCount(2);
  await chip('Assegnati 2').click();
  await expect(page.getByRole('grid').locator('[data-index]')).toHaveText([
    /aferri01Assegnato$|mdeluca01Assegnato$/,
    /aferri01Assegnato$|mdeluca01Assegnato$/,
  ]);
  await chip(/^Tutti/).click();
});

/** How high the rows are, and the cells whose text is not seen whole. */
const rowsAndCut = () =>
  desk.page
    .getByRole('grid')
    .locator('[data-index]')
    .evaluateAll((rows) => ({
      heights: [...new Set(rows.map((one) => (one as HTMLElement).offsetHeight))],
      cut: rows
        .flatMap((one) => [...one.querySelectorAll('td:not(:first-child)')])
        .filter((cell) => cell.scrollWidth > cell.clientWidth || cell.scrollHeight > cell.clientHeight)
        .map((cell) => cell.textContent),
    }));

test('the columns stand, whoever is in sight; in a narrow window a row has two lines, and none is cut', async () => {
  const { page } = desk;
  await open(page, 'Personale');
  const columns = () =>
    page.getByRole('columnheader').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x));
  const before = await columns();
  expect(await rowsAndCut()).toEqual({ heights: [37], cut: [] });
  await page.getByRole('searchbox', { name: 'Cerca per nome o e-mail' }).fill('paolo greco');
  await expect(page.getByRole('grid').locator('[data-index]')).toHaveCount(1);
  expect(await columns()).toEqual(before);
  await page.getByRole('searchbox', { name: 'Cerca per nome o e-mail' }).fill('');
  await page.setViewportSize({ width: 720, height: 900 });
  await expect.poll(rowsAndCut).toEqual({ heights: [47], cut: [] });
  // Only the width changes here. The list must notice that although the same rows stay in sight.
  for (const [width, height] of [
    [1440, 37],
    [1280, 47],
    [1440, 37],
  ] as const) {
    await page.setViewportSize({ width, height: 640 });
    await expect.poll(rowsAndCut).toEqual({ heights: [height], cut: [] });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('columns are chosen by keyboard, stay when the page is loaded again, and a list too wide scrolls', async () => {
  const { page } = desk;
  await page.setViewportSize({ width: 1024, height: 640 });
  await open(page, 'Personale');
  const button = page.getByRole('button', { name: 'Colonne', exact: true });
  await button.press('Enter');
  await expect(page.getByRole('checkbox', { name: 'Reparto' })).toBeFocused();
  for (const column of ['Inizio', 'Fine']) await page.getByRole('checkbox', { name: column }).press(' ');
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await expect(page.getByRole('columnheader', { name: 'Fine' })).toBeVisible();
  expect((await rowsAndCut()).cut).toEqual([]);
  // The focus brings what is out of sight.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await expect(button).toBeInViewport();
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Fine' })).toBeVisible();
  await button.press('Enter');
  await page.getByRole('button', { name: 'Colonne di partenza' }).press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Fine' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('marking who needs a user, on another service too; undone step by step', async () => {
  const { page } = desk;
  await page.getByRole('checkbox', { name: 'Seleziona Sara Cavallè' }).press(' ');
  await page.getByRole('button', { name: 'Serve un utente' }).click();
  await expect(row('Sara Cavallè').getByText('In attesa')).toBeVisible();
  await page.getByRole('button', { name: /Servizio/ }).click();
  await page.getByRole('option', { name: /^Panificio Sole/ }).click();
  await expect(row('Sara Cavallè').getByText('Non richiesto')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Seleziona Anna Ferri' }).press(' ');
  await page.getByRole('button', { name: 'Serve un utente' }).click();
  await expect(page.getByRole('button', { name: 'Assegna 1 utente' })).toBeVisible();
  await page.getByRole('button', { name: 'Assegna 1 utente' }).click();
  // Who has a user stands further down: only rows in sight are in the page.
  await page.getByRole('searchbox', { name: 'Cerca per nome o e-mail' }).fill('anna ferri');
  await expect(row('Anna Ferri')).toHaveText(/aferri01Da creare nel pannello$/);
  await page.locator('#page-title').focus();
  await page.keyboard.press('Control+z');
  await expect(row('Anna Ferri').getByText('In attesa')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(row('Anna Ferri').getByText('Non richiesto')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Cerca per nome o e-mail' }).fill('');
  await page.getByRole('button', { name: /Servizio/ }).click();
  await page.getByRole('option', { name: /^Studio Bianchi/ }).click();
  await expect(row('Sara Cavallè').getByText('In attesa')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('#page-title').focus();
  await page.keyboard.press('Control+z');
  await expect(row('Sara Cavallè').getByText('Non richiesto')).toBeVisible();
});

test('a user held by someone who left is freed after the panel, and goes to who waits', async () => {
  const { page } = desk;
  await page.getByRole('checkbox', { name: 'Seleziona Paolo Greco' }).press(' ');
  await page.getByRole('button', { name: 'Libera utente' }).click();
  const dialog = page.getByRole('dialog', { name: 'Liberare l’utente?' });
  await expect(dialog).toContainText(
    'Da eliminare nel pannello Aruba, libero quando Aruba lo conferma: pgreco01 (Paolo Greco).',
  );
  await dialog.getByRole('button', { name: 'Elimina e libera' }).click();
  await expect(page.getByText('Eliminazione di 1 utente in coda.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Assegna 1 utente' })).toHaveCount(0);
  await page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  await signIn(page);
  await expect(page.getByRole('button', { name: 'Assegna 1 utente' })).toBeVisible();
});

test('10,000 people: the list scrolls to its end, is filtered and sorted, and stays quick', async () => {
  const { page } = desk;
  await chooseFile(page, manyPeople(10_000));
  await page.getByRole('button', { name: /^Applica: 10\.?000 nuove/ }).click({ timeout: 20_000 });
  await expect(chip(/^Tutti 10\.?034$/)).toBeVisible({ timeout: 20_000 });
  const rows = page.getByRole('grid').locator('[data-index]');
  expect(await rows.count()).toBeLessThan(100);
  await rows.first().focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('grid').locator('[data-index="10033"]')).toBeInViewport({ ratio: 0.9 });
  await expect(page.getByRole('grid').locator('[data-index="10033"]')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(page.getByRole('grid').locator('[data-index="0"]')).toBeFocused();
  await rows.first().hover();
  await page.mouse.wheel(0, 150_000);
  await expect.poll(async () => Number(await rows.last().getAttribute('data-index'))).toBeGreaterThan(2000);
  await expect(page.getByRole('grid').locator('[data-index="0"]')).toBeFocused();
  await page.getByRole('searchbox', { name: 'Cerca per nome o e-mail' }).fill('prova04321');
  await expect(rows).toHaveText([/Prova Persona04321.*prova04321@grandestudio\.example/]);
  await page.getByRole('searchbox', { name: 'Cerca per nome o e-mail' }).fill('');
  await page.getByRole('button', { name: /Tutti i reparti/ }).click();
  await page.getByRole('option', { name: 'Revisione' }).click();
  await expect(rows.first().locator('td').nth(2)).toHaveText('Revisione');
  await page.getByRole('button', { name: 'Nome', exact: true }).click();
  const started = Date.now();
  await page.getByRole('button', { name: /^E-mail di servizio/ }).click();
  await expect(page.getByRole('columnheader', { name: /E-mail di servizio/ })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  expect(Date.now() - started).toBeLessThan(2000);
});

test('“Annulla l’operazione” never takes back something else than its message says', async () => {
  const { page } = desk;
  await open(page, 'Stato servizio');
  await open(page, 'Personale');
  await page.getByRole('searchbox', { name: 'Cerca per nome o e-mail' }).fill('cavall');
  await page.getByRole('checkbox', { name: 'Seleziona Sara Cavallè' }).press(' ');
  await page.getByRole('button', { name: 'Serve un utente' }).click();
  await expect(row('Sara Cavallè').getByText('In attesa')).toBeVisible();
  const undo = page
    .getByTestId('message')
    .filter({ hasText: '1 persona segnata' })
    .getByRole('button', { name: 'Annulla l’operazione' });
  await expect(undo).toBeVisible();
  // A newer step without a message of its own: the cart.
  await page.getByRole('button', { name: /^Aggiungi \d+ al carrello$/ }).click();
  await expect(title(page, 'Carrello')).toBeVisible();
  if ((await undo.count()) > 0) await undo.click();
  // If the undo was still offered, she no longer needs a user. Otherwise she still does. The cart is never
  // undone instead.
  await expect(page.getByRole('heading', { name: 'Il carrello è vuoto' })).toHaveCount(0);
});

test('the detail of a person lies beside the list also in a small window, and Escape closes it', async () => {
  const { page } = desk;
  await open(page, 'Personale');
  await page.setViewportSize({ width: 1024, height: 640 });
  const anna = row('Anna Ferri');
  await anna.click();
  const detail = card(page, 'Anna Ferri');
  await expect(detail).toBeVisible();
  // Beside: it overlaps the list's height, and can be seen without scrolling the page.
  const [list, beside] = [await page.getByRole('grid').boundingBox(), await detail.boundingBox()];
  expect(beside?.y).toBeLessThan((list?.y ?? 0) + (list?.height ?? 0));
  await expect(detail.getByRole('button', { name: 'Modifica' })).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(detail).toHaveCount(0);
  await expect(anna).toBeFocused();
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('a list that was left is where it was; meanwhile it is laid out, takes no room, and nobody can reach it', async () => {
  const { page } = desk;
  await open(page, 'Personale');
  await page.getByRole('grid').locator('[data-index]').first().focus();
  await page.keyboard.press('End');
  const last = page.getByRole('grid').locator('[data-index]').last();
  await expect(last).toBeInViewport();
  const index = (await last.getAttribute('aria-rowindex')) ?? '';
  await open(page, 'Preventivi');
  await page.setViewportSize({ width: 2560, height: 1440 });
  await expect(page.getByRole('grid')).toHaveCount(0);
  const room = await page.getByRole('main').evaluate(({ scrollHeight, clientHeight }) => ({
    needed: scrollHeight,
    there: clientHeight,
  }));
  expect(room.needed).toBe(room.there);
  // Hidden, it is still laid out, so that to open it again is only to paint it.
  const heights = await page.evaluate(() =>
    [...document.querySelectorAll('[data-resting] h1')].map((one) => one.getBoundingClientRect().height),
  );
  expect(heights.length).toBeGreaterThan(1);
  expect(Math.min(...heights)).toBeGreaterThan(10);
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, 'Personale');
  await expect(last).toHaveAttribute('aria-rowindex', index);
  await expect(last).toBeInViewport();
});
