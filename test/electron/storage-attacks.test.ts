// What a sync tool, a restore or a bad disk does to a studio's folder, on real files. Each attack once lost
// confirmed commands, or took wrong ones, without a word.
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WorkspaceDocument } from '../../core/persistence/documents.ts';
import type { WorkspaceStore } from '../../core/persistence/workspace-store.ts';
import { endFile, endFiles } from '../../electron/adapters/end-mark.ts';
import { openDocument } from '../../electron/adapters/document-store.ts';
import { openLines } from '../../electron/adapters/line-file.ts';
import { person } from '../support/samples.ts';
import { openStore } from '../support/workspace-files.ts';

let root = '';
let folder = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'allinea-attacks-'));
  folder = join(root, 'studio');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A start of the program. Starting again without an end is a kill. */
const start = (): WorkspaceStore =>
  openStore({
    workspace: openDocument<WorkspaceDocument>(folder, 'workspace'),
    backup: openDocument<WorkspaceDocument>(folder, 'workspace-backup'),
    journal: [openLines(join(folder, 'journal-1.changes')), openLines(join(folder, 'journal-2.changes'))],
    end: endFiles(endFile(join(folder, 'journal.end')), endFile(join(root, 'ends', 'studio.end'))),
  });

function add(store: WorkspaceStore, from: number, to: number): void {
  for (let n = from; n <= to; n += 1)
    store.commit([{ table: 'people', id: `p${n}`, value: person(`p${n}`) }]);
}
const peopleIn = (store: WorkspaceStore): number => store.tables.people.size;
const journal = (n: 1 | 2): string => join(folder, `journal-${n}.changes`);
function bothJournals(attack: (file: string) => void): void {
  for (const file of [journal(1), journal(2)]) attack(file);
}
/** The journal that is being written. */
const active = (): string =>
  [journal(1), journal(2)].find((file) => existsSync(file) && readFileSync(file).length > 0) ?? '';
const told = (store: WorkspaceStore) =>
  store.recoveries.map(({ document, recovery, missing, last }) => ({
    is: `${document} ${recovery}`,
    missing,
    last: last?.seq ?? null,
  }));

describe('L1: the journal is replaced while the program runs', () => {
  test.each<[string, () => void]>([
    [
      'a copy is renamed over it',
      () => {
        copyFileSync(active(), join(folder, 'b'));
        renameSync(join(folder, 'b'), active());
      },
    ],
    ['it is removed', () => rmSync(active())],
    ['the folder is removed', () => rmSync(folder, { recursive: true })],
    ['it is emptied', () => writeFileSync(active(), '')],
  ])('%s: 50 of 50 commands confirmed after it are there after a kill, and it is told', (_what, attack) => {
    const store = start();
    add(store, 1, 10);
    attack();
    let heard = 0;
    store.onRecovery(() => {
      heard += 1;
    });
    add(store, 11, 60);
    expect(heard).toBe(1);
    expect(told(store)).toEqual([{ is: 'journal written-anew', missing: null, last: 10 }]);
    const next = start();
    expect(peopleIn(next)).toBe(60);
    // The next start tells it too, in case nobody has read it.
    expect(told(next)).toEqual([{ is: 'journal written-anew', missing: null, last: 10 }]);
    next.checkpoint();
  });

  test('a replaced journal that could be read is kept', () => {
    const store = start();
    add(store, 1, 10);
    const other = 'the lines of somebody else\n';
    writeFileSync(join(folder, 'b'), other);
    renameSync(join(folder, 'b'), active());
    add(store, 11, 11);
    const kept = readdirSync(folder).filter((name) => name.includes('.put-back-'));
    expect(kept.map((name) => readFileSync(join(folder, name), 'utf8'))).toContain(other);
  });

  test('also right before a checkpoint', () => {
    const store = start();
    add(store, 1, 3);
    store.checkpoint();
    add(store, 4, 6);
    rmSync(journal(1), { force: true });
    writeFileSync(journal(1), 'somebody\n');
    store.checkpoint();
    add(store, 7, 9);
    expect(peopleIn(start())).toBe(9);
  });
});

