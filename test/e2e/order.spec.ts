// One order from the form to the seats. Then sessions that expire, a cancellation, and payments on their day.
import { expect } from '@playwright/test';
import { card, confirmOrder, open, sampleAccount, search, signIn, title } from '../../electron/tour/hands.ts';
import { totals } from '../../electron/tour/check.ts';
import { sharedDesk, test } from './desk.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk();
const studio = 'Studio Bianchi e Associati';
let number = '';

const orderOf = (holder: string) =>
  card(desk.page, 'Elenco ordini').locator('tbody tr').filter({ hasText: holder });
const atAruba = (holder: string) =>
  card(desk.page, 'Ordini ricevuti da Aruba').locator('tbody tr').filter({ hasText: holder });
const history = () => card(desk.page, 'Storia').locator('li > span:first-child');

async function toOrderForm(holder: string): Promise<void> {
  await open(desk.page, 'Stato servizio');
  await desk.page.getByRole('button', { name: `Aggiungi: ${holder}` }).click();
  await desk.page.getByRole('button', { name: 'Prosegui e completa l’ordine' }).click();
  await title(desk.page, 'Modulo d’ordine').waitFor();
}

test('the order form: payer known, each method with the day from which the seats work, nothing confirmed without the clauses', async () => {
  const { page } = desk;
  await toOrderForm(studio);
  await expect(page.getByLabel('Ragione sociale')).toHaveValue(studio);
  await expect(page.getByLabel('Codice destinatario o PEC')).toHaveValue('M5UXCR1');
  const methods = page.getByRole('radio');
  await expect(methods).toHaveCount(5);
  for (const [index, name] of [
    /^Carta attivo subito$/,
    /^PayPal attivo subito$/,
    /^Bonifico attivo dal \d\d\/\d\d$/,
    /^Bollettino precompilato attivo /,
    /^Bollettino in bianco attivo dal \d\d\/\d\d$/,
  ].entries())
    await expect(methods.nth(index)).toHaveAccessibleName(name);
  await expect(page.getByRole('radio', { name: 'Bonifico' })).toBeChecked();
  await expect(
    page.getByText(
      /^Pagando oggi con bonifico, il pagamento è registrato \p{L}+ \d+ \p{L}+(?: \d{4})? e da quel giorno gli utenti si possono attivare\.$/u,
    ),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Conferma e completa l’ordine' })).toBeDisabled();
  expect(await totals(page)).toBe('58,19 + 12,80 = 70,99');
});

test('wrong payer data are marked and named, and nothing is ordered', async () => {
  const { page } = desk;
  await page.getByRole('textbox', { name: 'Partita IVA' }).fill('01234567890');
  await page.getByLabel('CAP').fill('5210');
  for (const clause of await page.getByRole('checkbox').all()) await clause.press(' ');
  await page.getByRole('button', { name: 'Conferma e completa l’ordine' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'Controlla i campi segnati: Partita IVA, CAP.' }),
  ).toBeVisible();
  await expect(
    page.getByText('La partita IVA ha 11 cifre; l’ultima è di controllo e qui non torna.'),
  ).toBeVisible();
  await expect(page.getByText('5 cifre')).toBeVisible();
  await page.getByRole('textbox', { name: 'Partita IVA' }).fill('01234560512');
  await page.getByLabel('CAP').fill('52100');
});

test('confirmed while signed out: the order is safe here, “Da inviare”, and a sign-in is asked for', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Conferma e completa l’ordine' }).click();
  const dialog = page.getByRole('dialog', { name: 'Accesso con l’account Aruba' });
  await expect(
    dialog.getByText(
      'L’ordine è confermato e salvato qui. Per inviarlo ad Aruba serve l’accesso: partirà subito dopo.',
    ),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Più tardi' }).click();
  await expect(orderOf(studio)).toHaveText(new RegExp(`^non ancora assegnato${studio}.*70,99.*Da inviare$`));
  await expect(page.getByText('Accesso da fare, 1 modifica in coda')).toBeVisible();
  await expect(
    page.getByText(/^Salvato qui, non ancora inviato ad Aruba\. Serve l’accesso con l’account Aruba\./),
  ).toBeVisible();
  await expect(history()).toHaveText(['Ordine confermato', 'Da inviare']);
});

