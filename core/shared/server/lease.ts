// The lease of a studio's vendor: one server process at a time exchanges with the vendor. Each taking gets a
// higher fence, and a write with a lower one is refused, whoever believes to hold the lease.

/** A lease as the database keeps it. Times are milliseconds since 1970, by the clock of the database. */
export interface Lease {
  /** The process that holds it. Null if nobody does. */
  readonly holder: string | null;
  readonly until: number;
  /** Only grows, over restores too. 0 before the first taking. */
  readonly fence: number;
}

/** What a process knows of the lease that it took. It goes with each of its writes. */
export interface Hold {
  readonly holder: string;
  readonly fence: number;
}

/** A process that is killed keeps the others away for so long at most. */
export const leaseMs = 30_000;

export const noLease: Lease = { holder: null, until: 0, fence: 0 };

/** The hold with which a write comes is the newest. It may be over: nobody else has taken the lease since. */
export const isNewest = (lease: Lease, { holder, fence }: Hold): boolean =>
  lease.holder === holder && lease.fence === fence;

/**
 * The lease with another hold, or null if another process has it. A process may take its own lease anew: what
 * it began before is refused then.
 */
export function takeLease(lease: Lease, holder: string, now: number): Lease | null {
  const free = lease.holder === null || lease.holder === holder || lease.until <= now;
  return free ? { holder, until: now + leaseMs, fence: lease.fence + 1 } : null;
}

/** The lease with a later end, or null if the hold is not the newest. It never ends earlier than before. */
export const renewLease = (lease: Lease, hold: Hold, now: number): Lease | null =>
  isNewest(lease, hold) ? { ...lease, until: Math.max(lease.until, now + leaseMs) } : null;

/** The lease that anybody may take, or null if the hold is not the newest. */
export const giveBackLease = (lease: Lease, hold: Hold): Lease | null =>
  isNewest(lease, hold) ? { ...lease, holder: null, until: 0 } : null;

/** After a restore: nobody holds it, and no hold of before counts. `now`: as it was when it was restored. */
export const restoredLease = (backup: Lease, now: Lease): Lease => ({
  holder: null,
  until: 0,
  fence: Math.max(backup.fence, now.fence) + 1,
});
