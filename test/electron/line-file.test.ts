import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openLines } from '../../electron/adapters/line-file.ts';

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

test('moved aside byte for byte, and a new file begins', () => {
  const file = place();
  writeFileSync(file, 'not what it should be\n');
  const lines = open(file);
  lines.read();
  const aside = lines.moveAside();
  expect(aside).toBe('vendor.changes.damaged-1795000000000');
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
