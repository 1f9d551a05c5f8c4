// A studio file that somebody made to fill the memory: refused, and the program goes on.
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { runInThread } from '../../../electron/backups/run-in-thread.ts';
import { readInThread } from '../../../electron/studios/read-in-thread.ts';
import { readStudioFile } from '../../../electron/studios/studio-file.ts';

const tooLarge = { ok: false, error: { reason: 'studio-file-too-large' } };

/** A reader that is no file of the program. */
const reader = (code: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads';${code}`)}`,
  );
const limits = { megabytes: 24, ms: 60_000 };

test.each([
  ['zeros', () => gzipSync(Buffer.alloc(100_000_000))],
  [
    'a studio whose one file is blank',
    () =>
      gzipSync(
        `{"format":"allinea-studio","schemaVersion":1,"name":"x","kind":"own","files":[{"name":"workspace.json","sha256":"","text":"${' '.repeat(50_000_000)}"}]}`,
      ),
  ],
  ['a bomb in a bomb', () => gzipSync(gzipSync(Buffer.alloc(100_000_000, 65), { level: 1 }))],
])('%s: small on disk', (name, make) => {
  const bytes = make();
  expect(bytes.length).toBeLessThan(5_000_000);
  const read = readStudioFile(bytes);
  // What unpacks to another archive is no studio, and is not unpacked again.
  expect(read).toEqual(
    name === 'a bomb in a bomb' ? { ok: false, error: { reason: 'no-studio-file' } } : tooLarge,
  );
});

test('a studio of many repeated rows is read: it packs well, but not as well as a bomb', () => {
  const facts = Array.from({ length: 60_000 }, (_, index) => ({
    id: `0192f0c1-${index.toString(16).padStart(4, '0')}-7abc-8def-${(index * 7919).toString(16).padStart(12, '0')}`,
    about: `service-${index % 900}`,
    field: 'expiry',
    value: '2027-03-15',
    source: { kind: 'sheet', file: 'servizi.csv', row: index },
  }));
  const bytes = gzipSync(
    JSON.stringify({
      format: 'allinea-studio',
      schemaVersion: 1,
      name: 'x',
      kind: 'own',
      files: [{ name: 'workspace.json', sha256: 'x', text: JSON.stringify(facts) }],
    }),
  );
  expect(readStudioFile(bytes)).toEqual({
    ok: false,
    error: { reason: 'damaged-studio-file', file: 'workspace.json' },
  });
});

const wish = (length: number) => ({ bytes: new Uint8Array(length), passphrase: null });

test('a thread answers, and gets the bytes', async () => {
  const read = readInThread(
    reader('parentPort.postMessage({ ok: true, value: workerData.bytes.length })'),
    limits,
  );
  expect(await read(wish(7))).toEqual({ ok: true, value: 7 });
});

test('a thread out of memory is told as a file that is too large; the program goes on and reads the next', async () => {
  const hungry = reader('const kept = []; for (;;) kept.push(new Array(100_000).fill(0).map(() => ({})));');
  expect(await readInThread(hungry, limits)(wish(0))).toEqual(tooLarge);
  const next = readInThread(reader('parentPort.postMessage({ ok: true, value: 1 })'), limits);
  expect(await next(wish(0))).toEqual({ ok: true, value: 1 });
});

test('a thread that never answers is ended', async () => {
  const endless = readInThread(reader('for (;;);'), { ...limits, ms: 200 });
  expect(await endless(wish(0))).toEqual(tooLarge);
});

test('a thread that is stopped ends at once; until then it says how far it is', async () => {
  const end = new AbortController();
  const shares: number[] = [];
  const done = (share: number): void => {
    shares.push(share);
    end.abort();
  };
  const slow = readInThread(reader('parentPort.postMessage(0.4); for (;;);'), limits);
  expect(await slow(wish(0), { done, signal: end.signal })).toEqual({
    ok: false,
    error: { reason: 'stopped' },
  });
  expect(shares).toEqual([0.4]);
  const task = runInThread(reader('parentPort.postMessage(0.2); for (;;);'));
  const again = new AbortController();
  const watched = { done: () => again.abort(), signal: again.signal };
  const input = { folder: '', studio: { name: 'x', kind: 'own' }, passphrase: null } as const;
  const stopped = { ok: false, error: { code: 'stopped' } };
  // The second one waits for its turn, and never begins.
  expect(await Promise.all([task('pack', input, watched), task('pack', input, watched)])).toEqual([
    stopped,
    stopped,
  ]);
});

test.each([
  ['throws', 'throw Object.assign(new Error("x"), { code: "EACCES" });', 'EACCES'],
  ['ends without a word', '', 'exit'],
])('a thread that %s is told with its code', async (_, code, shown) => {
  expect(await readInThread(reader(code), limits)(wish(0))).toEqual({
    ok: false,
    error: { reason: 'studio-not-opened', code: shown },
  });
});
