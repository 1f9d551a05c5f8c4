// A total in Aruba's cart that two rules give, or none: what is asked, and what stays beside the purchase.
import { expect } from '@playwright/test';
import { card, open } from '../../electron/tour/hands.ts';
import { money } from '../../renderer/text/format.ts';
import { sharedDesk, test } from './desk.ts';
import { expiryOfTwoRules, services, totalsOf } from './purchase-services.ts';
import { purchaseSteps } from './purchase-steps.ts';

const desk = sharedDesk({ own: services });
const { button, field, heading, goOn, axe, prepare, concluded } = purchaseSteps(desk);
const total = (cents: number | undefined) => money(cents as never).replace(/\s*€/, '');

test.beforeAll(concluded);

test('a total that two rules give asks for one more figure', async () => {
  const { page } = desk;
  await prepare('Officine Rossi srl');
  await field('Totale').fill(total(totalsOf(expiryOfTwoRules).get('actual-days')));
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