test('a wrong password and a wrong account form are told, and nothing is lost', async () => {
  const { page } = desk;
  await page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  const dialog = page.getByRole('dialog');
  await expect(
    dialog.getByText('Account del simulatore: 8841207@aruba.it, password allinea-prova'),
  ).toBeVisible();
  await dialog.getByLabel('Password').fill('sbagliata');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText(
    'Account o password non corretti. Niente è andato perso: riprova.',
  );
  await dialog.getByLabel('Account Aruba').fill('1234567 @aruba.it');
  await dialog.getByLabel('Password').fill(sampleAccount.password);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText(
    'Un account Aruba non contiene spazi. Di solito ha la forma 1234567@aruba.it.',
  );
  await dialog.getByLabel('Account Aruba').fill(sampleAccount.username);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
});

test('after the sign-in the order leaves by itself and gets its number: state, how to pay, the exact reference', async () => {
  const { page } = desk;
  const heading = page.getByRole('heading', { level: 2, name: /^Ordine \d{8}$/ });
  await expect(heading).toBeVisible();
  number = /\d{8}/.exec(await heading.innerText())?.[0] ?? '';
  await expect(orderOf(studio)).toHaveText(new RegExp(`^${number}${studio}.*Attesa pagamento$`));
  await expect(page.getByText(/^Sincronizzato oggi alle \d\d:\d\d$/)).toBeVisible();
  await expect(
    page.getByText('Solo questo numero, nient’altro: così Aruba riconosce il pagamento.'),
  ).toBeVisible();
  const pay = card(page, 'Come pagare');
  await expect(pay.getByRole('strong')).toHaveText(number);
  await expect(pay.locator('dt')).toHaveText([
    'Importo',
    'Causale',
    'Beneficiario',
    'IBAN',
    'Codice QR',
    'Pagando oggi',
  ]);
  await expect(pay.locator('dd').first()).toHaveText('70,99 €');
  await expect(
    page.getByText(/^Utenti per (?:Giosuè Sanna, Desirée Fontana|Desirée Fontana, Giosuè Sanna)$/),
  ).toBeVisible();
  expect(await totals(page)).toBe('58,19 + 12,80 = 70,99');
});

test('the payment reference is copied, and nothing else with it', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Copia causale' }).click();
  await expect(page.getByText('Causale copiata.')).toBeVisible();
  // The IBAN is shown in groups of four and copied without spaces.
  const iban = page.getByRole('definition').filter({ has: page.getByRole('button', { name: 'Copia IBAN' }) });
  await expect(iban.locator('span > span')).toHaveText([
    'IT98',
    'O999',
    '9900',
    '0000',
    '0000',
    '0123',
    '456',
  ]);
  await page.getByRole('button', { name: 'Copia IBAN' }).click();
  await expect(page.getByText('IBAN copiato, senza spazi.')).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('IT98O9999900000000000123456');
  const folder = process.env['ALLINEA_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/iban.png` });
});

