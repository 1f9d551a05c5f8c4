// What a window and its dialogs do in a real Electron (findings 1, 2, 6, 10, 12, 18 and the small ones).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow as ElectronWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answeringTo } from '../../electron/adapters/calling-window.ts';
import { withCode, type Disk } from '../../electron/adapters/disk.ts';
import { openDocument } from '../../electron/adapters/document-store.ts';
import { choosePath, saveFile } from '../../electron/adapters/files.ts';
import { neverSent } from '../../electron/adapters/never-sent.ts';
import { httpFetch } from '../../electron/adapters/http-fetch.ts';
import { patientDisk, patiently } from '../../electron/adapters/patient-disk.ts';
import { isTooMuchHead } from '../../electron/adapters/too-much-head.ts';
import { answerRequest } from '../../electron/app-protocol.ts';
import { prepareElectron } from '../../electron/before-ready.ts';
import { failureUrl } from '../../electron/failure-page.ts';
import { installMenu } from '../../electron/menu.ts';
import { followTheme, type KeptTheme } from '../../electron/theme.ts';
import { fillWindow, pageUrl } from '../../electron/window.ts';
import type { WindowPlaces } from '../../electron/window-place.ts';
import { createWindows } from '../../electron/windows.ts';
import { quietLog } from '../support/counting-ids.ts';
import {
  app,
  calls,
  enter,
  loading,
  menus,
  nativeTheme,
  saveDialog,
  type BrowserWindow,
} from '../support/fake-electron.ts';
import { memoryStore } from '../support/memory-store.ts';
import { simulatedDisk } from '../support/simulated-disk.ts';

const opened = (places = memoryStore<WindowPlaces>()) => {
  const windows = createWindows({ places, log: quietLog, preload: '/p.cjs', icon: '/i.png' });
  return { windows, places, window: windows.open() as unknown as BrowserWindow & ElectronWindow };
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  Object.assign(loading, { result: 'ok', readyToShow: true });
});
afterEach(() => {
  vi.useRealTimers();
  nativeTheme.removeAllListeners();
  nativeTheme.themeSource = 'system';
  Object.assign(loading, { result: 'ok', readyToShow: true });
});

describe('1: a window appears', () => {
  test('once, on the first sign of its page', async () => {
    const { window } = opened();
    expect(window.done).toEqual([]);
    await fillWindow(window, quietLog);
    vi.advanceTimersByTime(10_000);
    expect([window.done, window.loaded]).toEqual([['show'], [pageUrl]]);
  });

  test('without `ready-to-show`, as on Wayland', async () => {
    loading.readyToShow = false;
    const { window } = opened();
    await fillWindow(window, quietLog);
    expect(window.done).toEqual(['show']);
  });

  test('after three seconds without any sign, and never if it is gone', () => {
    const { window } = opened();
    vi.advanceTimersByTime(2999);
    expect(window.done).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(window.done).toEqual(['show']);
    const closed = opened().window;
    closed.destroy();
    closed.emit('ready-to-show');
    vi.advanceTimersByTime(10_000);
    expect(closed.done).toEqual([]);
  });

  test('after a failed load, with a page that says so', async () => {
    loading.result = 'failed';
    const { window } = opened();
    await fillWindow(window, quietLog);
    expect([window.done, window.loaded]).toEqual([['show'], [pageUrl, failureUrl]]);
    expect(decodeURIComponent(failureUrl)).toContain('La pagina di Allinea non si è caricata');
    const closed = opened().window;
    const filling = fillWindow(closed, quietLog);
    closed.close();
    await filling;
    expect(closed.loaded).toEqual([pageUrl]);
  });

  test('with the same words if the page is missing from the program', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'allinea-empty-'));
    const answer = await answerRequest({ url: pageUrl, method: 'GET' }, folder);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('La pagina di Allinea non si è caricata');
    rmSync(folder, { recursive: true });
  });
});

