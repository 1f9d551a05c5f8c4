import { describe, expect, test } from 'vitest';
import type { ReplicaChange } from '../../../core/desk/rows/state.ts';
import { checkReplica } from '../../../core/persistence/check.ts';
import type { ReplicaDocument } from '../../../core/persistence/documents.ts';
import { openReplicaStore } from '../../../core/persistence/replica-store.ts';
import { NewerData, schemaVersion } from '../../../core/persistence/documents.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { finish } from '../../../core/kernel/steps.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { memoryDisk, type Disk, type DiskSession } from '../../support/crashing-disk.ts';
import { item, priceList, service } from '../../support/samples.ts';
import { damage, garbage, picture } from '../../support/workspace-bench.ts';

const open = (session: DiskSession, expected = false) =>
  finish(openReplicaStore(session.store<ReplicaDocument>('replica'), expected));
const put = (id: string): ReplicaChange => ({
  table: 'services',
  id,
  value: service([item('E', 'e-invoicing', 1, '2027-03-15')], { id: id as ServiceId }),
});
const prices: ReplicaChange = { table: 'priceLists', id: priceList.version, value: priceList };
const at = (cursor: number) => ({ epoch: null, cursor, dayOffset: 0, lastSync: 1000 + cursor });

const pulls: readonly (readonly ReplicaChange[])[] = [
  [put('a'), prices],
  [put('b')],
  [{ table: 'services', id: 'a', value: null }],
];

function pullUntilCrash(session: DiskSession): number {
  let done = 0;
  const store = open(session);
  try {
    for (const changes of pulls) {
      store.update(changes, at(done + 1));
      done += 1;
    }
  } catch (problem) {
    if (!session.crashed()) throw problem;
  }
  return done;
}

const seen = (disk: Disk): string => {
  const store = open(disk.start());
  return `${store.cursor} ${picture(store.tables)}`;
};

