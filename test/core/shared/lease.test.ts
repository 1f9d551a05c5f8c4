import { expect, test } from 'vitest';
import {
  giveBackLease,
  isNewest,
  leaseMs,
  noLease,
  renewLease,
  restoredLease,
  takeLease,
  type Hold,
  type Lease,
} from '../../../core/shared/server/lease.ts';
import { seededChance } from '../../../electron/simulator/faults/seeded-chance.ts';

const taken = (lease: Lease, holder: string, now: number): Lease => {
  const next = takeLease(lease, holder, now);
  if (next === null) throw new Error('It was not free');
  return next;
};

test('a lease is taken by one, and by another one only after its end', () => {
  const a = taken(noLease, 'a', 1000);
  expect(a).toEqual({ holder: 'a', until: 1000 + leaseMs, fence: 1 });
  expect(takeLease(a, 'b', 1000 + leaseMs - 1)).toBeNull();
  expect(takeLease(a, 'b', 1000 + leaseMs)).toEqual({ holder: 'b', until: 1000 + 2 * leaseMs, fence: 2 });
});

test('a hold counts until a newer one exists, also after its end, and never again', () => {
  const a = taken(noLease, 'a', 0);
  const hold: Hold = { holder: 'a', fence: a.fence };
  expect(isNewest(a, hold)).toBe(true);
  const late = renewLease(a, hold, 10 * leaseMs);
  expect(late?.until).toBe(11 * leaseMs);
  const b = taken(a, 'b', leaseMs);
  expect(isNewest(b, hold)).toBe(false);
  expect(renewLease(b, hold, leaseMs)).toBeNull();
  expect(giveBackLease(b, hold)).toBeNull();
  // The same process again: what it began before does not count.
  const again = taken(b, 'a', 2 * leaseMs);
  expect(isNewest(again, hold)).toBe(false);
});

test('a clock that goes back makes no lease shorter', () => {
  const a = taken(noLease, 'a', 100_000);
  expect(renewLease(a, { holder: 'a', fence: 1 }, 0)?.until).toBe(a.until);
});

test('a lease that was given back is free, and keeps its fence', () => {
  const a = taken(noLease, 'a', 0);
  const free = giveBackLease(a, { holder: 'a', fence: 1 });
  expect(free).toEqual({ holder: null, until: 0, fence: 1 });
  expect(takeLease(free ?? a, 'b', 1)?.fence).toBe(2);
});

test('after a restore no hold counts, neither of the backup nor of what it replaced', () => {
  const backup: Lease = { holder: 'a', until: 50, fence: 4 };
  const now: Lease = { holder: 'b', until: 90, fence: 7 };
  const restored = restoredLease(backup, now);
  expect(restored).toEqual({ holder: null, until: 0, fence: 8 });
  expect(isNewest(restored, { holder: 'a', fence: 4 })).toBe(false);
  expect(restoredLease(now, noLease).fence).toBe(8);
});

test('whatever happens, a fence has one holder, and the fence only grows', () => {
  const chance = seededChance(19);
  let lease = noLease;
  let now = 0;
  const holders = new Map<number, string>();
  const holds: Hold[] = [];
  const wrong: string[] = [];
  for (let step = 0; step < 5000; step += 1) {
    now += Math.floor(chance.next() * leaseMs);
    const holder = 'abc'[Math.floor(chance.next() * 3)] ?? 'a';
    const before = lease;
    const mine = holds.findLast((hold) => hold.holder === holder);
    const dice = chance.next();
    if (dice < 0.5) lease = takeLease(lease, holder, now) ?? lease;
    else if (mine !== undefined && dice < 0.8) lease = renewLease(lease, mine, now) ?? lease;
    else if (mine !== undefined && dice < 0.95) lease = giveBackLease(lease, mine) ?? lease;
    else if (dice >= 0.98) lease = restoredLease({ ...lease, fence: Math.floor(lease.fence / 2) }, lease);
    if (lease.fence < before.fence) wrong.push(`${step}: the fence went back`);
    if (lease.holder === null) continue;
    const known = holders.get(lease.fence) ?? lease.holder;
    if (known !== lease.holder) wrong.push(`${step}: ${lease.fence} has two holders`);
    if (lease.fence > before.fence) {
      holds.push({ holder: lease.holder, fence: lease.fence });
      if (before.holder !== null && before.holder !== lease.holder && before.until > now)
        wrong.push(`${step}: taken before its end`);
    }
    holders.set(lease.fence, lease.holder);
  }
  expect(wrong).toEqual([]);
  expect(holders.size).toBeGreaterThan(500);
});
