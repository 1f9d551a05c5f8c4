// All expiries: the timeline, the sessions, the common date, and a session ordered as a whole. Nothing here
// is clicked.
import { rmSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Locator } from 'playwright-core';
import { extractText } from 'unpdf';
import { signIn, title } from '../../electron/tour/hands.ts';
import { sharedDesk, test } from './desk.ts';
import { ownDownloads } from './downloads.ts';
import { keysOn } from './keys.ts';

test.describe.configure({ mode: 'serial' });
const { downloads, saved } = ownDownloads();

const desk = sharedDesk();
const { press: key, reach, palette } = keysOn(desk);
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const one of keys) await key(one);
};

const button = (name: string | RegExp): Locator => desk.page.getByRole('button', { name });
const proposed = (): Locator =>
  desk.page.getByRole('list', { name: 'Sessioni proposte' }).getByRole('listitem');

test('all services on one line of time, and the same in a table', async () => {
  const { page } = desk;
  await palette('rinnovi');
  await expect(title(page, 'Rinnovi')).toBeFocused();
  await expect(page.getByText('Sessioni di rinnovo in 12 mesi')).toBeVisible();
  const list = page.getByRole('list', { name: 'Servizi sulla linea del tempo' });
  const bars = list.getByRole('img');
  await expect(bars).toHaveCount(11);
  await expect(bars.first()).toHaveAccessibleName(
    /^Farmacia Conti: scaduto il .*, si può riattivare fino al /,
  );
  const label = (index: number): Locator => list.locator(`[data-index="${index}"]`);
  await reach(label(0));
  await press('ArrowDown', 'ArrowDown');
  await expect(label(2)).toBeFocused();
  await press('End');
  await expect(label(10)).toBeFocused();
  await press('Home', 'Enter');
  await expect(title(page, 'Farmacia Conti')).toBeVisible();
  await palette('rinnovi');
  await reach(button(/^Tabella$/));
  await press('Enter');
  const table = page.getByRole('table', { name: 'Scadenze di tutti i servizi' });
  await expect(table.getByRole('row')).toHaveCount(12);
  await expect(table.getByRole('row').filter({ hasText: 'Autotrasporti Ferrara' })).toContainText(
    'Automatico',
  );
  await reach(button('Linea del tempo'), 'Shift+Tab');
  await press('Enter');
});

test('the flag and the days of the sessions lie below the names of the months, and no row is cut', async () => {
  const { page } = desk;
  const boxes = (id: string) =>
    page
      .getByTestId(id)
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
  const ticks = await boxes('tick');
  const days = await boxes('session-day');
  const flag = await page.getByRole('slider', { name: 'Data comune' }).boundingBox();
  expect(days.length).toBeGreaterThan(0);
  const lowest = Math.max(...ticks.map(({ bottom }) => bottom));
  expect(flag?.y).toBeGreaterThanOrEqual(lowest);
  for (const [at, one] of days.entries()) {
    expect(one.top).toBeGreaterThanOrEqual(lowest);
    // Neither on the day before nor under the flag.
    expect(one.left).toBeGreaterThan(days[at - 1]?.right ?? 0);
    expect(one.right < (flag?.x ?? 0) || one.left > (flag?.x ?? 0) + (flag?.width ?? 0)).toBe(true);
  }
  // A dozen services need no scrolling inside the page.
  const inside = await page.getByTestId('timeline').evaluate((one) => one.scrollHeight - one.clientHeight);
  expect(inside).toBeLessThanOrEqual(0);
});

test('money by month: a part for each client, its sums by keyboard, the same numbers as a table and copied', async () => {
  const { page } = desk;
  const card = page.getByRole('region', { name: 'Uscite per mese' });
  const bars = card.getByRole('list', { name: 'Uscite per mese' }).getByRole('button');
  await bars.first().focus();
  await press('End', 'Enter');
  await expect(bars.last()).toHaveAttribute('aria-expanded', 'true');
  const name = (await bars.last().getAttribute('aria-label')) ?? '';
  const [month = '', gross = ''] = name.split(': ');
  await expect(card.getByRole('list', { name: month }).getByRole('listitem').last()).toHaveText(
    new RegExp(`^Totale${gross.slice(0, 4)}`),
  );
  await expect(card.getByRole('list', { name: 'Colori dei clienti' })).toContainText(/altri \d clienti/);
  await card.getByRole('button', { name: 'Tabella: Uscite per mese' }).press('Enter');
  const table = card.getByRole('table', { name: 'Uscite per mese' });
  await expect(table.getByRole('columnheader')).toHaveCount(8);
  await expect(table.getByRole('row').last()).toContainText(gross.slice(0, 4));
  await card.getByRole('button', { name: 'Copia: Uscite per mese' }).press('Enter');
  await expect(page.getByTestId('message').last()).toContainText(/[Cc]opiat/);
  await card.getByRole('button', { name: 'Tabella: Uscite per mese' }).press('Enter');
});

