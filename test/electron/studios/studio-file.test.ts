// A whole studio as one file (rule J1): what goes in comes out, and nothing else is taken.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { schemaVersion } from '../../../core/persistence/documents.ts';
import { packStudio, readStudioFile, studioFileName } from '../../../electron/studios/studio-file.ts';
import { openStudios } from '../../../electron/studios/studios.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'allinea-studio-file-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const own = { name: 'Studio Marchetti', kind: 'own' } as const;

/** A folder as the program writes it, with a sign-in that must stay on this computer. */
function studioFolder(): string {
  const place = join(folder, 'one');
  mkdirSync(join(place, 'browser'), { recursive: true });
  writeFileSync(join(place, 'workspace.json'), '{"document":{"seq":1}}');
  writeFileSync(join(place, 'journal-1.changes'), '{"seq":2}\n');
  writeFileSync(join(place, 'secrets.json'), '{"document":{"refresh":"x"}}');
  writeFileSync(join(place, 'log.jsonl'), 'log');
  return place;
}

type Content = { files: { name: string; text: string }[] } & Record<string, unknown>;
const bent = (packed: Buffer, bend: (content: Content) => void): Buffer => {
  const content = JSON.parse(gunzipSync(packed).toString('utf8')) as Content;
  bend(content);
  return gzipSync(JSON.stringify(content));
};

test('the documents and journals go in and come out; secrets, logs and the browser’s files do not', () => {
  const read = readStudioFile(packStudio(studioFolder(), own));
  expect(read).toEqual({
    ok: true,
    value: {
      ...own,
      files: [
        { name: 'journal-1.changes', text: '{"seq":2}\n' },
        { name: 'workspace.json', text: '{"document":{"seq":1}}' },
      ],
    },
  });
});

test.each<readonly [string, (content: Content) => void, object]>([
  [
    'a changed document',
    ({ files }) => {
      for (const file of files) file.text = file.text.replace('1', '7');
    },
    { reason: 'damaged-studio-file', file: 'workspace.json' },
  ],
  [
    'a file that would lie elsewhere',
    ({ files }) => {
      for (const file of files) file.name = '../../x.json';
    },
    { reason: 'no-studio-file' },
  ],
  [
    'a newer form',
    (content) => (content['schemaVersion'] = schemaVersion + 1),
    { reason: 'newer-studio-file' },
  ],
  ['another kind', (content) => (content['kind'] = 'shared'), { reason: 'no-studio-file' }],
  ['another format', (content) => (content['format'] = 'zip'), { reason: 'no-studio-file' }],
])('%s is refused', (_what, bend, error) => {
  expect(readStudioFile(bent(packStudio(studioFolder(), own), bend))).toEqual({ ok: false, error });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a text', Buffer.from('Cliente;Partita IVA')],
  ['half a file', gzipSync('{"format":"allinea-studio"}').subarray(0, 30)],
])('%s is no studio', (_what, bytes) => {
  expect(readStudioFile(bytes)).toEqual({ ok: false, error: { reason: 'no-studio-file' } });
});

test('a studio from a file gets a folder and a name of its own, and half a folder is no studio', async () => {
  const studios = openStudios(folder);
  studios.create('own', own.name);
  const read = readStudioFile(packStudio(studioFolder(), own));
  if (!read.ok) throw new Error(read.error.reason);
  expect(await studios.install(read.value)).toEqual({
    ok: true,
    value: { id: 'studio-marchetti-2', name: 'Studio Marchetti (2)', kind: 'own' },
  });
  expect(await studios.install(read.value)).toMatchObject({ value: { name: 'Studio Marchetti (3)' } });
  const place = studios.folderOf('studio-marchetti-2');
  expect(readdirSync(place).sort()).toEqual(['journal-1.changes', 'studio.json', 'workspace.json']);
  expect(readFileSync(join(place, 'journal-1.changes'), 'utf8')).toBe('{"seq":2}\n');
  // A crash between the first file and the last leaves a folder that no list shows, and that is replaced.
  mkdirSync(join(folder, 'studi', '.bruni.nuovo'));
  writeFileSync(join(folder, 'studi', '.bruni.nuovo', 'studio.json'), JSON.stringify(own));
  expect(studios.list().map(({ id }) => id)).not.toContain('.bruni.nuovo');
  expect(await studios.install({ ...read.value, name: 'Bruni' })).toMatchObject({ value: { id: 'bruni' } });
  expect(existsSync(join(folder, 'studi', '.bruni.nuovo'))).toBe(false);
});

test('a studio that was stopped while it was written leaves nothing', async () => {
  const studios = openStudios(folder);
  const read = readStudioFile(packStudio(studioFolder(), own));
  if (!read.ok) throw new Error(read.error.reason);
  const end = new AbortController();
  const shares: number[] = [];
  const done = (share: number): void => {
    shares.push(share);
    end.abort();
  };
  expect(await studios.install(read.value, { done, signal: end.signal })).toEqual({
    ok: false,
    error: { reason: 'stopped' },
  });
  expect([shares, studios.list(), readdirSync(join(folder, 'studi'))]).toEqual([[0.8], [], []]);
});

test('reading and packing say how far they are, and never less than before', () => {
  const shares: number[] = [];
  const done = (share: number): void => void shares.push(share);
  readStudioFile(packStudio(studioFolder(), own, done), done);
  expect(shares).toEqual([0.2, 0.8, 0.4, 0.6, 0.7, 0.8]);
});

test.each([
  ['Studio Marchetti', 'Studio Marchetti 2026-11-28.allinea'],
  ['Rossi / Bianchi: “soci”', 'Rossi Bianchi soci 2026-11-28.allinea'],
  ['...', '2026-11-28.allinea'],
])('the file of %s is called %s', (name, file) => {
  expect(studioFileName(name, '2026-11-28').trim()).toBe(file);
});
