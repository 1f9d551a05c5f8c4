import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeFolderLock } from '../../electron/adapters/folder-lock.ts';

const root = mkdtempSync(join(tmpdir(), 'allinea-lock-'));
beforeAll(() =>
  build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('../../electron/adapters/folder-lock.ts', import.meta.url)),
      outDir: join(root, 'built'),
      rolldownOptions: { output: { format: 'es', entryFileNames: 'lock.mjs' } },
    },
  }),
);
afterAll(() => rmSync(root, { recursive: true, force: true }));

function lockIn(name: string): string {
  mkdirSync(join(root, name));
  return join(root, name, 'some.lock');
}

describe('the lock in a file', () => {
  it('is given once, and names its owner', () => {
    const file = lockIn('a');
    const lock = takeFolderLock(file);
    expect(lock.taken).toBe(true);
    expect(takeFolderLock(file)).toEqual({ taken: false, owner: readFileSync(file, 'utf8') });
    if (lock.taken) lock.release();
    expect(existsSync(file)).toBe(false);
  });

  it('of a process that died is taken over', () => {
    const file = lockIn('b');
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    writeFileSync(file, `${dead} 1`);
    expect(takeFolderLock(file).taken).toBe(true);
    expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  });

  it.skipIf(process.platform !== 'linux')('of a process whose number is used again is taken over', () => {
    const file = lockIn('c');
    writeFileSync(file, `${process.ppid} 1`);
    expect(takeFolderLock(file).taken).toBe(true);
  });

  it('L5: of a dead process goes to one of many starts, and a live lock is never moved or overwritten', async () => {
    const folder = join(root, 'd');
    mkdirSync(folder);
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    for (let round = 0; round < 4; round += 1) {
      writeFileSync(join(folder, 'some.lock'), `${dead} 1`);
      // A start that died in the middle of a takeover.
      if (round % 2 === 1) writeFileSync(join(folder, 'some.lock.next'), `${dead} 1`);
      const starts = await Promise.all(Array.from({ length: 6 }, () => startIn(folder)));
      const owners = starts.filter(({ said }) => said === 'true');
      expect(owners).toHaveLength(1);
      expect(readFileSync(join(folder, 'some.lock'), 'utf8')).toMatch(
        new RegExp(`^${owners[0]?.child.pid} `),
      );
      await Promise.all(starts.map(({ child }) => ended(child)));
    }
    expect(readdirSync(folder).filter((name) => name.includes('lock'))).toEqual([]);
  });
});

interface Start {
  readonly child: ChildProcess;
  readonly said: string;
}

/** Another process that tries to take the lock and lives until its input ends. */
async function startIn(folder: string): Promise<Start> {
  const module = pathToFileURL(join(root, 'built/lock.mjs')).href;
  const script = `import(${JSON.stringify(module)}).then(({ takeFolderLock }) => {
    const lock = takeFolderLock(${JSON.stringify(join(folder, 'some.lock'))});
    process.stdout.write(String(lock.taken));
    process.stdin.on('end', () => { if (lock.taken) lock.release(); process.exit(0); }).resume();
  });`;
  const child = spawn(process.execPath, ['-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const said = await new Promise<string>((resolve) => {
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString()));
    child.once('exit', () => resolve('died'));
  });
  return { child, said };
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.stdin?.end();
  });
