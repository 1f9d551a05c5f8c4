// Which backups of a studio go. A pure rule: each hour in which something changed for a day, each day for 30
// days, each week for a year. Backups that were made for another reason stay for 30 days.
import type { BackupReason } from '../bridge/backups.ts';

/** What the rule looks at. */
export interface RotatedBackup {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The number of the last command in it. */
  readonly number: number;
  readonly why: BackupReason;
}

const hour = 3_600_000;
const day = 24 * hour;

/** Each level keeps the last backup of each slot. Days and weeks begin at midnight UTC. */
const levels = [
  { lasts: day, slot: hour },
  { lasts: 30 * day, slot: day },
  { lasts: 365 * day, slot: 7 * day },
] as const;
const others = { last: 30 * day, most: 10 } as const;

/**
 * At most so many go at once. A clock that is a year ahead for a moment then costs a few backups, not all.
 */
export const mostAtOnce = 3;

/** More backups than the rule ever keeps when time goes forward: hours, days, weeks and the others. */
export const mostKept = 25 + 31 + 54 + others.most;

const newestFirst = (a: RotatedBackup, b: RotatedBackup): number => b.at - a.at || b.number - a.number;

/** The backups that the rule keeps, the newest first. A clock may have been ahead: distance counts. */
function kept<B extends RotatedBackup>(backups: readonly B[], now: number): ReadonlySet<B> {
  const sorted = backups.toSorted(newestFirst);
  const keep = new Set<B>(sorted.slice(0, 1));
  const furthest = sorted.toSorted((a, b) => b.number - a.number)[0];
  if (furthest !== undefined) keep.add(furthest);
  for (const { lasts, slot } of levels) {
    const taken = new Set<number>();
    for (const backup of sorted) {
      const at = Math.floor(backup.at / slot);
      if (Math.abs(now - backup.at) > lasts || taken.has(at)) continue;
      taken.add(at);
      keep.add(backup);
    }
  }
  const special = sorted.filter(({ why, at }) => why !== 'work' && Math.abs(now - at) <= others.last);
  for (const backup of special.slice(0, others.most)) keep.add(backup);
  return keep;
}

/** The backups to remove now, the oldest first. The newest one, and the one with most commands, never go. */
export function outdatedBackups<B extends RotatedBackup>(backups: readonly B[], now: number): readonly B[] {
  const keep = kept(backups, now);
  return backups
    .filter((backup) => !keep.has(backup))
    .toSorted((a, b) => newestFirst(b, a))
    .slice(0, mostAtOnce);
}

/** True if something has changed since the last backup, and none was made within an hour of now. */
export function isBackupDue(backups: readonly RotatedBackup[], number: number, now: number): boolean {
  const furthest = Math.max(-1, ...backups.map((backup) => backup.number));
  return number > 0 && number !== furthest && backups.every(({ at }) => Math.abs(now - at) >= hour);
}
