import { expect } from '@playwright/test';
import { open, press, search, title } from '../../electron/tour/hands.ts';
import { rawWorkbook, sheetOf, workbook, worksheetOf } from '../support/workbooks.ts';
import { axeFindings } from './axe.ts';
import { sharedDesk, test } from './desk.ts';
import { chooseFile, csv, manyPeople, sample } from './staff-files.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk();

const groups = () => desk.page.getByRole('group', { name: 'Mostra' });
const table = () => desk.page.getByRole('table');
/** The heading of the list that was read: file, rows and format. */
const fileLine = () =>
  desk.page.getByRole('heading', { level: 2, name: /: [\d.]+ (?:riga letta|righe lette), / });

test('a payroll export: what would change is shown first, and every rejected row with its number and reason', async () => {
  const { page } = desk;
  await chooseFile(page, sample('paghe-windows1252.csv'));
  await expect(fileLine()).toHaveText(
    'paghe-windows1252.csv: 37 righe lette, intestazioni alla riga 3, WINDOWS-1252',
  );
  // The button that chose the file is gone. The focus goes on from the heading.
  await expect(fileLine()).toBeFocused();
  await expect(groups()).toHaveText(
    /^Nuove \d+Modificate \d+Scartate 5(?:Da rivedere \d+)?Uguali \d+Non in elenco \d+$/,
  );
  await expect(table().locator('tbody tr')).toHaveText([
    /^11Manca l’indirizzo e-mail \(colonna E-mail\)Rizzi;Lorenzo;Paghe;non disponibile/,
    /^15“31\/02\/2026” non è una data del calendario \(colonna Data cessazione\)Conti;Giuseppe/,
    /^16Riga vuota/,
    /^39E-mail m\.sanna@studiobianchi\.example già alla riga 6 \(colonna E-mail\)Sanna;Marco/,
    /^40Riga di totale, non una personaTotale dipendenti: 34/,
  ]);
});

test('nothing changes before it is confirmed; then it does, and Ctrl+Z takes the whole list back', async () => {
  const { page } = desk;
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Personale 34' })).toBeVisible();
  const apply = page.getByRole('button', { name: /^Applica: 3 nuove, \d modificate$/ });
  const applied = (await apply.innerText()).replace('Applica:', 'Elenco applicato:');
  await apply.click();
  await expect(page.getByText(`${applied}.`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tutti 37' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Annullato: elenco importato, .+ e altri \d+\.$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tutti 34' })).toBeVisible();
});

test('a Google Workspace export (UTF-8 with BOM, commas), suspended accounts set apart', async () => {
  const { page } = desk;
  await chooseFile(page, sample('workspace-utf8bom.csv'));
  await expect(fileLine()).toHaveText(
    'workspace-utf8bom.csv: 20 righe lette, intestazioni alla riga 1, UTF-8-BOM',
  );
  await groups()
    .getByRole('button', { name: /^Scartate/ })
    .click();
  await expect(
    table().getByText('Account sospeso o persona uscita: non serve un utente').first(),
  ).toBeVisible();
});

test('a Microsoft 365 export (everything quoted)', async () => {
  const { page } = desk;
  await chooseFile(page, sample('m365-quoted.csv'));
  await expect(fileLine()).toHaveText(/^m365-quoted\.csv: 22 righe lette, intestazioni alla riga 1, UTF-8$/);
  await expect(groups().getByRole('button', { name: /^Uguali/ })).toBeVisible();
  await expect(page.getByText(/Display name = nome e cognome|First name = nome/)).toBeVisible();
});

test('the same file twice: there is nothing to apply', async () => {
  const { page } = desk;
  await chooseFile(page, sample('paghe-windows1252.csv'));
  await page.getByRole('button', { name: /^Applica:/ }).click();
  await title(page, 'Personale').waitFor();
  await chooseFile(page, sample('paghe-windows1252.csv'));
  await expect(page.getByRole('button', { name: 'Niente da applicare' })).toBeDisabled();
  await expect(groups().getByRole('button', { name: 'Nuove 0' })).toBeVisible();
});