test('the calendar is written as a file', async () => {
  await reach(button('Esporta calendario'), 'Shift+Tab');
  await press('Enter');
  expect((await saved('.ics')).toString('utf8')).toMatch(/^BEGIN:VCALENDAR\r\n[^]*BEGIN:VEVENT/);
});

test('the common date moves by keys, and the sum over all services follows', async () => {
  const { page } = desk;
  const date = page.getByRole('slider', { name: 'Data comune' });
  await reach(date);
  const figure = page.getByRole('group', { name: 'Data comune' });
  const sum = async (): Promise<number> =>
    Number(
      /([\d.]+,\d\d)/
        .exec((await figure.textContent()) ?? '')?.[1]
        ?.replaceAll('.', '')
        .replace(',', '.'),
    );
  const before = await sum();
  await press('PageUp', 'PageUp');
  await expect.poll(sum).toBeGreaterThan(before);
  await expect(date).toHaveAttribute('aria-valuetext', /portare lì \d+ servizi: /);
  await press('Home');
  await expect(figure).toContainText('portare lì 0 servizi: 0,00');
});

test('a list that opens at the lower edge of the window opens above its button, whole, and Escape closes it', async () => {
  const { page } = desk;
  await palette('rinnovi');
  await page.setViewportSize({ width: 1024, height: 450 });
  const years = button(/Periodo/);
  for (const [block, isAbove] of [
    ['end', true],
    ['start', false],
  ] as const) {
    await years.evaluate((element, at) => element.scrollIntoView({ block: at }), block);
    const at = await years.boundingBox();
    await years.focus();
    await press('Enter');
    const list = await page.getByRole('listbox').boundingBox();
    if (list === null || at === null) throw new Error('Both are shown');
    expect([list.y > 0, list.y + list.height < 450, list.x > 0], block).toEqual([true, true, true]);
    expect([list.y + list.height < at.y, list.y > at.y + at.height]).toEqual([isAbove, !isAbove]);
    await press('Escape');
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await expect(years).toBeFocused();
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('another way to pay makes another plan', async () => {
  const { page } = desk;
  const sessions = proposed();
  const first = await sessions.first().textContent();
  await reach(button(/^Pagamento:|Bonifico Pagamento/), 'Shift+Tab');
  await press('Enter');
  await page.getByRole('option', { name: 'Bollettino in bianco' }).waitFor();
  await press('End', 'Enter');
  await expect(sessions.first()).not.toHaveText(first ?? '');
  await reach(button(/Bollettino in bianco/));
  await press('Enter', 'Home', 'Enter');
  await expect(button(/Carta/).first()).toBeVisible();
  // The plan before stays until the next one is there.
  await expect(page.getByRole('region', { name: 'Sessioni proposte' })).toContainText('Carta');
});

test('a day is refused to the plan, another is asked for, and both are given back', async () => {
  const { page } = desk;
  const sessions = proposed();
  const notOn = sessions.first().getByRole('button', { name: /^Non / });
  const name = (await notOn.getAttribute('aria-label')) ?? '';
  await reach(notOn);
  await press('Enter');
  await expect(button(name)).toHaveCount(0);
  const chosen = page.getByRole('group', { name: 'Giorni scelti' }).getByRole('button');
  await expect(chosen).toHaveCount(1);
  await reach(page.getByRole('textbox', { name: /^Anche il/ }));
  await page.keyboard.type('31/02/2027');
  await press('Enter');
  await expect(page.getByText('Un giorno da oggi alla fine del periodo')).toBeVisible();
  await press('Control+a');
  await page.keyboard.type(
    await page.evaluate(() => new Date(Date.now() + 5 * 86_400_000).toLocaleDateString('it-IT')),
  );
  await press('Enter');
  for (const left of [2, 1]) {
    await expect(chosen).toHaveCount(left);
    await reach(chosen.first(), 'Shift+Tab');
    await press('Enter');
  }
  await expect(chosen).toHaveCount(0);
  await expect(button(name)).toBeVisible();
});

test('assumptions beside the plan are saved under a name, compared, and taken back', async () => {
  const { page } = desk;
  await reach(page.getByRole('slider', { name: 'Data comune' }), 'Shift+Tab');
  await press('PageUp', 'PageUp', 'PageUp', 'PageUp');
  await palette('ipotesi');
  const dialog = page.getByRole('dialog', { name: 'Ipotesi e scenari' });
  const table = dialog.getByRole('table', { name: 'Scenari a confronto' });
  const difference = table.getByRole('row', { name: /^Differenza/ }).getByRole('cell');
  await expect(difference.nth(1)).toHaveText(/^0,00/);
  await reach(dialog.getByRole('textbox', { name: 'Aumento dal prossimo rinnovo, %' }));
  await press('Control+a');
  await page.keyboard.type('7,5');
  await expect(difference.nth(1)).toHaveText(/^\+[1-9]/);
  await reach(dialog.getByRole('switch'));
  await press(' ');
  const now = table
    .getByRole('row', { name: /^Estensione pagata oggi/ })
    .getByRole('cell')
    .nth(1);
  await expect(now).toHaveText(/^[1-9]/);
  const asked = (await now.textContent()) ?? '';
  await reach(dialog.getByRole('textbox', { name: /^Fino al/ }));
  for (const [typed, wrong] of [
    ['31/12/2020', true],
    ['domani', true],
    [await page.evaluate(() => new Date(Date.now() + 700 * 86_400_000).toLocaleDateString('it-IT')), false],
  ] as const) {
    await press('Control+a');
    await page.keyboard.type(typed);
    await expect(dialog.getByText('Un giorno da domani, entro dieci anni')).toBeVisible({ visible: wrong });
    if (wrong) await expect(now).toHaveText(asked);
  }
  await expect(now).not.toHaveText(asked);
  await reach(dialog.getByRole('textbox', { name: 'Nome dello scenario' }));
  await page.keyboard.type('Più caro');
  await press('Enter');
  await expect(table.getByRole('columnheader', { name: 'Più caro' })).toBeVisible();
  const total = table.getByRole('row', { name: /^Totale/ }).getByRole('cell');
  await expect(total.nth(2)).toHaveText((await total.nth(1).textContent()) ?? '');
  const cents = (text: string | null): number => Number((text ?? '').replaceAll(/[^\d]/g, ''));
  const clients = dialog
    .getByRole('table', { name: /^Per cliente/ })
    .getByRole('row')
    .locator('td:last-child');
  expect((await clients.allTextContents()).reduce((sum, one) => sum + cents(one), 0)).toBe(
    cents(await total.nth(1).textContent()),
  );
  await reach(dialog.getByRole('button', { name: 'Elimina lo scenario Più caro' }), 'Shift+Tab');
  await press('Enter');
  await expect(table.getByRole('columnheader', { name: 'Più caro' })).toHaveCount(0);
  // The button with the focus is gone. The dialog takes the focus in the next frame.
  await expect.poll(() => dialog.evaluate((one) => one.contains(document.activeElement))).toBe(true);
  await press('Escape');
  await expect(dialog).toHaveCount(0);
  await press('Control+z');
  await palette('ipotesi');
  await expect(table.getByRole('columnheader', { name: 'Più caro' })).toBeVisible();
  await press('Escape');
});

test('a session is prepared, reviewed and ordered as a whole, and its payments are listed', async () => {
  const { page } = desk;
  const prepare = (await button(/^Prepara la sessione di .*: \d+ servizi$/).textContent()) ?? '';
  await reach(button(prepare), 'Shift+Tab');
  await press('Enter');
  await expect(title(page, 'Sessione di rinnovi')).toBeFocused();
  await reach(button(/^Prepara \d+ carrell/));
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'Ordina tutto insieme' })).toBeFocused();
  const rows = page.getByRole('table', { name: 'Servizi della sessione' }).getByRole('row');
  const count = (await rows.count()) - 1;
  expect(count).toBeGreaterThan(1);
  await expect(rows.filter({ hasText: 'Nel carrello' })).toHaveCount(count);
  // A session is paid as the plan says. Another method is chosen for this session alone.
  await expect(page.getByRole('radio', { name: /^Carta/ })).toBeChecked();
  await reach(page.getByRole('radio', { name: /^Carta/ }));
  await press('ArrowDown', 'ArrowDown');
  await expect(page.getByRole('radio', { name: /^Bonifico/ })).toBeChecked();
  for (const clause of ['Accetto le condizioni', 'Approvo specificamente', 'Ho letto']) {
    await reach(page.getByRole('checkbox', { name: clause }));
    await press(' ');
  }
  const total = await page.getByTestId('session-total').textContent();
  await reach(button(`Conferma ${count} ordini`));
  await press('Enter');
  await expect(rows.filter({ hasText: 'Da inviare' })).toHaveCount(count);
  await expect(page.getByRole('heading', { name: 'Da pagare' })).toBeFocused();
  await expect(page.getByTestId('session-total')).toHaveText(total ?? '');
  // Orders without a number cannot be paid yet, so there is nothing to print.
  await expect(page.getByText(/^Non ancora pagabili: \d+ ordini, [\d.]+,\d\d/)).toBeVisible();
  await expect(button('PDF con codici QR')).toBeDisabled();
  await palette('accesso');
  await signIn(page);
  await expect(rows.filter({ hasText: 'Attesa pagamento' })).toHaveCount(count);
  await expect(page.getByTestId('session-to-pay')).toHaveText(total ?? '');
  // An ordered service is not prepared again, neither there nor from the plan.
  await expect(button(/^Prepara \d+ carrell/)).toHaveCount(0);
  await expect(page.getByText('Ordina tutto insieme')).toHaveCount(0);
  const day = /sessione di (.*): \d+ servizi/.exec(prepare)?.[1] ?? '';
  await palette('rinnovi');
  const session = proposed().filter({ hasText: day });
  await expect(session).toContainText(`tutti ordinati: ${count}`);
  await expect(button(`Prepara la sessione di ${day}`)).toHaveCount(0);
  await reach(session.getByRole('button', { name: /^Apri/ }));
  await press('Enter');
  await expect(rows.filter({ hasText: 'Attesa pagamento' })).toHaveCount(count);
});

