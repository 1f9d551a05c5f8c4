// One running Allinea with its data folder. It shows one studio at a time, each in a fresh folder.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { startProgram, type Program, type StartOptions } from '../../electron/tour/program.ts';

/** The built program's launcher. */
export const launcher = fileURLToPath(new URL('../../out/main/launch.mjs', import.meta.url));
/** The size of the window at a start. */
const usual = { width: 1440, height: 900 };
let told = '';

export interface StudioCard {
  readonly id: string;
  readonly name: string;
  readonly kind: 'sample' | 'own';
}

export interface Machine {
  readonly program: Program;
  /** The folder of the studio that was opened last. */
  readonly folder: string;
  /** The folder of all studios, of the log and of the browser's files. */
  readonly dataFolder: string;
  /** Errors and warnings of its pages since somebody took them out. */
  readonly complaints: string[];
  /** A picture of its page; undefined if there is none. */
  picture(): Promise<Buffer | undefined>;
  /** Shows a studio as at its first start. Starts the program unless it runs. */
  fresh(card: StudioCard): Promise<void>;
  /** Starts the program with the studio that was opened last. */
  start(): Promise<void>;
  /** Closes the program as a person does. Returns its exit code; 0 if it did not run. */
  stop(): Promise<number | null>;
  /** Stops the program and removes its folder. Returns the exit code. */
  end(): Promise<number | null>;
}

export function createMachine(options: () => Pick<StartOptions, 'backendUrl' | 'limits'>): Machine {
  const dataFolder = mkdtempSync(join(tmpdir(), 'allinea-e2e-'));
  const complaints: string[] = [];
  let program: Program | undefined;
  let studio = '';
  let count = 0;
  const folderOf = (id: string): string => join(dataFolder, 'studi', id);

  /** Makes the folder of a studio. No studio before had its name: nothing of them may be found in it. */
  function make({ id, name, kind }: StudioCard): string {
    count += 1;
    const own = count === 1 ? id : `${id}-${count}`;
    mkdirSync(folderOf(own), { recursive: true });
    writeFileSync(join(folderOf(own), 'studio.json'), JSON.stringify({ name, kind }));
    return own;
  }

  const machine: Machine = {
    dataFolder,
    complaints,
    get program() {
      if (program === undefined) throw new Error('Allinea is not running');
      return program;
    },
    get folder() {
      return folderOf(studio);
    },
    picture: async () => program?.page.screenshot().catch(() => undefined),
    async fresh(card) {
      // A program whose window is gone is no use to the next file.
      if (program?.page.isClosed() === true) await machine.stop();
      const before = studio;
      // Without its card the studio before is in no list.
      if (before !== '') rmSync(join(folderOf(before), 'studio.json'));
      studio = make(card);
      if (program === undefined) await machine.start();
      else await openInside(program.page, studio);
      if (before !== '') await rm(folderOf(before), { recursive: true, force: true });
    },
    async start() {
      program = await startProgram({ launcher, dataFolder, studio, ...options() });
      watch(program.page, complaints);
      program.page.context().on('page', (page) => watch(page, complaints));
      if (told !== program.shell) console.log(program.shell);
      told = program.shell;
    },
    async stop() {
      const code = await program?.stop();
      program = undefined;
      return code === undefined ? 0 : code;
    },
    async end() {
      // It is closed, not killed: helpers of a killed browser write for a moment longer, into no folder.
      const code = await machine.stop();
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
      return code;
    },
  };
  return machine;
}

/** Opens a studio in a program that runs. Its window is as at a start: the only one, of the usual size. */
async function openInside(page: Page, id: string): Promise<void> {
  for (const other of page.context().pages()) if (other !== page) await other.close();
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(usual);
  await page.mouse.move(0, 0);
  const loaded = page.waitForEvent('load');
  await page.evaluate((next) => {
    const { allinea } = globalThis as unknown as {
      readonly allinea: { call(name: string, payload: unknown): Promise<unknown> };
    };
    localStorage.clear();
    sessionStorage.clear();
    // The page is loaded anew before the answer arrives.
    void allinea.call('studios/open', { id: next });
  }, id);
  await loaded;
  await page.locator('#page-title').waitFor();
}

/** Collects errors and warnings of the console, among them violations of the policy, and exceptions. */
function watch(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
}
