// `npm run torture -- --kills 200`: half of the kills with the vendor inside the desk, half with the backend
// as a separate program.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { seededChance } from '../../electron/simulator/faults/seeded-chance.ts';
import { torture } from './run-torture.ts';

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
  },
});
const chance = seededChance(Number(values.seed));
let failed = false;
for (const backendProgram of [null, beside('./backend.mjs')]) {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-torture-'));
  const name = backendProgram === null ? 'vendor inside' : 'backend alone';
  const verdict = await torture({
    kills: Math.ceil(Number(values.kills) / 2),
    chance,
    deskProgram: beside('./desk.mjs'),
    backendProgram,
    folder,
    say,
  });
  say(
    `${name}: ${verdict.kills} kills, ${verdict.damaged} damaged files, ${verdict.notSaved} commands refused because they could not be written, ${verdict.readOnly} starts in a read-only folder, ${verdict.people} people and ${verdict.orders} orders confirmed, ${verdict.problems.length} problems`,
  );
  for (const problem of verdict.problems.slice(0, 20)) say(`  ${problem}`);
  failed ||= verdict.problems.length > 0;
  if (failed) say(`  the files are kept in ${folder}`);
  else rmSync(folder, { recursive: true });
}
process.exitCode = failed ? 1 : 0;
