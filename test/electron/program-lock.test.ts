// 5 and L5: one program on this computer for each folder, in whatever shell and under whatever name.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockProgram } from '../../electron/adapters/program-lock.ts';

const root = mkdtempSync(join(tmpdir(), 'allinea-lock-'));
const children: ChildProcess[] = [];
beforeAll(() =>
  build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('../../electron/adapters/program-lock.ts', import.meta.url)),
      outDir: join(root, 'built'),
      rolldownOptions: { output: { format: 'es', entryFileNames: 'lock.mjs' } },
    },
  }),
);
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

const newFolder = (name: string): string => {
  const folder = join(root, name);
  mkdirSync(folder);
  return folder;
};

interface Start {
  readonly child: ChildProcess;
  readonly said: string;
  readonly knocked: Promise<void>;
}

/** Another process that tries to take the lock and lives until it is ended. */
async function startIn(folder: string, platform: NodeJS.Platform): Promise<Start> {
  const module = pathToFileURL(join(root, 'built/lock.mjs')).href;
  const script = `import(${JSON.stringify(module)}).then(async ({ lockProgram }) => {
    const knock = () => process.stdout.write('knocked ');
    process.stdout.write((await lockProgram(${JSON.stringify(folder)}, knock, ${JSON.stringify(platform)})) + ' ');
    process.stdin.on('end', () => process.exit(0)).resume();
  });`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const words = new Map<string, () => void>();
  const knocked = new Promise<void>((resolve) => {
    words.set('knocked', resolve);
  });
  const said = await new Promise<string>((resolve) => {
    child.stdout?.on('data', (data: Buffer) => {
      for (const word of data.toString().split(' ').filter(Boolean)) {
        words.get(word)?.();
        if (word !== 'knocked') resolve(word);
      }
    });
    child.once('exit', () => resolve('died'));
  });
  return { child, said, knocked };
}

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

// An abstract socket as on Linux, and a socket file as on macOS.
describe
  .skipIf(process.platform === 'win32')
  .each(process.platform === 'linux' ? (['linux', 'darwin'] as const) : (['darwin'] as const))(
  'the lock of a data folder, as on %s',
  (platform) => {
    test('is given once, the first owner hears of the second, and another folder is free', async () => {
      const folder = newFolder(`once-${platform}`);
      const first = await startIn(folder, platform);
      expect(first.said).toBe('taken');
      expect(await lockProgram(folder, () => undefined, platform)).toBe('held-elsewhere');
      await first.knocked;
      expect((await startIn(newFolder(`other-${platform}`), platform)).said).toBe('taken');
      // Nothing of it is in the folder: it may be on a share or in a sync tool.
      expect(readdirSync(folder)).toEqual([]);
    });

    test('is the same under two names of the folder', async () => {
      const folder = newFolder(`real-${platform}`);
      const link = join(root, `link-${platform}`);
      symlinkSync(folder, link);
      const first = await startIn(link, platform);
      expect([first.said, await lockProgram(folder, () => undefined, platform)]).toEqual([
        'taken',
        'held-elsewhere',
      ]);
      expect(await lockProgram(`${folder}/../real-${platform}/.`, () => undefined, platform)).toBe(
        'held-elsewhere',
      );
    });

    test('L5: of a killed process goes to one of many starts', async () => {
      const folder = newFolder(`killed-${platform}`);
      let owner = await startIn(folder, platform);
      for (let round = 0; round < 2; round += 1) {
        await gone(owner.child);
        const starts = await Promise.all(Array.from({ length: 5 }, () => startIn(folder, platform)));
        const owners = starts.filter(({ said }) => said === 'taken');
        expect(owners).toHaveLength(1);
        for (const start of starts) if (start.said !== 'taken') await gone(start.child);
        owner = owners[0] ?? owner;
      }
    });
  },
);

test('a folder that is gone has no lock, and the folder’s card decides', async () => {
  expect(await lockProgram(join(root, 'none'), () => undefined)).toBe('unavailable');
});
