// A shared sample, and its vendor inside the server: one administrator signs in for both and orders, and both
// see what the vendor says of it. A sample with an order that waits is shared from the program.
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
import { card, confirmOrder, open, sampleAccount, title } from '../../electron/tour/hands.ts';
import { startProgram, type Program } from '../../electron/tour/program.ts';
import { launcher } from './machine.ts';

const script = fileURLToPath(new URL('../../out/main/studio.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'allinea-sample-'));
// A test that runs as root starts PostgreSQL as another user, who must get through.
chmodSync(folder, 0o755);
let server: ChildProcess | null = null;
const programs: Program[] = [];

test.afterAll(async () => {
  for (const program of programs) await program.stop();
  if (server !== null) {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

const orderOf = (page: Page) =>
  card(page, 'Elenco ordini').locator('tbody tr').filter({ hasText: 'Studio Bianchi e Associati' });
/** The orders of the studio's own service, at the other side of the counter. */
const atVendor = (page: Page) =>
  card(page, 'Ordini ricevuti da Aruba')
    .locator('tbody tr')
    .filter({ hasText: 'Studio Bianchi e Associati' });

test('one signs in and orders, the other sees the order; paid at the other side of the counter, it is active for both', async () => {
  test.setTimeout(150_000);
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  const words = (...order: readonly string[]): string[] => [
    script,
    ...order,
    `--data=${join(folder, 'server')}`,
    `--port=${port}`,
  ];
  const ask = async (...order: readonly string[]): Promise<string> =>
    (await promisify(execFile)(process.execPath, words(...order))).stdout.trim();
  const studio = await ask('create', 'Studio Bianchi e Associati', '--sample');
  const links = [
    await ask('invite', studio, 'maria', 'Maria Bassi', 'administer'),
    await ask('invite', studio, 'anna', 'Anna Ferri', 'order'),
  ];
  server = spawn(process.execPath, words('serve'), { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(server.stdout as NodeJS.ReadableStream, 'data');
  for (const [number, link] of links.entries()) {
    const program = await startProgram({
      launcher,
      dataFolder: join(folder, `desk-${number}`),
      studio: null,
    });
    programs.push(program);
    const field = program.page.getByRole('textbox', { name: 'Link dell’invito' });
    await field.fill(link);
    await field.press('Enter');
    await expect(program.page.getByText('Tutto sul server')).toBeVisible();
  }
  const [maria, anna] = programs.map(({ page }) => page) as [Page, Page];

  // One of them signs in, and both are connected.
  await maria.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  await maria.getByRole('dialog').getByLabel('Password').fill(sampleAccount.password);
  await maria.keyboard.press('Enter');
  await expect(anna.getByRole('banner').getByRole('button', { name: 'Accedi' })).toBeHidden();
  await expect(anna.getByRole('banner')).toContainText('Sincronizzato');

  await open(maria, 'Stato servizio');
  await maria.getByRole('button', { name: 'Aggiungi: Studio Bianchi e Associati' }).click();
  await maria.getByRole('button', { name: 'Prosegui e completa l’ordine' }).click();
  await title(maria, 'Modulo d’ordine').waitFor();
  await confirmOrder(maria);
  await open(anna, 'Ordini');
  for (const page of [maria, anna]) await expect(orderOf(page)).toContainText('Attesa pagamento');

  await open(anna, 'Simulatore Aruba');
  await atVendor(anna)
    .getByRole('button', { name: /^Registra il pagamento dell’ordine/ })
    .click();
  for (const page of [maria, anna]) {
    await open(page, 'Ordini');
    await expect(orderOf(page)).toContainText('Attivo');
  }
});

test('a sample with an order that waits is shared: the server sends it, once, to the vendor that came along', async () => {
  test.setTimeout(150_000);
  const program = await startProgram({ launcher, dataFolder: join(folder, 'sample') });
  programs.push(program);
  chmodSync(join(folder, 'sample'), 0o755);
  const { page } = program;
  await open(page, 'Stato servizio');
  await page.getByRole('button', { name: 'Aggiungi: Studio Bianchi e Associati' }).click();
  await page.getByRole('button', { name: 'Prosegui e completa l’ordine' }).click();
  await confirmOrder(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Più tardi' }).click();
  await expect(orderOf(page)).toContainText('Da inviare');

  await open(page, 'Impostazioni');
  await card(page, 'Studio condiviso').getByRole('button', { name: 'Condividi questo studio…' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Il tuo nome' }).fill('Maria Bassi');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Tutto sul server')).toBeVisible({ timeout: 60_000 });
  await open(page, 'Ordini');
  await expect(orderOf(page)).toContainText('Da inviare');
  await page.getByRole('banner').getByRole('button', { name: 'Accedi' }).click();
  await page.getByRole('dialog').getByLabel('Password').fill(sampleAccount.password);
  await page.keyboard.press('Enter');
  await expect(orderOf(page)).toContainText('Attesa pagamento');
  await open(page, 'Simulatore Aruba');
  await expect(atVendor(page)).toHaveCount(1);
});