test('the payment list of the session as PDF: the figures on screen, a reference and an account each, codes drawn by the shell', async () => {
  const { page } = desk;
  const shown = await page.getByRole('list', { name: 'Da pagare' }).getByRole('listitem').allTextContents();
  const total = (await page.getByTestId('session-to-pay').textContent()) ?? '';
  await reach(button('PDF con codici QR'));
  await press('Enter');
  const pdf = await saved('.pdf');
  if (process.env['ALLINEA_PICTURES']) writeFileSync(`${process.env['ALLINEA_PICTURES']}/pagamenti.pdf`, pdf);
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
  const amounts = (words: string): readonly string[] => words.match(/[\d.]*\d,\d\d/g) ?? [];
  const references = shown.map((line) => /^\d{8}/.exec(line)?.[0] ?? 'no number');
  for (const words of [
    ...references,
    'IT98 O999 9900 0000 0000 0123 456',
    'Da pagare ora, IVA inclusa',
    'Studio Bianchi',
  ])
    expect(text).toContain(words);
  // One row for each payment, then the sum of the transfers and the total.
  expect(amounts(text).toSorted()).toEqual(
    [...shown.flatMap(amounts), ...amounts(total), ...amounts(total)].toSorted(),
  );
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 (?:594|595)\.?\d* (?:841|842)\.?\d*\]/);
});

test('a folder that cannot be written is told, and nothing else happens', async () => {
  const { page } = desk;
  rmSync(downloads, { recursive: true });
  writeFileSync(downloads, '');
  for (const name of ['PDF con codici QR', 'Excel']) {
    await reach(button(name));
    await press('Enter');
    await expect(page.getByText(/^Il file non si può scrivere/)).toBeVisible();
  }
});
