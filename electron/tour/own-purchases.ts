// A studio of one's own buys in Aruba's pages, led step by step (rule K): a purchase to its end, one that no
// rule explains, and a session of renewals by account.
import type { Page } from 'playwright-core';
import { romeDay } from '../../core/kernel/day.ts';
import type { Album } from './album.ts';
import { sees } from './check.ts';
import { open, press, title } from './hands.ts';
import { ownInvoice } from './own-files.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name });
const goOn = (page: Page): Promise<void> => page.keyboard.press('Control+Enter');

/** The order number of the first purchase. */
export const ownOrderNumber = '50012345';

/** Steps 1 to 3: what comes first, which page, what to put into the cart. */
async function upToTheTotal(page: Page): Promise<void> {
  await sees('Il primo passo', heading(page, '1. Prima di aprire Aruba'));
  await goOn(page);
  await sees('Il secondo passo', heading(page, '2. Quale pagina si apre'));
  await goOn(page);
  await sees('Il terzo passo', heading(page, '3. Che cosa mettere nel carrello'));
  await goOn(page);
  await sees('Il quarto passo', heading(page, '4. Che cosa mostra il carrello di Aruba?'));
}

/** Prepared from the cart, compared: 64,42 is what only completed months give; then the order number. */
export async function ownPurchase(page: Page, album: Album): Promise<void> {
  await open(page, 'Carrello');
  await press(button(page, 'Prepara l’acquisto'), 'Enter');
  await upToTheTotal(page);
  await field(page, 'Totale').fill('64,42');
  await sees('La regola proposta', page.getByText(/Una sola regola dà questo totale: solo mesi completi/));
  await album(page, 'acquisto-guidato', '64,42 letto nel carrello di Aruba: una sola regola lo dà');
  await press(button(page, 'Adotta la regola'), 'Enter');
  await album(page, 'adotta-la-regola', 'Prima di adottarla si vede che cosa cambia');
  await page.keyboard.press('Escape');
  await goOn(page);
  await sees('Il quinto passo', heading(page, '5. Hai confermato l’ordine?'));
  await field(page, 'Numero d’ordine').fill(ownOrderNumber);
  await goOn(page);
  await sees('Il numero registrato', page.getByText(`Ordine ${ownOrderNumber} registrato.`));
}

/** After a kill right after the order number: paid, active, the users created one by one. */
export async function ownActivation(page: Page, album: Album): Promise<void> {
  await sees('Il pagamento', heading(page, '6. Il pagamento'));
  await sees('Il numero è rimasto', page.getByText(ownOrderNumber).first());
  await album(page, 'acquisto-dopo-il-riavvio', 'Ucciso dopo il numero d’ordine: riprende dal pagamento');
  await goOn(page);
  await sees('L’attivazione', heading(page, '7. È attivo?'));
  await album(page, 'acquisto-attivo', 'Attivo: le nuove date, che diventano dati con la loro fonte');
  await goOn(page);
  await sees('Gli utenti', heading(page, '8. Crea gli utenti nel pannello'));
  await album(page, 'crea-gli-utenti', 'Gli utenti nel pannello, uno per volta');
  for (const done of ['1 di 2 nel pannello', '2 di 2 nel pannello']) {
    await press(button(page, /^Fatto/).first(), 'Enter');
    await sees('Un utente creato', page.getByText(done));
  }
  await sees('La fine', heading(page, 'Acquisto concluso'));
}

/** A total that no rule gives: a cause is asked for, and stays beside the purchase. */
export async function ownUnexplained(page: Page, album: Album): Promise<void> {
  await open(page, 'Servizi');
  await page.getByRole('searchbox').fill('officine rossi');
  await press(button(page, 'Gestisci').first(), 'Enter');
  await press(button(page, 'Aggiungi utente'), 'Enter');
  await press(button(page, 'Prepara l’acquisto'), 'Enter');
  await upToTheTotal(page);
  await field(page, 'Totale').fill('71,00');
  await sees('Nessuna regola', page.getByText(/Nessuna regola dà questo totale/));
  await press(button(page, /Causa/), 'Enter');
  await page.getByRole('option', { name: 'Un prezzo diverso dal listino' }).press('Enter');
  await album(page, 'totale-non-spiegato', '71,00: nessuna regola lo dà, si chiede la causa');
  await goOn(page);
  await sees('Il quinto passo', heading(page, '5. Hai confermato l’ordine?'));
  await press(button(page, 'Non so se è andato a buon fine'), 'Enter');
  await sees('Da verificare', heading(page, 'Da verificare'));
  await album(page, 'da-verificare', 'Non si sa se sia partito: dove guardare, e nessun secondo ordine');
}

/** The next session of renewals: a purchase a service, gathered by account. */
export async function ownBatch(page: Page, album: Album): Promise<void> {
  await open(page, 'Rinnovi');
  await press(button(page, /^Apri la sessione di/).first(), 'Enter');
  await sees('La sessione', title(page, 'Sessione di rinnovi'));
  await album(page, 'sessione', 'La prossima sessione: i rinnovi di un giorno');
  await press(button(page, /^Prepara \d+ acquist/), 'Enter');
  await sees('Gli acquisti', title(page, 'Acquisti'));
  await album(page, 'acquisti', 'Gli acquisti, raccolti per account');
}

/** The invoice arrives: read, matched with the purchase line by line, confirmed. */
export async function ownInvoices(page: Page, album: Album): Promise<void> {
  await open(page, 'Fatture');
  const choosing = page.waitForEvent('filechooser');
  await press(button(page, 'Scegli file'), 'Enter');
  const buffer = Buffer.from(ownInvoice(romeDay(Date.now()), ownOrderNumber));
  await (await choosing).setFiles({ name: 'IT01879020517_77.xml', mimeType: 'text/xml', buffer });
  await sees('La fattura letta', title(page, 'Importa fatture'));
  await album(page, 'fattura', 'La fattura di Aruba, riga per riga, accanto all’acquisto');
  await goOn(page);
  await sees('La fattura registrata', title(page, 'Fatture'));
  await open(page, 'Acquisti');
  await press(button(page, 'Apri: Studio Marchetti'), 'Enter');
  await sees('La riga diversa', page.getByText('19,93 € invece di 22,43 €'));
  await album(page, 'acquisto-e-fattura', 'L’acquisto con la sua fattura: che cosa è uguale e che cosa no');
}
