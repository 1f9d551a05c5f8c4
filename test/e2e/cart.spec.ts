import { expect } from '@playwright/test';
import { card, open, press, title } from '../../electron/tour/hands.ts';
import { totalLines, totals } from '../../electron/tour/check.ts';
import { sharedDesk, test } from './desk.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk();
const studio = 'Studio Bianchi e Associati';

const quantity = () => desk.page.getByRole('textbox', { name: 'Quantità di utenti aggiuntivi' });
const extension = () => desk.page.getByRole('switch', { name: 'Estensione servizi attivi' });
const inCart = () => card(desk.page, 'Servizi presenti nel carrello').locator('tbody tr');
const extended = () => card(desk.page, 'Estensione servizi attivi').locator('tbody tr');
const figures = (expected: string) => expect.poll(() => totals(desk.page)).toBe(expected);

async function typeQuantity(text: string): Promise<void> {
  await quantity().fill(text);
  await desk.page.keyboard.press('Enter');
}

test('the panel’s way: Aggiungi opens the cart with the missing users and their names, on E1 to the cent', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: `Aggiungi: ${studio}` }).click();
  await expect(title(page, 'Carrello')).toBeVisible();
  await expect(page.getByText(`${studio}, Fatturazione Elettronica`)).toBeVisible();
  await expect(quantity()).toHaveValue('2');
  await expect(inCart().first()).toContainText(
    /Utente aggiuntivo(?:Giosuè Sanna, Desirée Fontana|Desirée Fontana, Giosuè Sanna)/,
  );
  await expect(extension()).toBeChecked();
  await figures('58,19 + 12,80 = 70,99');
  await expect(inCart().locator('td:nth-child(n+4)')).toHaveText(['2 × 4,90 × 12/12', '9,80 €']);
  const money = extended().locator('td');
  await expect(extended()).toHaveCount(3);
  await expect(money.nth(0)).toHaveText('Fatturazione Elettronica');
  await expect(extended().locator('td:nth-child(3)')).toHaveText([
    /^9 8 mesi e \d+ giorni$|^9$/,
    /^9 /,
    /^9 /,
  ]);
  await expect(extended().locator('td:nth-child(4)')).toHaveText([
    '1 × 29,90 × 9/12',
    '3 × 4,90 × 9/12',
    '1 × 19,90 × 9/12',
  ]);
  await expect(extended().locator('td:nth-child(5)')).toHaveText(['22,43 €', '11,03 €', '14,93 €']);
  const expiry = await extended().locator('td:nth-child(6)').first().innerText();
  await expect(extended().locator('td:nth-child(6)')).toHaveText([expiry, expiry, expiry]);
  await expect(page.getByText(`tutto scade il ${expiry}`)).toBeVisible();
  await expect(page.getByText('Regola di Allinea: Aruba non pubblica l’arrotondamento.')).toBeVisible();
  await expect(totalLines(page)).toHaveText([
    'Utenti aggiuntivi9,80 €',
    'Estensione, 3 servizi48,39 €',
    'Imponibile58,19 €',
    'IVA 22%, sul totale12,80 €',
    'Totale70,99 €',
  ]);
});

test('extension off: 9,80 + 2,16 = 11,96; the new users last their own year (E5)', async () => {
  const { page } = desk;
  await extension().press(' ');
  await figures('9,80 + 2,16 = 11,96');
  await expect(
    page.getByText(
      /^Senza estensione i nuovi utenti durano fino al \d\d\/\d\d\/\d{4}; gli altri servizi restano alle loro scadenze\.$/,
    ),
  ).toBeVisible();
});

test('extension off, by the other reading: the users end with the service, and the cart says what is lost (E6)', async () => {
  const { page } = desk;
  await open(page, 'Listino e regole');
  await page.getByRole('radio', { name: 'I nuovi utenti finiscono con il servizio' }).press(' ');
  await expect(page.getByText('Regole aggiornate: ogni carrello è ricalcolato.')).toBeVisible();
  await open(page, 'Carrello');
  await figures('9,80 + 2,16 = 11,96');
  await expect(
    page.getByText(
      /^Senza estensione i nuovi utenti finiscono con il servizio, il \d\d\/\d\d\/\d{4}: si perdono (?:8 mesi e \d+ giorni?|9 mesi).*già pagati\.$/,
    ),
  ).toBeVisible();
  await open(page, 'Listino e regole');
  await page.getByRole('radio', { name: 'I nuovi utenti durano il loro anno' }).press(' ');
  await expect(page.getByRole('radio', { name: 'I nuovi utenti durano il loro anno' })).toBeChecked();
  await open(page, 'Carrello');
  await extension().press(' ');
  await figures('58,19 + 12,80 = 70,99');
});

test('another month rule gives other figures, and the cart names it (E2)', async () => {
  const { page } = desk;
  await open(page, 'Listino e regole');
  await page.getByRole('radio', { name: 'solo mesi completi' }).press(' ');
  await open(page, 'Carrello');
  await figures('52,80 + 11,62 = 64,42');
  await expect(page.getByText(/^Regola applicata: solo mesi completi\./)).toBeVisible();
  await open(page, 'Listino e regole');
  await page.getByRole('radio', { name: 'mese iniziato, mese intero' }).press(' ');
  await open(page, 'Carrello');
  await figures('58,19 + 12,80 = 70,99');
});

