// An offer by keyboard: the firm's own fees and words, several services, the calculation as a column, and the
// paper before it is printed. Rules C1, C2, C4.
import { expect } from '@playwright/test';
import { extractText } from 'unpdf';
import type { Locator } from 'playwright-core';
import { card, title } from '../../electron/tour/hands.ts';
import { sharedDesk, test } from './desk.ts';
import { ownDownloads } from './downloads.ts';
import { keysOn } from './keys.ts';
import { looksRight } from './looks-right.ts';

test.describe.configure({ mode: 'serial' });

const { saved } = ownDownloads();
const desk = sharedDesk();
const { press, type, reach, does, palette } = keysOn(desk);
const button = (name: string | RegExp): Locator => desk.page.getByRole('button', { name });
const dialog = (): Locator => desk.page.getByRole('dialog');
const fees = (): Locator => desk.page.getByRole('table', { name: 'Voci dello studio' }).locator('tbody tr');
const paper = () => desk.page.frameLocator('iframe[title^="Anteprima di:"]');
const gross = (): Locator => desk.page.getByTestId('gross');

test('a fee is typed in one go: Tab from field to field, Enter adds it, and the next one can follow', async () => {
  await palette('bianchi e associati');
  await does(button('Fai un preventivo…'));
  await does(dialog().getByRole('button', { name: 'Prepara la bozza' }));
  await expect(title(desk.page, 'Bozza di preventivo')).toBeVisible();
  await expect(gross()).toContainText('70,99');
  await reach(desk.page.getByRole('textbox', { name: 'Voce' }));
  for (const [at, typed] of ['Configurazione e formazione', '2', 'ore', '60,00'].entries()) {
    if (at > 0) await press('Tab');
    await press('Control+a');
    await type(typed);
  }
  await press('Enter');
  await expect(fees()).toHaveCount(1);
  await expect(fees().first()).toContainText('2 × 60,00');
  await expect(fees().first()).toContainText('120,00');
  await expect(desk.page.getByRole('textbox', { name: 'Voce' })).toBeFocused();
  await type('Marca da bollo');
  await press('Tab');
  await press('Tab');
  await press('Tab');
  await type('16');
  await press('Tab');
  await press('Control+a');
  await type('0');
  await press('Enter');
  await expect(fees()).toHaveCount(2);
  // 58,19 + 120,00 at 22 %: 39,20. The stamp has none.
  await expect(card(desk.page, 'Totali')).toContainText('39,20');
  await expect(card(desk.page, 'Totali')).toContainText('IVA 0% su 16,00');
  await expect(gross()).toContainText('233,39');
});

test('what cannot be read is told beside its field, and Ctrl+Z takes a fee back', async () => {
  await reach(desk.page.getByRole('textbox', { name: 'Voce' }));
  await type('Assistenza');
  await press('Enter');
  await expect(desk.page.getByText('Un importo come 60,00')).toBeVisible();
  await expect(desk.page.getByRole('textbox', { name: 'Prezzo' })).toBeFocused();
  await type('90');
  await press('Enter');
  await expect(fees()).toHaveCount(3);
  await does(button('Modifica Assistenza'));
  await expect(desk.page.getByRole('textbox', { name: 'Voce' })).toHaveValue('Assistenza');
  await press('Control+a');
  await type('Assistenza 2027');
  await press('Enter');
  await expect(fees().last()).toContainText('Assistenza 2027');
  await does(button('Togli Assistenza 2027'));
  await expect(fees()).toHaveCount(2);
  await press('Control+z');
  await expect(fees()).toHaveCount(3);
  await does(button('Togli Marca da bollo'));
  await expect(fees()).toHaveCount(2);
});

test('words before and after the lines, and the paper shows them as it will be printed', async () => {
  await does(button('Scrivi il testo…'));
  await reach(dialog().getByLabel('Testo iniziale'));
  await type('Gentile cliente, come d’accordo Le proponiamo:');
  await press('Tab');
  await type('Restiamo a disposizione.');
  await does(dialog().getByRole('button', { name: 'Salva' }));
  await dialog().waitFor({ state: 'hidden' });
  await expect(paper().getByText('Gentile cliente, come d’accordo Le proponiamo:')).toBeVisible();
  await expect(paper().getByText('Restiamo a disposizione.')).toBeVisible();
  await expect(paper().getByText('2 × 60,00')).toBeVisible();
});

test('another service in the same offer, with its own lines and subtotal; then the calculation goes', async () => {
  await does(button('Aggiungi un servizio…'));
  await does(dialog().getByRole('button', { name: 'Servizio' }));
  await type('Bar');
  await press('Enter');
  await does(dialog().getByRole('button', { name: 'Aggiungi' }));
  await dialog().waitFor({ state: 'hidden' });
  await expect(desk.page.getByText('Subtotale, IVA esclusa')).toHaveCount(2);
  await looksRight(desk.page, 'Preventivo di più servizi');
  await desk.page.getByRole('switch', { name: 'Colonna Calcolo' }).focus();
  await press('Space');
  await expect(fees().first()).not.toContainText('2 × 60,00');
  await press('Space');
  await expect(fees().first()).toContainText('2 × 60,00');
});

test('the letterhead: a layout is chosen in the settings and seen, and the PDF is that paper', async () => {
  await palette('impostazioni');
  await does(card(desk.page, 'Carta intestata').getByRole('button', { name: /^Disposizione|Logo a destra/ }));
  await type('Logo e testo');
  await press('Enter');
  await expect(desk.page.getByText('Carta intestata salvata.')).toBeVisible();
  await expect(paper().getByText('Corso Italia 12')).toHaveCSS('text-align', 'center');
  await looksRight(desk.page, 'Impostazioni con carta intestata');
  await press('Alt+ArrowLeft');
  await expect(title(desk.page, 'Bozza di preventivo')).toBeVisible();
  await does(button('Esporta…'));
  await expect(dialog().frameLocator('iframe').getByText('Corso Italia 12')).toHaveCSS(
    'text-align',
    'center',
  );
  await looksRight(desk.page, 'Esporta un preventivo');
  await does(dialog().getByRole('button', { name: 'PDF', exact: true }));
  const { text } = await extractText(new Uint8Array(await saved('.pdf')), { mergePages: true });
  for (const words of [
    'Gentile cliente',
    'Configurazione e formazione',
    '2 × 60,00',
    'Restiamo',
    'Subtotale',
  ])
    expect(text).toContain(words);
});

test('into the cart go only the lines of Aruba, and it says so', async () => {
  await does(button(/^Porta nel carrello Studio Bianchi/));
  await expect(title(desk.page, 'Carrello')).toBeVisible();
  await expect(desk.page.getByText(/solo le righe di Aruba/)).toBeVisible();
  await expect(gross()).toContainText('70,99');
});
