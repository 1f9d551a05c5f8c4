// Files that the person chooses are written whole or not at all. A failed write keeps the old content.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { chosenText } from '../../electron/adapters/chosen-text.ts';
import { choosePath, saveFile, showFile } from '../../electron/adapters/files.ts';
import { saveDialog, shown } from '../support/fake-electron.ts';

const folder = mkdtempSync(join(tmpdir(), 'allinea-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('is saved where the person says, or not at all', async () => {
  saveDialog.path = '';
  expect(await saveFile('a.csv', 'a', 'utf8')).toEqual({ ok: true, value: null });
  expect(await choosePath('a.ics')).toBeNull();
  saveDialog.path = join(folder, 'a.csv');
  expect(await saveFile('a.csv', 'YQ==', 'base64')).toEqual({ ok: true, value: { path: saveDialog.path } });
  expect(readFileSync(saveDialog.path, 'utf8')).toBe('a');
  saveDialog.path = join(folder, 'no', 'a.csv');
  expect(await saveFile('a.csv', 'a', 'utf8')).toEqual({
    ok: false,
    error: { reason: 'not-written', code: 'ENOENT' },
  });
});

test('a long content is written in pieces, and no letter is torn between two of them', async () => {
  saveDialog.path = join(folder, 'long.ics');
  const million = 2 ** 20;
  for (const before of [million - 2, million - 1, million, 2 * million - 1]) {
    const long = `${'è'.repeat(before)}😀${'x'.repeat(million)}`;
    await saveFile('long.ics', long, 'utf8');
    expect(readFileSync(saveDialog.path, 'utf8') === long).toBe(true);
  }
  const bytes = Buffer.alloc(2 * million + 1, 'abc');
  await saveFile('long.zip', bytes.toString('base64'), 'base64');
  expect(readFileSync(saveDialog.path).equals(bytes)).toBe(true);
  await saveFile('empty.csv', '', 'utf8');
  expect(readFileSync(saveDialog.path, 'utf8')).toBe('');
  rmSync(saveDialog.path);
});

test('the file that is written again is read back, and a folder that is gone is told', () => {
  const path = join(folder, 'b.ics');
  expect(chosenText.read(path)).toBeUndefined();
  expect(chosenText.write(path, 'è')).toEqual({ ok: true, value: null });
  expect(chosenText.read(path)).toBe('è');
  expect(chosenText.write(join(folder, 'no', 'b.ics'), 'x')).toEqual({
    ok: false,
    error: { code: 'ENOENT' },
  });
  // A folder stands in its place. No partial file is left beside it.
  expect(chosenText.write(folder, 'x').ok).toBe(false);
  writeFileSync(path, 'old');
  expect(existsSync(`${path}.parte`)).toBe(false);
  expect(readdirSync(folder).toSorted()).toEqual(['a.csv', 'b.ics']);
});

test('a file that was saved is shown in its folder; one that is gone, or that nobody saved, is not', async () => {
  const notThere = { ok: false, error: { reason: 'not-there' } };
  const path = join(folder, 'c.csv');
  const other = join(folder, 'passwords.txt');
  writeFileSync(other, 'secret');
  saveDialog.path = path;
  await saveFile('c.csv', 'c', 'utf8');
  expect(await showFile(path)).toEqual({ ok: true, value: null });
  expect(await showFile(other)).toEqual(notThere);
  expect(await showFile(folder)).toEqual(notThere);
  rmSync(path);
  expect(await showFile(path)).toEqual(notThere);
  expect(shown).toEqual([path]);
});
