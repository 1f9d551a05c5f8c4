// The screens of the program, for the tests that look at each of them.
import { open, press, search, title } from '../../electron/tour/hands.ts';
import type { Desk } from './desk.ts';
import { chooseFile, csv, sample } from './staff-files.ts';

type Allinea = { readonly allinea: { call(name: string, payload: unknown): Promise<unknown> } };

/** Sets another month rule of the firm, as the screen of rules does. */
const monthRule = (desk: Desk, rule: 'started-month' | 'completed-month') =>
  desk.page.evaluate(async (chosen) => {
    const { allinea } = globalThis as unknown as Allinea;
    await allinea.call('command/submit', {
      type: 'firm/settings',
      rule: chosen,
      offPolicy: 'own-year',
      language: 'it',
      theme: 'system',
    });
  }, rule);

/** Chooses in one of the lists that open below a button. */
export async function setting(desk: Desk, name: RegExp, choice: string): Promise<void> {
  await desk.page.getByRole('button', { name }).click();
  await desk.page.getByRole('option', { name: choice }).click();
}

/** Every screen, with something in it, and how a person gets there. The order matters. */
export const allScreens = (desk: Desk): Readonly<Record<string, () => Promise<void>>> => ({
  'Stato servizio': () => open(desk.page, 'Stato servizio'),
  Personale: async () => {
    await open(desk.page, 'Personale');
    await desk.page.getByRole('row').filter({ hasText: 'Anna Ferri' }).click();
  },
  'Modifica persone': async () => {
    await desk.page.getByRole('row').filter({ hasText: 'Anna Ferri' }).focus();
    for (const key of [' ', 'ArrowDown', ' ', 'F2']) await desk.page.keyboard.press(key);
    await desk.page.getByRole('dialog', { name: 'Modifica 2 persone' }).waitFor();
  },
  Matrice: async () => {
    await desk.page.keyboard.press('Escape');
    await search(desk.page, 'persone e servizi');
    await desk.page.getByText('Per reparto', { exact: true }).click();
    await desk.page.getByRole('grid', { name: 'Persone e servizi' }).waitFor();
    await press(desk.page.locator('[data-cell="1:0"]'), 'ArrowRight');
    for (const key of ['Shift+ArrowDown', 'Shift+ArrowRight', ' ']) await desk.page.keyboard.press(key);
    await desk.page.getByText('+ da dare').first().waitFor();
  },
  'Piano degli utenti': async () => {
    await desk.page.getByRole('button', { name: 'Vedi il piano…' }).click();
    await desk.page.getByRole('dialog').waitFor();
  },
  'Regole per reparto': async () => {
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('button', { name: 'Annulla segni' }).click();
    await search(desk.page, 'regole per reparto');
    await desk.page.getByRole('dialog').waitFor();
  },
  Importa: async () => {
    await desk.page.keyboard.press('Escape');
    await chooseFile(desk.page, sample('paghe-windows1252.csv'));
  },
  'Colonne non usate': () =>
    chooseFile(
      desk.page,
      csv('Cognome;Nome;E-mail;Note interne;Cod. gest.\nNuova;Lia;l.nuova@x.it;Paghe;77\n', 'note.csv'),
    ),
  Servizi: () => open(desk.page, 'Servizi'),
  Gestisci: () => search(desk.page, 'Logistica Adriatica'),
  'Nuovo servizio': async () => {
    await search(desk.page, 'nuovo servizio');
    await title(desk.page, 'Nuovo servizio per un cliente').waitFor();
  },
  Carrello: async () => {
    await open(desk.page, 'Stato servizio');
    await desk.page.getByRole('button', { name: 'Aggiungi: Officine Rossi srl' }).click();
    await title(desk.page, 'Carrello').waitFor();
    await open(desk.page, 'Stato servizio');
    await desk.page.getByRole('button', { name: 'Aggiungi: Studio Bianchi e Associati' }).click();
    await title(desk.page, 'Carrello').waitFor();
  },
  'Modulo d’ordine': async () => {
    await desk.page.getByRole('button', { name: 'Prosegui e completa l’ordine' }).click();
    await title(desk.page, 'Modulo d’ordine').waitFor();
  },
  Ordini: () => open(desk.page, 'Ordini'),
  Preventivi: () => open(desk.page, 'Preventivi'),
  'Nuovo preventivo': async () => {
    await search(desk.page, 'bianchi e associati');
    await desk.page.getByRole('button', { name: 'Fai un preventivo…' }).click();
    await desk.page.getByRole('dialog').waitFor();
  },
  'Bozza di preventivo': async () => {
    await desk.page.getByRole('button', { name: 'Prepara la bozza' }).click();
    await title(desk.page, 'Bozza di preventivo').waitFor();
  },
  'Destinatario e validità': () => desk.page.getByRole('button', { name: 'Modifica', exact: true }).click(),
  'Esporta il preventivo': async () => {
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('button', { name: 'Esporta…' }).click();
    await desk.page.getByRole('dialog').waitFor();
  },
  'Preventivo emesso': async () => {
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('button', { name: 'Emetti…' }).click();
    await desk.page.getByRole('button', { name: 'Emetti', exact: true }).click();
    await title(desk.page, /^Preventivo/).waitFor();
  },
  'Preventivo oggi diverso': async () => {
    // Another month rule: the screen shows what would be different today, and why.
    await open(desk.page, 'Preventivi');
    await monthRule(desk, 'completed-month');
    await desk.page
      .getByRole('button', { name: /-\d{3}, Studio Bianchi/ })
      .first()
      .click();
    await desk.page.getByText('Niente è stato modificato').waitFor();
  },
  'Elenco preventivi': async () => {
    await open(desk.page, 'Preventivi');
    await monthRule(desk, 'started-month');
  },
  Rinnovi: () => open(desk.page, 'Rinnovi'),
  'Rinnovi in tabella': () => desk.page.getByRole('button', { name: 'Tabella', exact: true }).click(),
  'Rinnovi in gruppi': () => setting(desk, /Raggruppa/, 'Stato'),
  'Giorni in gruppi': async () => {
    await desk.page.getByRole('button', { name: 'Linea del tempo' }).click();
    await setting(desk, /Zoom/, 'Giorni');
  },
  'Viste salvate': async () => {
    await desk.page.getByRole('button', { name: 'Salva, viste salvate' }).click();
    await desk.page.keyboard.type('2027');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByRole('button', { name: '2027, viste salvate' }).click();
  },
  'Esporta i rinnovi': async () => {
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('button', { name: 'Esporta…' }).click();
    await desk.page.getByRole('dialog').waitFor();
  },
  'Sessione di rinnovi': async () => {
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('button', { name: 'Linea del tempo' }).click();
    await desk.page.getByRole('button', { name: /^Prepara la sessione/ }).click();
    await title(desk.page, 'Sessione di rinnovi').waitFor();
  },
  'Storico utenti': () => open(desk.page, 'Storico utenti'),
  'Listino e regole': () => open(desk.page, 'Listino e regole'),
  Impostazioni: () => open(desk.page, 'Impostazioni'),
  Manuale: async () => {
    await desk.page.keyboard.press('F1');
    await title(desk.page, /^9\. /).waitFor();
  },
  'Simulatore Aruba': () => open(desk.page, 'Simulatore Aruba'),
  'Cerca e vai': () => desk.page.keyboard.press('Control+k'),
  Accesso: async () => {
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  },
  'Nuova persona': async () => {
    await desk.page.keyboard.press('Escape');
    await search(desk.page, 'nuova persona');
    await desk.page.getByRole('dialog', { name: 'Nuova persona' }).waitFor();
  },
});
