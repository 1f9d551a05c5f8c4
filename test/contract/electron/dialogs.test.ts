// 5: the save dialog asks before it overwrites, and may be cancelled, in the stand-in too.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appId } from '../../../electron/before-ready.ts';
import { app } from '../../../electron/stand-in/application.ts';
import type { AskPerson } from '../../../electron/stand-in/ask-in-page.ts';
import { askForPath, dialog } from '../../../electron/stand-in/dialog.ts';

const folder = mkdtempSync(join(tmpdir(), 'allinea-dialog-'));
beforeAll(() => app.whenReady());
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const there = join(folder, 'a.pdf');
writeFileSync(there, 'old');

/** A person who answers in this order. */
function person(...answers: readonly (string | null)[]): {
  readonly ask: AskPerson;
  readonly asked: string[];
} {
  const asked: string[] = [];
  const left = [...answers];
  return {
    asked,
    ask: async (kind, _text, value) => {
      asked.push(value === undefined ? kind : `${kind} ${value.slice(folder.length + 1)}`);
      return left.shift() ?? null;
    },
  };
}
const safe = { defaultPath: 'a.pdf', properties: ['showOverwriteConfirmation'] };

test('a free name is suggested, and taken', async () => {
  const { ask, asked } = person(join(folder, 'a (2).pdf'));
  expect(await askForPath(ask, folder, safe)).toBe(join(folder, 'a (2).pdf'));
  expect(asked).toEqual(['prompt a (2).pdf']);
});

test('cancelling and an empty name save nothing', async () => {
  expect(await askForPath(person(null).ask, folder, safe)).toBeNull();
  expect(await askForPath(person('  ').ask, folder, safe)).toBeNull();
});

test('an existing file is overwritten only after a yes; a no asks for the name again', async () => {
  const { ask, asked } = person('a.pdf', null, 'a.pdf', 'yes');
  expect(await askForPath(ask, folder, safe)).toBe(there);
  expect(asked).toEqual(['prompt a (2).pdf', 'confirm', 'prompt a.pdf', 'confirm']);
});

test('without the property nobody is asked, as on Linux', async () => {
  const { ask, asked } = person('a.pdf');
  expect(await askForPath(ask, folder, { defaultPath: 'a.pdf' })).toBe(there);
  expect(asked).toHaveLength(1);
});

test('the name for Windows is the one of the installer', () => {
  expect(appId).toBe('it.allinea.desktop');
});

test('a message box without a window, or without a screen, answers as if it were cancelled', async () => {
  const question = { message: 'Scaricare?', buttons: ['Scarica', 'Non ora'], cancelId: 1 };
  expect(await dialog.showMessageBox(question)).toEqual({ response: 1, checkboxChecked: false });
});

test('a message box asks in the window: its first button is the yes', async () => {
  const asked: string[] = [];
  const window = (answer: string | null): object => ({
    ask: async (kind: string, text: string) => {
      asked.push(`${kind} ${text}`);
      return answer;
    },
  });
  const question = { message: 'Scaricare?', detail: 'Ora.', buttons: ['Scarica', 'Non ora'], cancelId: 1 };
  expect((await dialog.showMessageBox(window('yes'), question)).response).toBe(0);
  expect((await dialog.showMessageBox(window(null), question)).response).toBe(1);
  await dialog.showMessageBox(window(null), { message: 'Fatto.', buttons: ['OK'] });
  expect(asked).toEqual(['confirm Scaricare?\n\nOra.', 'confirm Scaricare?\n\nOra.', 'tell Fatto.\n\n']);
});