test('a workbook: the same people as the payroll export say that there is nothing to apply', async () => {
  const { page } = desk;
  const book = workbook({
    Copertina: sheetOf([['Studio Bianchi']]),
    Personale: sheetOf([
      ['Elenco dipendenti'],
      ['Cognome', 'Nome', 'E-mail', 'Data assunzione'],
      ['Riva', 'Francesca', 'f.riva@studiobianchi.example', new Date('2017-09-03T00:00:00Z')],
      ['=1+1', 'Ugo', 'u@studiobianchi.example', null],
    ]),
  });
  await chooseFile(page, {
    name: 'elenco.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(book),
  });
  await expect(fileLine()).toHaveText(
    'elenco.xlsx: 2 righe lette, intestazioni alla riga 2, foglio Excel “Personale”',
  );
  await expect(groups()).toHaveText(/^Nuove 0Modificate 0Scartate 1Uguali 1/);
  await expect(table().locator('tbody tr')).toHaveText([
    /^4“=1\+1” sembra una formula, non un nome \(colonna Cognome\)/,
  ]);
});

test('a list without an e-mail column: it is said by hand, by keyboard, and remembered after a restart', async () => {
  const list = csv('Cognome;Nome;Recapito\nRossi;Anna;anna.rossi@studiobianchi.example\n', 'senza-posta.csv');
  await chooseFile(desk.page, list);
  await expect(
    desk.page.getByText('Non trovo la colonna e-mail: indica qui sotto qual è. Niente è stato importato.'),
  ).toBeVisible();
  await press(desk.page.getByRole('button', { name: /Recapito/ }), 'Enter');
  await expect(desk.page.getByRole('listbox')).toBeVisible();
  await desk.page.keyboard.type('e-mail');
  await desk.page.keyboard.press('Enter');
  await expect(fileLine()).toHaveText(/^senza-posta\.csv: 1 riga letta/);
  await desk.restart();
  await chooseFile(desk.page, list);
  await expect(fileLine()).toHaveText(/^senza-posta\.csv: 1 riga letta/);
  await expect(desk.page.getByText('Recapito = e-mail')).toBeVisible();
  await press(desk.page.getByRole('button', { name: 'Colonne' }), 'Enter');
  await expect(desk.page.getByRole('heading', { name: 'Colonne' })).toBeVisible();
  expect(await axeFindings(desk.page)).toEqual([]);
});

test('cells are pasted with Ctrl+V, from the real clipboard', async () => {
  const { page } = desk;
  await search(page, 'importa elenco');
  await title(page, 'Importa elenco del personale').waitFor();
  await page.evaluate(() => {
    document.addEventListener(
      'copy',
      (event) => {
        event.clipboardData?.setData(
          'text/plain',
          'Cognome\tNome\tE-mail\r\nRossi\tAnna\tanna.rossi@studiobianchi.example\r\nVerdi\tLia\tlia.verdi@studiobianchi.example\r\n',
        );
        event.preventDefault();
      },
      { once: true },
    );
  });
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await expect(fileLine()).toHaveText(
    'Celle incollate: 2 righe lette, intestazioni alla riga 1, testo incollato',
  );
});

test('a file is dropped anywhere on the screen, also over a list that is shown', async () => {
  const { page } = desk;
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(
      new File(['Nome,Cognome,E-mail\nAda,Uno,ada.uno@studiobianchi.example\n'], 'trascinato.csv', {
        type: 'text/csv',
      }),
    );
    return transfer;
  });
  await page.dispatchEvent('h1', 'dragover', { dataTransfer: data });
  await page.dispatchEvent('h1', 'drop', { dataTransfer: data });
  await expect(fileLine()).toHaveText('trascinato.csv: 1 riga letta, intestazioni alla riga 1, UTF-8');
});

