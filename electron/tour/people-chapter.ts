// Personale: imports the staff list and marks the people who need a user.
import type { Page } from 'playwright-core';
import { romeDay } from '../../core/kernel/day.ts';
import type { Album } from './album.ts';
import { sees, shows, textOf } from './check.ts';
import { open, press, title } from './hands.ts';
import { staffList, staffListCounts } from './staff-list.ts';

/** Issue 2, point 2a: chooses the file by keyboard, looks at the preview, applies it. */
export async function importStaff(page: Page, album: Album): Promise<void> {
  const { added, changed, rejected } = staffListCounts;
  await open(page, 'Personale');
  await album(page, 'personale', 'Personale: 34 persone dello studio di esempio');
  await press(page.getByRole('button', { name: 'Importa elenco' }), 'Enter');
  await sees('L’importazione', title(page, 'Importa elenco del personale'));
  const choosing = page.waitForEvent('filechooser');
  await press(page.getByRole('button', { name: 'Scegli file' }), 'Enter');
  await (
    await choosing
  ).setFiles({ name: 'personale.csv', mimeType: 'text/csv', buffer: staffList(romeDay(Date.now())) });
  await sees('Le righe scartate', page.getByRole('button', { name: `Scartate ${rejected}` }));
  await sees(
    'Il motivo di una riga scartata',
    page.getByRole('row', { name: /^10 Manca l’indirizzo e-mail/ }),
  );
  await shows('Le righe scartate in elenco', String(rejected), async () =>
    String(await page.locator('tbody tr').filter({ visible: true }).count()),
  );
  await album(page, 'righe-scartate', `Anteprima: ${rejected} righe scartate, ognuna con numero e motivo`);
  await page.getByRole('button', { name: `Modificate ${changed}` }).click();
  await sees('Il cambio di reparto', page.getByText('reparto: Paghe → Contabilità'));
  await album(page, 'modifiche', `Anteprima: ${changed} persone cambierebbero, ${added} sono nuove`);
  await page.getByRole('button', { name: `Applica: ${added} nuove, ${changed} modificate` }).click();
  await sees('La conferma', page.getByText(`Elenco applicato: ${added} nuove, ${changed} modificate.`));
  await sees('Le persone dopo l’importazione', page.getByRole('button', { name: `Tutti ${34 + added}` }));
}

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

async function choose(page: Page, query: string, name: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Cerca per nome o e-mail' }).fill(query);
  // The row has the focus: Space selects it.
  await press(row(page, name), ' ');
}

/** Point 2b: one person no longer needs a user, another person does. */
export async function markNeeds(page: Page, album: Album): Promise<void> {
  await choose(page, 'fontana desir', 'Desirée Fontana');
  await page.getByRole('button', { name: 'Non serve più' }).click();
  await sees('La richiesta tolta', row(page, 'Desirée Fontana').getByText('Non richiesto'));
  await choose(page, 'moretti', 'Alessandro Moretti');
  await press(page.getByRole('button', { name: 'Serve un utente' }), 'Enter');
  await sees('La persona in attesa', row(page, 'Alessandro Moretti').getByText('In attesa'));
  await page.getByRole('searchbox', { name: 'Cerca per nome o e-mail' }).fill('');
  await page.getByRole('button', { name: 'In attesa 2' }).click();
  await shows('Chi aspetta', 'Alessandro Moretti, Giosuè Sanna', async () =>
    (
      await Promise.all(
        ['Alessandro Moretti', 'Giosuè Sanna'].map(async (name) =>
          (await row(page, name).count()) > 0 ? name : '',
        ),
      )
    ).join(', '),
  );
  await album(
    page,
    'chi-aspetta',
    'Due persone aspettano un utente; chi è uscito e lo tiene ancora è segnato',
  );
}

/** Point 2h: after the activation the people who waited have their users. */
export async function seeUsernames(page: Page, album: Album): Promise<void> {
  await open(page, 'Personale');
  await page.getByRole('button', { name: /^Assegnati/ }).click();
  await shows('Il nome utente di Giosuè Sanna', 'gsanna01', () =>
    textOf(row(page, 'Giosuè Sanna').getByRole('gridcell').nth(4)),
  );
  await shows('Il nome utente di Alessandro Moretti', 'amoretti01', () =>
    textOf(row(page, 'Alessandro Moretti').getByRole('gridcell').nth(4)),
  );
  await album(page, 'utenti-assegnati', 'Gli utenti nuovi sono assegnati: gsanna01 e amoretti01');
}
