// The whole program is killed at random moments. `npm run torture -- --kills 1000` does so a hundred times.
import { once } from 'node:events';
import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { seededChance } from '../../electron/simulator/faults/seeded-chance.ts';
import { tortureProgram } from '../torture/real-program.ts';
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
  expect(verdict.people).toBeGreaterThan(0);
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

test('the server of a shared studio and its PostgreSQL are killed: what was acknowledged is there, once', async () => {
  test.setTimeout(180_000);
  const seed = Date.now() % 1e9;
  const folder = mkdtempSync(join(tmpdir(), 'allinea-e2e-torture-'));
  // PostgreSQL refuses to run as root: its own user must get through.
  chmodSync(folder, 0o755);
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  const verdict = await tortureServer({
    kills: 4,
    desks: 3,
    chance: seededChance(seed),
    program: fileURLToPath(new URL('../../out/main/studio.mjs', import.meta.url)),
    folder,
    port,
  });
  expect(verdict.problems, `seed ${seed}`).toEqual([]);
  expect(verdict.acknowledged).toBeGreaterThan(4);
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});
