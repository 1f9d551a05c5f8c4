// The job, second half: what was planned is bought in Aruba's pages, led step by step (rule K).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { card, open, title } from '../../electron/tour/hands.ts';
import { invoiceText } from '../support/invoice-files.ts';
import { killWhenShown, sharedDesk, submit, test } from './desk.ts';
import { services, today, vat } from './purchase-services.ts';
import { purchaseSteps } from './purchase-steps.ts';
import { rowsOf } from './rows.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk({ alone: true, own: services });
const { button, field, heading, goOn, axe, serviceIdOf, prepare } = purchaseSteps(desk);

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
