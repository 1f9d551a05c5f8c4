// Services in several Aruba accounts (rule J5): filters and groups by how they are looked after, sessions by
// account, and what the firm recharges to its clients.
import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import { romeDay } from '../../core/kernel/day.ts';
import { open, press, search, title } from '../../electron/tour/hands.ts';
import { readBook } from '../support/read-book.ts';
import { axeFindings } from './axe.ts';
import { sharedDesk, test } from './desk.ts';
import { accountList, mainAccount } from './account-files.ts';
import { ownDownloads } from './downloads.ts';

test.describe.configure({ mode: 'serial' });

const { saved } = ownDownloads();
const desk = sharedDesk({ own: [] });

const page = (): Page => desk.page;
const button = (name: string | RegExp, options: { readonly exact?: boolean } = {}): Locator =>
  page().getByRole('button', { name, ...options });
const holders = (): Promise<string[]> =>
  page()
    .getByRole('button', { name: /^Cliente \d+ srl$/ })
    .allInnerTexts();
const cents = (text: string): number => Number(text.replaceAll(/[^\d]/g, ''));

/** Chooses by keyboard alone: opens the list, types the first letters, confirms. */
async function choose(list: RegExp, option: string): Promise<void> {
  await press(button(list), 'Enter');
  await expect(page().getByRole('listbox')).toBeVisible();
  await page().keyboard.type(option);
  await expect(page().getByRole('option', { name: new RegExp(`^${option}`) })).toBeFocused();
  await page().keyboard.press('Enter');
  await expect(page().getByRole('listbox')).toHaveCount(0);
}

async function axe(): Promise<void> {
  expect(await axeFindings(page())).toEqual([]);
}

test('24 services in three accounts and some of which nobody has said it', async () => {
  await button('Importa servizi').click();
  const choosing = page().waitForEvent('filechooser');
  await button('Scegli file').click();
  await (
    await choosing
  ).setFiles({
    name: 'servizi.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(accountList(romeDay(Date.now()))),
  });
  await expect(page().getByText('24 nuovi, 0 cambiati, 0 uguali, 0 da correggere')).toBeVisible();
  await page().keyboard.press('Control+Enter');
  await expect(title(page(), 'Servizi')).toBeVisible();
  await expect(
    page().getByText(`${mainAccount} · account dello studio · Maria Bassi · paga lo studio`),
  ).toBeVisible();
});

test('filters by keyboard: what is on is seen, and removed one by one', async () => {
  await choose(/Account Aruba:$/, mainAccount);
  await expect(page().getByText('6 di 24 servizi')).toBeVisible();
  await choose(/Chi lo segue:$/, 'Luca Neri');
  await expect(page().getByText('2 di 24 servizi')).toBeVisible();
  expect(await holders()).toEqual(['Cliente 5 srl', 'Cliente 17 srl']);
  const on = page().getByRole('group', { name: 'Filtri attivi' });
  await expect(on.getByRole('button')).toHaveText([
    `Account Aruba: ${mainAccount} ×`,
    'Chi lo segue: Luca Neri ×',
  ]);
  await axe();
  await press(button('Togli il filtro Chi lo segue: Luca Neri'), 'Enter');
  await expect(page().getByText('6 di 24 servizi')).toBeVisible();
  // The button is gone, and the focus is on the first filter.
  await expect(button(`${mainAccount} Account Aruba:`)).toBeFocused();
});

test('what nobody has said is a filter too', async () => {
  await choose(/Account Aruba:$/, 'non detto');
  await expect(page().getByText('6 di 24 servizi')).toBeVisible();
  expect((await holders())[0]).toBe('Cliente 4 srl');
});

test('groups with count, users and next expiry; they close by keyboard', async () => {
  await button('Togli tutti i filtri').click();
  await expect(page().getByText(/di 24 servizi/)).toHaveCount(0);
  await choose(/Raggruppa:$/, 'Account Aruba');
  const heads = page().getByRole('rowheader').getByRole('button');
  await button('Comprimi tutti').click();
  await expect(heads).toHaveText([
    /^99@aruba\.it6 servizi12 utentiprossima scadenza \d\d\/\d\d\/\d{4}$/,
    /^990123@aruba\.it6 servizi12 utenti/,
    /^8841207@aruba\.it6 servizi12 utenti/,
    /^Account Aruba: non detto6 servizi12 utenti/,
  ]);
  await press(heads.nth(1), 'ArrowRight');
  expect((await holders())[0]).toBe('Cliente 2 srl');
  await expect(heads.nth(1)).toHaveAttribute('aria-expanded', 'true');
  await press(heads.nth(1), 'ArrowLeft');
  expect(await holders()).toEqual([]);
  await axe();
});

