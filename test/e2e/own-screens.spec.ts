// The screens that only a studio of one's own has: what axe says in both themes, what is cut at any size.
import { expect } from '@playwright/test';
import { addMonths, romeDay } from '../../core/kernel/day.ts';
import { open, title } from '../../electron/tour/hands.ts';
import { sampleVatCode } from '../../electron/simulator/sample/sample-vat-code.ts';
import { sharedDesk, submit, test } from './desk.ts';
import { looksRight, usual } from './looks-right.ts';
import { rowsOf } from './rows.ts';

const today = romeDay(Date.now());
const long =
  'Società Cooperativa Agricola Fratelli Bartolomei, Quattrini e Associati di Sant’Angelo in Vado s.c.a r.l.';
const desk = sharedDesk({
  own: [
    {
      holder: long,
      vatCode: sampleVatCode('0123456051'),
      kind: 'e-invoicing',
      expiry: addMonths(today, 4),
      users: [],
      modules: [{ kind: 'documents', expiry: null }],
      account: 'amministrazione.fatturazione.elettronica@studiomarchetti.it',
    },
  ],
});

const heading = (name: string) => desk.page.getByRole('heading', { name });

test('the steps of a purchase, its list, the invoices', async () => {
  test.setTimeout(240_000);
  const { page } = desk;
  await page.setViewportSize(usual);
  await submit(page, {
    type: 'people/import',
    rows: ['Massimiliano', 'Ugo'].map((givenName) => ({
      givenName,
      familyName: 'Della Valle Bianchini',
      email: `${givenName.toLowerCase()}.dellavallebianchini@studiomarchettieassociati.example`,
      department: '',
      start: '2020-01-01',
      end: null,
    })),
    present: [],
  });
  const rows = await rowsOf(page);
  const ids = (table: string) => rows.filter((row) => row.table === table).map(({ id }) => id);
  const [serviceId = ''] = ids('services');
  await submit(page, { type: 'seat/need', serviceId, personIds: ids('people'), needed: true });
  await open(page, 'Acquisti');
  await looksRight(page, 'Acquisti, vuoto');
  await open(page, 'Fatture');
  await looksRight(page, 'Fatture, vuoto');
  await submit(page, { type: 'cart/open', serviceId });
  await open(page, 'Carrello');
  await looksRight(page, 'Carrello');
  await page.getByRole('button', { name: 'Prepara l’acquisto' }).click();
  await expect(title(page, `Acquisto per ${long}`)).toBeVisible();
  await looksRight(page, 'Passo 1');
  const purchaseId = (await rowsOf(page)).find(({ table }) => table === 'purchases')?.id;
  const happens = (what: object) => submit(page, { type: 'purchase/happened', purchaseId, what });
  const receipt = { extension: true, net: null, gross: 7100, usersUntil: null };
  const steps: readonly (readonly [object, string])[] = [
    [{ kind: 'checked' }, '2.'],
    [{ kind: 'opened' }, '3.'],
    [{ kind: 'composed' }, '4.'],
    [{ kind: 'compared', day: today, receipt, cause: 'other', note: 'da chiarire con Aruba' }, '5.'],
    [{ kind: 'unsure', day: today }, 'Da verificare'],
    [{ kind: 'ordered', day: today, orderNumber: 'OV/2026/000123456789-ABC', method: 'bank-transfer' }, '6.'],
    [{ kind: 'paid', day: today }, '7.'],
  ];
  for (const [what, next] of steps) {
    await happens(what);
    await expect(heading(next).first()).toBeVisible();
    await looksRight(page, `Passo ${next}`);
  }
  await submit(page, {
    type: 'purchase/activate',
    purchaseId,
    day: today,
    expiries: [],
    automaticRenewal: null,
  });
  await expect(heading('8.')).toBeVisible();
  await looksRight(page, 'Passo 8');
  await open(page, 'Acquisti');
  await looksRight(page, 'Acquisti');
  await open(page, 'Storico utenti');
  await looksRight(page, 'Storico');
  await open(page, 'Listino e regole');
  await looksRight(page, 'Regole');
  await page.keyboard.press('F1');
  await expect(title(page, /^5\. /)).toBeVisible();
  await looksRight(page, 'Manuale');
});
