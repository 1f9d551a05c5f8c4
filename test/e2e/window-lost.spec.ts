// The system takes a window away: its page crashes, or its browser ends.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { chromium } from 'playwright-core';
import { totals } from '../../electron/tour/check.ts';
import { sharedDesk, test } from './desk.ts';

test.describe.configure({ mode: 'serial' });
const desk = sharedDesk({ alone: true });
const events = (): readonly string[] =>
  readFileSync(join(desk.dataFolder, 'log.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly event: string }).event);

test('a page that crashes comes back by itself, with what was being done', async () => {
  await desk.page.getByRole('button', { name: 'Aggiungi: Studio Bianchi e Associati' }).click();
  await expect.poll(() => totals(desk.page)).toBe('58,19 + 12,80 = 70,99');
  const session = await desk.page.context().newCDPSession(desk.page);
  // No answer comes, because the page is gone.
  session.send('Page.crash').catch(() => undefined);
  await expect.poll(events).toContain('page.crashed');
  await expect(async () => {
    const port = readFileSync(
      join(desk.dataFolder, 'browser', 'stand-in', 'DevToolsActivePort'),
      'utf8',
    ).split('\n')[0];
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const page = browser.contexts()[0]?.pages()[0];
    expect(page === undefined ? '' : await totals(page)).toBe('58,19 + 12,80 = 70,99');
    await browser.close();
  }).toPass({ timeout: 20_000 });
  await desk.restart();
});

test('a browser that is ended takes the program with it, which saves and leaves', async () => {
  const browser = desk.page.context().browser();
  const session = await browser?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  const id = processInfo.find(({ type }) => type === 'browser')?.id ?? Number.NaN;
  expect(id).toBeGreaterThan(1);
  expect(events().at(-1)).toBe('app.started');
  process.kill(id, 'SIGKILL');
  await expect.poll(() => events().at(-1)).toBe('app.closed');
  await desk.stop();
  await desk.start();
  await expect.poll(() => totals(desk.page)).toBe('58,19 + 12,80 = 70,99');
});
