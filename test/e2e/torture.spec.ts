// The whole program is killed at random moments. `npm run torture -- --kills 1000` does so a hundred times.
import { once } from 'node:events';
import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { seededChance } from '../../electron/simulator/faults/seeded-chance.ts';
import { tortureProgram } from '../torture/real-program.ts';
import { tortureSharedDesks } from '../torture/shared-desks.ts';
import { tortureServer } from '../torture/shared-server.ts';
import { launcher } from './machine.ts';

test('killed, closed, started twice, its files damaged: all that was confirmed is there', async () => {
  test.setTimeout(180_000);
  const seed = Date.now() % 1e9;
  const folder = mkdtempSync(join(tmpdir(), 'allinea-e2e-torture-'));
  const verdict = await tortureProgram({
    kills: 4,
    chance: seededChance(seed),
    launcher,
    folder,
    say: () => undefined,
  });
  expect(verdict.problems, `seed ${seed}`).toEqual([]);
  expect(verdict).toMatchObject({ kills: 4, quits: 1, secondStarts: 2 });
  expect(verdict.damaged).toBeGreaterThan(0);
  // What was lost with the files that were damaged, and told, is not counted among the people any more.
  expect(verdict.acknowledged).toBeGreaterThan(0);
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

/** A folder through which the own user of PostgreSQL gets, which refuses to run as root. */
function sharedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-e2e-torture-'));
  chmodSync(folder, 0o755);
  return folder;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

const serverProgram = fileURLToPath(new URL('../../out/main/studio.mjs', import.meta.url));

test('the server of a shared studio and its PostgreSQL are killed: what was acknowledged is there, once', async () => {
  test.setTimeout(180_000);
  const seed = Date.now() % 1e9;
  const folder = sharedFolder();
  const verdict = await tortureServer({
    kills: 3,
    desks: 3,
    chance: seededChance(seed),
    program: serverProgram,
    folder,
    port: await freePort(),
  });
  expect(verdict.problems, `seed ${seed}`).toEqual([]);
  expect(verdict.acknowledged).toBeGreaterThan(4);
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

test('desks of a shared studio are killed too: what they confirmed is there once at each, or refused', async () => {
  test.setTimeout(180_000);
  const seed = Date.now() % 1e9;
  const folder = sharedFolder();
  const programs = join(folder, 'programs');
  await build({
    configFile: fileURLToPath(new URL('../torture/vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { outDir: programs },
  });
  const verdict = await tortureSharedDesks({
    kills: 2,
    desks: 2,
    chance: seededChance(seed),
    deskProgram: join(programs, 'shared-desk.mjs'),
    serverProgram,
    folder,
    port: await freePort(),
    say: () => undefined,
  });
  expect(verdict.problems, `seed ${seed}`).toEqual([]);
  expect(verdict.people).toBeGreaterThan(4);
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});
