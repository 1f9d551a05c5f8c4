// Allinea opens with the computer only if a person has asked for it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { atLogin } from '../../electron/at-login.ts';
import { quietLog } from '../support/counting-ids.ts';
import { app, calls, enter } from '../support/fake-electron.ts';

const root = mkdtempSync(join(tmpdir(), 'allinea-login-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeEach(() => {
  app.isPackaged = true;
  app.atLogin = { openAtLogin: false, executableWillLaunchAtLogin: true };
  enter('any');
});
afterEach(() => {
  app.isPackaged = false;
});

describe.each(['win32', 'darwin'] as const)('on %s', (platform) => {
  const ask = (wanted: boolean | null) => atLogin(wanted, quietLog, { platform, env: {} });

  test('off at first; on and off as the person wants, and only then is anything changed', () => {
    expect([ask(null), calls()]).toEqual([false, []]);
    expect([ask(true), ask(null)]).toEqual([true, true]);
    expect([ask(false), ask(null)]).toEqual([false, false]);
    expect(calls()).toEqual(['app.setLoginItemSettings true', 'app.setLoginItemSettings false']);
  });

  test('what a person has turned off in the task manager of Windows is off', () => {
    ask(true);
    // macOS knows no such field.
    app.atLogin.executableWillLaunchAtLogin = false;
    expect(ask(null)).toBe(platform === 'darwin');
  });

  test('a copy that is not installed cannot, and changes nothing', () => {
    app.isPackaged = false;
    expect([ask(true), calls()]).toEqual([null, []]);
  });
});

describe('on Linux', () => {
  const folder = join(root, 'config');
  const file = join(folder, 'autostart', 'allinea.desktop');
  const ask = (wanted: boolean | null, env: Readonly<Record<string, string>> = {}) =>
    atLogin(wanted, quietLog, { platform: 'linux', env: { XDG_CONFIG_HOME: folder, ...env } });

  test('a file says it, with the AppImage rather than what lies unpacked in it', () => {
    expect([ask(null), ask(true), ask(null)]).toEqual([false, true, true]);
    expect(readFileSync(file, 'utf8')).toContain(`Exec="${process.execPath}"\n`);
    ask(true, { APPIMAGE: '/home/ada/App $1 100%/Allinea.AppImage' });
    expect(readFileSync(file, 'utf8')).toContain(
      String.raw`Exec="/home/ada/App \\$1 100%%/Allinea.AppImage"`,
    );
    expect([ask(false), ask(false), ask(null)]).toEqual([false, false, false]);
    expect(calls()).toEqual([]);
  });

  test.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('%s turns it off', (line) => {
    ask(true);
    writeFileSync(file, `${readFileSync(file, 'utf8')}${line}\n`);
    expect(ask(null)).toBe(false);
    expect(ask(true)).toBe(true);
  });

  test('a folder that takes nothing leaves it as it was', () => {
    writeFileSync(join(root, 'file'), '');
    expect(ask(true, { XDG_CONFIG_HOME: join(root, 'file') })).toBe(false);
  });
});
