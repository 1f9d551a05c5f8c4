// Kills of the real desk with real files. `npm run torture -- --kills 200` runs more. The whole program is
// killed in test/e2e/torture.spec.ts, because that needs the build and a browser.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { seededChance } from '../../electron/simulator/faults/seeded-chance.ts';
import { tortureOldFormats } from './old-formats.ts';
import { torture } from './run-torture.ts';

const folder = mkdtempSync(join(tmpdir(), 'allinea-torture-'));
const programs = join(folder, 'programs');

beforeAll(async () => {
  await build({
    configFile: fileURLToPath(new URL('./vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { outDir: programs },
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['the vendor inside the desk', null],
  ['the backend a program of its own', join(programs, 'backend.mjs')],
])(
  'killed ten times with %s: all that was confirmed is there, no order is lost or doubled',
  { timeout: 300_000 },
  async (name, backendProgram) => {
    const chance = seededChance(inject('freeSeed'));
    const place = join(folder, name.replaceAll(' ', '-'));
    const verdict = await torture({
      kills: 10,
      chance,
      deskProgram: join(programs, 'desk.mjs'),
      backendProgram,
      folder: place,
      say: () => undefined,
    });
    expect(verdict.problems).toEqual([]);
    expect(verdict.people).toBeGreaterThan(0);
  },
);

test(
  'killed six times in the first start on a folder of an older format: all of it is there, nothing is said',
  { timeout: 300_000 },
  async () => {
    const verdict = await tortureOldFormats({
      kills: 6,
      chance: seededChance(inject('freeSeed')),
      deskProgram: join(programs, 'desk.mjs'),
      golden: fileURLToPath(new URL('../golden/folders', import.meta.url)),
      folder: join(folder, 'old-formats'),
    });
    expect(verdict.problems).toEqual([]);
    expect(verdict.people).toBeGreaterThan(0);
  },
);
