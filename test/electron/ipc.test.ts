import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { callNames, changedEvent, type ChangedEvent } from '../../core/bridge/contract.ts';
import type { Log } from '../../core/ports.ts';
import type { Desk } from '../../electron/compose.ts';
import { answerCall, connectWindow, isOurs } from '../../electron/ipc.ts';
import { ipcMain } from '../support/fake-electron.ts';

function noting(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  const write = (event: string, data?: object): void => void lines.push(`${event} ${JSON.stringify(data)}`);
  return { log: { info: write, error: write }, lines };
}

const done = (): { readonly ok: true; readonly value: null } => ({ ok: true, value: null });
const never = (): never => {
  throw new Error('not asked for');
};
const handlers: Desk['handlers'] = {
  'app/snapshot': never,
  'command/submit': never,
  'command/undo': done,
  'command/redo': done,
  'session/sign-in': ({ username }) => {
    throw new TypeError(`no such user ${username}`);
  },
  'session/sign-out': async () => done(),
  'sync/now': done,
  'files/save': never,
  'simulator/state': never,
  'simulator/act': never,
};

const contents = { send: (): void => undefined };
const window = { isDestroyed: () => false, webContents: contents } as unknown as BrowserWindow;
const from = (over: object): IpcMainInvokeEvent =>
  ({ sender: contents, senderFrame: { url: 'app://allinea/', parent: null }, ...over }) as unknown as IpcMainInvokeEvent;

describe('who may call', () => {
  it('is the main frame of our window, showing our page', () => {
    expect(isOurs(from({}), window)).toBe(true);
  });

  it.each<[string, object]>([
    ['another page', { senderFrame: { url: 'https://allinea.example/', parent: null } }],
    ['a page that only looks like ours', { senderFrame: { url: 'app://allinea.example/', parent: null } }],
    ['a file', { senderFrame: { url: 'file:///app/allinea/', parent: null } }],
    ['no page', { senderFrame: { url: 'about:blank', parent: null } }],
    ['a frame inside ours', { senderFrame: { url: 'app://allinea/', parent: {} } }],
    ['a frame that is gone', { senderFrame: null }],
    ['another window', { sender: {} }],
  ])('is not %s', (_who, event) => {
    expect(isOurs(from(event), window)).toBe(false);
  });
});

describe('a call', () => {
  it('gives what its handler gives', async () => {
    expect(await answerCall('session/sign-out', null, handlers, noting().log)).toEqual({ ok: true, value: null });
  });

  it('with a payload of the wrong shape never reaches its handler: it is a refusal', async () => {
    const { log, lines } = noting();
    expect(await answerCall('command/submit', { type: 'seat/steal' }, handlers, log)).toMatchObject({ ok: false, error: { reason: 'bad-input' } });
    expect(await answerCall('sync/now', 'now', handlers, log)).toMatchObject({ ok: false, error: { reason: 'bad-input' } });
    expect(await answerCall('session/sign-in', { username: 'A', password: '' }, handlers, log)).toMatchObject({ ok: false, error: { field: 'password' } });
    expect(lines).toHaveLength(3);
  });

  it('for a snapshot with a payload of the wrong shape rejects', async () => {
    await expect(answerCall('app/snapshot', {}, handlers, noting().log)).rejects.toThrow(/^internal-error$/);
  });

  it('whose handler fails tells the page nothing, and the log nothing personal', async () => {
    const { log, lines } = noting();
    await expect(answerCall('session/sign-in', { username: 'ARUBA12345', password: 'p' }, handlers, log)).rejects.toThrow(/^internal-error$/);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^call\.failed .*"error":"TypeError"/);
    expect(lines[0]).not.toContain('ARUBA12345');
  });
});

describe('a connected window', () => {
  it('answers exactly the calls of the contract, and none after it is disconnected', async () => {
    const { log, lines } = noting();
    ipcMain.on('electron-store-get-data', never);
    const disconnect = connectWindow({ desk: { handlers, onChanged: () => () => undefined, close: async () => undefined }, window, log });
    expect([...ipcMain.handlers.keys()].toSorted()).toEqual([...callNames].toSorted());
    expect(ipcMain.listenerCount('electron-store-get-data')).toBe(0);
    expect(await ipcMain.handlers.get('sync/now')?.(from({}), null)).toEqual({ ok: true, value: null });
    await expect(ipcMain.handlers.get('sync/now')?.(from({ senderFrame: null }), null)).rejects.toThrow(/^internal-error$/);
    expect(lines).toEqual(['call.refused {"call":"sync/now"}']);
    disconnect();
    expect(ipcMain.handlers.size).toBe(0);
  });

  it('gets every change until it is closed', () => {
    const sent: unknown[] = [];
    let open = true;
    let tell: (event: ChangedEvent) => void = never;
    let subscribed = false;
    const desk: Desk = {
      handlers,
      onChanged(listener) {
        tell = listener;
        subscribed = true;
        return () => {
          subscribed = false;
        };
      },
      close: async () => undefined,
    };
    const target = { isDestroyed: () => !open, webContents: { send: (...args: readonly unknown[]) => void sent.push(args) } } as unknown as BrowserWindow;
    const disconnect = connectWindow({ desk, window: target, log: noting().log });
    const change = { revision: 2 } as ChangedEvent;
    tell(change);
    open = false;
    tell(change);
    expect(sent).toEqual([[changedEvent, change]]);
    disconnect();
    expect(subscribed).toBe(false);
  });
});
