import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { open, press, search, title } from '../../electron/tour/hands.ts';
import { sharedDesk } from './desk.ts';
import { chooseFile, csv, sample } from './staff-files.ts';

const desk = sharedDesk();

type Allinea = { readonly allinea: { call(name: string, payload: unknown): Promise<unknown> } };

/** Another month rule of the firm, as its screen of rules would set it. */
const monthRule = (rule: 'started-month' | 'completed-month') =>
  desk.page.evaluate(async (chosen) => {
    const theme = document.documentElement.dataset['theme'];
    const { allinea } = globalThis as unknown as Allinea;
    await allinea.call('command/submit', {
      type: 'firm/settings',
      rule: chosen,
      offPolicy: 'own-year',
      language: 'it',
      theme,
    });
  }, rule);

/** Every screen, with something in it, and how a person gets there. */
const screens: Readonly<Record<string, () => Promise<void>>> = {
  'Stato servizio': () => open(desk.page, 'Stato servizio'),
  Personale: async () => {
    await open(desk.page, 'Personale');
    await desk.page.getByRole('row').filter({ hasText: 'Anna Ferri' }).click();
  },
  Matrice: async () => {
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
      csv('Cognome;Nome;E-mail;Note interne\nNuova;Lia;l.nuova@x.it;Paghe\n', 'note.csv'),
    ),
  Servizi: () => open(desk.page, 'Servizi'),
  Gestisci: () => search(desk.page, 'Logistica Adriatica'),
  'Nuovo servizio': async () => {
    await search(desk.page, 'nuovo servizio');
    await title(desk.page, 'Nuovo servizio per un cliente').waitFor();
  },
  Carrello: async () => {
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
    // The month rule of the firm changes: what would be different today, and why.
    await open(desk.page, 'Preventivi');
    await monthRule('completed-month');
    await desk.page
      .getByRole('button', { name: /-\d{3}, Studio Bianchi/ })
      .first()
      .click();
    await desk.page.getByText('Niente è stato modificato').waitFor();
  },
  'Elenco preventivi': async () => {
    await open(desk.page, 'Preventivi');
    await monthRule('started-month');
  },
  Rinnovi: () => open(desk.page, 'Rinnovi'),
  'Rinnovi in tabella': () => desk.page.getByRole('button', { name: 'Tabella' }).click(),
  'Rinnovi in gruppi': () => setting(/Raggruppa/, 'Stato'),
  'Giorni in gruppi': async () => {
    await desk.page.getByRole('button', { name: 'Linea del tempo' }).click();
    await setting(/Zoom/, 'Giorni');
  },
  'Esporta i rinnovi': async () => {
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
  'Simulatore Aruba': () => open(desk.page, 'Simulatore Aruba'),
  'Cerca e vai': () => desk.page.keyboard.press('Control+k'),
  Accesso: async () => {
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  },
  'Nuova persona': async () => {
    await desk.page.keyboard.press('Escape');
    await search(desk.page, 'nuova persona');
    await desk.page.getByRole('dialog').waitFor();
  },
};

/**
 * Legacy mode: the usual one opens a second page, which this program does not have. A theme changes colours
 * only.
 */
async function problems(theme: 'light' | 'dark'): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page: desk.page }).setLegacyMode(true);
  const { violations } = await (theme === 'light' ? axe : axe.withRules(['color-contrast'])).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.html.slice(0, 120)}`),
  );
}

async function setting(name: RegExp, choice: string): Promise<void> {
  await desk.page.getByRole('button', { name }).click();
  await desk.page.getByRole('option', { name: choice }).click();
}

for (const [theme, choice] of [
  ['light', 'Chiaro'],
  ['dark', 'Scuro'],
] as const) {
  test(`axe finds nothing on any screen (${theme})`, async () => {
    test.setTimeout(120_000);
    await open(desk.page, 'Impostazioni');
    await setting(/Aspetto$/, choice);
    await expect(desk.page.locator('html')).toHaveAttribute('data-theme', theme);
    for (const [name, show] of Object.entries(screens)) {
      await show();
      expect.soft(await problems(theme), name).toEqual([]);
      if (process.env['ALLINEA_PICTURES'])
        await desk.page.screenshot({
          path: `${process.env['ALLINEA_PICTURES']}/${theme}-${name.replaceAll(/\W+/g, '-')}.png`,
        });
    }
    await desk.page.keyboard.press('Escape');
  });
}

test('loaded anew, no screen complains in the console', async () => {
  await desk.page.reload();
  for (const show of Object.values(screens)) await show();
  await desk.page.keyboard.press('Escape');
  await expect(desk.page.getByRole('dialog')).toHaveCount(0);
});

test('a wide and a narrow window: nothing is cut off at the right', async () => {
  const { page } = desk;
  for (const width of [1024, 1440, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    for (const name of [
      'Stato servizio',
      'Personale',
      'Servizi',
      'Carrello',
      'Ordini',
      'Preventivi',
      'Rinnovi',
      'Listino e regole',
      'Impostazioni',
      'Simulatore Aruba',
    ] as const) {
      await open(page, name);
      const content = await page
        .getByRole('main')
        .evaluate((element) => element.scrollWidth - element.clientWidth);
      expect.soft(content, `${name} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('in English no Italian is left on the screens', async () => {
  const { page } = desk;
  await open(page, 'Impostazioni');
  await setting(/Lingua$/, 'English');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const italian =
    /(?<!\p{L})(?:servizi|servizio|carrello|ordine|ordini|scadenza|scade|utent[ei]|person[ae]|giorn[oi]|mes[ei]|annulla|stato|prezzo|pagamento|attesa|attivo|nessun[oa]?|da|del|della|dei|il|per|con|non|sono|alle)(?!\p{L})/giu;
  for (const name of [
    'Service status',
    'Staff',
    'Services',
    'Cart',
    'Orders',
    'Quotes',
    'Renewals',
    'Price list and rules',
    'Settings',
    'Aruba simulator',
  ]) {
    await page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click();
    await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
    const text = await page.evaluate(() => {
      const copy = document.body.cloneNode(true) as HTMLElement;
      // The vendor writes its mails and the source of its price list in Italian.
      for (const element of copy.querySelectorAll('section:has(> .mail), .mail-line, script'))
        element.remove();
      for (const element of copy.querySelectorAll('p'))
        if (element.textContent.startsWith('Source:')) element.remove();
      return [...copy.querySelectorAll('*')]
        .flatMap((element) =>
          [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent ?? ''),
        )
        .join(' | ');
    });
    expect.soft([...new Set(text.match(italian) ?? [])], name).toEqual([]);
  }
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Settings/ })
    .click();
  await setting(/Language$/, 'Italiano');
  await expect(page.getByRole('heading', { level: 1, name: 'Impostazioni' })).toBeVisible();
});
