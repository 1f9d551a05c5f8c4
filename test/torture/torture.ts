// `npm run torture -- --kills 200`: a tenth of the kills hits the whole program, a tenth the first start on
// folders of older formats, a tenth the server of a shared studio with its PostgreSQL. Of the others, half
// have the vendor inside the desk, half the backend as a separate program.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { seededChance } from '../../electron/simulator/faults/seeded-chance.ts';
import { tortureOldFormats } from './old-formats.ts';
import { tortureProgram } from './real-program.ts';
import { torture } from './run-torture.ts';
import { tortureServer } from './shared-server.ts';

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
  },
});
const kills = Number(values.kills);
const chance = seededChance(Number(values.seed));
const deskProgram = beside('./desk.mjs');
const tenth = Math.ceil(kills / 10);
const half = Math.ceil((kills - 3 * tenth) / 2);

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
    'the real program',
    (folder) => tortureProgram({ kills: tenth, chance, launcher: beside('../main/launch.mjs'), folder, say }),
  ],
];

say(`seed ${values.seed}`);
let failed = false;
for (const [name, part] of parts) {
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
