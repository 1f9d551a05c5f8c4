// Invoices and mails that arrived from Aruba, in a studio of one's own: several files at once, one review,
// one step, one undo.
import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import { romeDay } from '../../core/kernel/day.ts';
import { open, title } from '../../electron/tour/hands.ts';
import { serviceList } from '../../electron/tour/own-files.ts';
import { axeFindings } from './axe.ts';
import { sharedDesk, test } from './desk.ts';
import { rowsOf } from './rows.ts';
import { archive, bar, barExpiry, long, monthly, notice, ofOrder, type Chosen } from './invoice-cases.ts';

test.describe.configure({ mode: 'serial' });

const today = romeDay(Date.now());
const desk = sharedDesk({ own: [] });

const page = (): Page => desk.page;
const button = (name: string | RegExp): Locator => page().getByRole('button', { name, exact: true });
const tick = (name: string | RegExp): Locator => page().getByRole('checkbox', { name });
const rowOf = (name: string | RegExp): Locator => page().getByRole('row', { name });

async function choose(...files: readonly Chosen[]): Promise<void> {
  const choosing = page().waitForEvent('filechooser');
  await button('Scegli file').click();
  await (await choosing).setFiles([...files]);
}

async function axe(): Promise<void> {
  expect(await axeFindings(page())).toEqual([]);
}

/** Sends a command as a screen does. Returns what it made. */
const submit = (command: object): Promise<Readonly<Record<string, readonly string[]>>> =>
  page().evaluate(async (sent) => {
    type Bridge = { call(name: string, payload: unknown): Promise<{ ok: boolean; value: never }> };
    const { allinea } = globalThis as unknown as { allinea: Bridge };
    const answer = await allinea.call('command/submit', sent);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.value;
  }, command);

test.beforeAll(async () => {
  await button('Importa servizi').click();
  await choose({ name: 's.csv', mimeType: 'text/csv', buffer: Buffer.from(serviceList(today)) });
  await expect(page().getByText('34 nuovi')).toBeVisible();
  await page().keyboard.press('Control+Enter');
  await expect(title(page(), 'Servizi')).toBeVisible();
  const details = { ...bar, kind: 'e-invoicing', expiry: barExpiry(today) };
  const entry = { about: null, details, source: { kind: 'typed' }, evidence: {} };
  await submit({ type: 'register/record', asOf: '2025-11-20', entries: [entry] });
});
test('an empty place that teaches', async () => {
  await open(page(), 'Fatture');
  await expect(page().getByText('Conta chi emette la fattura')).toBeVisible();
  await axe();
});

test('a signed invoice, a zip and a mail at once: each line beside its reading, and what is not taken', async () => {
  await choose(monthly(today), archive(today), notice(today));
  await expect(title(page(), 'Importa fatture')).toBeVisible();
  await expect(page().getByText('2 fatture, 1 e-mail, 1 file non letto')).toBeVisible();
  await expect(rowOf(/^Non letti/)).toBeFocused();
  await expect(rowOf(/Rinnovo Fatturazione Elettronica 1 anno/)).toContainText('Bar Centrale');
  await expect(rowOf(/Canone annuale servizio/)).toContainText('da chiarire');
  await expect(rowOf(/Storno utenti/)).toContainText('storno');
  await expect(page().getByText('Non si importano: 1 PEC, 1 dominio, 1 riga senza importo.')).toBeVisible();
  await axe();
  await page().keyboard.press('Enter');
  await expect(rowOf(/IT01879020517_rossi\.xml/)).toContainText('È una fattura di Rossi Forniture srl');
  await page().keyboard.press('End');
  await page().keyboard.press('Enter');
  await expect(page().getByText('Non serve: un file di metadati.')).toBeVisible();
  await axe();
});

