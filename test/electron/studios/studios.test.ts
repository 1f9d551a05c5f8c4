// The studios of a data folder: one folder each, never converted, never deleted (rule J1).
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStudios, wantedStudio } from '../../../electron/studios/studios.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'allinea-studios-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('an empty folder has no studio, and nobody is asked for one in vain', () => {
  const studios = openStudios(folder);
  expect([studios.list(), studios.last(), wantedStudio(studios, null)]).toEqual([
    [],
    null,
    { ok: true, value: null },
  ]);
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder of an older version is the sample, where its documents lie', () => {
  writeFileSync(join(folder, 'workspace.json'), '{}');
  const studios = openStudios(folder);
  expect(studios.list()).toEqual([{ id: 'esempio', name: 'Studio di esempio', kind: 'sample' }]);
  expect(studios.folderOf('esempio')).toBe(folder);
  expect(wantedStudio(studios, null)).toEqual({ ok: true, value: 'esempio' });
  expect(studios.remove('esempio', 1)).toMatchObject({ error: { reason: 'old-folder' } });
});

test('each studio has a folder that people recognise, and a name of its own', () => {
  const studios = openStudios(folder);
  expect(studios.create('own', 'Studio Perù & Figli')).toMatchObject({ value: { id: 'studio-peru-figli' } });
  expect(studios.create('own', 'studio perù & figli')).toMatchObject({ error: { reason: 'studio-exists' } });
  expect(studios.create('own', 'Studio Peru Figli')).toMatchObject({ value: { id: 'studio-peru-figli-2' } });
  expect(studios.create('own', '../..')).toMatchObject({ value: { id: 'studio' } });
  expect(studios.create('own', 'Esempio')).toMatchObject({ value: { id: 'esempio-1', kind: 'own' } });
  expect(studios.create('sample', 'x')).toMatchObject({ value: { id: 'esempio', kind: 'sample' } });
  expect(studios.create('sample', 'y')).toMatchObject({ value: { id: 'esempio', name: 'x' } });
  expect(readdirSync(join(folder, 'studi')).length).toBe(5);
});

test('a studio that is taken off the list is moved aside, with everything in it', () => {
  const studios = openStudios(folder);
  studios.create('own', 'Alba');
  writeFileSync(join(studios.folderOf('alba'), 'workspace.json'), 'all of it');
  studios.remember('alba');
  expect(studios.last()).toBe('alba');
  expect(studios.remove('alba', 7).ok).toBe(true);
  expect([studios.list(), studios.last()]).toEqual([[], null]);
  expect(existsSync(join(folder, 'studi-rimossi', 'alba-7', 'workspace.json'))).toBe(true);
});

test('the studios that were opened, the last one first, at the next start too; those that are gone are not', () => {
  let changes = 0;
  const studios = openStudios(folder, () => (changes += 1));
  for (const name of ['Alba', 'Bosco', 'Colle', 'Duna']) studios.create('own', name);
  expect([studios.recent(), changes]).toEqual([[], 0]);
  for (const id of ['alba', 'bosco', 'colle', 'alba']) studios.remember(id);
  const names = () =>
    openStudios(folder)
      .recent()
      .map(({ name }) => name);
  expect([names(), changes]).toEqual([['Alba', 'Colle', 'Bosco'], 4]);
  studios.remove('colle', 7);
  expect([names(), changes]).toEqual([['Alba', 'Bosco'], 5]);
  // As older versions wrote it.
  writeFileSync(join(folder, 'ultimo-studio.json'), '{"id":"duna"}');
  expect([names(), studios.last()]).toEqual([['Duna'], 'duna']);
});

test('a folder without a readable card is no studio, and stays as it is', () => {
  mkdirSync(join(folder, 'studi', 'altro'), { recursive: true });
  writeFileSync(join(folder, 'studi', 'altro', 'studio.json'), '{"name":1}');
  expect(openStudios(folder).list()).toEqual([]);
  expect(readdirSync(join(folder, 'studi', 'altro'))).toEqual(['studio.json']);
});

test('--studio takes an id or a name; the sample is made; any other name is refused with those that are there', () => {
  const studios = openStudios(folder);
  studios.create('own', 'Alba');
  expect(wantedStudio(studios, 'ALBA')).toEqual({ ok: true, value: 'alba' });
  expect(wantedStudio(studios, 'Bruni')).toMatchObject({ ok: false, error: expect.stringContaining('Alba') });
  expect(wantedStudio(studios, 'esempio')).toEqual({ ok: true, value: 'esempio' });
});
