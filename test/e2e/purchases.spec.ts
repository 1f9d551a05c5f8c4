// The job, second half: what was planned is bought in Aruba's pages, led step by step (rule K).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { publicPriceList } from '../../core/catalog/public-price-list.ts';
import { addDays, addMonths, romeDay, type Day } from '../../core/kernel/day.ts';
import { defaultOffPolicy } from '../../core/renewals/add-users.ts';
import { monthRules, type MonthRule } from '../../core/renewals/months.ts';
import { addUsersFigures } from '../../core/quotes/figures.ts';
import { registeredService } from '../../core/register/registered-service.ts';
import { foldService } from '../../core/register/fold.ts';
import { card, open, title } from '../../electron/tour/hands.ts';
import { sampleVatCode } from '../../electron/simulator/sample/sample-vat-code.ts';
import { money } from '../../renderer/text/format.ts';
import { invoiceText } from '../support/invoice-files.ts';
import { axeFindings } from './axe.ts';
import { killWhenShown, sharedDesk, submit, test } from './desk.ts';
import { rowsOf } from './rows.ts';

test.describe.configure({ mode: 'serial' });
const today = romeDay(Date.now());

const e1 = (expiry: Day) =>
  ({
    kind: 'e-invoicing',
    expiry,
    users: [{ quantity: 3, expiry: null }],
    modules: [{ kind: 'documents', expiry: null }],
  }) as const;

/** The gross totals of 2 more users for rule E1's service, by rule. */
function totalsOf(expiry: Day): ReadonlyMap<MonthRule, number> {
  const facts = Object.entries(e1(expiry)).map(([field, value], at) => ({
    id: field,
    at,
    by: null,
    about: 's',
    field,
    value,
    asOf: today,
    source: { kind: 'typed' },
    evidence: null,
    corrects: null,
    reason: null,
    confirmed: true,
  }));
  const service = registeredService(foldService('s' as never, facts as never))?.service;
  return new Map(
    monthRules.map((rule) => {
      const figures = addUsersFigures({
        day: today,
        rule,
        priceList: publicPriceList,
        service: service as never,
        quantity: 2,
        modules: [],
        extension: true,
        offPolicy: defaultOffPolicy,
      });
      if (!figures.ok) throw new Error(figures.error.reason);
      return [rule, figures.value.gross];
    }),
  );
}

/** The rules that give the same total as `rule` for a service that ends on that day. */
function alike(expiry: Day, rule: MonthRule): readonly MonthRule[] {
  const totals = totalsOf(expiry);
  return monthRules.filter((one) => totals.get(one) === totals.get(rule));
}

/** The first expiry some months ahead on which `wanted` rules give what `rule` gives. */
function expiryWhere(rule: MonthRule, wanted: number): Day {
  for (let ahead = 200; ahead < 345; ahead += 1) {
    const expiry = addDays(today, ahead);
    if (alike(expiry, rule).length === wanted) return expiry;
  }
  throw new Error('No expiry tells the rules apart');
}

// Rule E1 has 8 whole months and a begun one: 64,42 by completed months.
const first = (() => {
  for (let day = 1; day < 28; day += 1) {
    const expiry = addDays(addMonths(addMonths(today, 12), -9), day);
    if (totalsOf(expiry).get('completed-month') === 6442 && alike(expiry, 'completed-month').length === 1)
      return expiry;
  }
  throw new Error('No expiry gives 64,42');
})();
const second = expiryWhere('actual-days', 2);
const soon = addMonths(today, 2);
const vat = (index: number): string => sampleVatCode(`02${String(34_252_000 + index * 7)}`);

const desk = sharedDesk({
  alone: true,
  own: [
    { holder: 'Studio Marchetti', vatCode: vat(0), account: '8841207@aruba.it', ...e1(first) },
    { holder: 'Officine Rossi srl', vatCode: vat(1), account: '8841207@aruba.it', ...e1(second) },
    { holder: 'Bar Centrale', vatCode: vat(2), account: '8841207@aruba.it', ...e1(first) },
    {
      holder: 'Rinnovo Uno srl',
      vatCode: vat(3),
      account: '8841207@aruba.it',
      kind: 'e-invoicing',
      expiry: soon,
    },
    {
      holder: 'Rinnovo Due srl',
      vatCode: vat(4),
      account: '8841207@aruba.it',
      kind: 'e-invoicing',
      expiry: soon,
    },
    {
      holder: 'Rinnovo Tre srl',
      vatCode: vat(5),
      account: '5550001@aruba.it',
      kind: 'receive-only',
      expiry: soon,
    },
  ],
});
const button = (name: string | RegExp) => desk.page.getByRole('button', { name });
const field = (name: string) => desk.page.getByRole('textbox', { name, exact: true });
const heading = (name: string) => desk.page.getByRole('heading', { name });
const total = (cents: number | undefined) => money(cents as never).replace(/\s*€/, '');
const goOn = () => desk.page.keyboard.press('Control+Enter');

