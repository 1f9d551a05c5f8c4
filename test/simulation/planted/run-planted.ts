// Builds the program once with the doubles. For each planted fault, runs schedules until one finds it.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { allPlanted, firstSeedOf, onlyOf, type PlantedName } from './all-planted.ts';

const mostSchedules = 4000;
const longestMs = 240_000;

interface Found {
  readonly caught: boolean;
  readonly where: string;
}

/** The last line that it prints names the seed and the invariant, or says that nothing was found. */
function search(program: string, fault: PlantedName, first: number): Promise<Found> {
  const args = ['--fault', fault, '--first', String(first), '--count', String(mostSchedules)];
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const limit = setTimeout(() => child.kill('SIGKILL'), longestMs);
    child.on('close', (code) => {
      clearTimeout(limit);
      const where = output.trim().split('\n').at(-1) ?? '';
      const caught = code === 1 && where.startsWith('seed ');
      done({ caught, where: code === null ? `no end after ${longestMs / 1000} s` : where });
    });
  });
}

/** Says one line a fault. Returns false if a fault was missed. */
export async function runPlanted(say: (line: string) => void): Promise<boolean> {
  const root = resolve('.');
  await build({ configFile: join(root, 'test/simulation/planted/vite.config.ts') });
  const program = join(root, 'out/planted/find-broken.mjs');
  const waiting = [...allPlanted];
  const missed: string[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { caught, where } = await search(program, next.name, firstSeedOf(next));
      const only = onlyOf(next);
      const right = caught && (only === undefined || where.endsWith(`, ${only}`));
      if (!right) missed.push(next.name);
      say(`${next.name}: ${where}: ${right ? 'caught' : caught ? `not by ${only}` : 'missed'}`);
    }
  };
  await Promise.all([worker(), worker()]);
  say(`${allPlanted.length - missed.length} of ${allPlanted.length} caught`);
  return missed.length === 0;
}
