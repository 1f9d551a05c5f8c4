// A studio's folder for reading only: nothing of it is ever written.
import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyFolder } from '../../../electron/studios/copied-folder.ts';
import { openDocument } from '../../../electron/adapters/document-store.ts';
import { openLines } from '../../../electron/adapters/line-file.ts';
import { fakeClock } from '../../support/fake-clock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'allinea-copied-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const picture = (): unknown =>
  readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8'), statSync(join(folder, name)).mtimeMs]);

test('reads what is there, keeps what is written in memory, and leaves the folder as it is', () => {
  openDocument<object>(folder, 'workspace', { writer: { program: 'program 1', version: '1' } }).write({
    n: 1,
  });
  const journal = openLines(join(folder, 'journal-1.changes'), fakeClock());
  journal.append('one');
  journal.append('two');
  const before = picture();
  const { store, lines } = copyFolder(folder, { program: 'program 1' });
  const [workspace, copied] = [store<object>('workspace'), lines('journal-1')];
  expect([workspace.read(), workspace.isOwn?.()]).toEqual([{ ok: true, value: { n: 1 } }, true]);
  expect([copied.read(), copied.bytes]).toEqual([{ ok: true, value: ['one', 'two'] }, 8]);
  workspace.write({ n: 2 });
  copied.append('three');
  copied.clear();
  copied.append('four');
  expect([workspace.read(), copied.read()]).toEqual([
    { ok: true, value: { n: 2 } },
    { ok: true, value: ['four'] },
  ]);
  expect([workspace.moveAside(), copied.moveAside()]).toEqual([null, undefined]);
  expect(picture()).toEqual(before);
});

test('a folder without documents is empty; secrets and the simulator are not copied', () => {
  writeFileSync(join(folder, 'secrets.json'), '{"document":{"refresh-token":"x"}}');
  const { store, lines } = copyFolder(folder);
  expect([store('workspace').read(), store('secrets').read(), lines('journal-2').read()]).toEqual([
    { ok: true, value: undefined },
    { ok: true, value: undefined },
    { ok: true, value: [] },
  ]);
  expect(() => copyFolder(join(folder, 'nowhere'))).toThrow('folder-never-calm');
});

test('a damaged document is said', () => {
  writeFileSync(join(folder, 'workspace.json'), '{"docum');
  expect(copyFolder(folder).store('workspace').read()).toEqual({
    ok: false,
    error: { reason: 'unreadable', detail: 'not-json' },
  });
});

test('a last line without its end is left out', () => {
  writeFileSync(join(folder, 'journal-1.changes'), 'one\ntw');
  expect(copyFolder(folder).lines('journal-1').read()).toEqual({ ok: true, value: ['one'] });
});

test('files that change while they are read are read again, all of them', () => {
  const put = (name: string, n: number): void => {
    writeFileSync(join(folder, 'next'), `{"document":{"schemaVersion":3,"n":${n}}}`);
    renameSync(join(folder, 'next'), join(folder, name));
  };
  put('workspace.json', 1);
  put('workspace-backup.json', 1);
  let reads = 0;
  const { store } = copyFolder(folder, {
    readFile(path) {
      reads += 1;
      const bytes = readFileSync(path);
      // The holder writes a checkpoint between the two documents.
      if (reads === 1) {
        put('workspace.json', 2);
        put('workspace-backup.json', 2);
      }
      return bytes;
    },
  });
  expect([store('workspace').read(), store('workspace-backup').read(), reads]).toEqual([
    { ok: true, value: { schemaVersion: 3, n: 2 } },
    { ok: true, value: { schemaVersion: 3, n: 2 } },
    4,
  ]);
  let n = 2;
  const always = (path: string): Buffer => {
    put('workspace.json', (n += 1));
    return readFileSync(path);
  };
  expect(() => copyFolder(folder, { readFile: always })).toThrow('folder-never-calm');
});
