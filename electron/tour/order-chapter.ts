// From the sign-in to a confirmed order: the worked example E1, to the cent.
import type { Page } from 'playwright-core';
import type { Album } from './album.ts';
import { Mismatch, sees, shows, textOf, totals } from './check.ts';
import { card, confirmOrder, open, press, signIn, title } from './hands.ts';

const studio = 'Studio Bianchi e Associati';

export async function signInToAruba(page: Page, album: Album): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  await sees('Il modulo di accesso', page.getByRole('dialog'));
  await album(page, 'accesso', 'Accesso con l’account Aruba (simulato)');
  await signIn(page);
  await sees('La sincronizzazione', page.getByText(/^Sincronizzato oggi alle \d\d:\d\d$/));
}

const quantity = (page: Page) => page.getByRole('textbox', { name: 'Quantità di utenti aggiuntivi' });
const extensionSwitch = (page: Page) => page.getByRole('switch', { name: 'Estensione servizi attivi' });

/** Points 2c to 2e: from the panel to the cart, the extension off and on, a module added and removed. */
export async function fillCart(page: Page, album: Album): Promise<void> {
  await open(page, 'Stato servizio');
  await album(
    page,
    'stato-servizio',
    'Stato servizio: ogni servizio con scadenza, utenti e la prossima cosa da fare',
  );
  await press(page.getByRole('button', { name: `Aggiungi: ${studio}` }), 'Enter');
  await sees('Il carrello', title(page, 'Carrello'));
  await shows('La quantità', '2', () => quantity(page).inputValue());
  await sees(
    'I nomi nel carrello',
    page.getByText('Giosuè Sanna, Alessandro Moretti').or(page.getByText('Alessandro Moretti, Giosuè Sanna')),
  );
  await shows('Il totale con l’estensione (E1)', '58,19 + 12,80 = 70,99', () => totals(page));
  const amounts = card(page, 'Servizi presenti nel carrello')
    .or(card(page, 'Estensione servizi attivi'))
    .getByRole('cell')
    .getByRole('button', { name: /^[\d.]+,\d\d\s€\. / });
  await shows('Gli importi delle righe (E1)', '9,80 € 22,43 € 11,03 € 14,93 €', async () =>
    (await amounts.allInnerTexts()).join(' ').replaceAll(/\s+/g, ' '),
  );
  await album(page, 'carrello', 'Carrello: 2 utenti, estensione attiva, 58,19 + 12,80 = 70,99');
  await press(extensionSwitch(page), ' ');
  await shows('Il totale senza estensione (E5)', '9,80 + 2,16 = 11,96', () => totals(page));
  await album(page, 'senza-estensione', 'Senza estensione: 9,80 + 2,16 = 11,96');
  await press(extensionSwitch(page), ' ');
  await shows('Il totale con l’estensione', '58,19 + 12,80 = 70,99', () => totals(page));
  await page.getByRole('button', { name: '+ Aggiungi al carrello: Modulo Incassi e pagamenti' }).click();
  await shows('Il totale con un modulo', '78,09 + 17,18 = 95,27', () => totals(page));
  await album(page, 'modulo-nel-carrello', 'Con il modulo Incassi e pagamenti: 78,09 + 17,18 = 95,27');
  await press(page.getByRole('button', { name: 'Togli Modulo Incassi e pagamenti dal carrello' }), 'Enter');
  await shows('Il totale senza il modulo', '58,19 + 12,80 = 70,99', () => totals(page));
}

export interface PlacedOrder {
  readonly number: string;
  /** "58,19 + 12,80 = 70,99" */
  readonly figures: string;
}

/** Points 2f and 2g: the order form, the confirmation, and the number from Aruba. */
export async function placeOrder(page: Page, album: Album): Promise<PlacedOrder> {
  await press(page.getByRole('button', { name: 'Prosegui e completa l’ordine' }), 'Enter');
  await sees('Il modulo d’ordine', title(page, 'Modulo d’ordine'));
  await album(page, 'modulo-ordine', 'Modulo d’ordine: intestatario, pagamento, condizioni');
  await confirmOrder(page);
  const heading = page.getByRole('heading', { level: 2, name: /^Ordine \d{8}$/ });
  await sees('Il numero dell’ordine', heading);
  const number = /\d{8}/.exec(await textOf(heading))?.[0];
  if (number === undefined) throw new Mismatch('Il numero dell’ordine: atteso di 8 cifre');
  await shows('La causale', number, () => textOf(card(page, 'Come pagare').getByRole('strong')));
  const figures = '58,19 + 12,80 = 70,99';
  await shows('Il totale dell’ordine', figures, () => totals(page));
  await sees(
    'Lo stato dell’ordine',
    page.getByRole('row').filter({ hasText: number }).getByText('Attesa pagamento'),
  );
  await album(page, 'ordine', `Ordine ${number}: come pagare e causale esatta`);
  return { number, figures };
}

/** Point 2c, by the customer area: Servizi, Gestisci, Aggiungi utente. */
export async function customerAreaWay(page: Page, album: Album): Promise<void> {
  await open(page, 'Servizi');
  await album(page, 'servizi', 'Servizi: l’elenco dell’area clienti');
  await press(page.getByRole('button', { name: 'Gestisci: Studio Neri' }), 'Enter');
  await sees('La pagina del servizio', title(page, 'Studio Neri'));
  await album(page, 'gestisci', 'Gestisci: stato, scadenza, utenti, moduli e spazio di un servizio');
  await page.getByRole('button', { name: 'Aggiungi utente' }).click();
  await sees('Il carrello', title(page, 'Carrello'));
  await shows('La quantità', '1', () => quantity(page).inputValue());
  await album(page, 'carrello-dal-servizio', 'Anche Aggiungi utente porta al carrello');
  await page.getByRole('button', { name: 'Svuota' }).click();
  await sees('Il carrello vuoto', page.getByRole('heading', { name: 'Il carrello è vuoto' }));
}
