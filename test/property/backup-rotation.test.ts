// The rule of the backups, against what it says in words.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backupReasons } from '../../core/bridge/backups.ts';
import {
  mostAtOnce,
  mostKept,
  outdatedBackups,
  type RotatedBackup,
} from '../../core/host/backup-rotation.ts';
import { prop } from '../support/prop.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 28, 10);

const backup = fc.record({
  at: fc.integer({ min: now - 500 * day, max: now + 40 * day }),
  number: fc.integer({ min: 0, max: 5000 }),
  why: fc.constantFrom(...backupReasons),
});
const backups = fc.array(backup, { maxLength: 150 });

/** Removes as often as a program does that makes no new ones, until the rule is content. */
function settled(all: readonly RotatedBackup[]): readonly RotatedBackup[] {
  let left = all;
  for (;;) {
    const gone = outdatedBackups(left, now);
    if (gone.length === 0) return left;
    left = left.filter((one) => !gone.includes(one));
  }
}

prop([backups])('never removes the newest, nor the one with most commands', (all) => {
  const left = settled(all);
  const latest = Math.max(...all.map(({ at }) => at));
  const most = Math.max(...all.map(({ number }) => number));
  if (all.length === 0) return;
  expect(left.some(({ at }) => at === latest)).toBe(true);
  expect(left.some(({ number }) => number === most)).toBe(true);
});

prop([backups])('keeps each hour of a day, each day of 30, each week of a year', (all) => {
  const left = settled(all);
  for (const { lasts, slot } of [
    { lasts: day, slot: hour },
    { lasts: 30 * day, slot: day },
    { lasts: 365 * day, slot: 7 * day },
  ])
    for (const { at } of all) {
      if (at > now || now - at > lasts) continue;
      const same = (one: RotatedBackup) => Math.floor(one.at / slot) === Math.floor(at / slot);
      expect(left.some((one) => same(one) && one.at >= at)).toBe(true);
    }
});

prop([backups])('removes a few at a time, and what it keeps it keeps for good', (all) => {
  expect(outdatedBackups(all, now).length).toBeLessThanOrEqual(mostAtOnce);
  const left = settled(all);
  expect(outdatedBackups(left, now)).toEqual([]);
});

test('two years of a backup each hour stay a bounded number', () => {
  const kept: RotatedBackup[] = [];
  for (let count = 0; count < 2 * 365 * 24; count += 1) {
    const at = now + count * hour;
    kept.push({ at, number: count, why: count % 50 === 0 ? 'restore' : 'work' });
    for (const gone of outdatedBackups(kept, at)) kept.splice(kept.indexOf(gone), 1);
    if (kept.length > mostKept) throw new Error(`${kept.length} backups after ${count} hours`);
  }
  // The oldest week is a year ago, and the last day has every hour.
  const last = kept.at(-1)?.at ?? 0;
  expect(last - (kept[0]?.at ?? 0)).toBeGreaterThan(350 * day);
  expect(kept.filter(({ at }) => last - at < day)).toHaveLength(24);
});

test('the last 30 days keep their last backup, and the day before yesterday no more than that', () => {
  const at = Date.UTC(2026, 10, 28, 9);
  const hours = Array.from({ length: 60 * 24 }, (_, index) => ({
    at: at - index * hour,
    number: 5000 - index,
    why: 'work' as const,
  }));
  let left: readonly RotatedBackup[] = hours;
  for (let gone = outdatedBackups(left, at); gone.length > 0; gone = outdatedBackups(left, at)) {
    const all = new Set(gone);
    left = left.filter((one) => !all.has(one));
  }
  const days = left.filter((one) => at - one.at > day && at - one.at <= 30 * day);
  expect(days.map((one) => new Date(one.at).getUTCHours())).toEqual(Array<number>(29).fill(23));
});

test('a clock that is a year ahead for a moment costs few backups', () => {
  const week = Array.from({ length: 7 }, (_, index): RotatedBackup => ({
    at: now - index * day,
    number: 100 - index,
    why: 'work',
  }));
  const ahead: RotatedBackup = { at: now + 400 * day, number: 101, why: 'work' };
  expect(outdatedBackups([...week, ahead], ahead.at).length).toBe(mostAtOnce);
  const back = settled([...week, ahead]);
  expect(back).toContain(week[0]);
});
