// The kept end of a journal follows its name: somebody may remove the file or put another one in its place.
import { copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { endFile } from '../../electron/adapters/end-mark.ts';
import { simulatedDisk } from '../support/simulated-disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'allinea-end-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const end = (seq: number) => ({ seq, sum: 'a'.repeat(64), at: 1_790_000_000_000, first: null });
const seqOf = (file: string): number | undefined => endFile(file).read()[0]?.seq;

test.each<[string, (file: string) => void]>([
  ['is left alone', () => undefined],
  ['is removed', (file) => rmSync(file)],
  [
    'is replaced by an older copy',
    (file) => {
      copyFileSync(file, `${file}.old`);
      renameSync(`${file}.old`, file);
    },
  ],
  [
    'is moved away and an older copy takes its place',
    (file) => {
      renameSync(file, `${file}.away`);
      copyFileSync(`${file}.away`, file);
    },
  ],
  ['is written over', (file) => writeFileSync(file, 'damaged')],
])('if the file %s, the next end is in the file of that name', (what, attack) => {
  const file = join(folder, `${what.replaceAll(' ', '-')}.end`);
  const keeper = endFile(file);
  keeper.keep(end(1));
  keeper.keep(end(2));
  attack(file);
  keeper.keep(end(3));
  expect(seqOf(file)).toBe(3);
});

test('a simulated disk says the same as a real one', () => {
  const { disk } = simulatedDisk();
  const keeper = endFile('/a.end', disk);
  keeper.keep(end(1));
  disk.remove('/a.end');
  keeper.keep(end(2));
  expect(endFile('/a.end', disk).read()[0]?.seq).toBe(2);
});
