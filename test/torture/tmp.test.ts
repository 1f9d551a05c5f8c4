import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';
import { seededChance } from '../../electron/simulator/faults/seeded-chance.ts';
import { tortureServer } from './shared-server.ts';
test('x', { timeout: 500_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-tort-'));
  chmodSync(folder, 0o755);
  const t = Date.now();
  const v = await tortureServer({
    kills: Number(process.env['KILLS'] ?? 6),
    desks: 4,
    chance: seededChance(5),
    program: join(process.cwd(), 'out/main/studio.mjs'),
    folder,
    port: 8791,
  });
  console.log(
    'RAN',
    Date.now() - t,
    JSON.stringify({ ...v, problems: v.problems.slice(0, 5), n: v.problems.length }),
  );
});
