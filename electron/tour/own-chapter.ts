// A studio of one's own: from an empty folder to services, staff, a cart, a quote and a session. Nothing of
// the simulator takes part (rules J1 to J4).
import type { Page } from 'playwright-core';
import { romeDay } from '../../core/kernel/day.ts';
import type { Album } from './album.ts';
import { sees, shows, totals } from './check.ts';
import { open, press, title } from './hands.ts';
import { ownStaff, pastedPages, serviceList } from './own-files.ts';

const today = romeDay(Date.now());
/** Rule E1: 2 more users, the service extended by 9 months. */
export const ownTotals = '58,19 + 12,80 = 70,99';
const person = 'Maria Bassi';
const studio = 'Studio Marchetti';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function choose(page: Page, name: string, text: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await press(button(page, 'Scegli file'), 'Enter');
  await (await choosing).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

/** The first start asks; the name of the studio and of the person are typed. */
export async function beginOwnStudio(page: Page, album: Album): Promise<void> {
  await sees('Il primo avvio', title(page, 'Con quale studio vuoi cominciare?'));
  await page.keyboard.type(studio);
  await page.keyboard.press('Tab');
  await page.keyboard.type(person);
  await album(page, 'primo-avvio', 'Primo avvio: il mio studio, l’esempio, o uno che c’è già');
  await page.keyboard.press('Enter');
  await sees('La seconda pagina', title(page, 'I servizi che segui'));
  await sees('Chi lavora, nella barra', button(page, /Studio Marchetti/).filter({ hasText: person }));
  await album(page, 'i-servizi', 'I servizi: da un foglio, da testo incollato, a mano');
}

/** 40 rows: 34 services go in, 6 are explained. */
export async function importServices(page: Page, album: Album): Promise<void> {
  await press(button(page, 'Importa servizi'), 'Enter');
  await choose(page, 'servizi-aruba.csv', serviceList(today));
  await sees('Il conto delle righe', page.getByText('34 nuovi, 0 cambiati, 0 uguali, 6 da correggere'));
  await sees('Una riga spiegata', page.getByText(/02342520159 ha la cifra di controllo sbagliata/));
  await album(
    page,
    'importa-servizi',
    '40 righe: 34 servizi nuovi, 6 righe da correggere, una colonna da capire',
  );
  await press(button(page, 'Non serve'), 'Enter');
  await page.keyboard.press('Control+Enter');
  await sees('La conferma', page.getByText('Registrati: 34 servizi.'));
  await album(page, 'servizi', 'I 34 servizi, con le loro scadenze');
}

/** Two more from a text that was copied from Aruba's pages. */
export async function pasteServices(page: Page, album: Album): Promise<void> {
  await press(button(page, 'Importa servizi'), 'Enter');
  await page.getByRole('textbox', { name: 'Testo copiato da Aruba' }).fill(pastedPages(today));
  await press(button(page, 'Leggi il testo'), 'Enter');
  await sees('Il conto', page.getByText('2 nuovi, 0 cambiati, 0 uguali'));
  await album(page, 'testo-incollato', 'Testo incollato: evidenziato ciò che è stato riconosciuto');
  await page.keyboard.press('Control+Enter');
  await sees('La conferma', page.getByText('Registrati: 2 servizi.'));
}

/** The source and the day of a figure. */
export async function seeSources(page: Page, album: Album): Promise<void> {
  await page.getByRole('searchbox').fill('marchetti');
  await press(button(page, 'Gestisci').first(), 'Enter');
  await sees('Il servizio', title(page, studio));
  await sees('La fonte di un dato', page.getByText(/servizi-aruba\.csv, riga 2, del .*, Maria Bassi/));
  await album(page, 'dati-e-fonti', 'Ogni dato dice da dove viene, di quando è e chi l’ha registrato');
}

/** Staff from a CSV: five people need a user, three users are there. */
export async function importOwnStaff(page: Page, album: Album): Promise<void> {
  await open(page, 'Personale');
  await press(button(page, 'Importa elenco'), 'Enter');
  await choose(page, 'personale.csv', ownStaff);
  await press(button(page, /^Applica: 5 nuove/), 'Enter');
  await open(page, 'Personale');
  await press(button(page, /Servizio/).first(), 'Enter');
  await page.getByRole('option', { name: new RegExp(studio) }).click();
  for (const name of ['Ferri', 'Conti', 'Riva', 'Bassi', 'Neri'])
    await page.getByRole('row').filter({ hasText: name }).press(' ');
  await press(button(page, 'Serve un utente'), 'Enter');
  await sees('Chi aspetta', page.getByText(/5 persone segnate/));
  await album(page, 'personale', 'Cinque persone da un CSV aspettano un utente');
  // Three users are bought already: they go to the first three.
  await open(page, 'Stato servizio');
  await press(button(page, /^Assegna: Studio Marchetti/), 'Enter');
  await sees('Tre assegnati', page.getByText('Studio Marchetti: 3 utenti del pannello da allineare'));
}

/** The cart of rule E1, and what is bought where. */
export async function ownCart(page: Page, album: Album): Promise<void> {
  await open(page, 'Servizi');
  await page.getByRole('searchbox').fill('marchetti');
  await press(button(page, 'Gestisci').first(), 'Enter');
  await press(button(page, 'Aggiungi utente'), 'Enter');
  await sees('Il carrello', title(page, 'Carrello'));
  await page.getByRole('textbox', { name: 'Quantità di utenti aggiuntivi' }).fill('2');
  await page.keyboard.press('Tab');
  await shows('Il totale del carrello', ownTotals, () => totals(page));
  await sees('Dove si compra', button(page, 'Prepara l’acquisto'));
  await album(page, 'carrello', 'Carrello: 2 utenti con estensione, 70,99 €, al centesimo');
}

/** A quote with its number. */
export async function ownQuote(page: Page, album: Album): Promise<void> {
  await press(button(page, 'Fai un preventivo'), 'Enter');
  await sees('La bozza', title(page, 'Bozza di preventivo'));
  await press(button(page, 'Emetti…'), 'Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Emetti', exact: true }).press('Enter');
  await sees('Il preventivo emesso', page.getByText('Preventivo emesso.'));
  await shows('Il totale del preventivo', ownTotals, () => totals(page));
  await album(page, 'preventivo', 'Preventivo emesso: gli stessi centesimi del carrello');
}

/** After a kill: the same studio, services, people, cart, quote. */
export async function ownSurvived(page: Page, album: Album): Promise<void> {
  await sees('Lo studio', button(page, /Studio Marchetti/).filter({ hasText: person }));
  await open(page, 'Servizi');
  const counted = (name: RegExp) => page.getByRole('navigation').getByRole('button', { name });
  await sees('I 36 servizi', counted(/^Servizi/).filter({ hasText: '36' }));
  await sees('Le 5 persone', counted(/^Personale/).filter({ hasText: '5' }));
  await open(page, 'Preventivi');
  await sees('Il preventivo', page.getByText('Emesso').first());
  await album(page, 'dopo-il-riavvio', 'Ucciso e riaperto: tutto è com’era');
}
