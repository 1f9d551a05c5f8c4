// The files of a worker share one program. Each of them sees what a program of its own would show.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { open, title } from '../../electron/tour/hands.ts';
import { sharedDesk, submit, test } from './desk.ts';

/** The shared programs so far. */
const programs: unknown[] = [];

/** It comes with the part of the window that is loaded after the first screen. */
const hint = (page: Page) => page.getByRole('note', { name: 'Suggerimento' });

/** All that a person can see or a screen can ask, but for what time and chance make. */
const seen = async (page: Page) => ({
  screen: (await page.locator('body').ariaSnapshot()).replaceAll(/\d\d:\d\d/g, 'hh:mm'),
  page: await page.evaluate(async () => {
    type Answers = { readonly kept: string | null; readonly simulated: boolean; readonly rows: string };
    const { allinea } = globalThis as unknown as {
      readonly allinea: { call(name: string, payload: null): Promise<Answers> };
    };
    const { kept, simulated, rows } = await allinea.call('app/snapshot', null);
    const { studios } = (await allinea.call('studios/list', null)) as unknown as {
      readonly studios: readonly { readonly name: string; readonly kind: string }[];
    };
    return {
      kept,
      simulated,
      rows: (JSON.parse(rows) as unknown[]).length,
      studios: studios.map(({ name, kind }) => `${name}, ${kind}`),
      size: [innerWidth, innerHeight, devicePixelRatio, scrollY],
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
      stored: [localStorage.length, sessionStorage.length],
      theme: document.documentElement.dataset['theme'],
      language: document.documentElement.lang,
      focus: document.activeElement?.id,
    };
  }),
  windows: page.context().pages().length,
});

/** The screen may come after the hint, and takes the focus then. */
async function stands(page: Page): Promise<void> {
  await hint(page).waitFor();
  await expect.poll(async () => (await seen(page)).page.focus).toBe('page-title');
}

let alone: Awaited<ReturnType<typeof seen>> | undefined;
let before = '';

test.describe.configure({ mode: 'serial' });

test.describe('a program of its own', () => {
  const desk = sharedDesk({ alone: true });
  test('shows the sample as it begins', async () => {
    await stands(desk.page);
    alone = await seen(desk.page);
    expect(alone.page).toMatchObject({ studios: ['Studio di esempio, sample'], language: 'it', dark: false });
  });
});

test.describe('the first that shares', () => {
  const desk = sharedDesk();
  test('leaves its studio, its window and its language changed', async () => {
    const { page } = desk;
    programs.push(desk.program);
    before = desk.folder;
    await open(page, 'Impostazioni');
    await submit(page, {
      type: 'firm/settings',
      rule: 'completed-month',
      offPolicy: 'own-year',
      language: 'en',
      theme: 'dark',
    });
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1024, height: 640 });
    await page.evaluate(() => localStorage.setItem('left', 'here'));
    const another = page.context().waitForEvent('page');
    await page.keyboard.press('Control+Shift+n');
    await (await another).locator('#page-title').waitFor();
  });
});

test.describe('the second that shares', () => {
  const desk = sharedDesk();
  test('gets the same program, and sees what a program of its own shows', async () => {
    expect(desk.program).toBe(programs[0]);
    await stands(desk.page);
    expect(await seen(desk.page)).toEqual(alone);
    expect(existsSync(before)).toBe(false);
    expect(readdirSync(join(desk.dataFolder, 'studi'))).toHaveLength(1);
  });

  test('restarts it: the next one shares what runs then', async () => {
    await open(desk.page, 'Personale');
    await desk.restart();
    await expect(title(desk.page, 'Personale')).toBeVisible();
    programs.push(desk.program);
  });
});

test.describe('a studio of one’s own that shares', () => {
  const desk = sharedDesk({ own: [] });
  test('sees nothing of the sample', async () => {
    expect(desk.program).toBe(programs[1]);
    expect((await seen(desk.page)).page).toMatchObject({
      simulated: false,
      studios: ['Studio Marchetti, own'],
    });
  });

  test('is killed: what comes then gets another program', async () => {
    await desk.program.kill();
  });
});

test.describe('the last that shares', () => {
  const desk = sharedDesk();
  test('begins in a program of its own', async () => {
    expect(programs).not.toContain(desk.program);
    await stands(desk.page);
    expect(await seen(desk.page)).toEqual(alone);
  });
});
