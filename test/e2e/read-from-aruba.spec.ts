// "Aggiorna da Aruba" in a studio of one's own (rule L), by keyboard, on a local fake of the three calls. Off
// by default; what Aruba says is only proposed; nothing of the credentials stays anywhere.
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import { open, title } from '../../electron/tour/hands.ts';
import { startProgram, type Program } from '../../electron/tour/program.ts';
import {
  html,
  json,
  pagedBody,
  startFakeAruba,
  tokenBody,
  userInfoBody,
  type FakeAruba,
} from '../support/fake-aruba.ts';
import { axeFindings } from './axe.ts';

test.describe.configure({ mode: 'serial' });

const launcher = fileURLToPath(new URL('../../out/main/launch.mjs', import.meta.url));
const dataFolder = mkdtempSync(join(tmpdir(), 'allinea-reading-'));
const password = 'Parola-Segreta-7';
let aruba: FakeAruba;
let program: Program;

const page = (): Page => program.page;
const button = (name: string | RegExp): Locator => page().getByRole('button', { name });
const field = (name: string): Locator => page().getByRole('textbox', { name, exact: true });
const signIns = (): number => aruba.asked.filter(({ path }) => path === '/auth/signin').length;

const start = async (): Promise<void> => {
  program = await startProgram({ launcher, dataFolder, studio: null, testAccount: aruba.url });
};

/** A program that starts anew has no minute to wait. Where the person was comes back. */
async function restart(): Promise<void> {
  await program.stop();
  await start();
  await expect(title(page(), 'Aggiorna da Aruba')).toBeVisible();
}

