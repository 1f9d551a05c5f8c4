import { describe, expect, it } from 'vitest';
import { changedEvent, openEvent, type WindowBridge } from '../../core/bridge/contract.ts';
import '../../electron/preload.ts';
import { exposed, invoked, ipcRenderer, mainProcess } from '../support/fake-electron.ts';

const bridge = exposed.get('allinea') as WindowBridge;

describe('the bridge in the page', () => {
  it('is four functions and nothing else', () => {
    expect([...exposed.keys()]).toEqual(['allinea']);
    expect(Object.keys(bridge).toSorted()).toEqual(['call', 'onChanged', 'onOpen', 'submit']);
  });

  it('passes on the calls of the contract only', async () => {
    const before = invoked.length;
    expect(await bridge.call('sync/now', null)).toEqual({ answered: 'sync/now' });
    await expect(bridge.call('ELECTRON_ANYTHING' as 'sync/now', null)).rejects.toThrow('unknown-call');
    expect(invoked.slice(before).map(({ channel }) => channel)).toEqual(['sync/now']);
  });

  it('sends a command as a text and gets a text: the main process neither copies nor checks a long list', async () => {
    const command = { type: 'operator/name', name: 'Anna' } as const;
    const text = JSON.stringify(command);
    const usual = mainProcess.answers;
    mainProcess.answers = () => '{"ok":true,"value":{}}';
    expect(await bridge.submit(text)).toBe('{"ok":true,"value":{}}');
    expect(await bridge.call('command/submit', command)).toEqual({ ok: true, value: {} });
    mainProcess.answers = usual;
    expect(invoked.splice(-2)).toEqual([
      { channel: 'command/submit', payload: text },
      { channel: 'command/submit', payload: text },
    ]);
  });

  it('has asked for the first picture before the page does, and asks anew for every later one', async () => {
    const before = invoked.length;
    expect(await bridge.call('app/snapshot', null)).toEqual({ answered: 'app/snapshot' });
    expect(invoked).toHaveLength(before);
    expect(await bridge.call('app/snapshot', null)).toEqual({ answered: 'app/snapshot' });
    expect(invoked.slice(before)).toEqual([{ channel: 'app/snapshot', payload: null }]);
  });

  it('keeps what changes before anybody in the page listens, for the first who does', () => {
    ipcRenderer.emit(changedEvent, { sender: 'secret' }, { revision: 1 });
    ipcRenderer.emit(changedEvent, {}, { revision: 2 });
    const seen: unknown[][] = [[], []];
    const stops = [
      bridge.onChanged((event) => seen[0]?.push(event)),
      bridge.onChanged((event) => seen[1]?.push(event)),
    ];
    expect(seen).toEqual([[{ revision: 1 }, { revision: 2 }], []]);
    for (const stop of stops) stop();
    expect(ipcRenderer.listenerCount(changedEvent)).toBe(0);
  });

  it('tells changes, without the event of Electron, until told to stop', () => {
    const seen: unknown[][] = [];
    const stop = bridge.onChanged((...args) => seen.push(args));
    ipcRenderer.emit(changedEvent, { sender: 'secret' }, { revision: 1 });
    stop();
    ipcRenderer.emit(changedEvent, {}, { revision: 2 });
    expect(seen).toEqual([[{ revision: 1 }]]);
    expect(ipcRenderer.listenerCount(changedEvent)).toBe(0);
  });

  it('tells what is to be opened in the same way; of what was asked for before, the last', () => {
    const seen: unknown[][] = [];
    for (const screen of ['renewals', 'settings']) ipcRenderer.emit(openEvent, {}, { screen });
    const stop = bridge.onOpen((...args) => seen.push(args));
    ipcRenderer.emit(openEvent, { sender: 'secret' }, { screen: 'renewals' });
    stop();
    ipcRenderer.emit(openEvent, {}, { screen: 'renewals' });
    expect(seen).toEqual([[{ screen: 'settings' }], [{ screen: 'renewals' }]]);
  });
});