test('+ and - change the quantity; users without a name are counted', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Un utente in più' }).click();
  await expect(quantity()).toHaveValue('3');
  await expect(inCart().first()).toContainText('1 senza nome');
  await page.getByRole('button', { name: 'Un utente in meno' }).click();
  await expect(quantity()).toHaveValue('2');
});

test('a quantity that makes no sense never gets into the cart, and a sentence says why: 0, -1, 1000, letters', async () => {
  const { page } = desk;
  const range = 'Gli utenti vanno da 1 a 999: la quantità è rimasta com’era.';
  const digits = 'La quantità si scrive in cifre, per esempio 3.';
  for (const [wrong, sentence] of [
    ['0', range],
    ['-1', range],
    ['1000', range],
    ['due', digits],
    ['', null],
    ['2,5', null],
  ] as const) {
    await quantity().focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.type(wrong);
    await page.keyboard.press('Enter');
    if (sentence !== null) {
      const message = page.getByRole('alert').filter({ hasText: sentence });
      await expect(message, `after typing “${wrong}”`).toBeVisible();
      await message.getByRole('button', { name: 'Chiudi' }).click();
    }
    await typeQuantity('2');
    await expect(quantity()).toHaveValue('2');
    await figures('58,19 + 12,80 = 70,99');
  }
});

test('Servizi aggiuntivi: a module goes in, is priced and comes out; one that needs another waits for it', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: '+ Aggiungi al carrello: Modulo Incassi e pagamenti' }).click();
  await figures('78,09 + 17,18 = 95,27');
  await expect(inCart().nth(1)).toHaveText(/^Modulo Incassi e pagamentiTogli.*1 × 19,90 × 12\/1219,90/);
  await press(page.getByRole('button', { name: 'Togli Modulo Incassi e pagamenti dal carrello' }), 'Enter');
  await figures('58,19 + 12,80 = 70,99');
  await expect(page.getByRole('button', { name: '+ Aggiungi al carrello: Modulo Documenti' })).toHaveCount(0);
});

test('the customer area’s way: Servizi, Gestisci, Aggiungi utente leads to the same cart', async () => {
  const { page } = desk;
  await open(page, 'Servizi');
  await page.getByRole('button', { name: `Gestisci: ${studio}` }).click();
  await expect(title(page, studio)).toBeVisible();
  const state = card(page, 'Stato');
  await expect(state.getByRole('term')).toHaveText([
    'Stato',
    'Scadenza',
    'Utenti aggiuntivi',
    'Spazio',
    'Utente del pannello',
    'Partita IVA',
  ]);
  await expect(state.getByRole('definition').first()).toHaveText('Attivo');
  await expect(card(page, 'Servizi attivi').locator('tbody tr')).toHaveText([
    /^Fatturazione Elettronica1/,
    /^Utente aggiuntivo3/,
    /^Modulo Documenti1/,
  ]);
  const users = card(page, 'Utenti aggiuntivi').locator('li');
  await expect(users).toHaveCount(3);
  for (const user of ['Anna Ferriaferri01', 'Marco De Lucamdeluca01', 'Paolo Grecopgreco01'])
    await expect(users.filter({ hasText: user })).toHaveCount(1);
  await page.getByRole('button', { name: 'Aggiungi utente' }).click();
  await expect(title(page, 'Carrello')).toBeVisible();
  await figures('58,19 + 12,80 = 70,99');
});

test('a cart that is emptied comes back with Ctrl+Z', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Svuota' }).click();
  await expect(page.getByRole('heading', { name: 'Il carrello è vuoto' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await figures('58,19 + 12,80 = 70,99');
});

test('a service in grace offers no user, and one that awaits payment leads to its order', async () => {
  const { page } = desk;
  await open(page, 'Servizi');
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(row('Farmacia Conti').getByText('Scaduto')).toBeVisible();
  await expect(
    row('Farmacia Conti').getByText(/^Sola lettura fino al \d\d\/\d\d\/\d{4}, poi i dati sono cancellati$/),
  ).toBeVisible();
  await row('Farmacia Conti').getByRole('button', { name: 'Farmacia Conti', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Riattiva', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Aggiungi utente' })).toHaveCount(0);
  await open(page, 'Stato servizio');
  await page.getByRole('button', { name: 'Vai all’ordine: Edil Marche spa' }).click();
  await expect(page.getByRole('heading', { name: 'Ordine 31904417' })).toBeVisible();
  await expect(card(page, 'Come pagare').getByRole('strong')).toHaveText('31904417');
});

test('+ pressed twice quickly counts twice', async () => {
  const { page } = desk;
  await open(page, 'Carrello');
  await typeQuantity('2');
  await figures('58,19 + 12,80 = 70,99');
  // Pressed and let go at once, also on a busy machine: held down for 0.4 s it would count on by itself.
  await page.getByRole('button', { name: 'Un utente in più' }).evaluate(async (button: HTMLElement) => {
    button.click();
    await new Promise((later) => setTimeout(later));
    button.click();
  });
  await expect(quantity()).toHaveValue('4');
});