async function axe(): Promise<void> {
  expect(await axeFindings(desk.page)).toEqual([]);
}

const serviceIdOf = async (holder: string): Promise<string> =>
  (await rowsOf(desk.page)).find(({ table, value }) => table === 'services' && value.holder === holder)?.id ??
  '';

/** Opens a cart with 2 users and prepares its purchase, up to the cart of Aruba. */
async function prepare(holder: string): Promise<void> {
  const serviceId = await serviceIdOf(holder);
  await submit(desk.page, { type: 'cart/open', serviceId });
  await submit(desk.page, { type: 'cart/quantity', cartId: `service-${serviceId}`, quantity: 2 });
  await open(desk.page, 'Carrello');
  await button('Prepara l’acquisto').press('Enter');
  await expect(title(desk.page, `Acquisto per ${holder}`)).toBeVisible();
  await expect(heading('1. Prima di aprire Aruba')).toBeVisible();
  await goOn();
  await expect(heading('2. Quale pagina si apre')).toBeVisible();
  await goOn();
  await expect(heading('3. Che cosa mettere nel carrello')).toBeVisible();
  await goOn();
  await expect(heading('4. Che cosa mostra il carrello di Aruba?')).toBeVisible();
}

test('64,42: one rule gives it; it is proposed with what it changes, and nothing changes by itself', async () => {
  const { page } = desk;
  const names = ['Ada Neri', 'Ivo Serra', 'Lea Galli', 'Ugo Riva', 'Pia Sala'];
  await submit(page, {
    type: 'people/import',
    rows: names.map((name) => ({
      givenName: name.split(' ')[0],
      familyName: name.split(' ')[1],
      email: `${name.toLowerCase().replace(' ', '.')}@studio.it`,
      department: '',
      start: '2020-01-01',
      end: null,
    })),
    present: [],
  });
  const people = (await rowsOf(page)).filter(({ table }) => table === 'people').map(({ id }) => id);
  const serviceId = await serviceIdOf('Studio Marchetti');
  await submit(page, { type: 'seat/need', serviceId, personIds: people, needed: true });
  await submit(page, { type: 'seat/assign', serviceId, personIds: people.slice(0, 3) });
  await prepare('Studio Marchetti');
  // The panel has taken the focus: what is read at Aruba is typed at once.
  await expect(field('Imponibile')).toBeFocused();
  await field('Totale').fill('64,42');
  await expect(page.getByText('6,57 € in meno del previsto.')).toBeVisible();
  await expect(page.getByText(/Una sola regola dà questo totale: solo mesi completi/)).toBeVisible();
  await axe();
  await button('Adotta la regola').press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Adottare «solo mesi completi»?' });
  await expect(dialog).toContainText('Nessun preventivo aperto cambia.');
  await axe();
  await page.keyboard.press('Escape');
  await goOn();
  await expect(heading('5. Hai confermato l’ordine?')).toBeVisible();
  await open(page, 'Listino e regole');
  await expect(
    page.getByText('Solo «solo mesi completi» dà tutto ciò che è stato registrato.'),
  ).toBeVisible();
  await expect(page.getByRole('radio', { name: /mese iniziato, mese intero/ })).toBeChecked();
});

