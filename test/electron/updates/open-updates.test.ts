// Updates in the program: the dialogs of the fake Electron, and the pages and the desk that stop them.
import { BrowserWindow, type MessageBoxOptions } from 'electron';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DeskApplication } from '../../../electron/application.ts';
import { openUpdates } from '../../../electron/updates/open-updates.ts';
import { askedDesk } from '../../support/asked-desk.ts';
import { quietLog } from '../../support/counting-ids.ts';
import { enter, messageBoxes, type BrowserWindow as FakeWindow } from '../../support/fake-electron.ts';

beforeEach(() => {
  enter('ready');
  messageBoxes.answers.length = 0;
  messageBoxes.shown.length = 0;
});

type OpenDesk = Pick<DeskApplication, 'ask' | 'looks'>;

const desk = (language: 'it' | 'en', outbox: readonly string[] = []): OpenDesk =>
  askedDesk(
    () =>
      ({
        workspace: {
          firm: new Map([['firm', { language }]]),
          sharedStudio: new Map(),
          outbox: new Map(outbox.map((state, index) => [String(index), { state }])),
        },
      }) as never,
  );

/** Looks for updates over a page that answers so. */
async function look(opened: OpenDesk | null, page: () => unknown): Promise<number> {
  const window = new BrowserWindow();
  (window as unknown as FakeWindow).webContents.answers = page;
  let installs = 0;
  const updates = openUpdates({
    kind: 'installed',
    openFeed: async () => ({
      check: async () => '0.2.0',
      download: async () => undefined,
      install: () => void (installs += 1),
    }),
    windows: () => [window],
    endWith: (last) => last(),
    log: quietLog,
  });
  if (opened !== null) updates.follow(opened);
  await updates.look();
  window.destroy();
  return installs;
}

const calm = (): boolean => false;
const messages = (): readonly string[] => messageBoxes.shown.map(({ message }) => message);

test('two questions in the language of the desk; Return and Escape change nothing', async () => {
  expect(await look(desk('en'), calm)).toBe(1);
  expect(messages()).toEqual([
    'Version 0.2.0 of Allinea is there. Download it?',
    'Version 0.2.0 is ready. Close Allinea and install it?',
  ]);
  const safe: MessageBoxOptions[] = messageBoxes.shown;
  expect(safe.map(({ defaultId, cancelId }) => [defaultId, cancelId])).toEqual([
    [1, 1],
    [1, 1],
  ]);
  messageBoxes.answers.push(0, 1);
  expect(await look(desk('it'), calm)).toBe(0);
});

test('without a studio the words are Italian', async () => {
  expect(await look(null, calm)).toBe(1);
  expect(messages()[0]).toContain('Scaricarla?');
});

describe('nothing is installed, and the person is told', () => {
  const stopped = 'La versione 0.2.0 è pronta, ma non ora.';
  test.each([
    ['a page asks something', () => true, desk('it')],
    ['a page does not answer', () => Promise.reject(new Error('gone')), desk('it')],
    ['a command is on its way to Aruba', calm, desk('it', ['queued', 'sending'])],
  ])('while %s', async (_, page, opened) => {
    expect(await look(opened, page)).toBe(0);
    expect(messages().at(-1)).toBe(stopped);
  });

  test('but a command that only waits for its turn stops nothing', async () => {
    expect(await look(desk('it', ['queued']), calm)).toBe(1);
  });
});
