// `npm run torture -- --kills 200`: a tenth of the kills hits the whole program, a tenth the first start on
// folders of older formats, a tenth the server of a shared studio with its PostgreSQL, a tenth the desks of a
// shared studio and as many its server. Of the others, half have the vendor inside the desk, half the backend
// as a separate program. `--only NAME` spends all kills on one of these.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { seededChance } from '../../electron/simulator/faults/seeded-chance.ts';
import { tortureOldFormats } from './old-formats.ts';
import { tortureProgram } from './real-program.ts';
import { torture } from './run-torture.ts';
import { tortureSharedDesks } from './shared-desks.ts';
import { tortureServer } from './shared-server.ts';

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    only: { type: 'string', default: '' },
  },
});
const kills = Number(values.kills);
const chance = seededChance(Number(values.seed));
const deskProgram = beside('./desk.mjs');
const tenth = values.only === '' ? Math.ceil(kills / 10) : kills;
const half = values.only === '' ? Math.ceil((kills - 4 * tenth) / 2) : kills;

type Part = (folder: string) => Promise<{ readonly problems: readonly string[] }>;

const desk =
  (backendProgram: string | null): Part =>
  (folder) =>
    torture({ kills: half, chance, deskProgram, backendProgram, folder, say });

const parts: readonly (readonly [string, Part])[] = [
  ['vendor inside', desk(null)],
  ['backend alone', desk(beside('./backend.mjs'))],
  [
    'old formats',
    (folder) =>
      tortureOldFormats({
        kills: tenth,
        chance,
        deskProgram,
        golden: beside('../../test/golden/folders'),
        folder,
      }),
  ],
  [
    'the server of a shared studio',
    (folder) => {
      chmodSync(folder, 0o755);
      return tortureServer({
        kills: tenth,
        desks: 4,
        chance,
        program: beside('../main/studio.mjs'),
        folder,
        port: 8790,
      });
    },
  ],
  [
    'the desks of a shared studio',
    (folder) => {
      chmodSync(folder, 0o755);
      return tortureSharedDesks({
        kills: tenth,
        desks: 4,
        chance,
        deskProgram: beside('./shared-desk.mjs'),
        serverProgram: beside('../main/studio.mjs'),
        folder,
        port: 8791,
        say,
      });
    },
  ],
  [
    'the real program',
    (folder) => tortureProgram({ kills: tenth, chance, launcher: beside('../main/launch.mjs'), folder, say }),
  ],
];

const chosen = parts.filter(([name]) => values.only === '' || name === values.only);
if (chosen.length === 0) say(`--only: one of ${parts.map(([name]) => `“${name}”`).join(', ')}`);

say(`seed ${values.seed}`);
let failed = chosen.length === 0;
for (const [name, part] of chosen) {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-torture-'));
  const { problems, ...counts } = await part(folder);
  const numbers = Object.entries(counts).map(([what, count]) => `${what} ${String(count)}`);
  say(`${name}: ${[...numbers, `problems ${problems.length}`].join(', ')}`);
  for (const problem of problems.slice(0, 20)) say(`  ${problem}`);
  failed ||= problems.length > 0;
  if (problems.length > 0) say(`  the files are kept in ${folder}`);
  else rmSync(folder, { recursive: true, maxRetries: 20, retryDelay: 50 });
}
process.exitCode = failed ? 1 : 0;
