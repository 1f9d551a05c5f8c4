// The same table over the stand-in and a real Chromium.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchBrowser, installCommand } from '../../../electron/launch/fetch-browser.ts';
import { findBrowser } from '../../../electron/launch/find-browser.ts';
import { app, BrowserWindow, ipcMain, protocol } from '../../../electron/stand-in/electron.ts';
import { cloneTable, describe as describeValue, evaluate, type CloneShell } from './clone-table.ts';
import { eventTable, type EventShell } from './event-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'allinea-stand-in-'));
const exits: number[] = [];
const preload = join(folder, 'preload.cjs');

beforeAll(async () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const say = (line: string): void => console.log(line);
  const browser = (await findBrowser(root)) ?? (await fetchBrowser(root, say));
  if (browser === null)
    throw new Error(`No browser could be found or fetched: ${installCommand('browser', process.platform)}`);
  vi.stubEnv('ALLINEA_BROWSER', browser.executable);
  writeFileSync(
    preload,
    `const { contextBridge, ipcRenderer } = require('electron');
const events = [];
ipcRenderer.on('probe', (_event, value) => events.push(value));
contextBridge.exposeInMainWorld('probe', {
  give: async (source) => { await ipcRenderer.invoke('given', eval('(' + source + ')')); },
  answer: async () => (${describeValue.toString()})(await ipcRenderer.invoke('answer')),
  told: () => events.length === 0 ? null : (${describeValue.toString()})(events.shift()),
});`,
  );
  app.setPath('userData', folder);
  app.setPath('sessionData', join(folder, 'browser'));
  app.commandLine.appendSwitch('headless');
  await app.whenReady();
  protocol.handle(
    'app',
    () => new Response('<title>Prova</title>', { headers: { 'content-type': 'text/html' } }),
  );
  // On a new machine the browser is fetched first.
}, 600_000);
beforeEach(() => {
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    exits.push(Number(code));
    return undefined as never;
  });
});
afterAll(() => {
  // The next file may ask in windows.
  app.switches.delete('headless');
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const shell: EventShell = {
  app,
  ipcMain,
  open: () => new BrowserWindow({ width: 800, height: 600, webPreferences: { preload } }),
  page: 'app://allinea/',
  exits,
};

describe('the events of the stand-in are Electron’s', () => {
  test.each(Object.entries(eventTable))('%s', (_, run) => run(shell), 60_000);
});

describe('what crosses the stand-in is copied as Electron copies', () => {
  let window: BrowserWindow;
  let given = '';
  const allGiven: string[] = [];
  let answer: unknown;
  beforeAll(async () => {
    ipcMain.handle('given', (_event, value) => {
      given = describeValue(value);
      allGiven.push(given);
    });
    ipcMain.handle('answer', () => answer);
    window = new BrowserWindow({ width: 800, height: 600, webPreferences: { preload } });
    await window.loadURL('app://allinea/');
  }, 60_000);
  afterAll(() => window.close());

  const inPage = (script: string): Promise<string> =>
    window.webContents.executeJavaScript(script) as Promise<string>;
  const copies: CloneShell = {
    async toMain(source) {
      await inPage(`probe.give(${JSON.stringify(source)})`);
      return given;
    },
    reply(value) {
      answer = value;
      return inPage('probe.answer()');
    },
    async event(value) {
      window.webContents.send('probe', value);
      return vi.waitUntil(() => inPage('probe.told()'), { timeout: 10_000 });
    },
  };
  test.each(Object.entries(cloneTable))('%s', (_, run) => run(copies), 60_000);

  test(
    'long texts are whole, and nothing overtakes them, in both directions',
    { timeout: 60_000 },
    async () => {
      // Digits that cannot be packed much: each text travels in slices.
      const long = 'Array.from({ length: 60_000 }, (_, n) => (n * 7919) % 99_991).join("à")';
      // Every second place is the middle of a character.
      const halves = `'x' + '😀'.repeat(200_000)`;
      const values = [`'\\ufeff' + ${long}`, '1', `[${long}, 'à"\\\\', { a: ${long} }]`, '2', halves, '3'];
      const wanted = values.map((source) => describeValue(evaluate(source)));
      allGiven.splice(0);
      await inPage(
        `Promise.all([${values.map((source) => `probe.give(${JSON.stringify(source)})`).join()}]).then(() => '')`,
      );
      expect(allGiven.map((one, at) => one === wanted[at])).toEqual(wanted.map(() => true));
      for (const source of values) window.webContents.send('probe', evaluate(source));
      for (const one of wanted)
        expect((await vi.waitUntil(() => inPage('probe.told()'), { timeout: 20_000 })) === one).toBe(true);
    },
  );
});

test('a call of a frame that is gone has no frame', async () => {
  const answer = vi.fn<(event: unknown, value: unknown) => unknown>(() => null);
  ipcMain.handle('probe', answer);
  await ipcMain.answer('probe', { sender: {}, senderFrame: null }, [1]);
  expect(answer.mock.calls[0]?.[0]).toEqual({ sender: {}, senderFrame: null });
});
