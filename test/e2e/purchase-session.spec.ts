// Renewals of a session are bought in Aruba's pages, one after the other, beside purchases made before.
import { expect } from '@playwright/test';
import { addMonths } from '../../core/kernel/day.ts';
import { card, open, title } from '../../electron/tour/hands.ts';
import { sharedDesk, test } from './desk.ts';
import { services, soon } from './purchase-services.ts';
import { purchaseSteps } from './purchase-steps.ts';
import { rowsOf } from './rows.ts';

const desk = sharedDesk({ own: services });
const { button, field, heading, goOn, axe, ordered, concluded } = purchaseSteps(desk);

test.beforeAll(async () => {
  await concluded();
  await ordered('Bar Centrale', '50012347', { gross: 7100, cause: 'other' });
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