test('what was chosen stays while a person opens a service and comes back', async () => {
  await choose(/Chi paga:$/, 'il cliente');
  await press(page().getByRole('rowheader').getByRole('button').first(), 'ArrowRight');
  await press(button(/^Cliente 2 srl$/), 'Enter');
  await expect(title(page(), 'Cliente 2 srl')).toBeVisible();
  await page().keyboard.press('Alt+ArrowLeft');
  await expect(title(page(), 'Servizi')).toBeVisible();
  await expect(button('Togli il filtro Chi paga: il cliente')).toBeVisible();
  await expect(button('Account Aruba Raggruppa:')).toBeVisible();
  expect(await holders()).toContain('Cliente 2 srl');
});

test('what the list shows is kept under a name, and found again by it', async () => {
  await press(button('Salva, viste salvate'), 'Enter');
  await page().keyboard.type('Paga il cliente');
  await page().keyboard.press('Enter');
  await expect(button('Paga il cliente, viste salvate')).toBeFocused();
  await page().keyboard.press('Enter');
  await expect(button('Paga il cliente', { exact: true })).toBeFocused();
  await axe();
  await page().keyboard.press('Escape');
  // Opened anew the list shows all; its groups stay.
  await open(page(), 'Rinnovi');
  await open(page(), 'Servizi');
  await expect(button('Togli il filtro Chi paga: il cliente')).toHaveCount(0);
  await choose(/Raggruppa:$/, 'Nessuno');
  await open(page(), 'Rinnovi');
  await search(page(), 'paga il cl');
  await expect(title(page(), 'Servizi')).toBeVisible();
  await expect(button('Togli il filtro Chi paga: il cliente')).toBeVisible();
  await expect(button('Account Aruba Raggruppa:')).toBeVisible();
  await expect(button('Paga il cliente, viste salvate')).toBeVisible();
});

test('an empty result keeps the filters in sight and says how to clear them', async () => {
  await page().getByRole('searchbox', { name: 'Cerca intestatario o partita IVA' }).fill('nessuno così');
  await expect(
    page().getByText(/Nessun servizio corrisponde a Ricerca: nessuno così; Chi paga: il cliente\./),
  ).toBeVisible();
  await expect(page().getByText('0 di 24 servizi')).toBeVisible();
  await axe();
  await press(button('Togli tutti i filtri').last(), 'Enter');
  await expect(button('Togli tutti i filtri')).toHaveCount(0);
  await expect(page().getByRole('searchbox').first()).toHaveValue('');
});

test('the plan says which sign-ins each day needs; its list takes the same filters and groups', async () => {
  await open(page(), 'Rinnovi');
  const sessions = page().getByRole('list', { name: 'Sessioni proposte' });
  await expect(sessions.getByRole('listitem').first()).toContainText(
    /3 accessi: 99@aruba\.it, \d servizi, [\d,]+\s€; 990123@aruba\.it/,
  );
  await button(/^Tabella$/).click();
  await choose(/Raggruppa:$/, 'Sessione e account');
  const heads = page().getByRole('rowheader').getByRole('button');
  await expect(heads.first()).toHaveText(/^Sessione del \d\d\/\d\d\/\d{4} · 99@aruba\.it/);
  await choose(/Chi paga:$/, 'il cliente');
  await expect(page().getByText('6 di 24 servizi')).toBeVisible();
  await choose(/Account Aruba:$/, mainAccount);
  await expect(
    page().getByText(
      /Nessun servizio corrisponde a Account Aruba: 8841207@aruba\.it; Chi paga: il cliente\./,
    ),
  ).toBeVisible();
  await button('Togli tutti i filtri').first().click();
  await axe();
});

