// What the exchange of a shared studio with its vendor asks of the server's database. Every write carries the
// hold of the lease, and is refused if a newer one exists.
import type { Hold } from './server/lease.ts';
import type { StoredRow, StudioSnapshot } from './studio-database.ts';

/** What one turn writes, all or nothing. */
export interface VendorWritten {
  /** The studio's version with it, and the rows of this version. */
  readonly version: number;
  readonly rows: readonly StoredRow[];
  /** The tokens of the vendor from now on. */
  readonly token: string | null;
}

/** A transaction that holds the studio's only lock, on the newest rows. */
export interface VendorTurn extends Pick<StudioSnapshot, 'head' | 'rowsAfter'> {
  /** The tokens of the vendor, as the client keeps them. Null: somebody must sign in. */
  readonly token: string | null;
  /** Once at most. It is carried out with the commit. */
  readonly write: (written: VendorWritten) => void;
}

/** Every call throws if the database cannot be asked, or if nobody knows whether a commit happened. */
export interface VendorDatabase {
  /** Undefined if another process holds the lease, or the studio has no vendor. */
  take(studio: string, holder: string): Promise<Hold | undefined>;
  /** Whether the hold is the newest. Its end is then later. */
  renew(studio: string, hold: Hold): Promise<boolean>;
  /** Lets anybody take the lease at once. Does nothing if the hold is not the newest. */
  giveBack(studio: string, hold: Hold): Promise<void>;
  /**
   * Carries out `work` under the studio's lock, if the hold is the newest, and renews it. Undefined if it is
   * not. Commits after `work`, and only if it does not throw.
   */
  turn<T>(studio: string, hold: Hold, work: (turn: VendorTurn) => Promise<T>): Promise<T | undefined>;
  /** Keeps the tokens of a person who has signed in, or forgets them. False if the studio has no vendor. */
  keepToken(studio: string, token: string | null): Promise<boolean>;
}
