import { describe, expect, test } from 'vitest';
import { memoryDisk } from '../../support/crashing-disk.ts';
import {
  damage,
  largeCommit,
  openOn,
  picture,
  pictures,
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
const linesOn = (disk: ReturnType<typeof memoryDisk>): number => journalOn(disk).split('\n').length - 1;
const journalOn = (disk: ReturnType<typeof memoryDisk>): string =>
  disk.lineFile('journal-1').text + disk.lineFile('journal-2').text;

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
    for (let index = 0; index < 1700; index += 1) {
      store.commit([{ table: 'people', id: `p${index % 7}`, value: person(`p${index % 7}`) }]);
      if (store.checkpointDue()) store.checkpoint();
    }
    expect(linesOn(disk)).toBeLessThan(1010);
    expect(peopleOn(disk)).toHaveLength(7);
  });

  test('nor over many starts that each end in good order', () => {
    const disk = memoryDisk();
    for (let start = 0; start < 20; start += 1) {
      const store = openOn(disk.start());
      for (const id of ['a', 'b', 'c'])
        store.commit([{ table: 'people', id, value: person(id, { department: String(start) }) }]);
      store.checkpoint();
    }
    expect([linesOn(disk), openOn(disk.start()).tables.people.get('c')?.department]).toEqual([3, '19']);
  });

  test('nor for few but large commands', () => {
    const store = openOn(memoryDisk().start());
    const large = largeCommit('Anna');
    if (large.kind !== 'commit') throw new Error('A commit');
    for (let index = 0; index < 3; index += 1) store.commit(large.changes);
    expect(store.checkpointDue()).toBe(false);
    for (let index = 0; index < 5; index += 1) store.commit(large.changes);
    expect(store.checkpointDue()).toBe(true);
    store.checkpoint();
    expect(store.checkpointDue()).toBe(false);
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
      expect([expected[done], expected[done + 1]], `step ${step}`).toContain(
        picture(openOn(disk.start()).tables),
      );
    }
  });

  test('a damaged checkpoint right after one: the copy has it', () => {
    const disk = diskAfter(...work);
    damage(disk, 'workspace');
    expect(picture(openOn(disk.start()).tables)).toBe(expected.at(-1));
  });

  test('no room for it: nothing has changed, here and on disk', () => {
    const disk = diskAfter(add('a'));
    const store = openOn(disk.start());
    for (const name of ['journal-1', 'journal-2']) disk.lineFile(name).full = true;
    const large = largeCommit('Anna');
    if (large.kind === 'commit') expect(() => store.commit(large.changes)).toThrow('No space');
    expect([store.tables.people.size, peopleOn(disk)]).toEqual([1, ['a']]);
  });
});