test('a session lies under its accounts, which add up to its total', async () => {
  await button(/^Apri la sessione|^Prepara la sessione/)
    .first()
    .click();
  await expect(title(page(), 'Sessione di rinnovi')).toBeVisible();
  await expect(
    page().getByText(
      /Servono 3 accessi ad Aruba: un accesso serve solo i servizi del suo account\. Di \d servizi l’account non è detto\./,
    ),
  ).toBeVisible();
  const table = page().getByRole('table', { name: 'Servizi della sessione' });
  const heads = table.getByRole('row').filter({ has: page().getByRole('rowheader') });
  await expect(heads).toHaveText([
    /^99@aruba\.it/,
    /^990123@aruba\.it/,
    /^8841207@aruba\.it/,
    /^Account Aruba: non detto/,
  ]);
  await expect(table.getByText('compra il cliente', { exact: true }).first()).toBeVisible();
  const sums = await Promise.all(
    (await heads.all()).map(async (head) => cents(await head.getByRole('button').innerText())),
  );
  expect(sums.reduce((sum, part) => sum + part, 0)).toBe(
    cents(await page().getByTestId('session-total').innerText()),
  );
  await axe();
});

test('what the firm advances, by client, adds up to the plan and is saved as CSV and workbook', async () => {
  await open(page(), 'Rinnovi');
  const outflow = (await page().getByRole('group', { name: 'Uscite previste' }).textContent()) ?? '';
  const planned = cents(/([\d.]+,\d\d)/.exec(outflow)?.[1] ?? '');
  await press(button('Da riaddebitare'), 'Enter');
  await expect(title(page(), 'Da riaddebitare')).toBeVisible();
  expect(cents(await page().getByTestId('recharge-total').innerText())).toBe(planned);
  await expect(
    page().getByText(
      /^Somma: Paga lo studio, da riaddebitare .+ \+ Paga il cliente .+ \+ Da chiarire .+ = .+, come le uscite del piano\.$/,
    ),
  ).toBeVisible();
  await press(button(/^Cliente 1 srl$/), 'ArrowRight');
  await expect(button(/^Fatturazione Elettronica, dal .+ al .+, si paga il /)).toBeVisible();
  await axe();

  await button('CSV').click();
  const lines = (await saved('Da riaddebitare.csv')).toString('utf8').trimEnd().split('\r\n');
  expect(lines[0]).toBe('\ufeffChi paga;Cliente;Partita IVA;Rinnovi;Imponibile;IVA;Totale');
  // A cell with a comma stands in quotes, whichever separator a program takes.
  const rows = lines.slice(1).map((line) => line.split(';').map((cell) => cell.replaceAll('"', '')));
  expect(rows.length).toBe(25);
  expect(rows[0]?.slice(0, 2)).toEqual(['Paga lo studio, da riaddebitare', 'Cliente 1 srl']);
  for (const column of [4, 5, 6])
    expect(rows.slice(0, -1).reduce((sum, row) => sum + cents(row[column] ?? ''), 0)).toBe(
      cents(rows.at(-1)?.[column] ?? ''),
    );
  expect(cents(rows.at(-1)?.[6] ?? '')).toBe(planned);

  await choose(/Righe:$/, 'una per rinnovo');
  await button('Excel (.xlsx)').click();
  const book = readBook(await saved('Da riaddebitare.xlsx'));
  expect(book.rows.at(-1)?.at(-1)).toEqual({ amount: planned });
});

test('each amount says how it comes about, and a year has only its payments', async () => {
  const row = page()
    .getByRole('row')
    .filter({ has: button(/^Cliente 1 srl$/) });
  await row.getByRole('button', { name: /Come si arriva a IVA/ }).click();
  await expect(page().getByRole('dialog', { name: 'IVA' })).toContainText('Cliente 1 srl');
  await page().keyboard.press('Escape');
  await press(button(/Periodo:$/), 'Enter');
  await page()
    .getByRole('option', { name: /^pagamenti del/ })
    .last()
    .click();
  await expect(button(/^pagamenti del \d{4} Periodo:$/)).toBeVisible();
  await expect(page().getByTestId('recharge-total')).toBeVisible();
});
