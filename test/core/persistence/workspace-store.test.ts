import { describe, expect, test } from 'vitest';
import { Crash, memoryDisk } from '../../support/crashing-disk.ts';
import { damage, garbage, largeCommit, openOn, picture, pictures, workUntilCrash, type Work } from '../../support/workspace-bench.ts';
import { person } from '../../support/samples.ts';

const add = (id: string): Work => ({ kind: 'commit', changes: [{ table: 'people', id, value: person(id) }] });
const checkpoint: Work = { kind: 'checkpoint' };

function diskAfter(...work: readonly Work[]) {
  const disk = memoryDisk();
  workUntilCrash(disk.start(), work);
  return disk;
}

const peopleOn = (disk: ReturnType<typeof memoryDisk>): readonly string[] => [...openOn(disk.start()).tables.people.keys()];
const recoveriesOf = (store: ReturnType<typeof openOn>) => store.recoveries.map(({ document, recovery }) => `${document} ${recovery}`);

describe('the firm on disk', () => {
  test('nothing there: a fresh start, and reading writes nothing', () => {
    const session = memoryDisk().start();
    const store = openOn(session);
    expect([store.fresh, store.recoveries, session.steps()]).toEqual([true, [], 0]);
  });

  test('a command is one write, and only of the journal', () => {
    const disk = diskAfter(add('a'), checkpoint);
    const before = disk.file('workspace').text;
    const session = disk.start();
    openOn(session).commit([{ table: 'people', id: 'b', value: person('b') }]);
    expect([session.steps(), disk.file('workspace').text]).toEqual([1, before]);
    expect(openOn(disk.start()).fresh).toBe(false);
  });

  test('a command without rows writes nothing', () => {
    const session = memoryDisk().start();
    openOn(session).commit([]);
    expect(session.steps()).toBe(0);
  });

  test('the journal does not grow for ever', () => {
    const disk = memoryDisk();
    const store = openOn(disk.start());
    for (let index = 0; index < 700; index += 1) {
      store.commit([{ table: 'people', id: `p${index % 7}`, value: person(`p${index % 7}`) }]);
      if (store.checkpointDue()) store.checkpoint();
    }
    const journal = JSON.parse(disk.file('journal').text ?? '') as { readonly document: { readonly entries: readonly unknown[] } };
    expect(journal.document.entries.length).toBeLessThan(400);
    expect(peopleOn(disk)).toHaveLength(7);
  });

  test('a checkpoint of what is already in one writes nothing', () => {
    const disk = diskAfter(add('a'), checkpoint);
    const session = disk.start();
    openOn(session).checkpoint();
    expect(session.steps()).toBe(0);
  });
});

describe('large commands', () => {
  const work = [add('a'), largeCommit('Anna'), add('b'), largeCommit('Ugo'), add('c')];
  const expected = pictures(work);

  test('a crash at every step: before or after, never half of it', () => {
    const whole = memoryDisk().start();
    workUntilCrash(whole, work);
    for (let step = 1; step <= whole.steps(); step += 1) {
      const disk = memoryDisk();
      const done = workUntilCrash(disk.start({ step, when: step % 2 === 0 ? 'before' : 'after' }), work);
      expect([expected[done], expected[done + 1]], `step ${step}`).toContain(picture(openOn(disk.start()).tables));
    }
  });

  test('a damaged checkpoint right after one: the copy has it', () => {
    const disk = diskAfter(...work);
    damage(disk, 'workspace');
    expect(picture(openOn(disk.start()).tables)).toBe(expected.at(-1));
  });

  test.each([2, 3])('the disk fills up after the checkpoint is durable (step %i): the command counts as done', (step) => {
    const disk = memoryDisk();
    const session = disk.start();
    const store = openOn(session);
    const large = largeCommit('Anna');
    if (large.kind !== 'commit') throw new Error('A commit');
    disk.file(step === 2 ? 'workspace-backup' : 'journal').full = true;
    store.commit(large.changes);
    expect(store.tables.people.size).toBe(2001);
    disk.file('workspace-backup').full = false;
    disk.file('journal').full = false;
    store.commit([{ table: 'people', id: 'x', value: person('x') }]);
    store.checkpoint();
    damage(disk, 'workspace');
    expect(peopleOn(disk)).toHaveLength(2002);
  });

  test('no room for the checkpoint: nothing has changed, here and on disk', () => {
    const disk = diskAfter(add('a'));
    const store = openOn(disk.start());
    disk.file('workspace').full = true;
    const large = largeCommit('Anna');
    if (large.kind === 'commit') expect(() => store.commit(large.changes)).toThrow('No space');
    expect([store.tables.people.size, peopleOn(disk)]).toEqual([1, ['a']]);
  });
});

