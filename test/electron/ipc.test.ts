import { setImmediate as turn } from 'node:timers/promises';
import type { BrowserWindow as ElectronWindow, IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { callNames, changedEvent, type CallName, type ChangedMessage } from '../../core/bridge/contract.ts';
import { err, ok } from '../../core/kernel/result.ts';
import type { Log } from '../../core/ports.ts';
import type { Application, Handlers, ProgramCall } from '../../electron/application.ts';
import { answerCall, answerCalls, isFrom } from '../../electron/ipc.ts';
import { noSubjects } from '../support/no-subjects.ts';
import { BrowserWindow, ipcMain } from '../support/fake-electron.ts';

function noting(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  const write = (event: string, data?: object): void => void lines.push(`${event} ${JSON.stringify(data)}`);
  return { log: { info: write, error: write }, lines };
}

const done = (): { readonly ok: true; readonly value: null } => ({ ok: true, value: null });
const step = { type: 'person/add', step: 1, about: noSubjects } as const;
const never = (): never => {
  throw new Error('not asked for');
};
const nothingOfProgram: Handlers<ProgramCall> = {
  'window/new': never,
  'program/at-login': never,
  'program/show-file': never,
};
const handlers: Application['handlers'] = {
  'app/snapshot': never,
  'command/submit': never,
  'command/undo': () => ok(step),
  'command/redo': () => ok(step),
  'access/sign-in': ({ username }) => {
    throw new TypeError(`no such user ${username}`);
  },
  'access/sign-out': async () => done(),
  'sync/now': done,
  'studios/list': never,
  'studios/open': done,
  'studios/create': done,
  'studios/copy': done,
  'studios/export': never,
  'backups/list': never,
  'backups/make': never,
  'backups/preview': never,
  'backups/restore': never,
  'backups/choose': never,
  'backups/own-folder': never,
  'backups/erase': never,
  'diagnostics/save': never,
  'studios/import': done,
  'studios/backend': never,
  'studios/progress': () => null,
  'studios/stop': done,
  'studios/join': done,
  'shared/let-go': done,
  'shared/rejoin': done,
  'shared/again': done,
  'shared/here': done,
  'shared/members': never,
  'shared/password': never,
  'shared/server': never,
  'studios/share': done,
  'studios/remove': never,
  'files/save': never,
  'print/pdf': never,
  'reminders/tell': never,
  'reminders/read': done,
  'calendar/choose': never,
  'calendar/update': done,
  'calendar/stop': done,
  'window/keep': done,
  'account/read': never,
  'account/stop': done,
  'account/standing': never,
  'account/forget': done,
  'simulator/state': never,
  'simulator/act': never,
};

const ours = new BrowserWindow();
const from = (window: BrowserWindow, over: object = {}): IpcMainInvokeEvent =>
  ({
    sender: window.webContents,
    senderFrame: { url: 'app://allinea/', parent: null },
    ...over,
  }) as unknown as IpcMainInvokeEvent;
const isOurs = (event: IpcMainInvokeEvent, window = ours): boolean =>
  isFrom(event, window as unknown as ElectronWindow);

describe('who may call', () => {
  it('is the main frame of our window, showing our page', () => {
    expect(isOurs(from(ours))).toBe(true);
  });

  it.each<[string, object]>([
    ['another page', { senderFrame: { url: 'https://allinea.example/', parent: null } }],
    ['a page that only looks like ours', { senderFrame: { url: 'app://allinea.example/', parent: null } }],
    ['a file', { senderFrame: { url: 'file:///app/allinea/', parent: null } }],
    ['no page', { senderFrame: { url: 'about:blank', parent: null } }],
    ['a frame inside ours', { senderFrame: { url: 'app://allinea/', parent: {} } }],
    ['a frame that is gone', { senderFrame: null }],
    ['another window', { sender: {} }],
  ])('is not %s', (_who, over) => {
    expect(isOurs(from(ours, over))).toBe(false);
  });

  it('is not a window that is gone', () => {
    const gone = new BrowserWindow();
    gone.close();
    expect(isOurs(from(gone), gone)).toBe(false);
  });
});

describe('a call', () => {
  it('gives what its handler gives', async () => {
    expect(await answerCall('access/sign-out', null, handlers, noting().log)).toEqual({
      ok: true,
      value: null,
    });
  });

  it('with a payload of the wrong shape never reaches its handler: it is a refusal', async () => {
    const { log, lines } = noting();
    // A command's answer crosses as a text.
    const refused = (await answerCall('command/submit', { type: 'seat/steal' }, handlers, log)) as string;
    expect(JSON.parse(refused)).toMatchObject({ ok: false, error: { reason: 'bad-input' } });
    expect(await answerCall('sync/now', 'now', handlers, log)).toMatchObject({
      ok: false,
      error: { reason: 'bad-input' },
    });
    expect(await answerCall('access/sign-in', { username: 'A', password: '' }, handlers, log)).toMatchObject({
      ok: false,
      error: { field: 'password' },
    });
    expect(lines).toHaveLength(3);
  });

  it('for a snapshot with a payload of the wrong shape rejects', async () => {
    await expect(answerCall('app/snapshot', {}, handlers, noting().log)).rejects.toThrow(/^internal-error$/);
  });

  it('whose handler fails tells the page nothing, and the log nothing personal', async () => {
    const { log, lines } = noting();
    await expect(
      answerCall('access/sign-in', { username: 'ARUBA12345', password: 'p' }, handlers, log),
    ).rejects.toThrow(/^internal-error$/);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^call\.failed .*"error":"TypeError"/);
    expect(lines[0]).not.toContain('ARUBA12345');
  });
});

