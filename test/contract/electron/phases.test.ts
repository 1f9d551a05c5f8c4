// 2: what Electron refuses before and after `ready`, in the stand-in and in the fake alike.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { UsedElectron } from './used.ts';

type Shell = UsedElectron;

async function standIn(): Promise<Shell> {
  vi.resetModules();
  return import('../../../electron/stand-in/electron.ts');
}

async function fake(): Promise<Shell> {
  vi.resetModules();
  const shell = await import('../../support/fake-electron.ts');
  shell.enter('before');
  return shell;
}

/** Each call with its phase. The rest may come at any time. */
const tooEarly: Readonly<Record<string, (shell: Shell) => unknown>> = {
  'a window': ({ BrowserWindow }) => new BrowserWindow(),
  'the session': ({ session }) => session.defaultSession,
  'answering a scheme': ({ protocol }) => protocol.handle('app', () => new Response()),
  'the displays': ({ screen }) => screen.getAllDisplays(),
  'a notification': ({ Notification }) => new Notification({ title: 'x' }),
  'a dialog': ({ dialog }) => dialog.showSaveDialog({}),
  'a question': ({ dialog }) => dialog.showMessageBox({ message: 'x' }),
  'the network': ({ net }) => net.fetch('data:,x'),
};
const tooLate: Readonly<Record<string, (shell: Shell) => unknown>> = {
  'the sandbox of all': ({ app }) => app.enableSandbox(),
  'the privileges of a scheme': ({ protocol }) => protocol.registerSchemesAsPrivileged([]),
  'moving the engine’s files': ({ app }) => app.setPath('sessionData', '/tmp'),
};

describe.each([
  ['stand-in', standIn],
  ['fake', fake],
])('%s', (name, load) => {
  let shell: Shell;
  beforeEach(async () => {
    shell = await load();
  });

  // The next file must not find a program that is still starting.
  afterEach(() => {
    vi.resetModules();
  });

  test.each(Object.entries(tooEarly))('%s: not before ready', async (_, call) => {
    await expect(async () => call(shell)).rejects.toThrow('before the app is ready');
    await shell.app.whenReady();
    // The stand-in's window starts a browser, so only the fake opens one here.
    if (call !== tooEarly['a window'] || name === 'fake')
      await expect((async () => void (await call(shell)))()).resolves.toBeUndefined();
  });

  test.each(Object.entries(tooLate))('%s: not after ready', async (_, call) => {
    expect(() => call(shell)).not.toThrow();
    await shell.app.whenReady();
    expect(() => call(shell)).toThrow('before app is ready');
  });

  test('a secret cannot be kept before ready', async () => {
    expect(await shell.safeStorage.isAsyncEncryptionAvailable()).toBe(false);
    expect(shell.safeStorage.getSelectedStorageBackend()).toBe('unknown');
  });

  test('a switch of the start can be seen', () => {
    expect(shell.app.commandLine.hasSwitch('no-sandbox')).toBe(false);
    shell.app.commandLine.appendSwitch('no-sandbox');
    expect(shell.app.commandLine.hasSwitch('no-sandbox')).toBe(true);
  });
});
