// Builds the program once for each planted fault, and lets schedules run until one of them finds it.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { allPlanted } from './all-planted.ts';
import { edited, type Edit, type Planted } from './planted.ts';

const mostSchedules = 4000;
const longestMs = 240_000;

/** Hands out the edited text wherever the bundler asks for one of the files. */
function planting(root: string, edits: readonly Edit[]): Plugin {
  const texts = new Map<string, string>();
  for (const file of new Set(edits.map((edit) => edit.file)))
    texts.set(
      join(root, file),
      edited(
        readFileSync(join(root, file), 'utf8'),
        edits.filter((edit) => edit.file === file),
      ),
    );
  return { name: 'planted-fault', enforce: 'pre', load: (id) => texts.get(id) ?? null };
}

interface Found {
  readonly caught: boolean;
  readonly where: string;
}

async function search(root: string, planted: Planted, number: number): Promise<Found> {
  const outDir = join(root, 'out', 'planted', String(number));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    envDir: false,
    plugins: [planting(root, planted.edits)],
    build: {
      ssr: join(root, 'test', 'simulation', 'find-broken.ts'),
      target: 'node20',
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'find-broken.mjs' } },
    },
  });
  const found = await run([
    join(outDir, 'find-broken.mjs'),
    String(planted.firstSeed ?? 1),
    String(mostSchedules),
  ]);
  rmSync(outDir, { recursive: true });
  return found;
}

/** The last line says the seed and the invariant, or that nothing was found. */
function run(args: readonly string[]): Promise<Found> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const limit = setTimeout(() => child.kill('SIGKILL'), longestMs);
    child.on('close', (code) => {
      clearTimeout(limit);
      const where = output.trim().split('\n').at(-1) ?? '';
      done({ caught: code === 1, where: code === null ? `no end after ${longestMs / 1000} s` : where });
    });
  });
}

/** One line a fault; false where one of them was missed. */
export async function runPlanted(say: (line: string) => void): Promise<boolean> {
  const root = resolve('.');
  const waiting = [...allPlanted.entries()];
  const missed: string[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [number, planted] = next;
      const { caught, where } = await search(root, planted, number);
      if (!caught) missed.push(planted.name);
      say(`${planted.name}: ${where}: ${caught ? 'caught' : 'missed'}`);
    }
  };
  await Promise.all([worker(), worker()]);
  say(`${allPlanted.length - missed.length} of ${allPlanted.length} caught`);
  return missed.length === 0;
}