describe('what cannot be read is moved aside and told', () => {
  test('the checkpoint is garbage: backup and journal give the same, nothing is lost', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'), checkpoint, add('c'));
    damage(disk, 'workspace');
    const store = openOn(disk.start());
    expect([...store.tables.people.keys()]).toEqual(['a', 'b', 'c']);
    expect(recoveriesOf(store)).toEqual(['workspace backup']);
    expect([...disk.file('workspace').movedAside.values()]).toEqual([garbage]);
    expect(openOn(disk.start()).recoveries).toEqual([]);
  });

  test('the start that moved it aside ended before it could tell: the next one tells, without the name', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'), checkpoint, add('c'));
    damage(disk, 'workspace');
    expect(() => openOn(disk.start({ step: 1, when: 'after' }))).toThrow('gone');
    const store = openOn(disk.start());
    expect([[...store.tables.people.keys()], recoveriesOf(store)]).toEqual([['a', 'b', 'c'], ['workspace backup']]);
    expect(store.recoveries[0]?.movedTo).toBeNull();
  });

  test('no room for the mended checkpoint: it starts all the same, tells, and loses nothing', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'), checkpoint, add('c'));
    damage(disk, 'workspace');
    disk.file('workspace').full = true;
    const store = openOn(disk.start());
    expect([[...store.tables.people.keys()], recoveriesOf(store)]).toEqual([['a', 'b', 'c'], ['workspace backup']]);
    disk.file('workspace').full = false;
    expect(peopleOn(disk)).toEqual(['a', 'b', 'c']);
  });

  test('the journal is garbage: the last checkpoint stands', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'));
    damage(disk, 'journal');
    const store = openOn(disk.start());
    expect([[...store.tables.people.keys()], recoveriesOf(store)]).toEqual([['a'], ['journal empty']]);
    store.commit([{ table: 'people', id: 'c', value: person('c') }]);
    expect(peopleOn(disk)).toEqual(['a', 'c']);
  });

  test('checkpoint and journal are garbage: the backup stands', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'), checkpoint, add('c'));
    damage(disk, 'workspace');
    damage(disk, 'journal');
    const store = openOn(disk.start());
    expect([[...store.tables.people.keys()], recoveriesOf(store)]).toEqual([['a'], ['journal empty', 'workspace backup']]);
  });

  test('all three are garbage: empty, told, nothing wiped, and not taken for a first start', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'), checkpoint);
    for (const name of ['workspace', 'workspace-backup', 'journal']) damage(disk, name);
    const store = openOn(disk.start());
    expect([store.fresh, store.tables.people.size, recoveriesOf(store)]).toEqual([false, 0, ['journal empty', 'workspace empty']]);
    for (const name of ['workspace', 'workspace-backup', 'journal']) expect([...disk.file(name).movedAside.values()]).toEqual([garbage]);
    store.commit([{ table: 'people', id: 'z', value: person('z') }]);
    store.checkpoint();
    expect(peopleOn(disk)).toEqual(['z']);
  });

  test.each([
    ['another shape', { schemaVersion: 1, seq: 3, tables: { people: 'nobody' } }],
    ['a row that does not fit', { schemaVersion: 1, seq: 1, tables: { people: [{ id: 'a' }] } }],
    ['a newer Allinea', { schemaVersion: 99, seq: 3, tables: {} }],
    ['a version that never was', { schemaVersion: -1, seq: 3, tables: {} }],
    ['no version', { seq: 3 }],
    ['a list', []],
    ['null', null],
  ])('a checkpoint of %s is not used and not overwritten', (_what, document) => {
    const disk = diskAfter(add('a'), checkpoint, add('b'), checkpoint, add('c'));
    const planted = JSON.stringify({ document });
    disk.file('workspace').text = planted;
    const store = openOn(disk.start());
    expect([[...store.tables.people.keys()], recoveriesOf(store)]).toEqual([['a', 'b', 'c'], ['workspace backup']]);
    expect([...disk.file('workspace').movedAside.values()]).toEqual([planted]);
  });

  test('a backup of a newer Allinea is moved aside too, never overwritten', () => {
    const disk = diskAfter(add('a'), checkpoint, add('b'), checkpoint);
    const newer = JSON.stringify({ document: { schemaVersion: 99, seq: 9, tables: {} } });
    disk.file('workspace').text = newer;
    disk.file('workspace-backup').text = newer;
    const store = openOn(disk.start());
    for (const id of ['x', 'y']) {
      store.commit([{ table: 'people', id, value: person(id) }]);
      store.checkpoint();
    }
    expect([...disk.file('workspace-backup').movedAside.values()]).toEqual([newer]);
  });

  test('a journal entry that does not fit takes the journal aside whole', () => {
    const disk = diskAfter(add('a'), checkpoint);
    const planted = JSON.stringify({ document: { schemaVersion: 1, entries: [{ seq: 2, changes: [{ table: 'nowhere', id: 'x', value: null }] }] } });
    disk.file('journal').text = planted;
    expect(recoveriesOf(openOn(disk.start()))).toEqual(['journal empty']);
    expect([...disk.file('journal').movedAside.values()]).toEqual([planted]);
  });

  test('a crash says nothing but that the process is gone', () => {
    const session = memoryDisk().start({ step: 1, when: 'after' });
    const store = openOn(session);
    expect(() => store.commit([{ table: 'people', id: 'a', value: person('a') }])).toThrow(Crash);
    expect(store.tables.people.size).toBe(0);
  });
});