describe('L2: an older workspace.json is put back', () => {
  function withOlder(): Buffer {
    const store = start();
    add(store, 1, 20);
    store.checkpoint();
    const older = readFileSync(join(folder, 'workspace.json'));
    add(store, 21, 40);
    store.checkpoint();
    add(store, 41, 60);
    store.checkpoint();
    add(store, 61, 65);
    return older;
  }

  test('before the start: the newer backup wins, nothing is lost, the older one is kept', () => {
    const older = withOlder();
    writeFileSync(join(folder, 'workspace.json'), older);
    const store = start();
    expect(peopleIn(store)).toBe(65);
    expect(told(store)).toEqual([{ is: 'workspace newer', missing: null, last: 65 }]);
    const aside = store.recoveries[0]?.movedTo ?? '';
    expect(readFileSync(join(folder, aside))).toEqual(older);
    add(store, 66, 66);
    store.checkpoint();
    expect([peopleIn(start()), readFileSync(join(folder, aside)).equals(older)]).toEqual([66, true]);
  });

  test('while the program runs: kept, told, and nothing is lost', () => {
    const older = withOlder();
    const store = start();
    rmSync(join(folder, 'workspace.json'));
    writeFileSync(join(folder, 'workspace.json'), older);
    add(store, 66, 66);
    store.checkpoint();
    expect(told(store)).toEqual([{ is: 'workspace written-anew', missing: null, last: 66 }]);
    expect(readFileSync(join(folder, store.recoveries[0]?.movedTo ?? ''))).toEqual(older);
    expect(peopleIn(start())).toBe(66);
  });

  test('both checkpoints older than the journals: what is missing is told, with its numbers', () => {
    const older = withOlder();
    for (const name of ['workspace.json', 'workspace-backup.json']) writeFileSync(join(folder, name), older);
    const before = readdirSync(folder).toSorted();
    const store = start();
    expect(peopleIn(store)).toBe(20);
    expect(told(store)).toEqual([{ is: 'journal readable-part', missing: { from: 21, to: 65 }, last: 20 }]);
    // A sync tool may still bring the rest: nothing is written before the person goes on.
    expect(readdirSync(folder).toSorted()).toEqual(before);
    store.checkpoint();
    expect(told(start())).toEqual(told(store));
    add(store, 100, 100);
    expect(told(store)[0]?.missing).toEqual({ from: 21, to: 65 });
    const kept = (store.recoveries[0]?.movedTo ?? '')
      .split(', ')
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(kept.join('')).toContain('"id":"p65"');
  });
});

