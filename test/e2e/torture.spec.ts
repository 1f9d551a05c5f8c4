// The whole program is killed at random moments. `npm run torture -- --kills 1000` does so a hundred times.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { seededChance } from '../../electron/simulator/faults/seeded-chance.ts';
import { tortureProgram } from '../torture/real-program.ts';
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
