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
import { takeInstanceLock } from '../../electron/stand-in/instance-lock.ts';

const root = mkdtempSync(join(tmpdir(), 'allinea-lock-'));
beforeAll(() =>
  build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('../../electron/stand-in/instance-lock.ts', import.meta.url)),
      outDir: join(root, 'built'),
      rolldownOptions: { output: { format: 'es', entryFileNames: 'lock.mjs' } },
    },
  }),
);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the lock of a data folder', () => {
  it('is given once, and the first owner hears of the second', async () => {
    const folder = join(root, 'a');
    const knocked = new Promise<boolean>((resolve) => {
      expect(takeInstanceLock(folder, () => resolve(true))).toBe(true);
    });
    expect(takeInstanceLock(folder, () => undefined)).toBe(false);
    expect(existsSync(join(folder, 'instance.knock'))).toBe(true);
    expect(await knocked).toBe(true);
  });

  it('of a process that died is taken over', () => {
    const folder = join(root, 'b');
    expect(takeInstanceLock(folder, () => undefined)).toBe(true);
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    writeFileSync(join(folder, 'instance.lock'), `${dead} 1`);
    expect(takeInstanceLock(folder, () => undefined)).toBe(true);
    expect(readFileSync(join(folder, 'instance.lock'), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  });

  it.skipIf(process.platform !== 'linux')('of a process whose number is used again is taken over', () => {
    const folder = join(root, 'c');
    expect(takeInstanceLock(folder, () => undefined)).toBe(true);
    writeFileSync(join(folder, 'instance.lock'), `${process.ppid} 1`);
    expect(takeInstanceLock(folder, () => undefined)).toBe(true);
  });

  it('L5: of a dead process goes to one of many starts, and a live lock is never moved or overwritten', async () => {
    const folder = join(root, 'd');
    mkdirSync(folder);
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    for (let round = 0; round < 4; round += 1) {
      writeFileSync(join(folder, 'instance.lock'), `${dead} 1`);
      // A start that died in the middle of a takeover.
      if (round % 2 === 1) writeFileSync(join(folder, 'instance.lock.next'), `${dead} 1`);
      const starts = await Promise.all(Array.from({ length: 6 }, () => startIn(folder)));
      const owners = starts.filter(({ said }) => said === 'true');
      expect(owners).toHaveLength(1);
      expect(readFileSync(join(folder, 'instance.lock'), 'utf8')).toMatch(
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
  const script = `import(${JSON.stringify(module)}).then(({ takeInstanceLock }) => {
    process.stdout.write(String(takeInstanceLock(${JSON.stringify(folder)}, () => undefined)));
    process.stdin.on('end', () => process.exit(0)).resume();
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