test.beforeAll(async () => {
  aruba = await startFakeAruba({ '/auth/signin': json(tokenBody), '/auth/userInfo': json(userInfoBody) });
  await start();
});
test.afterAll(async () => {
  await program.stop();
  await aruba.close();
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

async function axe(): Promise<void> {
  expect(await axeFindings(page())).toEqual([]);
}

async function openService(): Promise<void> {
  await open(page(), 'Servizi');
  await button('Gestisci').first().click();
  await expect(title(page(), 'Studio Marchetti')).toBeVisible();
}

async function typeSignIn(): Promise<void> {
  await field('Utente del pannello').fill('ARUBA01234560512');
  await page().keyboard.press('Tab');
  await page().keyboard.type(password);
}

test('a studio with one service, and no button until the function is on', async () => {
  await field('Nome dello studio').fill('Studio Marchetti');
  await page().keyboard.press('Tab');
  await page().keyboard.type('Maria Bassi');
  await page().keyboard.press('Enter');
  await expect(title(page(), 'I servizi che segui')).toBeVisible();
  await button('Nuovo servizio').click();
  await field('Intestatario').fill('Studio Marchetti');
  await field('Partita IVA').fill('01234560512');
  await field('Scadenza').fill('15/03/2027');
  await field('Utenti aggiuntivi').fill('3');
  await page().keyboard.press('Enter');
  await expect(page().getByText('Studio Marchetti: servizio aggiunto.')).toBeVisible();
  await openService();
  await expect(button('Aggiorna da Aruba')).toHaveCount(0);
});

test('Impostazioni turns it on, and says whom it is for', async () => {
  await open(page(), 'Impostazioni');
  const on = page().getByRole('switch', { name: 'Leggi da Aruba scadenza e spazio' });
  await expect(on).not.toBeChecked();
  await expect(page().getByText(/Aruba non dice utenti, moduli, prezzi\./)).toBeVisible();
  await on.focus();
  await page().keyboard.press('Space');
  await expect(on).toBeChecked();
  await axe();
  expect(aruba.asked).toEqual([]);
});

test('the form says what can be read, and that this is a test', async () => {
  await openService();
  await button('Aggiorna da Aruba').click();
  await expect(title(page(), 'Aggiorna da Aruba')).toBeVisible();
  await expect(
    page()
      .getByRole('paragraph')
      .filter({ hasText: /utenti collegati a un utente Premium\. L’autore/ }),
  ).toBeVisible();
  await expect(page().getByText(`si legge da ${aruba.url}`)).toBeVisible();
  // No keyring here: consent is not even asked.
  await expect(page().getByText(/Qui non c’è un portachiavi/)).toBeVisible();
  await expect(page().getByRole('checkbox', { name: /portachiavi/ })).toHaveCount(0);
  await expect(field('Utente del pannello')).toBeFocused();
  await axe();
});

test('a wrong password is said, nothing is tried again, and the minute is shown', async () => {
  aruba.replies['/auth/signin'] = json({ error: 'invalid_grant' }, 400);
  await typeSignIn();
  await page().keyboard.press('Enter');
  await expect(page().getByText(/Aruba non riconosce utente o password/)).toBeVisible();
  await expect(page().getByText(/si può leggere fra \d+ second/)).toBeVisible();
  await expect(field('Password')).toHaveValue('');
  await expect(button('Leggi da Aruba')).toBeDisabled();
  expect(signIns()).toBe(1);
});

test('by keyboard alone: what Aruba says is proposed, and Conferma records it', async () => {
  aruba.replies['/auth/signin'] = json({ ...tokenBody, token_type: 'Bearer' });
  await restart();
  expect(signIns()).toBe(1);
  await typeSignIn();
  await page().keyboard.press('Enter');
  await expect(page().getByText('Che cosa dice Aruba')).toBeVisible();
  await expect(page().getByText('0,34 di 1,00 GB')).toBeVisible();
  await expect(page().getByRole('row', { name: /scadenza.*15\/03\/2027.*20\/04\/2027/ })).toBeFocused();
  await axe();
  // The total space is not wanted: two rows down, Space.
  await page().keyboard.press('ArrowDown');
  await page().keyboard.press('ArrowDown');
  await page().keyboard.press('Space');
  await expect(button(/^Conferma 2/)).toBeEnabled();
  await page().keyboard.press('Control+Enter');
  await expect(title(page(), 'Studio Marchetti')).toBeVisible();
  await expect(page().getByText('Studio Marchetti: 2 dati letti da Aruba.')).toBeVisible();
  await expect(
    page()
      .getByText(/letto da Aruba, del/)
      .first(),
  ).toBeVisible();
  await expect(page().getByText('20/04/2027').first()).toBeVisible();
  expect(signIns()).toBe(2);
});

test('one undo takes all of it back', async () => {
  await page().keyboard.press('Control+z');
  await expect(page().getByText(/letto da Aruba, del/)).toHaveCount(0);
  await expect(page().getByText('15/03/2027').filter({ visible: true }).first()).toBeVisible();
});

test('the token that is left reads again; a Premium list is only shown', async () => {
  aruba.replies['/auth/multicedenti'] = pagedBody(3, 0);
  await button('Aggiorna da Aruba').click();
  await page()
    .getByRole('checkbox', { name: /È un utente Premium/ })
    .click({ force: true });
  await button('Leggi senza nuovo accesso').click();
  await expect(page().getByRole('row', { name: /Cliente 2.*10000000002.*attiva/ })).toBeVisible({
    timeout: 30_000,
  });
  await axe();
  expect(signIns()).toBe(2);
});

test('an answer for another VAT number is refused with both', async () => {
  aruba.replies['/auth/userInfo'] = json({ ...userInfoBody, vatCode: '02342520158' });
  await button('Leggi di nuovo').click();
  await button('Leggi senza nuovo accesso').click();
  await expect(
    page().getByText(/Aruba risponde per 02342520158, ma questo servizio è di 01234560512/),
  ).toBeVisible();
  await expect(button('Leggi senza nuovo accesso')).toHaveCount(0);
});

test('a 429 stops it, and the person starts again', async () => {
  aruba.replies['/auth/userInfo'] = html(429);
  await restart();
  await typeSignIn();
  await page().keyboard.press('Enter');
  await expect(page().getByText(/troppe \(429\)\. La lettura è ferma/)).toBeVisible();
  await expect(page().getByText(/si può leggere fra (?:8|9)\d secondi/)).toBeVisible();
  await axe();
  expect(signIns()).toBe(3);
});

/** What a file holds. The browser removes files of its own while it runs: one that is gone holds nothing. */
function bytesOf(path: string): string {
  try {
    return readFileSync(path).toString('latin1');
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return '';
    throw problem;
  }
}

test('switched off: no button any more, and nothing of the credentials is anywhere', async () => {
  await open(page(), 'Impostazioni');
  await page().getByRole('switch', { name: 'Leggi da Aruba scadenza e spazio' }).click({ force: true });
  await openService();
  await expect(button('Aggiorna da Aruba')).toHaveCount(0);
  const files = readdirSync(dataFolder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.length).toBeGreaterThan(3);
  for (const { parentPath, name } of files) {
    if (parentPath.includes('Cache')) continue;
    const bytes = bytesOf(join(parentPath, name));
    expect(bytes.includes(password), `${parentPath}/${name}`).toBe(false);
    expect(bytes.includes('token-1'), `${parentPath}/${name}`).toBe(false);
  }
  for (const { path } of aruba.asked)
    expect(['/auth/signin', '/auth/userInfo', '/auth/multicedenti']).toContain(path);
});