test('killed right after the order number: it is there, and nothing is ordered twice', async () => {
  await open(desk.page, 'Acquisti');
  await button('Continua: Studio Marchetti').press('Enter');
  await field('Numero d’ordine').fill('50012345');
  // The place is written a moment after it is shown. A kill before that loses the place, nothing else.
  await expect
    .poll(() => readFileSync(join(desk.folder, 'screen.json'), 'utf8'))
    .toMatch(/\\"screen\\":\\"orders\\",\\"orderId\\":\\"/);
  await killWhenShown(desk.program, 'Ordine 50012345 registrato.', goOn);
  await desk.start();
  await expect(title(desk.page, 'Acquisto per Studio Marchetti')).toBeVisible();
  await expect(heading('6. Il pagamento')).toBeVisible();
  await expect(card(desk.page, '6. Il pagamento')).toContainText('64,42 €');
  // What is to be paid is what Aruba showed, on the home screen too.
  await open(desk.page, 'Stato servizio');
  await expect(desk.page.getByText('Ordini da pagare').locator('..')).toContainText('64,42 €');
  // A second order for the same service waits for this one.
  await submit(desk.page, { type: 'cart/open', serviceId: await serviceIdOf('Studio Marchetti') });
  await open(desk.page, 'Carrello');
  await expect(button('Prepara l’acquisto')).toBeDisabled();
  await submit(desk.page, {
    type: 'cart/discard',
    cartId: `service-${await serviceIdOf('Studio Marchetti')}`,
  });
});

test('paid, active: the dates are facts with this purchase as source; two users are created one by one', async () => {
  const { page } = desk;
  await open(page, 'Acquisti');
  await button('Continua: Studio Marchetti').press('Enter');
  await goOn();
  await expect(heading('7. È attivo?')).toBeVisible();
  await axe();
  await goOn();
  await expect(heading('8. Crea gli utenti nel pannello')).toBeVisible();
  await axe();
  for (const left of [1, 0]) {
    await button(/^Fatto/)
      .first()
      .press('Enter');
    await expect(page.getByRole('navigation', { name: 'Passi dell’acquisto' })).toContainText(
      `${2 - left} di 2 nel pannello`,
    );
  }
  await expect(heading('Acquisto concluso')).toBeVisible();
  await button('Apri il servizio').press('Enter');
  await expect(page.getByText(/da un acquisto, del/).first()).toBeVisible();
  const rows = await rowsOf(page);
  expect(
    rows.filter(({ table, value }) => table === 'facts' && value.source?.kind === 'order').length,
  ).toBeGreaterThan(2);
  await open(page, 'Storico utenti');
  await expect(page.getByRole('table', { name: 'Acquisti' })).toContainText('Ordine 50012345');
});

test('the invoice is imported and reconciled line by line, and says the same of the rule', async () => {
  const { page } = desk;
  await open(page, 'Fatture');
  const nets = [980, 1993, 980, 1327];
  const texts = ['Utenti aggiuntivi', 'Fatturazione Elettronica', 'Utenti aggiuntivi', 'Modulo Documenti'];
  const quantities = ['2.00', '1.00', '3.00', '1.00'];
  const made = invoiceText({
    customer: { name: 'Studio Marchetti', vatCode: vat(0) },
    bodies: [
      {
        number: 'VFE/77',
        date: today,
        orders: [{ order: '50012345', lines: [1, 2, 3, 4] }],
        lines: nets.map((net, index) => ({
          line: index + 1,
          text: texts[index] ?? '',
          quantity: quantities[index] ?? '1.00',
          net,
        })),
      },
    ],
  });
  const choosing = page.waitForEvent('filechooser');
  await button('Scegli file').click();
  await (await choosing).setFiles({ name: 'fattura.xml', mimeType: 'text/xml', buffer: Buffer.from(made) });
  await expect(title(page, 'Importa fatture')).toBeVisible();
  await axe();
  await page.keyboard.press('Control+Enter');
  await expect(title(page, 'Fatture')).toBeVisible();
  await open(page, 'Acquisti');
  await button('Apri: Studio Marchetti').press('Enter');
  const invoices = card(page, 'Fatture');
  await expect(invoices).toContainText('19,93 € invece di 22,43 €');
  await expect(invoices.getByText('uguale')).toHaveCount(1);
  await axe();
  await open(page, 'Listino e regole');
  await expect(page.getByText(/^Fattura per Studio Marchetti/).first()).toBeVisible();
  await expect(
    page.getByText('Solo «solo mesi completi» dà tutto ciò che è stato registrato.'),
  ).toBeVisible();
});

test('a total that two rules give asks for one more figure', async () => {
  const { page } = desk;
  await prepare('Officine Rossi srl');
  await field('Totale').fill(total(totalsOf(second).get('actual-days')));
  await expect(page.getByText(/Più di una regola dà questo totale/)).toBeVisible();
  await expect(page.getByText(/Serve ancora una cifra|Per distinguerle/).first()).toBeVisible();
  await axe();
  await goOn();
  await expect(heading('5. Hai confermato l’ordine?')).toBeVisible();
  // Nobody knows whether it went through: where to look, and until then nothing else for this service.
  await button('Non so se è andato a buon fine').press('Enter');
  await expect(heading('Da verificare')).toBeVisible();
  await axe();
  await open(page, 'Stato servizio');
  await expect(card(page, 'Da sistemare')).toContainText(
    'Officine Rossi srl: non si sa se l’ordine sia partito',
  );
  await button(/^Continua: Officine Rossi/).press('Enter');
  await button('Non c’è nessun ordine').press('Enter');
  await expect(heading('5. Hai confermato l’ordine?')).toBeVisible();
  await button('Abbandona').press('Enter');
  await expect(heading('Acquisto concluso')).toBeVisible();
});

test('a total that no rule gives needs a cause, which stays beside the purchase and the forecast', async () => {
  const { page } = desk;
  await prepare('Bar Centrale');
  await field('Totale').fill('71,00');
  await expect(page.getByText(/Nessuna regola dà questo totale/)).toBeVisible();
  await expect(button(/^Registra e prosegui/)).toBeDisabled();
  await button(/Causa/).press('Enter');
  await page.getByRole('option', { name: 'Altro' }).press('Enter');
  await axe();
  await goOn();
  await field('Numero d’ordine').fill('50012345');
  await goOn();
  await expect(page.getByText(/50012345 è già di un altro acquisto, per Studio Marchetti/)).toBeVisible();
  await field('Numero d’ordine').fill('50012346');
  await goOn();
  await expect(heading('6. Il pagamento')).toBeVisible();
  await open(page, 'Rinnovi');
  await expect(card(page, 'Differenze non spiegate')).toContainText('Bar Centrale');
  // Cancelled at Aruba, then taken back: both stay readable.
  await open(page, 'Acquisti');
  // The whole row opens it, not only its button.
  await page.getByRole('cell', { name: 'Bar Centrale', exact: true }).last().click();
  await button('L’ordine è stato annullato').press('Enter');
  await expect(heading('Acquisto concluso')).toBeVisible();
  await button(/^Non è successo: Ordine annullato/).press('Enter');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Motivo' }).fill('era un altro ordine');
  await page.keyboard.press('Enter');
  await expect(heading('6. Il pagamento')).toBeVisible();
  await button(/^Correggi: Ordine 50012346/).press('Enter');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Numero d’ordine' }).fill('50012347');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Motivo' }).fill('letto male');
  await page.keyboard.press('Enter');
  await expect(card(page, '6. Il pagamento')).toContainText('50012347');
  await axe();
});

