import type { Rule } from './layers.ts';
import type { SourceFile } from './source-files.ts';

const mostLines = 250;
const mostColumns = 110;

const program = (file: SourceFile): boolean => !file.path.startsWith('test/');
const standIn = (file: SourceFile): boolean => file.path.startsWith('electron/stand-in/');

/** Returns a message for each place in the code that matches `pattern`. */
const uses = (
  files: readonly SourceFile[],
  concerns: (file: SourceFile) => boolean,
  pattern: RegExp,
): string[] =>
  files
    .filter(concerns)
    .flatMap((file) =>
      file.code
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1} ${line.trim()}`] : [])),
    );

/** A rule for a name of Electron that only one file may use. */
const onlyIn = (name: string, home: string, instead: string): Rule => ({
  name: `${name} only in ${home}`,
  instead,
  planted: { 'electron/bad.ts': `${name}.call(undefined);` },
  find: (files) =>
    uses(
      files,
      (file) => program(file) && file.path !== home && !standIn(file),
      new RegExp(String.raw`\b${name}\b`),
    ),
});

/** The three paths of Aruba's one interface that may be asked (rule L). */
export const accountPaths = ['/auth/signin', '/auth/userInfo', '/auth/multicedenti'];

export const codeRules: readonly Rule[] = [
  {
    name: 'core asks nobody for the time or for chance',
    instead:
      'A day is a Day of core/kernel/day.ts; the time, ids and chance are handed in (Clock, IdSource, Rng of core/ports.ts).',
    planted: {
      'core/orders/bad.ts': 'export const now = () => Date.now() + new Date().getTime() + Math.random();',
    },
    find: (files) =>
      uses(
        files,
        (file) => file.path.startsWith('core/'),
        /\bnew Date\b|\bDate\s*[.(]|\bMath\.random\b|\bperformance\.|\bcrypto\./,
      ),
  },
  {
    name: 'only core/kernel/day.ts makes a date, and never of the current time',
    instead:
      'core/kernel/day.ts makes dates of date-fns (UTCDateMini, TZDateMini) from their parts; without parts they are the current time, as are `TZDate.tz` and the functions of date-fns about today.',
    planted: {
      'core/orders/bad.ts': 'export const made = (ms: number) => new UTCDateMini(ms);',
      'core/kernel/day.ts': 'export const now = () => new UTCDateMini();',
    },
    find: (files) => {
      const inCore = files.filter((file) => file.path.startsWith('core/'));
      const isHome = (file: SourceFile): boolean => file.path === 'core/kernel/day.ts';
      return [
        ...uses(inCore, (file) => !isHome(file), /\bnew \w*Date\w*/),
        ...uses(inCore, isHome, /\bnew \w*Date\w*(?:\(\s*\)|(?!\w*\())|Date\w*\.tz\b/),
        ...inCore.flatMap((file) =>
          file.imports.flatMap(({ specifier }) =>
            /^date-fns\/.*(?:Now|Today|Tomorrow|Yesterday|isPast|isFuture|isThis)/.test(specifier)
              ? [`${file.path} imports ${specifier}`]
              : [],
          ),
        ),
      ];
    },
  },
  onlyIn(
    'ipcMain',
    'electron/ipc.ts',
    'A new call is a line in core/bridge/contract.ts with its schema; electron/ipc.ts checks sender and payload for all of them.',
  ),
  onlyIn(
    'openExternal',
    'electron/security.ts',
    'electron/security.ts decides which addresses may be opened outside.',
  ),
  onlyIn(
    'showItemInFolder',
    'electron/adapters/files.ts',
    'electron/adapters/files.ts shows only files that the person saved since the start.',
  ),
  onlyIn('ipcRenderer', 'electron/preload.ts', 'The screen calls the bridge (renderer/bridge.ts).'),
  {
    name: 'only core/account/calls.ts knows the host of rule L, and it names three paths alone',
    instead:
      'Reading from Aruba is three calls: /auth/signin, /auth/userInfo, /auth/multicedenti. Ask through the port (AskAccount); only electron/adapters/ask-account.ts sends.',
    planted: {
      'electron/adapters/bad.ts':
        "export const host = 'https://auth.fatturazioneelettronica.aruba.it/auth/signin';",
      'core/account/calls.ts': "const paths = { upload: '/services/invoice/upload' };",
      'core/host/bad.ts': 'export const request = (call: AccountCall) => requestOf(call);',
    },
    find: (files) => {
      const home = 'core/account/calls.ts';
      const mayName = new Set([...accountPaths, 'https://auth.fatturazioneelettronica.aruba.it']);
      return [
        ...files
          .filter((file) => program(file) && file.path !== home)
          .filter((file) => /(?:demo)?auth\.fatturazioneelettronica/.test(file.text))
          .map((file) => `${file.path} names the host`),
        ...files
          .filter((file) => file.path === home)
          .flatMap((file) => [...file.text.matchAll(/['"`]((?:\/|https?:)[^'"`]*)['"`]/g)])
          .flatMap(([, named]) => (mayName.has(named ?? '') ? [] : [`${home} names ${named}`])),
        ...uses(
          files,
          (file) => program(file) && ![home, 'electron/adapters/ask-account.ts'].includes(file.path),
          /\b(?:requestOf|accountHost)\b/,
        ),
      ];
    },
  },
  {
    name: 'no dynamic import',
    instead:
      'Import at the top of the file. Only the launcher (electron/launch) and the stand-in choose at run time what to load, and a few files of the page and of the main process load what their start does not need.',
    planted: { 'core/desk/bad.ts': "export const later = () => import('./state.ts');" },
    find: (files) =>
      files
        .filter((file) => program(file) && !/^electron\/(?:launch\.ts|launch\/|stand-in\/)/.test(file.path))
        .filter(
          (file) =>
            !/^renderer\/(?:(?:app|screen)\.tsx|shell\/dialogs\.tsx|screens\/status\/routine\.tsx|text\/text\.ts)$/.test(
              file.path,
            ) && !/^electron\/(?:main|ipc|settings-when-ready|studios\/join-and-share)\.ts$/.test(file.path),
        )
        .flatMap((file) =>
          file.imports
            .filter((entry) => entry.form === 'dynamic')
            .map((entry) => `${file.path} loads ${entry.specifier} at run time`),
        ),
  },
  {
    name: 'no barrels',
    instead: 'Import from the file that owns the thing; no index.ts, no `export ... from`.',
    planted: { 'core/people/index.ts': "export * from './person.ts';" },
    find: (files) =>
      files
        .filter(program)
        .flatMap((file) => [
          ...(/\/index\.tsx?$/.test(file.path) ? [`${file.path} is an index file`] : []),
          ...file.imports
            .filter((entry) => entry.form === 'export')
            .map((entry) => `${file.path} passes on ${entry.specifier}`),
        ]),
  },
  {
    name: `no file of the program over ${mostLines} lines`,
    instead: 'One file, one idea: split it where the second idea begins.',
    planted: { 'renderer/style/bad.css': '\n'.repeat(mostLines + 1) },
    find: (files) =>
      files.filter(program).flatMap((file) => {
        const lines = file.text.split('\n').length - (file.text.endsWith('\n') ? 1 : 0);
        return lines > mostLines ? [`${file.path} has ${lines} lines`] : [];
      }),
  },
  {
    name: `no line over ${mostColumns} columns, but for a text or a pattern that cannot be broken`,
    instead: 'Break the line; a comment becomes two sentences on two lines. `npm run format` breaks code.',
    planted: { 'core/kernel/bad.ts': `// ${'long '.repeat(mostColumns / 5)}` },
    find: (files) =>
      files.flatMap((file) => {
        const code = file.code.split('\n');
        return file.text.split('\n').flatMap((line, index) => {
          if (line.length <= mostColumns) return [];
          const withoutTexts = (code[index] ?? '').trimEnd().replaceAll(/ {2,}/g, ' ');
          const isPattern = /^\s*\/.*\/[a-z]*[;,]?$/.test(line);
          const isComment = /^\s*(?:\/\/|\/?\*)/.test(line);
          return isComment || (!isPattern && withoutTexts.length > mostColumns)
            ? [`${file.path}:${index + 1}`]
            : [];
        });
      }),
  },
  {
    name: 'file and folder names are kebab-case',
    instead: 'Lower case words with hyphens: import-people.ts, seat-board.tsx.',
    planted: { 'renderer/screens/SeatBoard.tsx': '' },
    find: (files) =>
      files.flatMap((file) =>
        file.path
          .split('/')
          .every((part) =>
            /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|bench|spec|config|d))?(?:\.(?:ts|tsx|mjs|css))?$/.test(
              part,
            ),
          )
          ? []
          : [file.path],
      ),
  },
  {
    name: 'browser tests and the tour find nothing by a class',
    instead:
      'Find it as a person does: getByRole, getByLabel, getByText. What has no role and no name has a data-testid.',
    planted: { 'test/e2e/bad.spec.ts': "await page\n  .locator('section.card')\n  .first()\n  .click();" },
    find: (files) =>
      files
        .filter((file) => /^(?:test\/e2e|electron\/tour)\//.test(file.path))
        .flatMap((file) =>
          [...file.text.matchAll(/\blocator\(\s*(?:'[^'\n]*\.[a-z]|"[^"\n]*\.[a-z]|`[^`]*\.[a-z])/gi)].map(
            ([found]) => `${file.path} ${found}`,
          ),
        ),
  },
  {
    name: 'no types.ts, no utils, no helpers',
    instead: 'Features own their types and decisions: name the file after the idea.',
    planted: { 'core/orders/types.ts': '' },
    find: (files) =>
      files
        .map((file) => file.path)
        .filter((path) => /(?:^|\/)(?:types|utils?|helpers?|common|misc|models)(?:\/|\.tsx?$)/.test(path)),
  },
];
