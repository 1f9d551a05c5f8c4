import { expect, test as base } from '@playwright/test';
import type { Page } from 'playwright-core';
import { romeDay } from '../../core/kernel/day.ts';
import type { ServiceDetails } from '../../core/register/fields.ts';
import type { Program } from '../../electron/tour/program.ts';
import './downloads.ts';
import { createMachine, type Machine, type StudioCard } from './machine.ts';

/**
 * The tests of files that share one running program, as far as one worker runs them. After a failure
 * Playwright begins with another worker, so with another program.
 */
export const test = base.extend<object, { readonly shared: Machine }>({
  shared: [
    // Playwright wants to see which fixtures it needs: none.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const machine = createMachine(() => ({ limits: 'off' }));
      await use(machine);
      expect(await machine.end()).toBe(0);
    },
    { scope: 'worker' },
  ],
});

/** Allinea with a studio of its own for the tests of a file or a describe. */
export interface Desk extends Pick<Machine, 'program' | 'folder' | 'dataFolder' | 'start'> {
  readonly page: Page;
  /** Takes what the page has complained of: this test wanted it. */
  complaints(): readonly string[];
  /** Closes it as a person does. */
  stop(): Promise<void>;
  /** Closes it as a person does, and opens it again on the same data. */
  restart(): Promise<void>;
}

export interface DeskOptions {
  readonly backendUrl?: () => string;
  readonly limits?: 'on' | 'off';
  /** A studio of one's own with these services and an operator, instead of the sample. */
  readonly own?: readonly ServiceDetails[];
  /** A program that no other file uses: it is killed, its files are damaged, or its output is read. */
  readonly alone?: boolean;
}

const sample: StudioCard = { id: 'esempio', name: 'Studio di esempio', kind: 'sample' };
const own: StudioCard = { id: 'studio-marchetti', name: 'Studio Marchetti', kind: 'own' };

/**
 * Opens a fresh studio before the tests of this block, in the program that the files share unless the options
 * ask for another one. A test fails if the page complains of anything while it runs.
 */
export function sharedDesk(options: DeskOptions = {}): Desk {
  const alone = options.alone === true || options.backendUrl !== undefined || options.limits === 'on';
  let machine: Machine | undefined;
  const running = (): Machine => {
    if (machine === undefined) throw new Error('Allinea is not running');
    return machine;
  };

  const desk: Desk = {
    get page() {
      return desk.program.page;
    },
    get program() {
      return running().program;
    },
    get folder() {
      return running().folder;
    },
    get dataFolder() {
      return running().dataFolder;
    },
    complaints: () => running().complaints.splice(0),
    start: () => running().start(),
    async stop() {
      expect(await running().stop()).toBe(0);
    },
    async restart() {
      await desk.stop();
      await desk.start();
    },
  };

  test.beforeAll(async ({ shared }) => {
    machine = alone
      ? createMachine(() => ({ backendUrl: options.backendUrl?.(), limits: options.limits ?? 'off' }))
      : shared;
    await machine.fresh(options.own === undefined ? sample : own);
    if (options.own !== undefined) await beginOwn(desk.page, options.own);
  });
  test.afterEach(async () => {
    const info = test.info();
    if (info.status !== info.expectedStatus) {
      const picture = await machine?.picture();
      if (picture !== undefined) await info.attach('screen', { body: picture, contentType: 'image/png' });
    }
    expect(machine?.complaints.splice(0)).toEqual([]);
  });
  test.afterAll(async () => {
    // What it complained of after the last test must not be found in the next file.
    expect(machine?.complaints.splice(0)).toEqual([]);
    if (alone) await machine?.end();
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
