// Reminders, and the calendar file that keeps itself up to date, in a studio of one's own. By keyboard only.
// A sample does neither (rule J1).
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Locator } from 'playwright-core';
import { addDays, romeDay } from '../../core/kernel/day.ts';
import { sampleVatCode } from '../../electron/simulator/sample/sample-vat-code.ts';
import { open, title } from '../../electron/tour/hands.ts';
import { axeFindings } from './axe.ts';
import { sharedDesk, test } from './desk.ts';
import { ownDownloads } from './downloads.ts';
import { keysOn } from './keys.ts';

test.describe.configure({ mode: 'serial' });
const { downloads, saved } = ownDownloads();
const today = romeDay(Date.now());
const desk = sharedDesk({
  alone: true,
  own: [30, 7, 1].map((days) => ({
    holder: `Cliente fra ${days} giorni`,
    vatCode: sampleVatCode(`0123456${String(100 + days)}`),
    kind: 'e-invoicing',
    expiry: addDays(today, days),
  })),
});
const { press, type, reach, does, palette } = keysOn(desk);

interface Shown {
  readonly title: string;
  readonly body: string;
}

/** What the system was asked to show since the start. Without a window the program prints a line for each. */
const shown = (): readonly Shown[] =>
  [...desk.program.printed().matchAll(/^Notification: (.*)$/gm)].map(
    ([, line]) => JSON.parse(line ?? '') as Shown,
  );
const field = (name: string): Locator => desk.page.getByRole('textbox', { name });
const toggle = (name: string): Locator => desk.page.getByRole('switch', { name });
const button = (name: string): Locator => desk.page.getByRole('button', { name });
const file = join(downloads, 'scadenze-allinea.ics');
const calendar = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

async function retype(control: Locator, words: string): Promise<void> {
  await reach(control);
  await press('Control+a');
  await type(words);
  await press('Enter');
}

test('what is due is told by the system, together and in words, once the hours are not quiet', async () => {
  await palette('promemoria');
  await expect(title(desk.page, 'Impostazioni')).toBeVisible();
  await expect(field('Giorni prima di una scadenza')).toHaveValue('30, 7, 1');
  await expect(field('Giorni dopo un ordine non pagato')).toHaveValue('7, 30');
  await does(toggle('Ore di silenzio'), 'Space');
  await does(toggle('Anche di sabato e domenica'), 'Space');
  await expect.poll(() => shown().length).toBeGreaterThan(0);
  const first = shown();
  expect(first.length).toBeLessThanOrEqual(3);
  for (const { title: who, body } of first) {
    expect(who).not.toBe('');
    expect(body).toMatch(/(?:oggi|fra \d+ giorn[oi]|giorn[oi] fa)/);
  }
  expect(new Set(first.map((one) => JSON.stringify(one))).size).toBe(first.length);
});

test('neither another window nor another start shows the same reminder again', async () => {
  const { page } = desk;
  const before = shown().length;
  const second = page.context().waitForEvent('page');
  await press('Control+Shift+n');
  await (await second).getByRole('heading', { level: 1 }).waitFor();
  expect(shown()).toHaveLength(before);
  await (await second).close();
  await desk.restart();
  await palette('promemoria');
  await expect(toggle('Ore di silenzio')).not.toBeChecked();
  expect(shown()).toEqual([]);
});

test('days and hours are checked where they are typed, hold at once, and are taken back', async () => {
  const { page } = desk;
  await palette('promemoria');
  await retype(field('Giorni prima di una scadenza'), '30, sette');
  await expect(page.getByText(/^Servono numeri da 0 a 365/)).toBeVisible();
  await expect(field('Giorni prima di una scadenza')).toHaveAttribute('aria-invalid', 'true');
  await press('Escape');
  await expect(field('Giorni prima di una scadenza')).toHaveValue('30, 7, 1');
  await retype(field('Giorni prima di una scadenza'), '3 14;3');
  await expect(field('Giorni prima di una scadenza')).toHaveValue('14, 3');
  await reach(toggle('Ore di silenzio'));
  await press('Space');
  await retype(field('Dalle'), '25');
  await expect(page.getByText(/^Serve un’ora/)).toBeVisible();
  // Every other key does what it usually does.
  await press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Cerca persone, servizi' })).toBeFocused();
  await press('Escape');
  await retype(field('Dalle'), '8.00');
  await expect(page.getByText(/^Inizio e fine coincidono/)).toBeVisible();
  await retype(field('Dalle'), '20:30');
  await expect(field('Dalle')).toHaveValue('20:30');
  await reach(toggle('Mostra i promemoria'), 'Shift+Tab');
  await press('Control+z');
  await expect(field('Dalle')).toHaveValue('19:00');
  await press('Control+z');
  await expect(field('Dalle')).toHaveCount(0);
  await press('Control+z');
  await expect(field('Giorni prima di una scadenza')).toHaveValue('30, 7, 1');
});

test('the calendar is chosen once and rewrites itself; a missing folder is told, and written to when it is back', async () => {
  const { page } = desk;
  await does(button('Tieni aggiornato…'));
  await saved('.ics');
  await expect(page.getByText(file, { exact: true })).toBeVisible();
  expect(calendar()).toMatch(
    /^BEGIN:VCALENDAR\r\n[^]*REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n[^]*SUMMARY:Scade: /,
  );
  await reach(button('Italiano Lingua'), 'Shift+Tab');
  await press('Enter');
  await page.getByRole('option', { name: 'English' }).waitFor();
  await press('End');
  await press('Enter');
  await expect.poll(calendar, { timeout: 20_000 }).toContain('SUMMARY:Expires: ');
  const uids = (text: string): readonly string[] => text.match(/^UID:.*$/gm) ?? [];
  expect(new Set(uids(calendar())).size).toBe(uids(calendar()).length);

  const away = `${downloads}-away`;
  renameSync(downloads, away);
  await reach(button('English Language'), 'Shift+Tab');
  await press('Enter');
  await page.getByRole('option', { name: 'Italiano' }).waitFor();
  await press('Home');
  await press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Il calendario non è aggiornato.' })).toBeVisible({
    timeout: 20_000,
  });
  await palette('stato servizio');
  await expect(page.getByRole('alert').filter({ hasText: 'Il calendario non è aggiornato.' })).toBeVisible();
  renameSync(away, downloads);
  await expect.poll(calendar, { timeout: 40_000 }).toContain('SUMMARY:Scade: ');
  await expect(page.getByRole('alert').filter({ hasText: 'Il calendario' })).toHaveCount(0);
  await palette('rinnovi');
  await does(button('Smetti di aggiornare'));
  await expect(button('Tieni aggiornato…')).toBeVisible();
});

test.describe('in the sample', () => {
  const sample = sharedDesk();

  test('nothing is notified and no calendar can be chosen: the screen says so', async () => {
    const { page } = sample;
    await open(page, 'Impostazioni');
    await page.getByRole('switch', { name: 'Ore di silenzio' }).press('Space');
    await page.getByRole('switch', { name: 'Anche di sabato e domenica' }).press('Space');
    await expect(page.getByText('Nello studio di esempio non parte nessun avviso')).toBeVisible();
    // The renewals, which may already be made, say the same.
    const unwritten = page.getByText('Nello studio di esempio non si scrive nessun calendario');
    await expect(unwritten.filter({ visible: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Tieni aggiornato…' })).toHaveCount(0);
    expect(sample.program.printed()).not.toMatch(/^Notification/m);
  });
});

test('axe finds nothing on the screen of the reminders', async () => {
  await palette('promemoria');
  expect(await axeFindings(desk.page)).toEqual([]);
});
