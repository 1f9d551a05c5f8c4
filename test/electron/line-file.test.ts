import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { FileReplaced } from '../../core/ports.ts';
import { openLines } from '../../electron/adapters/line-file.ts';
import { nodeDisk } from '../../electron/adapters/node-disk.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-lines-'));
  folders.push(folder);
  return join(folder, 'vendor.changes');
}

const clock = { now: () => 1_795_000_000_000 };
const open = (file: string) => openLines(file, clock);

test('no file is no lines, and reading makes none', () => {
  const file = place();
  expect(open(file).read()).toEqual({ ok: true, value: [] });
  expect(readdirSync(join(file, '..'))).toEqual([]);
});

test('each line is in the file when append returns, for a later start to read', () => {
  const file = place();
  const lines = open(file);
  for (const line of ['{"a":1}', 'perché no', '']) lines.append(line);
  expect(readFileSync(file, 'utf8')).toBe('{"a":1}\nperché no\n\n');
  expect(lines.bytes).toBe(Buffer.byteLength('{"a":1}\nperché no\n\n'));
  expect(open(file).read()).toEqual({ ok: true, value: ['{"a":1}', 'perché no', ''] });
  expect(statSync(file).mode & 0o777).toBe(
    process.platform === 'win32' ? statSync(file).mode & 0o777 : 0o600,
  );
});

test('a torn last line is left out, and the next one does not grow onto it', () => {
  const file = place();
  open(file).append('first');
  appendFileSync(file, 'x'.repeat(200));
  const again = open(file);
  expect(again.read()).toEqual({ ok: true, value: ['first'] });
  again.append('second');
  expect(readFileSync(file, 'utf8')).toBe('first\nsecond\n');
  expect(open(file).read()).toEqual({ ok: true, value: ['first', 'second'] });
});

test('appending without reading first goes on at the end', () => {
  const file = place();
  open(file).append('first');
  open(file).append('second');
  expect(open(file).read()).toEqual({ ok: true, value: ['first', 'second'] });
});

test('cleared there is nothing, and writing goes on', () => {
  const file = place();
  const lines = open(file);
  lines.append('first');
  lines.clear();
  expect([lines.bytes, lines.read()]).toEqual([0, { ok: true, value: [] }]);
  lines.append('second');
  expect(readFileSync(file, 'utf8')).toBe('second\n');
});

// The disk writes a line's sectors in any order. A power failure may leave some of them, and zeros elsewhere.
test.each<[string, (line: Buffer) => void]>([
  ['its start', (line) => line.fill(0, 512)],
  ['its end', (line) => line.fill(0, 0, 512)],
  ['its start and its end', (line) => line.fill(0, 512, 1024)],
  ['its middle', (line) => line.fill(0, 0, 512).fill(0, 1024)],
  ['nothing', (line) => line.fill(0)],
])('of a line that a power failure interrupted there is %s: it is no line', (_what, loses) => {
  const file = place();
  open(file).append('first');
  open(file).append('x'.repeat(1_500));
  const torn = readFileSync(file);
  loses(torn.subarray(6));
  writeFileSync(file, torn);
  const again = open(file);
  expect(again.read()).toEqual({ ok: true, value: ['first'] });
  again.append('second');
  expect(readFileSync(file, 'utf8')).toBe('first\nsecond\n');
  expect(open(file).read()).toEqual({ ok: true, value: ['first', 'second'] });
});

test('zeros before the last line are damage that is shown, not an end', () => {
  const file = place();
  const lines = open(file);
  for (const line of ['first', 'second', 'third']) lines.append(line);
  writeFileSync(file, readFileSync(file, 'utf8').replace('second', '\0'.repeat(6)));
  expect(open(file).read()).toEqual({ ok: true, value: ['first', '\0'.repeat(6), 'third'] });
});

test('moved aside byte for byte, and a new file begins', () => {
  const file = place();
  writeFileSync(file, 'not what it should be\n');
  const lines = open(file);
  lines.read();
  const aside = lines.moveAside();
  expect(aside).toBe('vendor.changes.damaged-2026-11-18T11-06-40-000Z');
  expect(readFileSync(join(file, '..', aside ?? ''), 'utf8')).toBe('not what it should be\n');
  expect(lines.moveAside()).toBeUndefined();
  lines.append('new');
  expect(open(file).read()).toEqual({ ok: true, value: ['new'] });
});

test('what cannot be read is said, and append throws', () => {
  const file = place();
  mkdirSync(file);
  expect(open(file).read()).toEqual({ ok: false, error: { reason: 'unreadable' } });
  expect(() => open(file).append('line')).toThrow();
});

describe('L1: somebody else touches the file while the program runs', () => {
  const attacks: readonly (readonly [string, (file: string) => void])[] = [
    [
      'a copy is renamed over it',
      (file) => {
        copyFileSync(file, `${file}.copy`);
        renameSync(`${file}.copy`, file);
      },
    ],
    ['it is removed', (file) => rmSync(file)],
    ['its folder is removed', (file) => rmSync(dirname(file), { recursive: true })],
    ['it is emptied', (file) => writeFileSync(file, '')],
    ['an older content is written into it', (file) => writeFileSync(file, 'first\n')],
    ['other content of the same length is written into it', (file) => writeFileSync(file, 'FIRST\nSECOND\n')],
    ['another writer adds a line', (file) => appendFileSync(file, 'third\n')],
  ];
  test.each(attacks)('%s: the next line is refused, and none is lost without a word', (_what, attack) => {
    const file = place();
    const lines = open(file);
    lines.append('first');
    lines.append('second');
    attack(file);
    expect(() => lines.append('third')).toThrow(FileReplaced);
    // Only a new file takes lines again.
    expect(() => lines.append('third')).toThrow(FileReplaced);
    lines.moveAside('put-back');
    lines.append('third');
    expect(open(file).read()).toEqual({ ok: true, value: ['third'] });
  });

  test('also between the reading at the start and the first line', () => {
    const file = place();
    open(file).append('first');
    const lines = open(file);
    lines.read();
    writeFileSync(file, 'older\n');
    expect(() => lines.append('second')).toThrow(FileReplaced);
    expect(readFileSync(file, 'utf8')).toBe('older\n');
  });

  test.each<[string, (file: string) => void]>([
    ['emptied', (file) => writeFileSync(file, '')],
    [
      'replaced by an empty file',
      (file) => {
        writeFileSync(`${file}.b`, '');
        renameSync(`${file}.b`, file);
      },
    ],
  ])('also %s in the moment between the last look and opening it', (_what, attack) => {
    const file = place();
    open(file).append('one');
    const lines = openLines(file, {
      ...clock,
      disk: {
        ...nodeDisk,
        open(path) {
          attack(path);
          return nodeDisk.open(path);
        },
      },
    });
    lines.read();
    expect(() => lines.append('two')).toThrow(FileReplaced);
    expect(readFileSync(file, 'utf8')).toBe('');
  });

  test('clearing refuses too', () => {
    const file = place();
    const lines = open(file);
    lines.append('first');
    writeFileSync(file, 'of somebody else\n');
    expect(() => lines.clear()).toThrow(FileReplaced);
    expect(readFileSync(file, 'utf8')).toBe('of somebody else\n');
  });
});