test('an expiry is asked once, and never taken silently', async () => {
  await expect(tick(/^Prendi: Scadenza di Bar Centrale/)).toHaveCount(0);
  await button('È la scadenza (una già nota lo dice)').click();
  await expect(tick(/^Prendi: Scadenza di Bar Centrale/)).toBeChecked();
  await button('Cambia').click();
  await expect(tick(/^Prendi: Scadenza di Bar Centrale/)).toHaveCount(0);
  await button('È la scadenza (una già nota lo dice)').click();
  await expect(page().getByText('si ricorda con Conferma')).toBeVisible();
});

test('a line that nobody knows is asked; users that were given back say nothing', async () => {
  await expect(tick(/^Prendi: Fatturazione Elettronica - Utenti aggiuntivi/)).toBeChecked();
  await expect(tick(/^Prendi: Utenti aggiuntivi di Studio Marchetti/)).toHaveCount(0);
  await expect(button(/^Conferma 3/)).toBeVisible();
  await rowOf(/Canone annuale servizio/).click();
  await page()
    .getByRole('button', { name: /Che cos’è questa riga/ })
    .click();
  await page().getByRole('option', { name: 'Modulo Documenti' }).click();
  await page().getByRole('searchbox', { name: 'Cerca un servizio' }).fill('cliente 30');
  await page()
    .getByRole('button', { name: /^Cliente 30 srl/ })
    .click();
  await expect(rowOf(/Canone annuale servizio/)).toContainText('Cliente 30 srl');
  await expect(button(/^Conferma 4/)).toBeVisible();
  await rowOf(/Canone annuale servizio/).focus();
  await page().keyboard.press('Space');
  await expect(button(/^Conferma 3/)).toBeVisible();
  await page().keyboard.press('Space');
});

test('a mail gives what a person ticks; nothing of its link is anywhere, its IBAN is a hint', async () => {
  const mail = rowOf(/giorno .* È la scadenza di Cliente 4 srl/);
  await expect(mail).toContainText('da confermare');
  await mail.focus();
  await expect(page().getByText('L’e-mail mostra un IBAN (IT…3456)')).toBeVisible();
  await page().keyboard.press('Space');
  await expect(button(/^Conferma 5/)).toBeVisible();
  const shown = await page().content();
  for (const secret of ['S3cr3tT0ken', 'areaclienti.aruba.it', 'O999990'])
    expect(shown).not.toContain(secret);
});

test('Conferma is one step with one undo, and the same files change nothing after it', async () => {
  await page().keyboard.press('Control+Enter');
  await expect(title(page(), 'Fatture')).toBeVisible();
  await expect(page().getByText('Registrate 2 fatture: 2 dati nuovi nel registro.')).toBeVisible();
  await expect(rowOf(/VFE\/2026\/884/)).toContainText('Aruba PEC S.p.A.');
  await axe();
  await page().keyboard.press('Control+z');
  await expect(page().getByText('Conta chi emette la fattura')).toBeVisible();
  await page().keyboard.press('Control+y');
  await expect(rowOf(/VFE\/2026\/884/)).toBeVisible();
  await choose(monthly(today));
  await expect(rowOf(/VFE\/2026\/884/)).toContainText('già registrata');
  await expect(button(/^Conferma 0/)).toBeDisabled();
  // The answer is remembered: nothing is asked again.
  await expect(page().getByText('Aruba non lo dice')).toHaveCount(0);
  await button('Annulla').click();
});

test('the source of a fact is the line of the invoice', async () => {
  await open(page(), 'Servizi');
  await page()
    .getByRole('button', { name: /Gestisci: Bar Centrale/ })
    .click();
  await expect(
    page()
      .getByText(/fattura VFE\/2026\/884/i)
      .first(),
  ).toBeVisible();
});