describe('the vendor on disk', () => {
  const states = [0, 1, 2, 3].map((step) => {
    const disk = memoryDisk();
    pullUntilCrash(step === 3 ? disk.start() : disk.start({ step: step + 1, when: 'before' }));
    return seen(disk);
  });

  test('a crash at every write: before or after, rows and cursor together', () => {
    expect(new Set(states).size).toBe(4);
    for (let step = 1; step <= 3; step += 1) {
      for (const when of ['before', 'after'] as const) {
        const disk = memoryDisk();
        const done = pullUntilCrash(disk.start({ step, when }));
        expect([states[done], states[done + 1]]).toContain(seen(disk));
      }
    }
  });

  test('a write that throws applies nothing', () => {
    const disk = memoryDisk();
    const store = open(disk.start());
    store.update([put('a')], at(1));
    disk.file('replica').full = true;
    expect(() => store.update([put('b')], at(2))).toThrow('No space');
    expect([[...store.tables.services.keys()], store.cursor, store.lastSync]).toEqual([['a'], 1, 1001]);
    disk.file('replica').full = false;
    store.update([put('b')], at(2));
    expect([...open(disk.start()).tables.services.keys()]).toEqual(['a', 'b']);
  });

  test('time alone is not worth a write; the vendor’s calendar is', () => {
    const session = memoryDisk().start();
    const store = open(session);
    store.update([], { epoch: null, cursor: 0, dayOffset: 0, lastSync: 5 });
    expect([session.steps(), store.lastSync]).toEqual([0, 5]);
    store.update([], { epoch: null, cursor: 0, dayOffset: 3, lastSync: 6 });
    expect([session.steps(), store.dayOffset]).toEqual([1, 3]);
  });

  test('a cursor alone is kept with the next rows, or at the end: an older one reads the same rows again', () => {
    const disk = memoryDisk();
    const session = disk.start();
    const store = open(session);
    store.update([put('a')], at(1));
    store.update([], at(2));
    expect([session.steps(), store.cursor, open(disk.start()).cursor]).toEqual([1, 2, 1]);
    store.update([put('b')], at(3));
    expect([session.steps(), open(disk.start()).cursor]).toEqual([2, 3]);
    store.update([], at(4));
    store.keepTime();
    expect([session.steps(), open(disk.start()).cursor]).toEqual([3, 4]);
  });

  test('M3: the time of the last success is kept at the end, and every quarter of an hour', () => {
    const disk = memoryDisk();
    const session = disk.start();
    const store = open(session);
    store.update([put('a')], at(1));
    store.update([], { ...at(1), lastSync: 60_000 });
    expect([session.steps(), open(disk.start()).lastSync]).toEqual([1, 1001]);
    store.update([], { ...at(1), lastSync: 1001 + 15 * 60_000 });
    expect([session.steps(), open(disk.start()).lastSync]).toEqual([2, 901_001]);
    store.update([], { ...at(1), lastSync: 960_000 });
    store.keepTime();
    store.keepTime();
    expect([session.steps(), open(disk.start()).lastSync]).toEqual([3, 960_000]);
  });

  test.each([
    ['garbage', garbage],
    ['another shape', JSON.stringify({ document: { schemaVersion: 1, cursor: 'x' } })],
  ])('%s is moved aside and everything is fetched anew', (_what, planted) => {
    const disk = memoryDisk();
    open(disk.start()).update([put('a')], at(7));
    disk.file('replica').text = planted;
    const store = open(disk.start());
    expect([store.cursor, store.tables.services.size, store.lost?.path]).toEqual([0, 0, 'aside-1.json']);
    expect([...disk.file('replica').movedAside.values()]).toEqual([planted]);
    store.update([put('a')], at(1));
    expect(open(disk.start()).cursor).toBe(1);
  });

  test('what a newer Allinea wrote is refused and not touched', () => {
    const planted = JSON.stringify({ document: { schemaVersion: 99, cursor: 1 } });
    const disk = memoryDisk();
    disk.file('replica').text = planted;
    expect(() => open(disk.start())).toThrow(NewerData);
    expect(disk.file('replica').text).toBe(planted);
  });

  test('what this very program wrote is not checked row by row, and anything else is', () => {
    const planted = {
      schemaVersion,
      cursor: 4,
      dayOffset: 0,
      lastSync: null,
      tables: { services: [{ id: 'a' }], orders: [], priceLists: [], vendorCarts: [] },
    };
    const read = (own: boolean) => {
      const store = memoryStore<ReplicaDocument>(JSON.stringify({ document: planted }));
      const { cursor, lost } = finish(openReplicaStore({ ...store, isOwn: () => own }, true));
      return [cursor, lost?.detail];
    };
    expect([read(true), read(false)]).toEqual([
      [4, undefined],
      [0, expect.stringMatching(/^tables\.services\.0\.kind: /)],
    ]);
  });

  test('moved aside by a start that ended before anything was fetched: the next one tells it too, until something is there again', () => {
    const disk = memoryDisk();
    open(disk.start()).update([put('a')], at(1));
    damage(disk, 'replica');
    expect(() => open(disk.start({ step: 1, when: 'after' }), true)).toThrow('gone');
    expect([open(disk.start(), true).lost, open(disk.start(), false).lost]).toEqual([
      { path: null, detail: 'missing' },
      null,
    ]);
    open(disk.start(), true).update([put('a')], at(2));
    expect(open(disk.start(), true).lost).toBeNull();
  });

  test('damage leaves nothing of the old rows behind', () => {
    const disk = memoryDisk();
    open(disk.start()).update([put('a')], at(1));
    damage(disk, 'replica');
    expect(seen(disk)).toBe('0 ');
  });
});

test('services stored before promotions were told are read as bought without one', () => {
  const { promotional: _promotional, ...older } = service([item('E', 'e-invoicing', 1, '2027-03-15')]);
  const document = {
    schemaVersion: 2,
    cursor: 1,
    dayOffset: 0,
    lastSync: null,
    tables: { services: [older] },
  };
  const checked = finish(checkReplica(document));
  expect(checked.ok && checked.value.tables.services[0]?.promotional).toBe(false);
});