test('a zip bomb, a damaged workbook and another binary file are refused with what to do', async () => {
  const { page } = desk;
  const bomb = rawWorkbook('<worksheet>', {
    'xl/sharedStrings.xml': `<sst>${' '.repeat(200_000_000)}</sst>`,
  });
  await chooseFile(page, {
    name: 'bomba.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bomb),
  });
  await expect(page.getByRole('alert')).toHaveText(
    /^bomba\.xlsx: Il foglio contiene troppi dati per un elenco del personale.*non è stato aperto.*Niente è cambiato\.$/,
  );
  await chooseFile(page, {
    name: 'elenco.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0]),
  });
  await expect(page.getByRole('alert')).toHaveText(
    'elenco.xlsx: Il foglio Excel è danneggiato o non è completo. Aprilo in Excel, salvalo di nuovo e riprova. Niente è cambiato.',
  );
  await chooseFile(page, {
    name: 'vecchio.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
  });
  await expect(page.getByRole('alert')).toHaveText(
    /^vecchio\.csv: È un foglio Excel protetto da password, o in una forma vecchia \(\.xls\), anche se il nome dice altro/,
  );
  const noise = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 167 + (index >> 3)) % 256));
  await chooseFile(page, { name: 'rumore.csv', mimeType: 'text/csv', buffer: noise });
  await expect(page.getByRole('alert')).toHaveText(
    'rumore.csv: Non è un elenco: serve un file Excel (.xlsx) o CSV. Niente è cambiato.',
  );
  await chooseFile(page, { name: 'vuoto.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });
  await expect(page.getByRole('alert')).toHaveText('vuoto.csv: Il file è vuoto. Niente è cambiato.');
});

test('the list is exported from the keyboard, and the dialog is clean', async () => {
  const { page } = desk;
  await search(page, 'esporta il personale');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Excel (.xlsx)' })).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a duplicate e-mail is told in the list and refused by hand, with what was typed kept', async () => {
  const { page } = desk;
  await chooseFile(
    page,
    csv('Nome,Cognome,E-mail\nAda,Uno,doppia@studio.example\nEva,Due,DOPPIA@studio.example\n'),
  );
  await groups().getByRole('button', { name: 'Scartate 1' }).click();
  await expect(table().locator('tbody tr')).toHaveText([/^3E-mail doppia@studio\.example già alla riga 2/i]);
  await open(page, 'Personale');
  await page.getByRole('button', { name: 'Nuova persona' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nome', { exact: true }).fill('Eva');
  await dialog.getByLabel('Cognome').fill('Seconda');
  await dialog.getByLabel('E-mail di servizio').fill('a.ferri@studiobianchi.example');
  await dialog.getByRole('button', { name: 'Salva' }).click();
  await expect(
    page.getByText('a.ferri@studiobianchi.example è già di un’altra persona dell’elenco.'),
  ).toBeVisible();
  await expect(dialog.getByLabel('Cognome')).toHaveValue('Seconda');
  await page.keyboard.press('Escape');
});

test('a large workbook is stopped with Escape, and nothing has changed', async () => {
  const { page } = desk;
  const rows = Array.from({ length: 95_000 }, (_, index) => [
    'Prova',
    `Persona${index}`,
    `ferma${index}@grandestudio.example`,
  ]);
  const book = rawWorkbook(worksheetOf([['Cognome', 'Nome', 'E-mail'], ...rows]));
  await chooseFile(page, {
    name: 'enorme.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(book),
  });
  await page.getByRole('progressbar').waitFor();
  // It is read in a worker: the window answers meanwhile, and stopping ends the worker.
  await expect.poll(() => page.workers().length).toBe(1);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Cerca persone, servizi' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Cerca persone, servizi' })).toBeHidden();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Lettura interrotta: niente è cambiato.')).toBeVisible();
  await expect(page.getByRole('progressbar')).toBeHidden();
  await expect.poll(() => page.workers().length).toBe(0);
});

test('50,000 rows are read, shown and applied', async () => {
  // While they are sent the window does not answer: on a busy machine for many seconds.
  test.setTimeout(180_000);
  const { page } = desk;
  await chooseFile(page, manyPeople(50_000));
  await expect(fileLine()).toHaveText('grande.csv: 50.000 righe lette, intestazioni alla riga 1, UTF-8', {
    timeout: 20_000,
  });
  await expect(page.getByText(/^Mostrate le prime 500 di 50\.?000\.$/)).toBeVisible();
  await page
    .getByRole('button', { name: /^Applica: 50\.?000 nuove, 0 modificate$/ })
    .click({ timeout: 60_000 });
  await expect(page.getByText(/^Elenco applicato: 50\.?000 nuove, 0 modificate\.$/)).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('searchbox', { name: 'Cerca per nome o e-mail' }).fill('prova49999');
  await expect(page.getByRole('row').filter({ hasText: 'prova49999@grandestudio.example' })).toBeVisible();
});
