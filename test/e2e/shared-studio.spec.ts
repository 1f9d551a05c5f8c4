// Two administrators of one studio, each with a program of their own, and the real server on a PostgreSQL of
// its own: joined by a link, worked on without the server, and a command that was too late.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { open } from '../../electron/tour/hands.ts';
import { startProgram, type Program } from '../../electron/tour/program.ts';
import { addPerson } from './add-person.ts';
import { axeFindings } from './axe.ts';
import { launcher } from './machine.ts';

test.describe.configure({ mode: 'serial' });

const script = fileURLToPath(new URL('../../out/main/studio.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'allinea-shared-'));
// A test that runs as root starts PostgreSQL as another user, who must get through.
chmodSync(folder, 0o755);
let port = 0;
let server: ChildProcess | null = null;
let studio = '';
const programs: Program[] = [];

const words = (...order: readonly string[]): string[] => [
  script,
  ...order,
  `--data=${join(folder, 'server')}`,
  `--port=${port}`,
];
const ask = async (...order: readonly string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, words(...order))).stdout.trim();

async function startServer(): Promise<void> {
  server = spawn(process.execPath, words('serve'), { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(server.stdout as NodeJS.ReadableStream, 'data');
}

async function stopServer(): Promise<void> {
  if (server === null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
  server = null;
}

const pageOf = (number: number): Page => (programs[number] as Program).page;
const linkState = (number: number) => pageOf(number).getByRole('banner').locator('[aria-live="polite"]');

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  ({ port } = probe.address() as AddressInfo);
  probe.close();
  studio = await ask('create', 'Studio Marchetti');
});
test.afterAll(async () => {
  for (const program of programs) await program.stop();
  await stopServer();
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

test('each joins by the link of an invitation, which works once', async () => {
  test.setTimeout(120_000);
  const links = [
    await ask('invite', studio, 'maria', 'Maria Bassi', 'administer'),
    await ask('invite', studio, 'anna', 'Anna Ferri', 'prepare'),
  ];
  await startServer();
  for (const [number, link] of links.entries()) {
    programs.push(await startProgram({ launcher, dataFolder: join(folder, `desk-${number}`), studio: null }));
    const page = pageOf(number);
    const field = page.getByRole('textbox', { name: 'Link dell’invito' });
    await field.fill('https://altro');
    await field.press('Enter');
    await expect(page.getByText('Questo non è il link di uno studio')).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await field.fill(links[0] ?? '');
    if (number > 0) {
      await field.press('Enter');
      await expect(page.getByText('Questo invito è già stato usato')).toBeVisible();
    }
    await field.fill(link);
    await field.press('Enter');
    await expect(linkState(number)).toHaveText('Tutto sul server');
  }
});

test('what one does the other sees; without the server both go on, and later both have everything', async () => {
  test.setTimeout(120_000);
  const [maria, anna] = [pageOf(0), pageOf(1)];
  await addPerson(maria, 'a.verdi@x.it', 'Verdi');
  await expect(linkState(0)).toHaveText('Tutto sul server');
  await linkState(1).click();
  await open(anna, 'Personale');
  await expect(anna.getByText('a.verdi@x.it')).toBeVisible();

  await stopServer();
  await addPerson(maria, 'b.neri@x.it', 'Neri');
  await addPerson(anna, 'c.bianchi@x.it', 'Bianchi');
  // Both want the same person. Only one of them can have it.
  await addPerson(maria, 'd.rossi@x.it', 'Rossi');
  await addPerson(anna, 'd.rossi@x.it', 'Rossi');
  for (const number of [0, 1]) await expect(linkState(number)).toHaveText(/^Senza server, [12] da inviare$/);

  await startServer();
  await linkState(0).click();
  await expect(linkState(0)).toHaveText('Tutto sul server', { timeout: 30_000 });
  await linkState(1).click();
  await expect(linkState(1)).toHaveText('Tutto sul server', { timeout: 30_000 });
  await linkState(0).click();
  await expect(maria.getByText('c.bianchi@x.it')).toBeVisible({ timeout: 30_000 });
  await expect(anna.getByText('b.neri@x.it')).toBeVisible();
});

test('what came too late stands in the tray in words, and stays until somebody lets it go', async () => {
  const trayOf = (number: number) => pageOf(number).getByRole('region', { name: 'Non è passato' });
  const late = async (): Promise<number> => {
    for (const number of [0, 1]) if (await trayOf(number).isVisible()) return number;
    return -1;
  };
  // Both try again by themselves: the one that came first has the person.
  await expect.poll(late).not.toBe(-1);
  const second = await late();
  const [page, tray] = [pageOf(second), trayOf(second)];
  const first = second === 1 ? 'Maria Bassi' : 'Anna Ferri';
  await expect(tray.getByRole('listitem')).toHaveText([
    new RegExp(`^Persona «d\\.rossi@x\\.it».*Ultima modifica: ${first}, .*Rifai.*Lascia stare$`),
  ]);
  await expect(trayOf(1 - second)).toBeHidden();
  expect(await axeFindings(page)).toEqual([]);
  // The same person under another address: the form is filled in.
  await tray.getByRole('button', { name: /^Rifai/ }).click();
  const form = page.getByRole('dialog', { name: 'Nuova persona' });
  await expect(form.getByLabel('Cognome')).toHaveValue('Rossi');
  await form.getByLabel('E-mail di servizio').fill('d.rossi2@x.it');
  await page.keyboard.press('Enter');
  await expect(tray).toBeHidden();
  await expect(page.getByText('d.rossi2@x.it')).toBeVisible();
});

test('a role that may not says why; undo is given back by the server', async () => {
  const [maria, anna] = [pageOf(0), pageOf(1)];
  await open(anna, 'Listino e regole');
  await expect(anna.getByText('a.verdi@x.it')).toBeHidden();
  await addPerson(anna, 'e.viola@x.it', 'Viola');
  await anna.keyboard.press('Control+z');
  await expect(anna.getByText('e.viola@x.it')).toBeHidden();
  await expect(linkState(1)).toHaveText('Tutto sul server');
  await linkState(0).click();
  await expect(maria.getByText('e.viola@x.it')).toBeHidden();
});

/**
 * Waits until a desk asks for an invitation: these tests have no keyring, so its secret ended with its
 * process. It tries again at once. A click would open the dialog if it already knows.
 */
async function asksForInvitation(index: number): Promise<void> {
  await pageOf(index).evaluate(async () => {
    const { allinea } = globalThis as unknown as {
      readonly allinea: { call(name: string, payload: null): Promise<unknown> };
    };
    await allinea.call('sync/now', null);
  });
  await expect(linkState(index)).toHaveText('Serve un nuovo invito', { timeout: 30_000 });
}

test('killed without the server: what was given is there, and it says that the desk must join again', async () => {
  test.setTimeout(120_000);
  await stopServer();
  await addPerson(pageOf(1), 'f.grigi@x.it', 'Grigi');
  await (programs[1] as Program).kill();
  programs[1] = await startProgram({ launcher, dataFolder: join(folder, 'desk-1'), studio: null });
  await open(pageOf(1), 'Personale');
  await expect(pageOf(1).getByText('f.grigi@x.it')).toBeVisible();
  await startServer();
  await asksForInvitation(1);

  // A new invitation for the same studio, and what waits goes on its way.
  await stopServer();
  const link = await ask('invite', studio, 'anna', 'Anna Ferri', 'prepare');
  await startServer();
  // Without its server it said that instead.
  await asksForInvitation(1);
  await linkState(1).click();
  const dialog = pageOf(1).getByRole('dialog', { name: 'Nuovo invito' });
  const field = dialog.getByRole('textbox', { name: 'Link dell’invito' });
  await field.fill(link.replace(studio, '01930000-0000-7000-8000-000000000001'));
  await field.press('Enter');
  await expect(dialog.getByText('Questo link è di un altro studio')).toBeVisible();
  expect(await axeFindings(pageOf(1))).toEqual([]);
  await field.fill(link);
  await field.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(linkState(1)).toHaveText('Tutto sul server', { timeout: 30_000 });
  await linkState(0).click();
  await open(pageOf(0), 'Personale');
  await expect(pageOf(0).getByText('f.grigi@x.it')).toBeVisible({ timeout: 30_000 });
});