describe('L4: missing, emptied or shortened journals', () => {
  function work(): void {
    const store = start();
    add(store, 1, 5);
    store.checkpoint();
    add(store, 6, 25);
  }
  const missing = { from: 6, to: 25 };
  test.each<[string, () => void, { readonly from: number; readonly to: number }, number]>([
    ['both are removed', () => bothJournals((file) => rmSync(file)), missing, 5],
    ['both are emptied', () => bothJournals((file) => writeFileSync(file, '')), missing, 5],
    [
      'the last lines are cut off',
      () => {
        const lines = readFileSync(journal(2), 'utf8').split('\n');
        writeFileSync(journal(2), `${lines.slice(0, 12).join('\n')}\n`);
      },
      { from: 18, to: 25 },
      17,
    ],
    [
      'a line in the middle is taken out',
      () => {
        const lines = readFileSync(journal(2), 'utf8').split('\n');
        writeFileSync(journal(2), lines.toSpliced(4, 1).join('\n'));
      },
      { from: 10, to: 25 },
      9,
    ],
    [
      'a figure in a line is changed',
      () => writeFileSync(journal(2), readFileSync(journal(2), 'utf8').replace('"id":"p10"', '"id":"q10"')),
      { from: 10, to: 25 },
      9,
    ],
  ])('%s: told with the numbers that are missing', (_what, attack, gone, last) => {
    work();
    attack();
    const store = start();
    expect(told(store)).toEqual([{ is: 'journal readable-part', missing: gone, last }]);
    expect(peopleIn(store)).toBe(last);
    expect(store.recoveries[0]?.last?.at).toBeGreaterThan(0);
    // Work goes on.
    add(store, 200, 201);
    expect(peopleIn(start())).toBe(last + 2);
  });

  test('two lines with one number: the longer history counts, and it is told', () => {
    work();
    const copy = mkdtempSync(join(root, 'other-'));
    cpSync(folder, copy, { recursive: true });
    const store = start();
    add(store, 26, 28);
    const mine = readFileSync(journal(2), 'utf8');
    rmSync(folder, { recursive: true });
    cpSync(copy, folder, { recursive: true });
    add(start(), 300, 300);
    const theirs = readFileSync(journal(2), 'utf8').trimEnd().split('\n').at(-1) ?? '';
    writeFileSync(journal(2), `${mine}${theirs}\n`);
    const both = start();
    expect(told(both)).toEqual([{ is: 'journal fork', missing: null, last: 28 }]);
    expect(both.recoveries[0]?.detail).toBe('fork');
    expect(peopleIn(both)).toBe(28);
  });

  test('a journal with other commands of the same numbers is put back: what this computer confirmed is told', () => {
    work();
    const [copy, theirs] = [join(root, 'before-theirs'), join(root, 'theirs')];
    cpSync(folder, copy, { recursive: true });
    add(start(), 300, 305);
    cpSync(folder, theirs, { recursive: true });
    rmSync(folder, { recursive: true });
    cpSync(copy, folder, { recursive: true });
    add(start(), 26, 28);
    for (const file of [journal(1), journal(2)]) rmSync(file, { force: true });
    for (const name of ['journal-1.changes', 'journal-2.changes'])
      if (existsSync(join(theirs, name))) cpSync(join(theirs, name), join(folder, name));
    const store = start();
    const [notice] = told(store);
    expect(notice).toMatchObject({ is: 'journal fork', last: 31 });
    expect(notice?.missing?.to).toBe(28);
    expect(notice?.missing?.from).toBeLessThanOrEqual(26);
  });

  test('lines that were told as missing are put back after others took their numbers: all those are told', () => {
    work();
    add(start(), 26, 29);
    const older = mkdtempSync(join(root, 'older-'));
    cpSync(folder, older, { recursive: true });
    bothJournals((file) => rmSync(file, { force: true }));
    const without = start();
    expect(told(without)[0]?.missing?.to).toBe(29);
    const [last, now] = [told(without)[0]?.last ?? 0, peopleIn(without)];
    add(without, 300, 305 + 29 - last);
    bothJournals((file) => rmSync(file, { force: true }));
    for (const n of [1, 2] as const)
      if (existsSync(join(older, `journal-${n}.changes`)))
        copyFileSync(join(older, `journal-${n}.changes`), journal(n));
    const store = start();
    expect(told(store)).toEqual([{ is: 'journal fork', missing: { from: last + 1, to: 35 }, last: 29 }]);
    expect([now, peopleIn(store)]).toEqual([last, 29]);
  });

  test('the whole studio is put back from an older copy: this computer still knows the end', () => {
    work();
    const copy = join(root, 'copy');
    cpSync(folder, copy, { recursive: true });
    add(start(), 26, 30);
    rmSync(folder, { recursive: true });
    cpSync(copy, folder, { recursive: true });
    expect(told(start())).toEqual([{ is: 'journal readable-part', missing: { from: 26, to: 30 }, last: 25 }]);
  });
});

test('M1: a price changed on disk is not taken: the backup and the journal give the right one', () => {
  const store = start();
  add(store, 1, 3);
  store.checkpoint();
  add(store, 4, 5);
  store.checkpoint();
  const file = join(folder, 'workspace.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"id":"p2"', '"id":"q2"'));
  const next = start();
  expect(told(next)).toEqual([{ is: 'workspace backup', missing: null, last: 5 }]);
  expect([next.tables.people.has('p2'), peopleIn(next)]).toEqual([true, 5]);
});
