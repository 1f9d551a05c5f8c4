// 1: stand-in and fake are what Electron's own types say, and have every member that the program uses.
import { describe, expect, test } from 'vitest';
import * as standIn from '../../../electron/stand-in/electron.ts';
import * as fake from '../../support/fake-electron.ts';
import { sourceFiles } from '../../support/source-files.ts';
import { usedOfModules, usedOfObjects, type UsedElectron, type UsedInPage } from './used.ts';

// The compiler compares. What differs from electron.d.ts is an error of `npm run check`.
fake satisfies UsedElectron;
fake satisfies UsedInPage;
standIn satisfies UsedElectron;

const sources = sourceFiles(['electron']).filter(({ path }) => !path.startsWith('electron/stand-in/'));

/** The names that a file imports from Electron as values. */
function importedFrom(text: string): readonly string[] {
  const [, list = ''] = /import \{([^}]*)\} from 'electron'/.exec(text) ?? [];
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
}

/** `module.member` for all that a file takes of a module of Electron. */
function membersIn(text: string, name: string): readonly string[] {
  return [...text.matchAll(new RegExp(String.raw`(?<![\w.])${name}\s*\.(\w+)`, 'g'))].map(
    ([, member]) => member ?? '',
  );
}

/** How the source calls objects of Electron. */
const objectNames: Readonly<Record<keyof typeof usedOfObjects, RegExp>> = {
  BrowserWindow: /(?<![\w.])(?:window|inUse|parent)\??\.(\w+)/g,
  WebContents: /(?:\bwebContents|(?<![\w.])contents)\??\.(\w+)/g,
  Notification: /(?<![\w.])notification\.(\w+)/g,
  Session: /(?<![\w.])(?:session|defaultSession)\.(?!defaultSession)(\w+)/g,
  CommandLine: /\bcommandLine\.(\w+)/g,
};

describe('every member of Electron that the source uses', () => {
  const found = new Map<string, Set<string>>();
  const note = (owner: string, member: string): void =>
    void found.set(owner, (found.get(owner) ?? new Set()).add(member));
  for (const { text, code } of sources)
    for (const name of importedFrom(text)) for (const member of membersIn(code, name)) note(name, member);

  test('is in the list, and the list has nothing else', () => {
    const listed: Readonly<Record<string, readonly string[]>> = usedOfModules;
    const wrong = [...found].flatMap(([name, members]) =>
      [...members].filter((member) => listed[name]?.includes(member) !== true).map((m) => `${name}.${m}`),
    );
    expect(wrong).toEqual([]);
    const unused = Object.entries(listed).flatMap(([name, members]) =>
      members.filter((member) => found.get(name)?.has(member) !== true).map((member) => `${name}.${member}`),
    );
    // They are called through the vault that main hands over (adapters/secrets.ts).
    expect(unused.filter((name) => !name.startsWith('safeStorage.'))).toEqual([]);
    expect(found.size).toBeGreaterThan(10);
  });

  test('of a window, a page, a session and a notification is in the list too', () => {
    const electronFiles = sources.filter(({ code }) =>
      /BrowserWindow|WebContents|Notification|Session\b|commandLine/.test(code),
    );
    const wrong = Object.entries(objectNames).flatMap(([owner, pattern]) => {
      const listed: readonly string[] = usedOfObjects[owner as keyof typeof usedOfObjects];
      return electronFiles
        .filter(({ path }) => !/tour|simulator|inspect/.test(path))
        .flatMap(({ path, code }) =>
          [...code.matchAll(pattern)]
            .map(([, member]) => member ?? '')
            .filter((member) => !listed.includes(member))
            .map((member) => `${path}: ${owner}.${member}`),
        );
    });
    expect(wrong).toEqual([]);
  });

  test.each([
    ['stand-in', standIn],
    ['fake', fake],
  ])('is there in the %s', (_, shell) => {
    const modules: Readonly<Record<string, object>> = { ...shell };
    const missing = [...found].flatMap(([name, members]) =>
      name === 'contextBridge' || name === 'ipcRenderer' || name === 'session'
        ? []
        : [...members].filter((member) => !(member in (modules[name] ?? {}))).map((m) => `${name}.${m}`),
    );
    expect(missing).toEqual([]);
    const prototypes = Object.entries({
      BrowserWindow: shell.BrowserWindow.prototype,
      Notification: shell.Notification.prototype,
    });
    const lost = prototypes.flatMap(([owner, prototype]) =>
      usedOfObjects[owner as 'BrowserWindow'].filter(
        (member) => member !== 'webContents' && !(member in prototype),
      ),
    );
    expect(lost).toEqual([]);
  });
});

test('a member that is used and not listed is found', () => {
  const text = "import { app, type Session } from 'electron';\napp.relaunch();\n";
  expect(importedFrom(text)).toEqual(['app']);
  expect(membersIn(text, 'app')).toEqual(['relaunch']);
});
