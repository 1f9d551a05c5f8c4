import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { romeDay } from '../../core/kernel/day.ts';
import type { ServiceDetails } from '../../core/register/fields.ts';
import { startProgram, type Program } from '../../electron/tour/program.ts';

/** The built program's launcher. */
export const launcher = fileURLToPath(new URL('../../out/main/launch.mjs', import.meta.url));
let told = '';

/** One running Allinea. The tests of a file or a describe share it. */
export interface Desk {
  readonly page: Page;
  readonly program: Program;
  /** The folder of the studio. */
  readonly folder: string;
  /** The folder of all studios, of the log and of the browser's files. */
  readonly dataFolder: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Closes it as a person does, and opens it again on the same data. */
  restart(): Promise<void>;
}

export interface DeskOptions {
  readonly backendUrl?: () => string;
  readonly closed?: boolean;
  readonly limits?: 'on' | 'off';
  /** A studio of one's own with these services and an operator, instead of the sample. */
  readonly own?: readonly ServiceDetails[];
}

const ownName = 'Studio Marchetti';

/**
 * Starts the program on a fresh data folder before the tests of this block. A test fails if
 * the page complains of anything while it runs.
 */
export function sharedDesk(options: DeskOptions = {}): Desk {
  const studio = options.own === undefined ? 'esempio' : 'studio-marchetti';
  let folder = '';
  let program: Program | undefined;
  const complaints: string[] = [];

  const desk: Desk = {
    get page() {
      return desk.program.page;
    },
    get program() {
      if (program === undefined) throw new Error('Allinea is not running');
      return program;
    },
    get folder() {
      return join(folder, 'studi', studio);
    },
    get dataFolder() {
      return folder;
    },
    async start() {
      program = await startProgram({
        launcher,
        dataFolder: folder,
        studio,
        backendUrl: options.backendUrl?.(),
        limits: options.limits ?? 'off',
      });
      watch(program.page, complaints);
      program.page.context().on('page', (page) => watch(page, complaints));
      if (told !== program.shell) console.log(program.shell);
      told = program.shell;
    },
    async stop() {
      const code = await program?.stop();
      program = undefined;
      expect(code ?? 0).toBe(0);
    },
    async restart() {
      await desk.stop();
      await desk.start();
    },
  };

  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'allinea-e2e-'));
    mkdirSync(desk.folder, { recursive: true });
    const card =
      options.own === undefined
        ? { name: 'Studio di esempio', kind: 'sample' }
        : { name: ownName, kind: 'own' };
    writeFileSync(join(desk.folder, 'studio.json'), JSON.stringify(card));
    if (options.closed !== true) await desk.start();
    if (options.own !== undefined) await beginOwn(desk.page, options.own);
  });
  test.afterEach(async () => {
    const info = test.info();
    if (info.status !== info.expectedStatus && program !== undefined) {
      const picture = await program.page.screenshot().catch(() => undefined);
      if (picture !== undefined) await info.attach('screen', { body: picture, contentType: 'image/png' });
    }
    expect(complaints.splice(0)).toEqual([]);
  });
  test.afterAll(async () => {
    // It is closed, not killed. Helpers of a killed browser write for a moment longer, into a removed folder.
    await program?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  });
  return desk;
}

/** Carries out a command as the page does. Throws if it is refused. */
export async function submit(page: Page, command: object): Promise<void> {
  const done = await page.evaluate(async (wish) => {
    const { allinea } = globalThis as unknown as {
      readonly allinea: { call(name: string, payload: unknown): Promise<{ readonly ok: boolean }> };
    };
    return allinea.call('command/submit', wish);
  }, command);
  expect(done).toMatchObject({ ok: true });
}

/** Names the operator and records the services, typed today. */
async function beginOwn(page: Page, services: readonly ServiceDetails[]): Promise<void> {
  await submit(page, { type: 'operator/name', name: 'Maria Bassi' });
  if (services.length === 0) return;
  await submit(page, {
    type: 'register/record',
    asOf: romeDay(Date.now()),
    entries: services.map((details) => ({ about: null, details, source: { kind: 'typed' }, evidence: {} })),
  });
}

/** Collects errors and warnings of the console, among them violations of the policy, and exceptions. */
function watch(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
}

/** Does `act`. Kills all processes of the program as soon as the page has `text`. */
export async function killWhenShown(
  program: Program,
  text: string,
  act: () => Promise<unknown>,
): Promise<void> {
  const { page } = program;
  let gone: Promise<void> | undefined;
  await page.exposeBinding('tellShown', () => {
    gone ??= program.kill();
  });
  await page.evaluate((wanted) => {
    const look = (): void => {
      if (document.body.textContent.includes(wanted)) Reflect.get(globalThis, 'tellShown')();
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  }, text);
  // The answer of the click may die with the program.
  await act().catch(() => undefined);
  await expect.poll(() => gone !== undefined, { message: `“${text}” was never shown` }).toBe(true);
  await gone;
}
