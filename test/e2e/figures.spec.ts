// Figures with their derivation. Rules, plans, receipts and price lists are compared side by side.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { card, open } from '../../electron/tour/hands.ts';
import { totalLines, totals } from '../../electron/tour/check.ts';
import { sharedDesk, test } from './desk.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk();
const studio = 'Studio Bianchi e Associati';
const figures = (expected: string) => expect.poll(() => totals(desk.page)).toBe(expected);
const derivation = () => desk.page.getByRole('dialog');
const toast = (text: string | RegExp) =>
  expect(desk.page.getByTestId('message').filter({ hasText: text })).toBeVisible();

test('an amount opens its derivation by Enter and closes by Escape', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: `Aggiungi: ${studio}` }).click();
  await figures('58,19 + 12,80 = 70,99');
  const amount = page.getByRole('button', { name: /^22,43\s€\. Come si arriva a Fatturazione Elettronica$/ });
  await amount.focus();
  await page.keyboard.press('Enter');
  await expect(derivation().getByRole('heading', { name: 'Fatturazione Elettronica' })).toBeVisible();
  for (const step of [
    '29,90 €, listino 10/2026',
    '9 mesi',
    'mese iniziato, mese intero',
    '1 × 29,90 × 9 / 12',
    '22,425 €',
    '22,43 €',
  ]) {
    await expect(derivation().getByText(step, { exact: true })).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(derivation()).toHaveCount(0);
  await expect(amount).toBeFocused();
});

test('net, VAT and total open theirs, and VAT says that it is rounded once', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: /Come si arriva a IVA 22%/ }).click();
  await expect(derivation().getByText('12,8018 €')).toBeVisible();
  await expect(derivation().getByText('Arrotondata una volta sul totale')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByTestId('gross').click();
  await expect(derivation().getByRole('term')).toHaveText(['Imponibile', 'IVA', 'Somma']);
  await expect(derivation().getByRole('definition')).toHaveText(['58,19 €', '12,80 €', '70,99 €']);
  await page.keyboard.press('Escape');
});

test('Confronta le regole: five totals side by side; one of them can be taken', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Confronta le regole' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lo stesso carrello con le cinque regole' });
  await expect(dialog.locator('tbody tr')).toHaveCount(5);
  await expect(dialog.getByRole('row').filter({ hasText: 'mese iniziato, mese intero' })).toContainText(
    '70,99 €',
  );
  await expect(dialog.getByRole('row').filter({ hasText: 'solo mesi completi' })).toContainText(
    /64,42\s€.*-6,57\s€/,
  );
  await dialog.getByRole('button', { name: 'Usa questa: solo mesi completi' }).click();
  await expect(
    dialog.getByRole('row').filter({ hasText: 'solo mesi completi' }).getByText('in uso'),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Usa questa: mese iniziato, mese intero' }).click();
  await dialog.getByRole('button', { name: 'Chiudi' }).click();
  await figures('58,19 + 12,80 = 70,99');
});

test('Conviene estendere: three plans with their payments, and a sentence with the figures', async () => {
  const { page } = desk;
  const plans = card(page, 'Conviene estendere?');
  await expect(plans.locator('tbody tr')).toHaveCount(3);
  await expect(plans.locator('tbody tr').nth(0)).toContainText(/Con estensione.*70,99\s€/);
  await expect(plans.locator('tbody tr').nth(1)).toContainText(/Senza estensione.*11,96\s€/);
  await expect(
    plans.getByText(
      /^Estendere costa oggi 59,03\s€ in più; in 36 mesi, tolto il valore che resta, costa .+ Aspettare il rinnovo costa .+ chi aspetta resta senza utente\.$/,
    ),
  ).toBeVisible();
  await plans.getByRole('button', { name: 'Con estensione' }).click();
  await expect(plans.getByRole('listitem')).toHaveText([
    /ordine70,99\s€$/,
    /rinnovo di un anno90,65\s€$/,
    /rinnovo di un anno90,65\s€$/,
  ]);
});

test('the common date dragged by the keyboard: the amount follows at once', async () => {
  const { page } = desk;
  const slider = page.getByRole('slider', { name: 'Data comune' });
  await expect(page.getByTestId('what-if')).toHaveText(/^59,03\s€$/);
  await slider.press('Home');
  await expect(page.getByTestId('what-if')).toHaveText(/^0,00\s€$/);
  await slider.press('ArrowRight');
  await expect(page.getByTestId('what-if')).not.toHaveText(/^0,00\s€$/);
});

