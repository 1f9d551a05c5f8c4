// Starts the whole program through the launcher, as a person does, and holds its page. For the
// tour and the end-to-end tests.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Browser, type Page } from 'playwright-core';
import { steadyClock, steadyPage } from './steady-clock.ts';

const startMs = 60_000;
const endMs = 20_000;
const pageAddress = /^(?:https:\/\/allinea\.invalid|app:\/\/allinea)\//;

export interface StartOptions {
  /** The built launcher, `out/main/launch.mjs`. */
  readonly launcher: string;
  readonly dataFolder: string;
  /** The studio to open. The sample if it is absent; null asks the person. */
  readonly studio?: string | null;
  /** A backend on loopback. If it is absent, the simulator inside the program is used. */
  readonly backendUrl?: string | undefined;
  /** A loopback address that is read instead of Aruba. Only tests need that. */
  readonly testAccount?: string | undefined;
  /** `off` allows more than one sign-in a minute. Only tests need that. */
  readonly limits?: 'on' | 'off';
  /** When it is for the program, in milliseconds since 1970. Only pictures need that (steady-clock.ts). */
  readonly at?: number | undefined;
}

export interface Program {
  readonly page: Page;
  /** The launcher's own line, which says which shell shows the program. */
  readonly shell: string;
  /** Everything that the program has printed so far. */
  printed(): string;
  /** Ends the program as if the window was closed: it saves and exits. Resolves with its exit code. */
  stop(): Promise<number | null>;
  /** Sends SIGKILL to all its processes at once. Resolves when they are gone. */
  kill(): Promise<void>;
}

/**
 * Starts the program and waits for its first screen. It has no window, unless
 * ALLINEA_SHELL asks for real Electron.
 */
export async function startProgram({
  launcher,
  dataFolder,
  studio = 'esempio',
  backendUrl,
  testAccount,
  limits = 'on',
  at,
}: StartOptions): Promise<Program> {
  const words = [
    '--test-port=0',
    `--data=${dataFolder}`,
    ...(studio === null ? [] : [`--studio=${studio}`]),
    `--limits=${limits}`,
    ...(process.env['ALLINEA_SHELL'] === 'electron' ? [] : ['--headless']),
    ...(backendUrl === undefined ? [] : [`--backend=${backendUrl}`]),
    ...(testAccount === undefined ? [] : [`--test-account=${testAccount}`]),
  ];
  const child = spawn(process.execPath, [launcher, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: at === undefined ? process.env : { ...process.env, ...steadyClock(at) },
    // A separate process group, so that one signal reaches the launcher, the program and the browser.
    detached: process.platform !== 'win32',
  });
  const ended = once(child, 'close');
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const killNow = (): void => killAll(child);
  // However this process ends, it must not leave a program without a window behind.
  process.on('exit', killNow);
  void ended.finally(() => process.off('exit', killNow));
  try {
    const { port, shell } = await readyLine(child);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    // The browser ends a moment after the program and holds its profile until then.
    const browserGone = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
    const page = await findPage(browser);
    if (at !== undefined) await steadyPage(page, at);
    return {
      page,
      shell,
      printed: () => printed,
      async stop() {
        const limit = setTimeout(killNow, endMs);
        child.kill('SIGTERM');
        await ended;
        clearTimeout(limit);
        await browserGone;
        return child.exitCode;
      },
      async kill() {
        killNow();
        await Promise.all([ended, browserGone]);
      },
    };
  } catch (error) {
    killNow();
    throw error;
  }
}

function killAll(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/PID', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The process ended by itself at this moment.
  }
}

/**
 * Reads the program's output until it prints the port of DevTools. If the program ends
 * before, its output is the error.
 */
function readyLine(child: ChildProcess): Promise<{ readonly port: string; readonly shell: string }> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string): void => reject(new Error(`${why}\n${output.trim()}`));
    const limit = setTimeout(() => fail(`Allinea did not start within ${startMs / 1000} s:`), startMs);
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const port = /^DevTools: http:\/\/127\.0\.0\.1:(\d+)\r?\n/m.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(limit);
      resolve({ port, shell: output.split('\n')[0] ?? '' });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', () => {
      clearTimeout(limit);
      fail('Allinea ended before it showed anything:');
    });
  });
}

/** Finds the page. It is already there: the line about DevTools comes after the page has loaded. */
async function findPage(browser: Browser): Promise<Page> {
  const page = browser
    .contexts()
    .flatMap((context) => context.pages())
    .find((candidate) => pageAddress.test(candidate.url()));
  if (page === undefined) throw new Error('Allinea runs, but its page is not among those of the browser.');
  page.setDefaultTimeout(10_000);
  await page.locator('#page-title').waitFor();
  return page;
}
