// The figures do not depend on the machine's time zone. The engine runs in four time zones,
// each in its own process.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';

const zones = ['UTC', 'Europe/Rome', 'America/Sao_Paulo', 'Pacific/Apia'] as const;

interface Told {
  readonly zone: string;
  readonly facts: number;
  readonly digest: string;
  readonly mistake: string;
}

const folder = fileURLToPath(new URL('../../out/time-zones', import.meta.url));
const told: Told[] = [];

beforeAll(async () => {
  await build({
    configFile: false,
    publicDir: false,
    envDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('../support/time-zone-digest.ts', import.meta.url)),
      outDir: folder,
      target: 'node20',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'digest.mjs' } },
    },
  });
  const run = promisify(execFile);
  for (const zone of zones) {
    const { stdout } = await run(process.execPath, [`${folder}/digest.mjs`], {
      env: { ...process.env, TZ: zone },
    });
    told.push(JSON.parse(stdout) as Told);
  }
}, 60_000);

describe('time zones', () => {
  test('each process really stands in its own', () => {
    expect(told.map(({ zone }) => zone)).toEqual(zones);
    expect(new Set(told.map(({ mistake }) => mistake)).size).toBe(zones.length);
  });

  test('days, months, holidays, payments, quotes and scenarios are the same in all', () => {
    expect(told.map(({ facts }) => facts)).toEqual(zones.map(() => told[0]?.facts));
    expect(told[0]?.facts).toBeGreaterThan(10_000);
    expect(new Set(told.map(({ digest }) => digest)).size).toBe(1);
  });
});
