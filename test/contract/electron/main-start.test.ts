// 2, 5 and 9: the real main.ts runs through the fake, from before `ready` to its end.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { callNames } from '../../../core/bridge/contract.ts';
import { builtThread } from '../../support/built-thread.ts';

// The threads of the desk and of a sample's vendor as the program's build makes them, beside which main.ts
// does not lie here.
const thread = await builtThread(
  'electron/desk-thread/desk-thread.ts',
  'electron/vendor-thread/vendor-thread.ts',
);
afterAll(() => thread.remove());
vi.doMock('../../../electron/desk-thread/thread-file.ts', () => ({ threadFile: thread.file }));

type Fake = typeof import('../../support/fake-electron.ts');

const root = mkdtempSync(join(tmpdir(), 'allinea-start-'));
const golden = (name: string): readonly string[] =>
  readFileSync(new URL(`golden/${name}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

const events = ['uncaughtException', 'unhandledRejection', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const before = { argv: process.argv, listeners: new Map<string, readonly Function[]>() };

let fake: Fake;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(root, 'data-'));
  for (const name of events) before.listeners.set(name, process.listeners(name as 'SIGINT'));
  vi.resetModules();
  fake = (await import('electron')) as unknown as Fake;
  fake.enter('before');
});
afterEach(() => {
  process.argv = before.argv;
  // What main.ts listens for must not outlive its test: the worker runs other tests.
  for (const name of events)
    for (const listener of process.listeners(name as 'SIGINT'))
      if (before.listeners.get(name)?.includes(listener) !== true)
        process.removeListener(name, listener as () => void);
  vi.resetModules();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function start(...words: readonly string[]): Promise<void> {
  process.argv = ['node', 'main.mjs', ...words];
  await import('../../../electron/main.ts');
}

const [gone, started] = [
  () => vi.waitFor(() => expect(fake.app.exits).toEqual([0]), { timeout: 15_000 }),
  () => vi.waitFor(() => expect([...fake.ipcMain.handlers.keys()]).toHaveLength(callNames.length)),
];

type Caller = { readonly webContents: object };
const ask = (window: Caller, name: string, payload: unknown = null): Promise<unknown> =>
  fake.ipcMain.handlers.get(name)?.(
    { sender: window.webContents, senderFrame: { url: 'app://allinea/', parent: null } },
    payload,
  ) as Promise<unknown>;

describe('a start', () => {
  test('calls Electron in the golden order, and nothing too early or too late', async () => {
    fake.ipcMain.strict = true;
    await start(`--data=${folder}`, '--studio=esempio');
    await started();
    const [window] = [...fake.app.windows] as unknown as InstanceType<Fake['BrowserWindow']>[];
    if (window === undefined) throw new Error('No window');
    const snapshot = await ask(window, 'app/snapshot');
    expect(snapshot).toMatchObject({ simulated: true });
    // What crosses is plain data: structured clone and JSON agree about it.
    expect(structuredClone(snapshot)).toEqual(JSON.parse(JSON.stringify(snapshot)));
    expect(fake.calls().filter((call) => !call.startsWith('safeStorage'))).toEqual(golden('start'));
    expect(fake.app.paths.get('sessionData')).toBe(join(folder, 'browser', 'stand-in'));
    await vi.waitFor(() => expect(window.done).toEqual(['show']));

    // 15: the window's place is written by electron-store, long after the handlers are there.
    window.place = { x: 5, y: 6, width: 1200, height: 800 };
    fake.app.quit();
    await gone();
    expect(fake.ipcMain.listenerCount('electron-store-get-data')).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'))).toMatchObject({
      document: { arrangements: [{ place: { x: 5, y: 6 } }] },
    });
    expect(fake.errorBoxes).toEqual([]);
  });

  test.each([
    ['quits by itself', (app: Fake['app']) => setImmediate(() => app.quit())],
    [
      'cannot start',
      () => {
        throw new Error('No installer');
      },
    ],
  ])('ends with an installer only after the data are closed, also if it %s', async (_, install) => {
    await start(`--data=${folder}`, '--studio=esempio');
    await started();
    const { endWith } = await import('../../../electron/quit.ts');
    let lines = -1;
    endWith(() => {
      const log = readFileSync(join(folder, 'log.jsonl'), 'utf8');
      lines = log.split('\n').filter((line) => line.includes('app.closed')).length;
      install(fake.app);
    });
    await gone();
    expect(lines).toBe(1);
  });

  test('under --no-sandbox leaves the sandbox alone, and ends at once if Electron’s own lock is taken', async () => {
    fake.app.switches.set('no-sandbox', '');
    fake.app.secondInstance = true;
    await start(`--data=${folder}`);
    expect(fake.calls()).not.toContain('app.enableSandbox');
    expect([fake.app.exits, fake.app.windows.size]).toEqual([[0], 0]);
  });
});

describe.skipIf(process.platform === 'win32')('9: the other shell has the folder', () => {
  let owner: ChildProcess | undefined;
  beforeAll(() =>
    build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: fileURLToPath(new URL('../../../electron/adapters/program-lock.ts', import.meta.url)),
        outDir: join(root, 'built'),
        rolldownOptions: { output: { format: 'es', entryFileNames: 'lock.mjs' } },
      },
    }),
  );
  afterEach(() => owner?.kill('SIGKILL'));

  /** Another process that holds the folder, and says when it is asked to come to the front. */
  async function held(at: string): Promise<{ readonly knocked: Promise<void> }> {
    const module = pathToFileURL(join(root, 'built/lock.mjs')).href;
    const script = `import(${JSON.stringify(module)}).then(async ({ lockProgram }) => {
      process.stdout.write(await lockProgram(${JSON.stringify(at)}, () => process.stdout.write('knocked')));
      setInterval(() => undefined, 1000);
    });`;
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    owner = child;
    const said = (word: string): Promise<void> =>
      new Promise((resolve) => {
        child.stdout.on('data', (data: Buffer) => {
          if (data.toString().includes(word)) resolve();
        });
      });
    const knocked = said('knocked');
    await said('taken');
    return { knocked };
  }

  test.each(['the same name', 'another name'])(
    'under %s: this start ends, and that one comes to the front',
    async (name) => {
      const { knocked } = await held(folder);
      const link = join(root, `link-${name.length}`);
      symlinkSync(folder, link);
      await start(`--data=${name === 'another name' ? link : folder}`);
      await gone();
      await knocked;
      expect([fake.app.windows.size, fake.calls().includes('new BrowserWindow')]).toEqual([0, false]);
    },
  );
});
