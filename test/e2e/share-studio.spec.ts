// A studio that is shared from the program itself: this computer becomes the server, another person joins by
// the link, and each sees at once what the other does and where they are.
import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { card, open } from '../../electron/tour/hands.ts';
import { startProgram, type Program } from '../../electron/tour/program.ts';
import { addPerson } from './add-person.ts';
import { axeFindings } from './axe.ts';
import { launcher } from './machine.ts';
import { rowsOf } from './rows.ts';

test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'allinea-share-'));
// A test that runs as root starts PostgreSQL as another user, who must get through.
chmodSync(folder, 0o755);
const programs: Program[] = [];
const pageOf = (number: number): Page => (programs[number] as Program).page;
const linkState = (number: number) => pageOf(number).getByRole('banner').locator('[aria-live="polite"]');
const start = (number: number): Promise<Program> =>
  startProgram({ launcher, dataFolder: join(folder, `desk-${number}`), studio: null });

test.afterAll(async () => {
  for (const program of programs) await program.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

let link = '';

test('two clicks share the studio with all that is in it', async () => {
  test.setTimeout(120_000);
  programs.push(await start(0));
  const page = pageOf(0);
  await page.getByRole('textbox', { name: 'Nome dello studio' }).fill('Studio Marchetti');
  await page.getByRole('textbox', { name: 'Il tuo nome' }).fill('Maria Bassi');
  await page.keyboard.press('Enter');
  chmodSync(join(folder, 'desk-0'), 0o755);
  await addPerson(page, 'a.verdi@x.it', 'Verdi');
  await open(page, 'Impostazioni');
  await card(page, 'Studio condiviso').getByRole('button', { name: 'Condividi questo studio…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Condividi questo studio' });
  await expect(dialog.getByRole('textbox', { name: 'Il tuo nome' })).toHaveValue('Maria Bassi');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(linkState(0)).toHaveText('Tutto sul server', { timeout: 60_000 });
  await open(page, 'Personale');
  await expect(page.getByText('a.verdi@x.it')).toBeVisible();
});

test('an invitation has a link and a picture of it; who gets it joins with everything', async () => {
  test.setTimeout(120_000);
  const maria = pageOf(0);
  await open(maria, 'Impostazioni');
  const shared = card(maria, 'Studio condiviso');
  await expect(shared.getByText('Il server è questo computer.')).toBeVisible();
  await shared.getByRole('button', { name: 'Invita…' }).click();
  await maria.getByRole('textbox', { name: 'Nome e cognome' }).fill('Anna Ferri');
  await maria.keyboard.press('Enter');
  const invitation = maria.getByRole('dialog', { name: 'Link dell’invito per Anna Ferri' });
  await expect(invitation.getByRole('img', { name: 'Codice QR' })).toBeVisible();
  link = (await invitation.locator('code').textContent()) ?? '';
  expect(await axeFindings(maria)).toEqual([]);
  await maria.keyboard.press('Escape');
  await expect(shared.getByText('invito non ancora usato')).toBeVisible();

  programs.push(await start(1));
  const anna = pageOf(1);
  await anna.getByRole('textbox', { name: 'Link dell’invito' }).fill(link);
  await anna.keyboard.press('Enter');
  await expect(linkState(1)).toHaveText('Tutto sul server', { timeout: 30_000 });
  await open(anna, 'Personale');
  await expect(anna.getByText('a.verdi@x.it')).toBeVisible();
});

test('each sees who else is here, and what they do, without asking', async () => {
  const [maria, anna] = [pageOf(0), pageOf(1)];
  await expect(maria.getByRole('button', { name: /^Anna Ferri è / })).toBeVisible();
  await expect(anna.getByRole('button', { name: /^Maria Bassi è / })).toBeVisible();
  await open(maria, 'Personale');
  await expect(anna.getByRole('button', { name: 'Maria Bassi è in Personale' })).toBeVisible();
  await addPerson(anna, 'b.neri@x.it', 'Neri');
  await expect(maria.getByText('b.neri@x.it')).toBeVisible();
  // Anna opens the person, and the row of the list says so to Maria.
  await open(anna, 'Personale');
  await anna.getByRole('gridcell', { name: 'Anna Neri', exact: true }).click();
  await expect(maria.getByRole('row', { name: /Neri.*Qui adesso: Anna Ferri/ })).toBeVisible();
  expect(await axeFindings(maria)).toEqual([]);
});

test('with a password and the code of an app a person joins another computer without an invitation', async () => {
  test.setTimeout(120_000);
  const anna = pageOf(1);
  await open(anna, 'Impostazioni');
  const shared = card(anna, 'Studio condiviso');
  await shared.getByRole('button', { name: 'Scegli una password…' }).click();
  const dialog = anna.getByRole('dialog', { name: 'Scegli una password' });
  await dialog.getByRole('textbox', { name: 'Nuova password' }).fill('corta');
  await anna.keyboard.press('Enter');
  await expect(dialog.getByText('Almeno 12 caratteri.', { exact: true })).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Nuova password' }).fill('il gatto di Anna');
  await dialog.getByRole('textbox', { name: 'Ancora una volta' }).fill('il gatto di Anna');
  expect(await axeFindings(anna)).toEqual([]);
  await anna.keyboard.press('Enter');
  await expect(shared.getByText('Hai una password.')).toBeVisible();
  const studioLink = (await shared.getByLabel('Link dello studio').textContent()) ?? '';

  await shared.getByRole('button', { name: 'Chiedi anche un codice…' }).click();
  const app = anna.getByRole('dialog', { name: 'Un codice oltre alla password' });
  await expect(app.getByRole('img', { name: 'Codice QR' })).toBeVisible();
  const secret = (await app.getByLabel('Chiave per l’app').textContent()) ?? '';
  const code = (): string => new TOTP({ secret }).generate();
  await app.getByRole('textbox', { name: 'Sei cifre dell’app' }).fill('12345');
  await anna.keyboard.press('Enter');
  await expect(app.getByText('Il codice non è giusto')).toBeVisible();
  expect(await axeFindings(anna)).toEqual([]);
  await app.getByRole('textbox', { name: 'Sei cifre dell’app' }).fill(code());
  await anna.keyboard.press('Enter');
  await expect(shared.getByText('con essa serve il codice della tua app')).toBeVisible();

  programs.push(await start(2));
  const other = pageOf(2);
  await other.getByRole('textbox', { name: 'Link dell’invito' }).fill(studioLink);
  await other.keyboard.press('Enter');
  await expect(other.getByRole('textbox', { name: 'Il tuo nome nello studio' })).toBeFocused();
  await other.keyboard.type('anna ferri');
  await other.keyboard.press('Tab');
  await other.keyboard.type('il gatto di Luca');
  await other.keyboard.press('Enter');
  await expect(other.getByText('Nessuno con questo nome ha questa password')).toBeVisible();
  await other.getByRole('textbox', { name: 'La tua password' }).fill('il gatto di Anna');
  await other.keyboard.press('Enter');
  await expect(other.getByRole('textbox', { name: 'Codice dell’app' })).toBeFocused();
  // Nothing has to be scrolled for what is asked for now.
  await other.setViewportSize({ width: 1440, height: 900 });
  await expect(other.getByRole('button', { name: 'Collegati', exact: true })).toBeInViewport({ ratio: 1 });
  expect(await axeFindings(other)).toEqual([]);
  await other.keyboard.type(code());
  await other.keyboard.press('Enter');
  await expect(linkState(2)).toHaveText('Tutto sul server', { timeout: 30_000 });
  await open(other, 'Personale');
  await expect(other.getByText('b.neri@x.it')).toBeVisible();
  expect(await programs.pop()?.stop()).toBe(0);

  // What makes the access weaker asks before it does it, and the safe answer has the focus.
  await shared.getByRole('button', { name: 'Non chiedere più il codice' }).click();
  const sure = shared.getByRole('group', { name: 'Non chiedere più il codice' });
  await expect(sure.getByRole('button', { name: 'Annulla' })).toBeFocused();
  expect(await axeFindings(anna)).toEqual([]);
  await anna.keyboard.press('Enter');
  await expect(sure).toHaveCount(0);
  await expect(shared.getByText('con essa serve il codice della tua app')).toBeVisible();
  await shared.getByRole('button', { name: 'Non chiedere più il codice' }).click();
  await sure.getByRole('button', { name: 'Sì, non chiedere il codice' }).click();
  await expect(shared.getByText('Hai una password.')).toBeVisible();
  await shared.getByRole('button', { name: 'Togli la password' }).click();
  await expect(shared.getByText('Hai una password.')).toBeVisible();
  await shared.getByRole('button', { name: 'Sì, togli la password' }).click();
  await expect(shared.getByRole('button', { name: 'Scegli una password…' })).toBeVisible();
});

/** Gives a command as the page does. Returns the ids of what it made. */
async function give(page: Page, command: object): Promise<Readonly<Record<string, readonly string[]>>> {
  const done = await page.evaluate(async (wish) => {
    const { allinea } = globalThis as unknown as {
      readonly allinea: {
        call(name: string, payload: unknown): Promise<{ readonly ok: boolean; readonly value: object }>;
      };
    };
    return allinea.call('command/submit', wish);
  }, command);
  expect(done, JSON.stringify(done)).toMatchObject({ ok: true });
  return done.value as Readonly<Record<string, readonly string[]>>;
}

test('a purchase above the limit waits for whoever administers', async () => {
  test.setTimeout(120_000);
  const [maria, anna] = [pageOf(0), pageOf(1)];
  await open(maria, 'Impostazioni');
  const shared = card(maria, 'Studio condiviso');
  await shared.getByRole('button', { name: 'Ruolo di Anna Ferri' }).click();
  await maria.getByRole('option', { name: 'ordina' }).click();
  const limit = shared.getByRole('textbox', { name: /^Acquisti da approvare/ });
  await limit.fill('molto');
  await maria.keyboard.press('Enter');
  await expect(shared.getByText('Scrivi una cifra in euro')).toBeVisible();
  await limit.fill('50');
  await maria.keyboard.press('Enter');
  await expect(maria.getByText('Limite salvato.')).toBeVisible();

  const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Rome' });
  const details = {
    holder: 'Studio Marchetti',
    vatCode: '01234560512',
    kind: 'e-invoicing',
    expiry: `${Number(today.slice(0, 4)) + 1}-06-30`,
    users: [{ quantity: 3, expiry: null }],
  };
  const entry = { about: null, details, source: { kind: 'typed' }, evidence: {} };
  await open(anna, 'Impostazioni');
  await expect(anna.getByText('Lavori come Anna Ferri (ordina).')).toBeVisible();
  await give(anna, { type: 'register/record', asOf: today, entries: [entry] });
  const serviceId = (await rowsOf(anna)).find(({ table }) => table === 'services')?.id;
  const { carts } = await give(anna, { type: 'cart/open', serviceId });
  await give(anna, { type: 'cart/quantity', cartId: carts?.[0], quantity: 5 });
  await give(anna, { type: 'purchase/prepare', cartId: carts?.[0] });
  for (const [page, task] of [
    [anna, /^Continua: Studio Marchetti: acquisto di .* aspetta l’approvazione/],
    [maria, /^Vai all’acquisto: Studio Marchetti: acquisto da approvare, /],
  ] as const) {
    await open(page, 'Stato servizio');
    await page.getByRole('list', { name: 'Da sistemare' }).getByRole('button', { name: task }).click();
    await expect(page.getByText('Da approvare.')).toBeVisible();
  }
  await expect(anna.getByRole('button', { name: 'Approva', exact: true })).toBeHidden();
  expect(await axeFindings(maria)).toEqual([]);
  await maria.getByRole('button', { name: 'Approva', exact: true }).click();
  for (const page of [maria, anna]) {
    await expect(page.getByText('Da approvare.')).toBeHidden();
    await open(page, 'Stato servizio');
    const tasks = page.getByRole('list', { name: 'Da sistemare' });
    await expect(tasks.getByRole('button', { name: /acquisto aperto, Prepara/ })).toBeVisible();
    await expect(tasks.getByText(/approv/)).toHaveCount(0);
  }
});

test('a role can be changed while the other works, and an access ended', async () => {
  const [maria, anna] = [pageOf(0), pageOf(1)];
  await open(maria, 'Impostazioni');
  const shared = card(maria, 'Studio condiviso');
  await shared.getByRole('button', { name: 'Ruolo di Anna Ferri' }).click();
  await maria.getByRole('option', { name: 'legge' }).click();
  await open(anna, 'Impostazioni');
  await expect(anna.getByText('Lavori come Anna Ferri (legge).')).toBeVisible();
  await shared.getByRole('button', { name: 'Ruolo di Maria Bassi' }).click();
  await maria.getByRole('option', { name: 'prepara' }).click();
  await expect(shared.getByText('È l’unica persona che amministra')).toBeVisible();
  expect(await axeFindings(maria)).toEqual([]);
  await shared.getByRole('button', { name: 'Fine accesso di Anna Ferri' }).click();
  await maria.getByRole('button', { name: 'Termina l’accesso' }).click();
  await expect(shared.getByText('accesso terminato')).toBeVisible();
  await expect(linkState(1)).toHaveText('Serve un nuovo invito', { timeout: 30_000 });
  await expect(maria.getByRole('button', { name: /^Anna Ferri è / })).toBeHidden({ timeout: 60_000 });
});

test('the server killed with its program comes back with it, with everything, and joins itself', async () => {
  test.setTimeout(120_000);
  await (programs[0] as Program).kill();
  programs[0] = await start(0);
  await expect(linkState(0)).toHaveText('Tutto sul server', { timeout: 60_000 });
  await addPerson(pageOf(0), 'c.gialli@x.it', 'Gialli');
  await expect(linkState(0)).toHaveText('Tutto sul server');
  await expect(pageOf(0).getByText('b.neri@x.it')).toBeVisible();
  // The desk that lost its secret is not left behind beside the new one.
  await open(pageOf(0), 'Impostazioni');
  await expect(pageOf(0).getByText('Il server è questo computer.')).toBeVisible();
  await expect(pageOf(0).getByRole('button', { name: 'Un altro computer per Maria Bassi' })).toBeVisible();
  await expect(pageOf(0).getByRole('button', { name: /^Togli il computer .* di Maria Bassi$/ })).toHaveCount(
    0,
  );
});
