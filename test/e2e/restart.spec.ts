import { expect } from '@playwright/test';
import { card, confirmOrder, open, search, signIn, title } from '../../electron/tour/hands.ts';
import { totals } from '../../electron/tour/check.ts';
import { killWhenShown, sharedDesk, test } from './desk.ts';

const studio = 'Studio Bianchi e Associati';
const clauses = ['Accetto le condizioni', 'Approvo specificamente', 'Ho letto'];

test.describe('closed and opened again', () => {
  test.describe.configure({ mode: 'serial' });
  const desk = sharedDesk({ alone: true });

  test('the cart is as it was left', async () => {
    await desk.page.getByRole('button', { name: `Aggiungi: ${studio}` }).click();
    await desk.page
      .getByRole('button', { name: '+ Aggiungi al carrello: Modulo Incassi e pagamenti' })
      .click();
    await expect.poll(() => totals(desk.page)).toBe('78,09 + 17,18 = 95,27');
    await desk.restart();
    await expect(title(desk.page, 'Carrello')).toBeVisible();
    await expect.poll(() => totals(desk.page)).toBe('78,09 + 17,18 = 95,27');
  });

  test('the half filled order form too', async () => {
    await desk.page.getByRole('radio', { name: 'Bollettino precompilato' }).press(' ');
    await desk.page.getByRole('button', { name: 'Prosegui e completa l’ordine' }).click();
    await desk.page.getByLabel('Ragione sociale').fill('Studio Bianchi, sede di Arezzo');
    await desk.page.getByLabel('CAP').fill('521');
    await desk.restart();
    await expect(title(desk.page, 'Modulo d’ordine')).toBeVisible();
    await expect(desk.page.getByLabel('Ragione sociale')).toHaveValue('Studio Bianchi, sede di Arezzo');
    await expect(desk.page.getByLabel('CAP')).toHaveValue('521');
    await expect(desk.page.getByRole('radio', { name: 'Bollettino precompilato' })).toBeChecked();
    await desk.page.getByLabel('CAP').fill('52100');
  });

  test('and the order that waits to be sent: after a sign-in it gets its number, once', async () => {
    await confirmOrder(desk.page);
    await desk.page.getByRole('dialog').getByRole('button', { name: 'Più tardi' }).click();
    await desk.restart();
    await expect(title(desk.page, 'Ordini')).toBeVisible();
    await expect(desk.page.getByText('Accesso da fare, 1 modifica in coda')).toBeVisible();
    await expect(desk.page.getByRole('row').filter({ hasText: studio })).toHaveText(
      /^non ancora assegnato.*Da inviare$/,
    );
    await desk.page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
    await signIn(desk.page);
    await expect(desk.page.getByRole('row').filter({ hasText: studio })).toHaveText(
      /^\d{8}.*95,27.*Attesa pagamento$/,
    );
    await oneOrderAtAruba(studio);
  });

  async function oneOrderAtAruba(holder: string): Promise<void> {
    await open(desk.page, 'Simulatore Aruba');
    await expect(
      card(desk.page, 'Ordini ricevuti da Aruba').locator('tbody tr').filter({ hasText: holder }),
    ).toHaveCount(1);
  }
});

test.describe('killed in the moment of a confirmation', () => {
  test.describe.configure({ mode: 'serial' });
  const desk = sharedDesk({ alone: true });

  test('a person who was added is there', async () => {
    await search(desk.page, 'nuova persona');
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByLabel('Nome', { exact: true }).fill('Tea');
    await dialog.getByLabel('Cognome').fill('Appena');
    await dialog.getByLabel('E-mail di servizio').fill('t.appena@studiobianchi.example');
    await killWhenShown(desk.program, 'Aggiunta al personale: Tea Appena.', () =>
      dialog.getByRole('button', { name: 'Salva' }).click(),
    );
    await desk.start();
    await open(desk.page, 'Personale');
    await expect(desk.page.getByRole('button', { name: 'Tutti 35' })).toBeVisible();
    await desk.page.getByRole('searchbox').fill('appena');
    await expect(
      desk.page.getByRole('row').filter({ hasText: 't.appena@studiobianchi.example' }),
    ).toBeVisible();
  });

  test('a quantity that was changed in the cart too', async () => {
    await open(desk.page, 'Stato servizio');
    await desk.page.getByRole('button', { name: `Aggiungi: ${studio}` }).click();
    await expect.poll(() => totals(desk.page)).toBe('58,19 + 12,80 = 70,99');
    // 5 users: 24.50 + 48.39.
    await killWhenShown(desk.program, '72,89', async () => {
      await desk.page.getByRole('textbox', { name: 'Quantità di utenti aggiuntivi' }).fill('5');
      await desk.page.keyboard.press('Enter');
    });
    await desk.start();
    await expect.poll(() => totals(desk.page)).toBe('72,89 + 16,04 = 88,93');
  });

  test('an order confirmed while signed in reaches Aruba exactly once', async () => {
    await desk.page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
    await signIn(desk.page);
    await desk.page.getByRole('button', { name: 'Prosegui e completa l’ordine' }).click();
    for (const clause of clauses) await desk.page.getByRole('checkbox', { name: clause }).press(' ');
    await killWhenShown(desk.program, 'Ordine confermato', () =>
      desk.page.getByRole('button', { name: 'Conferma e completa l’ordine' }).click(),
    );
    await desk.start();
    await open(desk.page, 'Ordini');
    await expect(desk.page.getByRole('row').filter({ hasText: studio })).toHaveCount(1);
    // Without the system's own store for secrets nothing of a session outlives the program.
    await desk.page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
    await signIn(desk.page);
    await expect(desk.page.getByRole('row').filter({ hasText: studio })).toHaveText(
      /^\d{8}.*88,93.*Attesa pagamento$/,
    );
    await expect(desk.page.getByText(/^Sincronizzato oggi alle/)).toBeVisible();
    await open(desk.page, 'Simulatore Aruba');
    await expect(
      card(desk.page, 'Ordini ricevuti da Aruba').locator('tbody tr').filter({ hasText: studio }),
    ).toHaveCount(1);
    await expect(desk.page.getByRole('button', { name: /^Conferma ordine servizi n\. / })).toHaveCount(2);
    await open(desk.page, 'Carrello');
    await expect(desk.page.getByRole('heading', { name: 'Il carrello è vuoto' })).toBeVisible();
  });

  test('a cancellation too', async () => {
    await open(desk.page, 'Ordini');
    await desk.page
      .getByRole('row')
      .filter({ hasText: studio })
      .getByRole('button', { name: /^\d{8}$/ })
      .click();
    await desk.page.getByRole('button', { name: 'Annulla ordine' }).click();
    await killWhenShown(desk.program, 'Annullamento in corso di invio.', () =>
      desk.page.getByRole('dialog').getByRole('button', { name: 'Annulla ordine' }).click(),
    );
    await desk.start();
    await open(desk.page, 'Ordini');
    await desk.page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
    await signIn(desk.page);
    await expect(desk.page.getByRole('row').filter({ hasText: studio })).toHaveText(/Annullato$/);
    await open(desk.page, 'Personale');
    await expect(
      desk.page.getByRole('row').filter({ hasText: 'Giosuè Sanna' }).getByText('In attesa'),
    ).toBeVisible();
  });
});
