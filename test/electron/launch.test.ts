import { describe, expect, it } from 'vitest';
import { chooseShell, type Probes, type Wish } from '../../electron/launch/choose-shell.ts';
import { candidates } from '../../electron/launch/find-browser.ts';
import { installCommand } from '../../electron/launch/fetch-browser.ts';

const electron = { executable: '/e', version: '45.4.1' };
const browser = { executable: '/c', name: 'Chromium 156' };
const plain: Wish = { forced: null, headless: false, display: true };

type Has = { readonly [P in keyof Probes]?: boolean };

/** Decides while these probes find something. Returns the probes that were asked, in order. */
async function decide(
  wish: Partial<Wish>,
  has: Has,
): Promise<{ readonly kind: string; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const probe =
    <T>(name: keyof Probes, found: T) =>
    async (): Promise<T | null> => {
      asked.push(name);
      return has[name] === true ? found : null;
    };
  const probes: Probes = {
    findElectron: probe('findElectron', electron),
    fetchElectron: probe('fetchElectron', electron),
    findBrowser: probe('findBrowser', browser),
    fetchBrowser: probe('fetchBrowser', browser),
  };
  return { kind: (await chooseShell({ ...plain, ...wish }, probes)).kind, asked };
}

const all: Has = { findElectron: true, fetchElectron: true, findBrowser: true, fetchBrowser: true };

describe('the shell', () => {
  it.each<[string, Partial<Wish>, Has, string, readonly string[]]>([
    ['Electron that is there', {}, all, 'electron', ['findElectron']],
    [
      'Electron that can be fetched',
      {},
      { ...all, findElectron: false },
      'electron',
      ['findElectron', 'fetchElectron'],
    ],
    [
      'an installed browser where Electron cannot be had',
      {},
      { findBrowser: true },
      'stand-in',
      ['findElectron', 'fetchElectron', 'findBrowser'],
    ],
    [
      'a browser fetched now',
      {},
      { fetchBrowser: true },
      'stand-in',
      ['findElectron', 'fetchElectron', 'findBrowser', 'fetchBrowser'],
    ],
    [
      'none where nothing can be had',
      {},
      {},
      'none',
      ['findElectron', 'fetchElectron', 'findBrowser', 'fetchBrowser'],
    ],
    ['the stand-in on request', { forced: 'stand-in' }, all, 'stand-in', ['findBrowser']],
    ['Electron on request', { forced: 'electron' }, all, 'electron', ['findElectron']],
    [
      'nothing else where Electron was requested',
      { forced: 'electron' },
      { findBrowser: true },
      'none',
      ['findElectron', 'fetchElectron'],
    ],
    ['the stand-in without a window', { headless: true, display: false }, all, 'stand-in', ['findBrowser']],
    ['the tour without a display', { display: false }, all, 'tour', ['findBrowser']],
    ['none for Electron without a display', { forced: 'electron', display: false }, all, 'none', []],
  ])('is %s', async (_name, wish, has, kind, asked) => {
    expect(await decide(wish, has)).toEqual({ kind, asked });
  });
});

describe('where browsers are looked for', () => {
  it('on Linux: the PATH, better names first, snaps last', () => {
    const list = candidates('linux', { PATH: '/snap/bin:/usr/bin:relative' }, '/home/a');
    expect(list[0]).toBe('/usr/bin/chromium');
    expect(list.indexOf('/usr/bin/microsoft-edge')).toBeLessThan(list.indexOf('/snap/bin/chromium'));
    expect(list.every((path) => path.startsWith('/'))).toBe(true);
  });

  it('on Windows and macOS: the usual folders', () => {
    expect(candidates('win32', { ProgramFiles: 'C:\\Program Files' }, '')).toContain(
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    );
    expect(candidates('darwin', {}, '/Users/a')).toContain(
      '/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium',
    );
  });

  it('and what to type where there is none', () => {
    expect(installCommand('electron', 'linux')).toBe('npx install-electron');
    expect(installCommand('browser', 'win32')).toBe('winget install Google.Chrome');
  });
});