describe('a desk that is still being opened', () => {
  const window = (): BrowserWindow & ElectronWindow =>
    new BrowserWindow() as unknown as BrowserWindow & ElectronWindow;
  const ask = (from_: IpcMainInvokeEvent): Promise<unknown> =>
    ipcMain.handlers.get('sync/now')?.(from_, null) as Promise<unknown>;

  it('is waited for; a window that was closed meanwhile is not told anything', async () => {
    const told: ChangedMessage[][] = [];
    let open = (_desk: Application): void => undefined;
    const application = new Promise<Application>((resolve) => {
      open = resolve;
    });
    const connect = answerCalls({ application, program: nothingOfProgram, log: noting().log });
    const [stays, goes] = [window(), window()];
    connect(stays);
    connect(goes);
    const answer = ask(from(stays));
    goes.close();
    open({
      handlers,
      onChanged(listener) {
        told.push([]);
        listener({ revision: 1, rows: ['[]'] } as unknown as ChangedMessage);
        return () => undefined;
      },
      close: async () => undefined,
    });
    expect(await answer).toEqual({ ok: true, value: null });
    expect([told.length, stays.sent.length, goes.sent.length]).toEqual([1, 1, 0]);
  });

  it('and cannot be: the page is told nothing of why', async () => {
    const connect = answerCalls({
      application: Promise.reject(new Error('the disk of Mario Rossi')),
      program: nothingOfProgram,
      log: noting().log,
    });
    const waiting = window();
    connect(waiting);
    await expect(ask(from(waiting))).rejects.toThrow(/^internal-error$/);
  });
});

describe('connected windows', () => {
  /** A desk that counts its listeners, with windows connected to it. */
  async function connected(count: number) {
    const { log, lines } = noting();
    const listeners = new Set<(event: ChangedMessage) => void>();
    let asked = 0;
    const desk: Application = {
      handlers,
      onChanged(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      close: async () => undefined,
    };
    const program = {
      'window/new': () => ((asked += 1), ok(null)),
      'program/at-login': ({ wanted }: { readonly wanted: boolean | null }) => ({ on: wanted }),
      'program/show-file': () => err({ reason: 'not-there' as const }),
    };
    const connect = answerCalls({ application: Promise.resolve(desk), program, log });
    const windows = Array.from({ length: count }, () => new BrowserWindow());
    for (const window of windows) connect(window as unknown as ElectronWindow);
    await turn();
    return {
      lines,
      listeners,
      windows: windows as [BrowserWindow, BrowserWindow],
      asked: () => asked,
      call: (name: CallName, event: IpcMainInvokeEvent, payload: unknown = null) =>
        ipcMain.handlers.get(name)?.(event, payload),
      tell: (revision: number) => {
        for (const listener of listeners) listener({ revision, rows: ['[]'] } as unknown as ChangedMessage);
      },
    };
  }

  it('are answered exactly the calls of the contract, each of them, and nobody else is', async () => {
    const { windows, call, lines } = await connected(2);
    expect([...ipcMain.handlers.keys()].toSorted()).toEqual([...callNames].toSorted());
    for (const window of windows) {
      expect(await call('sync/now', from(window))).toEqual({ ok: true, value: null });
      await expect(call('sync/now', from(window, { senderFrame: null }))).rejects.toThrow(/^internal-error$/);
    }
    await expect(call('sync/now', from(new BrowserWindow()))).rejects.toThrow(/^internal-error$/);
    expect(lines).toEqual(Array.from({ length: 3 }, () => 'call.refused {"call":"sync/now"}'));
  });

  it('may ask for one more window, and say nothing about it', async () => {
    const { windows, call, asked } = await connected(1);
    expect(await call('window/new', from(windows[0]))).toEqual({ ok: true, value: null });
    expect(await call('window/new', from(windows[0]), { url: 'https://www.aruba.it/' })).toMatchObject({
      ok: false,
      error: { reason: 'bad-input' },
    });
    await expect(call('window/new', from(new BrowserWindow()))).rejects.toThrow(/^internal-error$/);
    expect(asked()).toBe(1);
  });

  it('may ask whether the program opens with the computer, without a studio', async () => {
    const { windows, call } = await connected(1);
    expect(await call('program/at-login', from(windows[0]), { wanted: true })).toEqual({ on: true });
    expect(await call('program/at-login', from(windows[0]), { wanted: 1 })).toMatchObject({ ok: false });
  });

  it('get every change, each until it is closed', async () => {
    const { windows, tell, call, listeners } = await connected(2);
    const [first, second] = windows;
    tell(2);
    first.close();
    tell(3);
    expect(first.sent).toEqual([[changedEvent, { revision: 2, rows: ['[]'] }]]);
    expect(second.sent).toEqual([2, 3].map((revision) => [changedEvent, { revision, rows: ['[]'] }]));
    await expect(call('sync/now', from(first))).rejects.toThrow(/^internal-error$/);
    expect(await call('sync/now', from(second))).toEqual({ ok: true, value: null });
    second.close();
    expect(listeners.size).toBe(0);
  });
});