test('a session of three renewals under two accounts', async () => {
  const { page } = desk;
  await open(page, 'Rinnovi');
  await button(/^Apri la sessione di/)
    .first()
    .press('Enter');
  await expect(title(page, 'Sessione di rinnovi')).toBeVisible();
  await button('Prepara 3 acquisti').press('Enter');
  await expect(title(page, 'Acquisti')).toBeVisible();
  await expect(card(page, 'Account 5550001@aruba.it')).toContainText('Rinnovo Tre srl');
  await expect(card(page, 'Account 8841207@aruba.it')).toContainText('Rinnovo Due srl');
  await axe();
  for (const [index, holder] of ['Rinnovo Due srl', 'Rinnovo Uno srl', 'Rinnovo Tre srl'].entries()) {
    await open(page, 'Acquisti');
    await button(`Continua: ${holder}`).press('Enter');
    await expect(title(page, `Acquisto per ${holder}`)).toBeVisible();
    for (const step of ['2.', '3.', '4.']) {
      await goOn();
      await expect(heading(step)).toBeVisible();
    }
    const gross = await page.getByTestId('gross').innerText();
    await field('Totale').fill(gross.replace(/\s*€/, ''));
    await expect(page.getByText('Uguale al centesimo a quanto previsto.')).toBeVisible();
    await goOn();
    await expect(heading('5.')).toBeVisible();
    await field('Numero d’ordine').fill(`7700${index}`);
    await goOn();
    await expect(heading('6. Il pagamento')).toBeVisible();
    await goOn();
    await expect(heading('7. È attivo?')).toBeVisible();
    await goOn();
    await expect(heading('Acquisto concluso')).toBeVisible();
  }
  const rows = await rowsOf(page);
  const renewed = rows.filter(
    ({ table, value }) => table === 'services' && value.holder?.startsWith('Rinnovo'),
  );
  expect(renewed.map(({ value }) => value.items?.[0]?.expiry)).toEqual(
    renewed.map(() => addMonths(soon, 12)),
  );
});
