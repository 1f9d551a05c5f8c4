// The home screen of a studio of one's own: where to begin, and what of the register is to be looked at
// again.
import { expect } from '@playwright/test';
import { addDays, addMonths, romeDay } from '../../core/kernel/day.ts';
import { card, open, title } from '../../electron/tour/hands.ts';
import { sampleVatCode } from '../../electron/simulator/sample/sample-vat-code.ts';
import { sharedDesk, submit, test } from './desk.ts';
import { rowsOf } from './rows.ts';

test.describe.configure({ mode: 'serial' });
const today = romeDay(Date.now());
const desk = sharedDesk({ own: [] });
const button = (name: string | RegExp) => desk.page.getByRole('button', { name });

const record = (asOf: string, details: object, source: object): Promise<void> =>
  submit(desk.page, {
    type: 'register/record',
    asOf,
    entries: [{ about: null, details, source, evidence: {} }],
  });

test('without a service the home screen says how to begin, and asks for no sign-in', async () => {
  await open(desk.page, 'Stato servizio');
  await expect(desk.page.getByText('Importa i servizi che segui da un foglio')).toBeVisible();
  await expect(button('Accedi')).toHaveCount(0);
  await button('Importa servizi').click();
  await expect(title(desk.page, 'Importa servizi')).toBeVisible();
});

test('what was read more than 90 days ago is in the list, until it is checked again', async () => {
  const service = { vatCode: '01234560512', kind: 'e-invoicing', holder: 'Officine Rossi srl' };
  await record(addDays(today, -91), { ...service, expiry: addMonths(today, 8) }, { kind: 'typed' });
  await open(desk.page, 'Stato servizio');
  await expect(card(desk.page, 'Da sistemare')).toContainText(
    'Officine Rossi srl: da ricontrollare, letto oltre 90 giorni fa (Scadenza)',
  );
  await button(/^Ricontrolla: Officine Rossi srl/).click();
  // A figure is a button: Enter shows its source and day, Escape closes it (rule J4).
  const expiry = button(/^Scadenza: .* Mostra da dove viene$/).first();
  await expiry.press('Enter');
  const sources = desk.page.getByRole('dialog', { name: 'Scadenza: da dove viene' });
  await expect(sources).toContainText(/da ricontrollare.*scritto a mano, del .*, Maria Bassi/);
  await desk.page.keyboard.press('Escape');
  await expect(expiry).toBeFocused();
  await button('Ricontrollato oggi').click();
  await open(desk.page, 'Stato servizio');
  await expect(card(desk.page, 'Da sistemare')).toContainText('Niente da sistemare.');
});

test('two sources of one day that disagree are in the list, until a person chooses', async () => {
  const service = { vatCode: sampleVatCode('0556677051'), kind: 'e-invoicing', holder: 'Bar Centrale' };
  await record(today, { ...service, expiry: addMonths(today, 8) }, { kind: 'sheet', file: 'a.csv', row: 2 });
  const id = (await rowsOf(desk.page)).find(({ value }) => value.value === 'Bar Centrale')?.value.about;
  await submit(desk.page, {
    type: 'register/record',
    asOf: today,
    entries: [
      {
        about: id,
        details: { expiry: addMonths(today, 9) },
        source: { kind: 'sheet', file: 'b.csv', row: 7 },
        evidence: {},
      },
    ],
  });
  await expect(card(desk.page, 'Da sistemare')).toContainText(
    'Bar Centrale: da verificare, due fonti dicono cose diverse (Scadenza)',
  );
  await button(/^Verifica: Bar Centrale/).click();
  await expect(title(desk.page, 'Bar Centrale')).toBeVisible();

  await button(/^Vale .*: b\.csv, riga 7/).click();
  await open(desk.page, 'Stato servizio');
  await expect(card(desk.page, 'Da sistemare')).toContainText('Niente da sistemare.');
});

test('users are made in Aruba’s panel by hand, and told as done one by one', async () => {
  const { page } = desk;
  await submit(page, {
    type: 'people/import',
    present: ['department', 'start', 'end'],
    rows: ['Maria', 'Luca'].map((givenName) => ({
      givenName,
      familyName: 'Rossi',
      email: `${givenName.toLowerCase()}@studiomarchetti.it`,
      department: '',
      start: null,
      end: null,
    })),
  });
  const rows = await rowsOf(page);
  const serviceId = rows.find(({ value }) => value.value === 'Officine Rossi srl')?.value.about;
  await submit(page, {
    type: 'register/record',
    asOf: today,
    entries: [
      {
        about: serviceId,
        details: { users: [{ quantity: 2, expiry: null }] },
        source: { kind: 'typed' },
        evidence: {},
      },
    ],
  });
  const personIds = rows.filter(({ table }) => table === 'people').map(({ id }) => id);
  await submit(page, { type: 'seat/assign', serviceId, personIds });
  await open(page, 'Stato servizio');
  await button(/^Allinea: Officine Rossi srl/).click();
  const dialog = page.getByRole('dialog', { name: 'Nel pannello di Aruba: Officine Rossi srl' });
  await expect(dialog.getByRole('row').filter({ hasText: 'Luca Rossi' })).toContainText(
    'luca@studiomarchetti.it',
  );
  await dialog.getByRole('button', { name: 'Fatto: lrossi01' }).press('Enter');
  await expect(dialog.getByRole('row').filter({ hasText: 'Luca Rossi' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Fatto: mrossi01' }).press('Enter');
  await expect(dialog).toContainText('Il pannello');
  // The button that had the focus is gone; Escape closes what has the focus now.
  await page.waitForFunction(
    () => document.querySelector('[role="dialog"]')?.contains(document.activeElement) === true,
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(card(page, 'Da sistemare')).not.toContainText('del pannello');
  // Who leaves: the seat is taken back here, the user is deleted there.
  await submit(page, { type: 'seat/free', serviceId, personIds: personIds.slice(0, 1) });
  await button(/^Allinea: Officine Rossi srl/).click();
  await expect(dialog.getByRole('row')).toHaveCount(2);
  await dialog.getByRole('button', { name: /^Fatto: / }).press('Enter');
  await page.keyboard.press('Escape');
  await expect(card(page, 'Da sistemare')).toContainText('1 utente acquistato e non assegnato');
  expect((await rowsOf(page)).filter(({ table }) => table === 'outbox')).toEqual([]);
});
