// The ten jobs of the manual, done in a studio of one's own. Each shows one picture.
import type { Locator, Page } from 'playwright-core';
import type { Day } from '../../core/kernel/day.ts';
import { sees } from '../tour/check.ts';
import { open, press, title } from '../tour/hands.ts';
import { serviceList } from '../tour/own-files.ts';
import { staffBefore, staffNow } from './staff-files.ts';

/** Takes the picture of a job: what is shown in this part of the window. */
export type Take = (job: string, part: Locator) => Promise<void>;

const studio = 'Studio Marchetti';
const orderNumber = '50012345';

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const heading = (page: Page, name: string): Locator => page.getByRole('heading', { name });
const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });
const screen = (page: Page): Locator => page.getByRole('main');
const row = (page: Page, name: string): Locator => page.getByRole('row').filter({ hasText: name });
const goOn = (page: Page): Promise<void> => page.keyboard.press('Control+Enter');

async function choose(page: Page, name: string, text: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await press(button(page, 'Scegli file'), 'Enter');
  await (await choosing).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

async function openService(page: Page): Promise<void> {
  await open(page, 'Servizi');
  await page.getByRole('searchbox').fill('marchetti');
  await press(button(page, 'Gestisci').first(), 'Enter');
  await sees('Il servizio', title(page, studio));
}

/** Does the jobs in the order of a new studio. The program has just started and asks which studio. */
export async function doJobs(page: Page, today: Day, take: Take): Promise<void> {
  await beginStudio(page, take);
  await recordServices(page, today, take);
  await importStaff(page, take);
  await giveSeats(page, take);
  await fillCart(page, take);
  await makeQuote(page, take);
  await ledPurchase(page, take);
  await planRenewals(page, take);
  await keepBackups(page, take);
  await shareStudio(page, take);
}

async function beginStudio(page: Page, take: Take): Promise<void> {
  await sees('Il primo avvio', title(page, 'Con quale studio vuoi cominciare?'));
  await page.keyboard.type(studio);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Maria Bassi');
  await page.keyboard.press('Enter');
  await sees('La seconda pagina', title(page, 'I servizi che segui'));
  await take('begin', screen(page));
}

async function recordServices(page: Page, today: Day, take: Take): Promise<void> {
  await press(button(page, 'Importa servizi'), 'Enter');
  await choose(page, 'servizi-aruba.csv', serviceList(today));
  await sees('Il conto delle righe', page.getByText('34 nuovi, 0 cambiati, 0 uguali, 6 da correggere'));
  await sees('Che cosa succede', page.getByText('0 → 34'));
  await take('services', screen(page));
  await goOn(page);
  await sees('La conferma', page.getByText('Registrati: 34 servizi.'));
}

async function importList(page: Page, list: string): Promise<void> {
  await open(page, 'Personale');
  await press(button(page, 'Importa elenco'), 'Enter');
  await choose(page, 'personale.csv', list);
  await sees('L’anteprima', button(page, /^Applica/));
}

async function importStaff(page: Page, take: Take): Promise<void> {
  await importList(page, staffBefore);
  await sees('Una riga scartata', button(page, 'Scartate 1'));
  await take('staff', screen(page));
  await goOn(page);
  await sees('Le persone', title(page, 'Personale'));
}

/** Six people need a user and three users are there. One who has a user leaves, and another gets it. */
async function giveSeats(page: Page, take: Take): Promise<void> {
  await press(button(page, /Servizio/).first(), 'Enter');
  await page.getByRole('option', { name: new RegExp(studio) }).click();
  await row(page, 'Ferri').press(' ');
  await press(button(page, 'Serve un utente'), 'Enter');
  await press(button(page, 'Assegna 1 utente'), 'Enter');
  await sees('Assegnato', button(page, 'Assegnati 1'));
  for (const name of ['Conti', 'Riva', 'Bassi', 'Neri', 'Galli']) await row(page, name).press(' ');
  await press(button(page, 'Serve un utente'), 'Enter');
  await press(button(page, 'Assegna 2 utenti'), 'Enter');
  await sees('Assegnati', button(page, 'Assegnati 3'));
  await importList(page, staffNow);
  await goOn(page);
  await sees('Chi è uscito', page.getByText(/^Uscito il/).first());
  await row(page, 'Ferri').press(' ');
  await take('seats', screen(page));
  await press(button(page, 'Libera utente'), 'Enter');
  await press(page.getByRole('dialog').getByRole('button', { name: 'Libera', exact: true }), 'Enter');
  await press(button(page, 'Assegna 1 utente'), 'Enter');
  await sees('In attesa', button(page, 'In attesa 2'));
}

async function fillCart(page: Page, take: Take): Promise<void> {
  await openService(page);
  await press(button(page, 'Aggiungi utente'), 'Enter');
  await sees('Il carrello', title(page, 'Carrello'));
  await field(page, 'Quantità di utenti aggiuntivi').fill('2');
  await page.keyboard.press('Tab');
  await take('cart', screen(page));
}

async function makeQuote(page: Page, take: Take): Promise<void> {
  await press(button(page, 'Fai un preventivo'), 'Enter');
  await sees('La bozza', title(page, 'Bozza di preventivo'));
  await take('quote', screen(page));
  await open(page, 'Carrello');
}

async function ledPurchase(page: Page, take: Take): Promise<void> {
  await press(button(page, 'Prepara l’acquisto'), 'Enter');
  for (const step of [
    '1. Prima di aprire Aruba',
    '2. Quale pagina si apre',
    '3. Che cosa mettere nel carrello',
  ]) {
    await sees(step, heading(page, step));
    await goOn(page);
  }
  await sees('Il quarto passo', heading(page, '4. Che cosa mostra il carrello di Aruba?'));
  await field(page, 'Totale').fill('70,99');
  await take('purchase', screen(page));
  await goOn(page);
  await sees('Il quinto passo', heading(page, '5. Hai confermato l’ordine?'));
  await field(page, 'Numero d’ordine').fill(orderNumber);
  await goOn(page);
  await sees('Il numero registrato', page.getByText(`Ordine ${orderNumber} registrato.`));
}

async function planRenewals(page: Page, take: Take): Promise<void> {
  await open(page, 'Rinnovi');
  // Down to the timeline: filters are above it.
  await screen(page).evaluate((main) => main.scrollTo(0, 300));
  await take('renewals', screen(page));
}

async function keepBackups(page: Page, take: Take): Promise<void> {
  await open(page, 'Impostazioni');
  // The buttons can be pressed once the list of backups is read: a click waits for that.
  await button(page, 'Fai una copia ora').click();
  await sees('La copia', page.getByText('Copia fatta.'));
  await button(page, 'Vedi e ripristina…').click();
  await takeDialog(page, take, 'backups', 'Chiudi');
}

async function shareStudio(page: Page, take: Take): Promise<void> {
  await press(button(page, 'Condividi questo studio…'), 'Enter');
  await takeDialog(page, take, 'share', 'Annulla');
}

/** Takes the picture of the open dialog, and closes it by its button. The next one is another one. */
async function takeDialog(page: Page, take: Take, job: string, close: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await take(job, dialog);
  await press(dialog.getByRole('button', { name: close, exact: true }), 'Enter');
  await dialog.waitFor({ state: 'hidden' });
}
