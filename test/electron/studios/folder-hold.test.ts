// One computer at a time writes to a data folder (rule J6): two computers on one folder, in virtual time.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdFolder, HeldElsewhere, type FolderHold } from '../../../electron/studios/folder-hold.ts';
import { guardedFolder } from '../../../electron/studios/guarded-folder.ts';
import { isAlive, ownProcess } from '../../../electron/studios/process-name.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { manualScheduler } from '../../support/manual-scheduler.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'allinea-hold-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const clock = fakeClock();
const scheduler = manualScheduler(clock);
const dead = new Set<string>();
const card = (): string => join(folder, 'in-uso.json');
const cardNow = () => JSON.parse(readFileSync(card(), 'utf8')) as { process: string; operator: string };

/** Starts a program on a computer. `sleep` stops its counting, like a closed laptop. */
function start(computer: string, process: string, place = folder) {
  let asleep = false;
  const changes: (string | null)[] = [];
  const hold = holdFolder({
    folder: place,
    computer: { id: `id-${computer}`, name: computer },
    process,
    user: `user-${computer}`,
    clock,
    scheduler: {
      after(delayMs, task) {
        return scheduler.after(delayMs, function later() {
          if (asleep) scheduler.after(delayMs, later);
          else task();
        });
      },
    },
    log: { info: () => undefined, error: () => undefined },
    alive: (name) => !dead.has(name),
  });
  hold.onChanged(() => changes.push(hold.other()?.computer ?? null));
  return {
    hold,
    changes,
    sleep: () => (asleep = true),
    wake: () => (asleep = false),
  };
}

const writes = (hold: FolderHold): boolean => {
  try {
    hold.mustHold();
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(HeldElsewhere);
    return false;
  }
};

test('the second computer reads, knows who has the folder, and writes nothing there', () => {
  const first = start('PC-MARIA', 'a');
  first.hold.name('Maria Bassi');
  const before = readdirSync(folder);
  const second = start('PC-ANNA', 'b');
  expect(second.hold.other()).toMatchObject({ computer: 'PC-MARIA', operator: 'Maria Bassi' });
  scheduler.advance(10 * 60_000);
  expect([writes(first.hold), writes(second.hold)]).toEqual([true, false]);
  expect(second.changes).toEqual([]);
  expect(readdirSync(folder)).toEqual(before);
});

test('when the first computer closes the folder, the second one may write soon, by itself', () => {
  const first = start('PC-MARIA', 'a');
  const second = start('PC-ANNA', 'b');
  first.hold.release();
  expect(existsSync(card())).toBe(false);
  scheduler.advance(10_000);
  expect(second.changes).toEqual([null]);
  expect(writes(second.hold)).toBe(true);
  expect(cardNow().process).toBe('b');
});

test('a computer that lost its power gives the folder up after a minute without a count', () => {
  const first = start('PC-MARIA', 'a');
  first.sleep();
  const second = start('PC-ANNA', 'b');
  scheduler.advance(55_000);
  expect(writes(second.hold)).toBe(false);
  scheduler.advance(20_000);
  expect(writes(second.hold)).toBe(true);
});

test('a computer that wakes up when another one has taken the folder never writes, and reads from then on', () => {
  const first = start('PC-MARIA', 'a');
  first.sleep();
  const second = start('PC-ANNA', 'b');
  scheduler.advance(80_000);
  first.wake();
  // Even before it counts again: each write looks at the card first.
  expect(writes(first.hold)).toBe(false);
  expect(first.changes).toEqual(['PC-ANNA']);
  first.hold.release();
  expect(writes(second.hold)).toBe(true);
});

test('a clock that is a day off changes nothing: counts are compared, not times', () => {
  const first = start('PC-MARIA', 'a');
  const other = fakeClock();
  other.advance(24 * 3_600_000);
  const second = holdFolder({
    folder,
    computer: { id: 'id-2', name: 'PC-ANNA' },
    process: 'b',
    user: 'anna',
    clock: other,
    scheduler,
    log: { info: () => undefined, error: () => undefined },
    alive: () => true,
  });
  scheduler.advance(5 * 60_000);
  expect([writes(first.hold), writes(second)]).toEqual([true, false]);
});

test('after a crash on the same computer the next start takes the folder at once', () => {
  start('PC-MARIA', 'a').sleep();
  dead.add('a');
  expect(start('PC-MARIA', 'c').hold.other()).toBe(null);
  dead.clear();
});

test('a second living program on the same computer reads too', () => {
  start('PC-MARIA', 'a');
  expect(start('PC-MARIA', 'b').hold.other()?.computer).toBe('PC-MARIA');
});

test('a damaged card belongs to nobody', () => {
  writeFileSync(card(), '{"computer":');
  expect(start('PC-ANNA', 'b').hold.other()).toBe(null);
  rmSync(card());
});

test('a folder that takes no card is only read, and taken by itself as soon as it does', () => {
  const place = join(folder, 'nowhere');
  const { hold, changes } = start('PC-ANNA', 'b', place);
  expect([hold.other(), hold.trouble()]).toEqual([null, expect.objectContaining({ code: 'ENOENT' })]);
  expect(() => hold.mustHold()).toThrow('ENOENT');
  scheduler.advance(20_000);
  expect(changes).toEqual([]);
  mkdirSync(place);
  scheduler.advance(10_000);
  expect([hold.trouble(), changes]).toEqual([null, [null]]);
  hold.mustHold();
});

test('an error of the disk while this program has the folder is told', () => {
  const place = join(folder, 'gone');
  mkdirSync(place);
  const { hold } = start('PC-ANNA', 'b', place);
  const errors: unknown[] = [];
  hold.onTrouble((error) => errors.push(error));
  rmSync(place, { recursive: true });
  scheduler.advance(10_000);
  expect(errors).toEqual([expect.objectContaining({ code: 'ENOENT' })]);
});

test('the card is written anew if somebody removes it', () => {
  const first = start('PC-MARIA', 'a');
  rmSync(card());
  scheduler.advance(10_000);
  expect(cardNow().process).toBe('a');
  expect(writes(first.hold)).toBe(true);
});

test('documents and journals of a folder that was lost are not written', () => {
  const first = start('PC-MARIA', 'a');
  const { store, lines } = guardedFolder(folder, {
    hold: first.hold,
    ends: join(folder, 'ends'),
    beforeWrite: () => undefined,
  });
  store('workspace').write({ n: 1 });
  lines('journal-1').append('one');
  first.sleep();
  start('PC-ANNA', 'b');
  scheduler.advance(80_000);
  expect(() => store('workspace').write({ n: 2 })).toThrow(HeldElsewhere);
  expect(() => lines('journal-1').append('two')).toThrow(HeldElsewhere);
  expect(() => lines('journal-1').clear()).toThrow(HeldElsewhere);
  expect(() => store('workspace').moveAside()).toThrow(HeldElsewhere);
  expect(() => lines('journal-1').moveAside()).toThrow(HeldElsewhere);
  expect(store('workspace').read()).toEqual({ ok: true, value: { n: 1 } });
  expect(lines('journal-1').read()).toEqual({ ok: true, value: ['one'] });
});

test('a process knows whether another one lives', () => {
  expect(isAlive(ownProcess())).toBe(true);
  expect(isAlive('999999999 1')).toBe(false);
});
