import { describe, expect, test } from 'vitest';
import { NewerData } from '../../../core/persistence/documents.ts';
import { Crash, memoryDisk } from '../../support/crashing-disk.ts';
import {
  damage,
  damageJournal,
  garbage,
  openOn,
  workUntilCrash,
  type Work,
} from '../../support/workspace-bench.ts';
import { person } from '../../support/samples.ts';

const add = (id: string): Work => ({ kind: 'commit', changes: [{ table: 'people', id, value: person(id) }] });
const checkpoint: Work = { kind: 'checkpoint' };

function diskAfter(...work: readonly Work[]) {
  const disk = memoryDisk();
  workUntilCrash(disk.start(), work);
  return disk;
}

const peopleOn = (disk: ReturnType<typeof memoryDisk>): readonly string[] => [
  ...openOn(disk.start()).tables.people.keys(),
];
const journalOn = (disk: ReturnType<typeof memoryDisk>): string =>
  disk.lineFile('journal-1').text + disk.lineFile('journal-2').text;
const textsOf = (disk: ReturnType<typeof memoryDisk>) => [
  ...['workspace', 'workspace-backup'].map((name) => disk.file(name).text),
  journalOn(disk),
];
const recoveriesOf = (store: ReturnType<typeof openOn>) =>
  store.recoveries.map(({ document, recovery }) => `${document} ${recovery}`);