test('a convention code: unknown is said, known is one negative line before VAT, and it can be taken out', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Inseriscilo' }).click();
  const field = page.getByLabel('Codice convenzione');
  await field.fill('inventato');
  await field.press('Enter');
  await toast('Il codice convenzione INVENTATO non è nel listino');
  await field.fill('commercialisti');
  await field.press('Enter');
  await figures('52,37 + 11,52 = 63,89');
  await expect(totalLines(page).filter({ hasText: 'Convenzione COMMERCIALISTI' })).toContainText('-5,82 €');
  await page.getByRole('button', { name: 'Togli codice' }).click();
  await figures('58,19 + 12,80 = 70,99');
});

test('calibration: what Aruba’s cart showed names the rule, which can be adopted; nothing that fits is said', async () => {
  const { page } = desk;
  await open(page, 'Listino e regole');
  const calibration = card(page, 'Quale regola usa davvero Aruba?');
  await calibration.getByRole('button', { name: /^Servizio|Servizio$/ }).click();
  await page.getByRole('option', { name: studio }).click();
  await calibration.getByLabel('Nuovi utenti', { exact: true }).fill('2');
  await calibration.getByLabel('Totale mostrato').fill('1,00');
  await calibration.getByRole('button', { name: 'Confronta' }).click();
  await expect(calibration.getByText(/^Nessuna regola conosciuta dà queste cifre\./)).toBeVisible();
  // A total that no rule gives leaves no rule to propose, until it is taken out of the evidence.
  await expect(calibration.getByText(/^Nessuna regola dà tutte le prove insieme/)).toBeVisible();
  await calibration.getByRole('button', { name: 'Elimina prova' }).click();
  await calibration.getByLabel('Totale mostrato').fill('64,42');
  await calibration.getByRole('button', { name: 'Confronta' }).click();
  await expect(
    calibration.getByText('Solo “solo mesi completi” dà queste cifre al centesimo.'),
  ).toBeVisible();
  await calibration.getByRole('button', { name: 'Adotta' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Adotta la regola' }).click();
  await expect(page.getByRole('radio', { name: /solo mesi completi/ })).toBeChecked();
  await expect(calibration.getByRole('listitem')).toHaveCount(1);
  await page.getByText('mese iniziato, mese intero').first().click();
});

test('a price list of the firm: new, compared, exported, taken out, imported again; a file that is none is named', async () => {
  const { page } = desk;
  const lists = card(page, 'Listini');
  await lists.getByRole('button', { name: 'Nuovo listino' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Versione').fill('prova-2030');
  await dialog.getByLabel('Valido dal').fill('01/01/2030');
  await dialog.getByLabel('Utente aggiuntivo').fill('5,9x');
  await expect(dialog.getByText('Un prezzo in euro, per esempio 29,90')).toBeVisible();
  await dialog.getByLabel('Utente aggiuntivo').fill('5,90');
  await dialog.getByRole('button', { name: 'Salva' }).click();
  await toast('Listino prova-2030 salvato.');
  const own = lists.getByRole('listitem').filter({ hasText: 'prova-2030' });
  await own.getByRole('button', { name: 'Confronta con quello in uso' }).click();
  await expect(dialog.getByRole('row').filter({ hasText: 'Utente aggiuntivo' })).toContainText(
    /4,90\s€5,90\s€\+1,00\s€/,
  );
  await dialog.getByRole('button', { name: 'Chiudi' }).click();
  await own.getByRole('button', { name: 'Esporta' }).click();
  await toast(/^Listino salvato in .+listino-prova-2030.*\.json\./);
  const path =
    /salvato in (.+\.json)\./.exec((await page.getByTestId('message').last().textContent()) ?? '')?.[1] ?? '';
  const content = readFileSync(path, 'utf8');
  rmSync(path);
  expect(JSON.parse(content)).toMatchObject({
    version: 'prova-2030',
    validFrom: '2030-01-01',
    yearly: { user: 590 },
  });
  await own.getByRole('button', { name: 'Elimina' }).click();
  await expect(own).toHaveCount(0);

  const importFile = async (name: string, text: string): Promise<void> => {
    const file = join(desk.folder, name);
    writeFileSync(file, text);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      lists.getByRole('button', { name: 'Importa' }).click(),
    ]);
    await chooser.setFiles(file);
  };
  await importFile('guasto.json', content.replace('"user": 590', '"user": -5'));
  await toast('guasto.json non è un listino di Allinea (yearly.user): niente è cambiato.');
  await importFile('listino.json', content);
  await expect(own).toBeVisible();
});