test('while the order is open, a second one for the same service is not offered', async () => {
  const { page } = desk;
  await open(page, 'Personale');
  await expect(page.getByRole('row').filter({ hasText: 'Giosuè Sanna' }).getByText('Ordinato')).toBeVisible();
  await open(page, 'Stato servizio');
  await page.getByRole('button', { name: `Aggiungi: ${studio}` }).click();
  await expect(page.getByText(`Per questo servizio c’è già un ordine in corso (${number}).`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Prosegui e completa l’ordine' })).toBeDisabled();
  await page.getByRole('button', { name: 'Svuota' }).click();
});

test('the mail “Conferma ordine servizi” is in the simulator’s mailbox, with number, amount and reference', async () => {
  const { page } = desk;
  await open(page, 'Simulatore Aruba');
  await page.getByRole('button', { name: `Conferma ordine servizi n. ${number}` }).click();
  const mail = card(page, `Conferma ordine servizi n. ${number}`);
  await expect(mail).toContainText(`Causale, da riportare esattamente e senza altro testo: ${number}`);
  await expect(mail).toContainText('70,99 €');
});

test('the payment is registered: the order is active, the seats are there, the people who waited have usernames', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: `Registra il pagamento dell’ordine ${number}` }).click();
  await expect(atAruba(studio).getByText('Attivo')).toBeVisible();
  await expect(
    page.getByRole('button', { name: new RegExp(`^Conferma pagamento.*${number}`) }),
  ).toBeVisible();
  await open(page, 'Ordini');
  await orderOf(studio).getByRole('button', { name: number }).click();
  await expect(history()).toHaveText([
    'Ordine confermato',
    'Attesa pagamento',
    'Attesa attivazione',
    'Attivo',
  ]);
  await open(page, 'Personale');
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(row('Giosuè Sanna').locator('td')).toHaveText([
    '',
    'Giosuè Sanna',
    'Contabilità',
    'g.sanna@studiobianchi.example',
    'gsanna01',
    'Da creare nel pannello',
  ]);
  await expect(row('Desirée Fontana').locator('td').nth(4)).toHaveText(/^dfontana\d*$|^dfontana01$/);
  await expect(
    page.getByText('37 persone').or(page.getByText('34 persone, 5 utenti aggiuntivi, 0 in attesa')),
  ).toBeVisible();
  await search(page, studio);
  await expect(card(page, 'Servizi attivi').locator('tbody tr')).toHaveText([
    /^Fatturazione Elettronica1/,
    /^Utente aggiuntivo3/,
    /^Modulo Documenti1/,
    /^Utente aggiuntivo2/,
  ]);
});

test('an expired session asks again and loses nothing', async () => {
  const { page } = desk;
  await open(page, 'Simulatore Aruba');
  await page.getByRole('button', { name: 'Fai scadere l’accesso' }).click();
  await expect(page.getByText('Accesso ad Aruba da fare')).toBeVisible();
  await toOrderForm('Officine Rossi srl');
  await confirmOrder(page);
  await page.getByRole('dialog').waitFor();
  await expect(page.getByText('Accesso da fare, 1 modifica in coda')).toBeVisible();
  await signIn(page);
  await expect(orderOf('Officine Rossi srl')).toHaveText(/^\d{8}Officine Rossi srl.*Attesa pagamento$/);
});

test('an order that awaits payment is cancelled, after one question', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Annulla ordine' }).click();
  const dialog = page.getByRole('dialog', { name: /^Annullare l’ordine \d{8}\?$/ });
  await dialog.getByRole('button', { name: 'Mantieni l’ordine' }).click();
  await expect(orderOf('Officine Rossi srl')).toHaveText(/Attesa pagamento$/);
  await page.getByRole('button', { name: 'Annulla ordine' }).click();
  await dialog.getByRole('button', { name: 'Annulla ordine' }).click();
  await expect(orderOf('Officine Rossi srl')).toHaveText(/Annullato$/);
  await expect(history()).toHaveText(['Ordine confermato', 'Attesa pagamento', 'Annullato']);
  await open(page, 'Simulatore Aruba');
  await expect(atAruba('Officine Rossi srl').getByText('Annullato')).toBeVisible();
});

test('a payment made today by transfer is registered on its day, when the simulated day moves', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Paga oggi l’ordine 31904417' }).click();
  await expect(
    atAruba('Edil Marche spa').getByText(/^pagato il \d\d\/\d\d, registrato \d\d\/\d\d$/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Avanti di 7 giorni' }).click();
  await expect(page.getByText('7 giorni avanti rispetto al calendario')).toBeVisible();
  await expect(atAruba('Edil Marche spa').getByText('Attivo')).toBeVisible();
  await open(page, 'Servizi');
  await expect(
    page.getByRole('row').filter({ hasText: 'Edil Marche spa' }).getByText('0 di 4'),
  ).toBeVisible();
});

test('who pays for one client is not taken over as the studio’s own data', async () => {
  const { page } = desk;
  await toOrderForm('Ceramiche Lombardi srl');
  await page.getByLabel('Ragione sociale').fill('Ceramiche Lombardi srl');
  await confirmOrder(page);
  await expect(orderOf('Ceramiche Lombardi srl')).toHaveText(/Attesa pagamento$|Attivo$/);
  await toOrderForm('Panificio Sole');
  await expect(page.getByLabel('Ragione sociale')).toHaveValue(studio);
});