describe('what cannot be read is moved aside and told', () => {
  test('the checkpoint is garbage: backup and journal give the same, nothing is lost', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'), checkpoint, add('c'));
    damage(disk, 'workspace');
    const store = openOn(disk.start());
    expect([...store.tables.people.keys()]).toEqual(['a', 'b', 'c']);
    expect(recoveriesOf(store)).toEqual(['workspace backup']);
    expect([...disk.file('workspace').movedAside.values()]).toEqual([garbage]);
  });

  test('the start that moved it aside ended before it could tell: the next one tells, without the name', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'), checkpoint, add('c'));
    damage(disk, 'workspace');
    const died = disk.start({ step: 1, when: 'after' });
    openOn(died);
    expect(died.crashed()).toBe(true);
    const store = openOn(disk.start());
    expect([[...store.tables.people.keys()], recoveriesOf(store)]).toEqual([
      ['a', 'b', 'c'],
      ['workspace backup'],
    ]);
    expect(store.recoveries[0]?.movedTo).toBeNull();
  });

  test('the start that mended it ended before it could tell: the next one tells, and the one after the next checkpoint does not', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'), checkpoint, add('c'));
    damage(disk, 'workspace');
    openOn(disk.start());
    const store = openOn(disk.start());
    expect([recoveriesOf(store), store.recoveries[0]?.movedTo]).toEqual([
      ['workspace backup'],
      'aside-1.json',
    ]);
    store.checkpoint();
    expect(openOn(disk.start()).recoveries).toEqual([]);
  });

  test('no room to mend it: it starts all the same, tells, accepts nothing, and loses nothing', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'), checkpoint, add('c'));
    damage(disk, 'workspace');
    disk.file('workspace').full = true;
    const store = openOn(disk.start());
    expect([[...store.tables.people.keys()], recoveriesOf(store)]).toEqual([
      ['a', 'b', 'c'],
      ['workspace backup'],
    ]);
    expect(() => store.commit([{ table: 'people', id: 'd', value: person('d') }])).toThrow('No space');
    disk.file('workspace').full = false;
    expect(peopleOn(disk)).toEqual(['a', 'b', 'c']);
    store.commit([{ table: 'people', id: 'd', value: person('d') }]);
    expect(peopleOn(disk)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a line of the journal is garbage: what stands before it counts, and the file is kept', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'), add('c'), add('d'));
    const file = disk.lineFile('journal-2');
    const [b = '', c = '', d = ''] = file.text.split('\n');
    const planted = [b, c.slice(0, 20), d, ''].join('\n');
    file.text = planted;
    const store = openOn(disk.start());
    expect([[...store.tables.people.keys()], recoveriesOf(store)]).toEqual([
      ['a', 'b'],
      ['journal readable-part'],
    ]);
    expect([file.movedAside, store.recoveries[0]?.movedTo]).toEqual([
      [planted],
      'lines-aside-1, lines-aside-1',
    ]);
    store.commit([{ table: 'people', id: 'e', value: person('e') }]);
    damage(disk, 'workspace');
    expect(peopleOn(disk)).toEqual(['a', 'b', 'e']);
  });

  test('a line of the journal is missing: what comes after it is not guessed at', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'), add('c'), add('d'));
    const file = disk.lineFile('journal-2');
    file.text = file.text.split('\n').toSpliced(1, 1).join('\n');
    const store = openOn(disk.start());
    expect([[...store.tables.people.keys()], recoveriesOf(store)]).toEqual([
      ['a', 'b'],
      ['journal readable-part'],
    ]);
    expect(peopleOn(disk)).toEqual(['a', 'b']);
  });

  test('no room to mend the journal: nothing is accepted, since it would stand behind what cannot be read', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'));
    damageJournal(disk);
    disk.file('workspace').full = true;
    const store = openOn(disk.start());
    expect([recoveriesOf(store), store.recoveries[0]?.movedTo]).toEqual([['journal readable-part'], null]);
    const text = journalOn(disk);
    expect(() => store.commit([{ table: 'people', id: 'c', value: person('c') }])).toThrow('No space');
    expect([journalOn(disk), [...store.tables.people.keys()]]).toEqual([text, ['a']]);
  });

  test('the whole journal is garbage: the last checkpoint stands', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'));
    damageJournal(disk);
    const store = openOn(disk.start());
    expect([[...store.tables.people.keys()], recoveriesOf(store)]).toEqual([
      ['a'],
      ['journal readable-part'],
    ]);
    store.commit([{ table: 'people', id: 'c', value: person('c') }]);
    expect(peopleOn(disk)).toEqual(['a', 'c']);
  });

  test('a journal that cannot be opened counts as damaged', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'));
    disk.lineFile('journal-2').locked = true;
    expect(recoveriesOf(openOn(disk.start()))).toEqual(['journal readable-part']);
  });

  test('checkpoint and journal are garbage: the backup stands', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'), checkpoint, add('c'));
    damage(disk, 'workspace');
    damageJournal(disk);
    const store = openOn(disk.start());
    // The other file contains the commits between the backup and the checkpoint.
    expect([[...store.tables.people.keys()], recoveriesOf(store)]).toEqual([
      ['a', 'b'],
      ['workspace backup', 'journal readable-part'],
    ]);
  });

  test('all of it is garbage: empty, told, nothing wiped, and not taken for a first start', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'), checkpoint);
    for (const name of ['workspace', 'workspace-backup']) damage(disk, name);
    damageJournal(disk);
    const store = openOn(disk.start());
    expect([store.fresh, store.tables.people.size, recoveriesOf(store)]).toEqual([
      false,
      0,
      ['workspace empty', 'journal readable-part'],
    ]);
    for (const name of ['workspace', 'workspace-backup'])
      expect([...disk.file(name).movedAside.values()]).toEqual([garbage]);
    expect(disk.lineFile('journal-1').movedAside.concat(disk.lineFile('journal-2').movedAside)).toContain(
      `${garbage}\n`,
    );
    store.commit([{ table: 'people', id: 'z', value: person('z') }]);
    store.checkpoint();
    expect(peopleOn(disk)).toEqual(['z']);
  });

  test('both checkpoints are garbage and the journal begins with the first command: everything is still there', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'));
    damage(disk, 'workspace');
    expect([peopleOn(disk), recoveriesOf(openOn(disk.start()))]).toEqual([['a', 'b'], ['workspace empty']]);
  });

  test.each([
    ['another shape', { schemaVersion: 1, seq: 3, tables: { people: 'nobody' } }],
    ['a row that does not fit', { schemaVersion: 1, seq: 1, tables: { people: [{ id: 'a' }] } }],
    ['a version that never was', { schemaVersion: -1, seq: 3, tables: {} }],
    ['no version', { seq: 3 }],
    ['a list', []],
    ['null', null],
  ])('a checkpoint of %s is not used and not overwritten', (_what, document) => {
    const disk = diskAfter(add('a'), checkpoint, add('b'), checkpoint, add('c'));
    const planted = JSON.stringify({ document });
    disk.file('workspace').text = planted;
    const store = openOn(disk.start());
    expect([[...store.tables.people.keys()], recoveriesOf(store)]).toEqual([
      ['a', 'b', 'c'],
      ['workspace backup'],
    ]);
    expect([...disk.file('workspace').movedAside.values()]).toEqual([planted]);
  });

  test.each(['workspace', 'workspace-backup', 'journal-2'])(
    'L3: %s of a newer Allinea: refused, and no file is touched',
    (name) => {
      const disk = diskAfter(add('a'), checkpoint, add('b'), checkpoint, add('c'));
      const newer = { schemaVersion: 99, seq: 9, tables: {} };
      if (name === 'journal-2') disk.lineFile(name).text += `${JSON.stringify(newer)}\n`;
      else disk.file(name).text = JSON.stringify({ document: newer });
      const before = textsOf(disk);
      const session = disk.start();
      expect(() => openOn(session)).toThrow(NewerData);
      expect([textsOf(disk), session.steps()]).toEqual([before, 0]);
    },
  );

  test('an entry that does not fit is damage like any other', () => {
    const disk = diskAfter(add('a'), checkpoint);
    const planted = `${JSON.stringify({ schemaVersion: 1, seq: 2, changes: [{ table: 'nowhere', id: 'x', value: null }] })}\n`;
    disk.lineFile('journal-2').text = planted;
    expect(recoveriesOf(openOn(disk.start()))).toEqual(['journal readable-part']);
    expect(disk.lineFile('journal-2').movedAside).toEqual([planted]);
  });

  test('an entry that the checkpoint holds already is not looked at, as long as the checkpoint can be read', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'), checkpoint, add('c'));
    const planted = `${JSON.stringify({ schemaVersion: 1, seq: 2, changes: [{ table: 'nowhere', id: 'x', value: null }] })}\n`;
    disk.lineFile('journal-2').text = planted;
    expect([peopleOn(disk), openOn(disk.start()).recoveries]).toEqual([['a', 'b', 'c'], []]);
    damage(disk, 'workspace');
    expect([recoveriesOf(openOn(disk.start())), disk.lineFile('journal-2').movedAside]).toEqual([
      ['workspace backup', 'journal readable-part'],
      [planted],
    ]);
  });

  test('a checkpoint that this very program wrote is not checked row by row; the journal behind it always is', () => {
    const read = (own: boolean) => {
      const disk = diskAfter(add('a'), checkpoint, add('b'));
      const file = disk.file('workspace');
      file.text = file.text?.replace(/"givenName":"[^"]*"/, '"givenName":5');
      disk.lineFile('journal-2').text += '{}\n';
      return recoveriesOf(openOn(disk.start(), own));
    };
    expect([read(true), read(false)]).toEqual([
      ['journal readable-part'],
      ['workspace empty', 'journal readable-part'],
    ]);
  });

  test('a damaged backup beside a sound checkpoint is nobody’s loss: it is moved aside when the next is written', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'), checkpoint);
    damage(disk, 'workspace-backup');
    const store = openOn(disk.start());
    expect([store.recoveries, disk.file('workspace-backup').text]).toEqual([[], garbage]);
    store.commit([{ table: 'people', id: 'c', value: person('c') }]);
    store.checkpoint();
    expect([...disk.file('workspace-backup').movedAside.values()]).toEqual([garbage]);
    damage(disk, 'workspace');
    expect(peopleOn(disk)).toEqual(['a', 'b', 'c']);
  });

  test('the checkpoint is gone and its backup is garbage: empty and told, not a first start', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'), checkpoint);
    disk.file('workspace').text = undefined;
    damage(disk, 'workspace-backup');
    for (const name of ['journal-1', 'journal-2']) disk.lineFile(name).text = '';
    const store = openOn(disk.start());
    expect([store.fresh, recoveriesOf(store)]).toEqual([false, ['workspace empty', 'journal readable-part']]);
    // Files may still be on their way, in a folder that a sync tool fills. So nothing is moved yet.
    expect(disk.file('workspace-backup').text).toBe(garbage);
    store.commit([{ table: 'people', id: 'z', value: person('z') }]);
    expect([...disk.file('workspace-backup').movedAside.values()]).toEqual([garbage]);
  });

  test('a crash says nothing but that the process is gone', () => {
    const session = memoryDisk().start({ step: 1, when: 'after' });
    const store = openOn(session);
    expect(() => store.commit([{ table: 'people', id: 'a', value: person('a') }])).toThrow(Crash);
    expect(store.tables.people.size).toBe(0);
  });
});
