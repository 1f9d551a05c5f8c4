// Why nothing can be saved, how it heals, and when the journal is folded.
import { describe, expect, test } from 'vitest';
import { quietLog, countingIds } from '../../support/counting-ids.ts';
import { memoryDisk } from '../../support/crashing-disk.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { manualScheduler } from '../../support/manual-scheduler.ts';
import { openOn } from '../../support/workspace-bench.ts';
import { day, person } from '../../support/samples.ts';
import { createWriting } from '../../../core/host/writing.ts';
import { emptyReplica } from '../../../core/desk/rows/tables.ts';
import type { WorkspaceStore } from '../../../core/persistence/workspace-store.ts';

function bench() {
  const disk = memoryDisk();
  const real = openOn(disk.start());
  const clock = fakeClock();
  const scheduler = manualScheduler(clock);
  let failure: string | null = null;
  let checkpoints = 0;
  const meet = (): void => {
    if (failure !== null) throw Object.assign(new Error(failure), { code: failure });
  };
  const store: WorkspaceStore = {
    ...real,
    get recoveries() {
      return real.recoveries;
    },
    commit(changes) {
      meet();
      real.commit(changes);
    },
    prove() {
      meet();
      real.prove();
    },
    checkpoint() {
      checkpoints += 1;
      real.checkpoint();
    },
  };
  let told = 0;
  const writing = createWriting({
    store,
    state: () => ({ workspace: real.tables, replica: emptyReplica(), today: day('2026-11-24') }),
    clock,
    scheduler,
    log: quietLog,
    ids: countingIds(1),
    troubled: () => {
      told += 1;
    },
  });
  let n = 0;
  return {
    clock,
    scheduler,
    writing,
    fail: (code: string | null) => {
      failure = code;
    },
    write: (): void => {
      n += 1;
      writing.write([{ table: 'people', id: `p${n}`, value: person(`p${n}`) }], null);
    },
    people: () => real.tables.people.size,
    checkpoints: () => checkpoints,
    told: () => told,
  };
}

describe('why nothing can be saved', () => {
  test.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EROFS', 'protected'],
    ['EACCES', 'protected'],
    ['ENOENT', 'vanished'],
    ['EIO', 'failing'],
    ['held-elsewhere', 'held'],
  ])('%s: told once as %s, and healed by itself', (code, why) => {
    const { writing, fail, write, scheduler, told, people } = bench();
    write();
    fail(code);
    expect(() => write()).toThrow(code);
    expect(() => write()).toThrow(code);
    expect([writing.trouble()?.why, told(), people()]).toEqual([why, 1, 1]);
    scheduler.advance(30_000);
    expect(writing.trouble()?.why).toBe(why);
    fail(null);
    scheduler.advance(10_000);
    expect([writing.trouble(), told()]).toEqual([null, 2]);
    write();
    expect(people()).toBe(2);
  });

  test('a command that can be saved again heals at once', () => {
    const { writing, fail, write } = bench();
    fail('ENOSPC');
    expect(() => write()).toThrow('ENOSPC');
    fail(null);
    write();
    expect(writing.trouble()).toBeNull();
  });

  test('another reason is told anew, with the time of the first', () => {
    const { writing, fail, write, told, clock } = bench();
    const first = clock.now();
    fail('ENOSPC');
    expect(() => write()).toThrow('ENOSPC');
    clock.advance(5000);
    fail('EIO');
    expect(() => write()).toThrow('EIO');
    expect([writing.trouble(), told()]).toEqual([{ why: 'failing', since: first }, 2]);
  });
});

describe('the journal is folded', () => {
  test('in a pause of two seconds', () => {
    const { write, scheduler, checkpoints } = bench();
    for (let n = 0; n < 501; n += 1) write();
    scheduler.advance(1900);
    expect(checkpoints()).toBe(0);
    scheduler.advance(200);
    expect(checkpoints()).toBe(1);
  });

  test('also under steady work that never pauses', () => {
    const { write, scheduler, checkpoints } = bench();
    for (let n = 0; n < 600; n += 1) {
      write();
      scheduler.advance(500);
    }
    expect(checkpoints()).toBe(1);
  });
});