test('what was recorded is found again by its words, and an invoice can be taken out', async () => {
  await open(page(), 'Fatture');
  await page()
    .getByRole('searchbox', { name: /Cerca numero/ })
    .fill('storno marchetti');
  await expect(rowOf(/VNC\/2026\/12/)).toBeVisible();
  await expect(rowOf(/VFE\/2026\/884/)).toHaveCount(0);
  await button('Togli dall’elenco').click();
  await expect(page().getByText('Nessuna fattura con queste parole.')).toBeVisible();
  await page().keyboard.press('Escape');
  await page().getByRole('button', { name: 'Annulla l’operazione' }).last().click();
  await page()
    .getByRole('searchbox', { name: /Cerca numero/ })
    .fill('');
  await expect(rowOf(/VNC\/2026\/12/)).toBeVisible();
});

test('a supplier that was added is seen and removed, with one undo', async () => {
  await choose(archive(today));
  await rowOf(/^Non letti/).focus();
  await page().keyboard.press('Enter');
  await rowOf(/IT01879020517_rossi\.xml/).click();
  await button('Aggiungi ai fornitori e rileggi').click();
  await expect(page().getByText('Rossi Forniture srl è tra i fornitori.')).toBeVisible();
  await expect(rowOf(/IT01879020517_rossi\.xml/)).toHaveCount(0);
  await button('Annulla').click();
  const added = page().getByRole('list', { name: 'Fornitori aggiunti' });
  await expect(added).toContainText('02342520158');
  await axe();
  await button('Togli Rossi Forniture srl').focus();
  await page().keyboard.press('Enter');
  await expect(added).toHaveCount(0);
  await page().keyboard.press('Control+z');
  await expect(added).toContainText('Rossi Forniture srl');
  await button('Togli Rossi Forniture srl').click();
  await choose(archive(today));
  await rowOf(/^Non letti/).focus();
  await page().keyboard.press('Enter');
  await expect(rowOf(/IT01879020517_rossi\.xml/)).toContainText('È una fattura di Rossi Forniture srl');
  await button('Annulla').click();
});

test('an invoice beside its purchase: what differs, and by how much', async () => {
  const serviceId = (await rowsOf(page())).find(
    ({ table, value }) => table === 'services' && value.holder === 'Studio Marchetti',
  )?.id;
  const { carts } = await submit({ type: 'cart/open', serviceId });
  await submit({ type: 'cart/quantity', cartId: carts?.[0], quantity: 2 });
  const { purchases } = await submit({ type: 'purchase/prepare', cartId: carts?.[0] });
  const purchaseId = purchases?.[0];
  await submit({ type: 'purchase/happened', purchaseId, what: { kind: 'composed' } });
  const receipt = { extension: true, net: null, gross: 10_000, usersUntil: null };
  await submit({
    type: 'purchase/happened',
    purchaseId,
    what: { kind: 'compared', day: today, receipt, cause: 'other', note: '' },
  });
  await submit({
    type: 'purchase/happened',
    purchaseId,
    what: { kind: 'ordered', day: today, orderNumber: 'MO 50012345', method: 'bank-transfer' },
  });
  await choose(ofOrder(today, 'MO50012345', 1080));
  await expect(rowOf(/^Acquisti a confronto/)).toBeVisible();
  await expect(rowOf(/ordine MO 50012345/)).toContainText(/mancano \d+ righe nella fattura/);
  await expect(rowOf(/Utenti aggiuntivi, P\.IVA/)).toContainText('1,00 € in più');
  await axe();
  await page().keyboard.press('Control+Enter');
  await expect(page().getByRole('button', { name: /Acquisto per Studio Marchetti/ })).toBeVisible();
});

test('sixty invoices with twelve hundred lines are read and confirmed at once', async () => {
  await choose(long(today));
  await expect(button('Conferma 1.200')).toBeVisible();
  await page().keyboard.press('End');
  await expect(rowOf(/Utente aggiuntivo 19/).last()).toBeVisible();
  await page().keyboard.press('Control+Enter');
  await expect(page().getByText('Registrate 60 fatture.')).toBeVisible();
});