describe('2 and 10: before ready', () => {
  const prepare = (platform: NodeJS.Platform, packaged: boolean): readonly string[] => {
    enter('before');
    app.isPackaged = packaged;
    prepareElectron(platform);
    const made = [...calls()];
    enter('any');
    app.isPackaged = false;
    app.removeAllListeners('web-contents-created');
    app.switches.clear();
    return made;
  };

  test('the sandbox is switched on for all, unless the start has switched it off', () => {
    expect(prepare('linux', true)).toContain('app.enableSandbox');
    app.commandLine.appendSwitch('no-sandbox');
    expect(prepare('linux', true)).not.toContain('app.enableSandbox');
  });

  test('Windows gets the name of the installer’s shortcut, or in development the program itself', () => {
    const names = (packaged: boolean) =>
      prepare('win32', packaged).filter((call) => call.startsWith('app.setApp'));
    expect(names(true)).toEqual(['app.setAppUserModelId it.allinea.desktop']);
    expect(names(false)).toEqual([`app.setAppUserModelId ${process.execPath}`]);
    expect(prepare('win32', true)).toContain('app.setToastActivatorCLSID');
    expect(prepare('linux', true).join()).not.toContain('AppUserModelId');
  });
});

test('6: the save dialog asks before it overwrites, knows the kind of file and belongs to the calling window', async () => {
  const { window } = opened();
  saveDialog.asked.length = 0;
  saveDialog.path = '';
  await answeringTo(window, () => saveFile('preventivo 3.pdf', '', 'utf8'));
  await choosePath('scadenze.ics');
  const options = (name: string, kind: string, ending: string) => ({
    defaultPath: name,
    filters: [
      { name: kind, extensions: [ending] },
      { name: 'Tutti i file', extensions: ['*'] },
    ],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  expect(saveDialog.asked).toEqual([
    { parent: window, options: options('preventivo 3.pdf', 'Documento PDF', 'pdf') },
    { parent: undefined, options: options('scadenze.ics', 'Calendario', 'ics') },
  ]);
  window.destroy();
  await answeringTo(window, () => saveFile('a.pdf', '', 'utf8'));
  expect(saveDialog.asked.at(-1)?.parent).toBeUndefined();
});

describe('12: another program has the file', () => {
  const pauses: number[] = [];
  const onWindows = { platform: 'win32' as const, pause: (ms: number) => void pauses.push(ms) };
  /** Fails a number of times. */
  const busy = (times: number, code: string) => {
    let left = times;
    return () => {
      left -= 1;
      if (left >= 0) throw withCode(code);
      return 'done';
    };
  };

  test.each(['EBUSY', 'EPERM', 'EACCES'])(
    '%s on Windows: it waits and tries again, up to a second',
    (code) => {
      pauses.length = 0;
      expect(patiently(busy(3, code), onWindows)).toBe('done');
      expect(pauses).toEqual([10, 20, 50]);
      expect(() => patiently(busy(99, code), onWindows)).toThrow(code);
    },
  );

  test('elsewhere, or with another error, it does not wait', () => {
    pauses.length = 0;
    expect(() => patiently(busy(1, 'EPERM'), { ...onWindows, platform: 'linux' })).toThrow('EPERM');
    expect(() => patiently(busy(1, 'ENOSPC'), onWindows)).toThrow('ENOSPC');
    expect(pauses).toEqual([]);
  });

  const steps = ['open', 'rename', 'remove'] as const;
  test.each(steps)('a document is written although %s fails at first', (step) => {
    const machine = simulatedDisk();
    let left = 2;
    const disk: Disk = {
      ...machine.disk,
      [step]: (...paths: [string, string]) => {
        left -= 1;
        if (left >= 0) throw withCode('EBUSY');
        return (machine.disk[step] as (...args: [string, string]) => unknown)(...paths);
      },
    };
    machine.put('/d/a.json.tmp', 'left by a crash');
    const store = openDocument<{ n: number }>('/d', 'a', { disk: patientDisk(disk, onWindows) });
    store.write({ n: 1 });
    expect(store.read()).toEqual({ ok: true, value: { n: 1 } });
  });

  test.each(
    steps.flatMap((step) => (['EPERM', 'EBUSY', 'ENOSPC'] as const).map((code) => [step, code] as const)),
  )('%s fails with %s for good: the old document stays whole, or the new one is there', (step, code) => {
    const machine = simulatedDisk();
    openDocument<{ n: number }>('/d', 'a', { disk: machine.disk }).write({ n: 1 });
    machine.put('/d/a.json.tmp', 'left by a crash');
    const disk: Disk = {
      ...machine.disk,
      [step]: () => {
        throw withCode(code);
      },
    };
    const store = openDocument<{ n: number }>('/d', 'a', { disk: patientDisk(disk, onWindows) });
    // A leftover that another program reads keeps nobody from saving. The next start removes it.
    const saves = step === 'remove' && code !== 'ENOSPC';
    if (saves) store.write({ n: 2 });
    else expect(() => store.write({ n: 2 })).toThrow(code);
    expect(openDocument('/d', 'a', { disk: machine.disk }).read()).toEqual({
      ok: true,
      value: { n: saves ? 2 : 1 },
    });
  });
});

describe('18: Electron’s own network', () => {
  const asked = (message: string) =>
    httpFetch('https://example.it/', { ask: () => Promise.reject(new Error(message)) })({
      method: 'GET',
      path: '/',
      headers: {},
      timeoutMs: 100,
    });

  test('its words for a failure are understood', async () => {
    expect(await asked('net::ERR_NAME_NOT_RESOLVED')).toEqual({ kind: 'unreachable' });
    expect(await asked('net::ERR_CERT_AUTHORITY_INVALID')).toEqual({ kind: 'unreachable' });
    expect(await asked('net::ERR_CONNECTION_RESET')).toEqual({ kind: 'no-answer' });
    expect(await asked('net::ERR_RESPONSE_HEADERS_TOO_BIG')).toEqual({ kind: 'too-big' });
    expect(await asked('Redirect was cancelled')).toMatchObject({ kind: 'answer', status: 302 });
    expect(neverSent(new Error('net::ERR_PROXY_CONNECTION_FAILED'))).toBe(true);
    expect(isTooMuchHead(new Error('net::ERR_FAILED'))).toBe(false);
  });
});

const noClicks = {
  newWindow: () => undefined,
  open: () => undefined,
  updates: { kind: 'none', look: async () => undefined } as const,
  zoom: { change: () => undefined },
  recent: () => [],
};

describe('the small ones', () => {
  const desk = (theme: 'system' | 'light' | 'dark') => {
    const state = { theme };
    let changed = (): void => undefined;
    const followed = {
      looks: () => ({ ...state, language: 'it', studio: 'own' }),
      onChanged(listener: typeof changed) {
        changed = listener;
        return () => undefined;
      },
    } as unknown as Parameters<ReturnType<typeof followTheme>>[0];
    return {
      followed,
      choose: (next: typeof theme) => (state.theme = next),
      tell: () => changed(),
    };
  };

  test('the window has the theme of the person from its first moment, and follows it', () => {
    const kept = memoryStore<KeptTheme>();
    kept.write({ theme: 'dark' });
    const follow = followTheme(kept, quietLog);
    expect(nativeTheme.themeSource).toBe('dark');
    const { window } = opened();
    expect(window.background).toBe('#141716');
    const { followed, choose, tell } = desk('dark');
    follow(followed);
    choose('light');
    tell();
    expect([nativeTheme.themeSource, window.background]).toEqual(['light', '#f6f6f4']);
    expect(kept.read()).toEqual({ ok: true, value: { theme: 'light' } });
  });

  test('the place of a window that crashes twice is kept, although `destroy` emits no `close`', () => {
    const { window, places } = opened();
    window.place = { x: 7, y: 8, width: 1100, height: 700 };
    const crash = () =>
      window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    crash();
    crash();
    expect([window.destroyed, places.read()]).toMatchObject([
      true,
      { ok: true, value: { arrangements: [{ place: { x: 7, y: 8 } }] } },
    ]);
  });

  test('macOS lists the windows in its menu; developer tools are only in development', () => {
    installMenu(noClicks, { mac: true, developing: false });
    const roles = () => JSON.stringify(menus.at(-1)?.items);
    expect(menus.at(-1)?.items.map(({ role }) => role)).toContain('window');
    expect(roles()).not.toContain('toggleDevTools');
    installMenu(noClicks, { mac: false, developing: true });
    expect(roles()).toContain('toggleDevTools');
    expect(roles()).not.toContain('"role":"window"');
  });
});
