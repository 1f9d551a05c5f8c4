// What a database does with the link between a studio and its vendor, once it has the studio's lock.
import { giveBackLease, renewLease, takeLease, type Hold, type Lease } from './lease.ts';

/** The lease, and the tokens of the vendor as the client keeps them. Null: somebody must sign in. */
export interface VendorLink extends Lease {
  readonly token: string | null;
}

/** The lease after a call. Null: the call is refused, and nothing may be written. `now`: by the database. */
export const linkCalls = {
  take: (link: Lease, holder: string, now: number): Lease | null => takeLease(link, holder, now),
  /** A turn renews the lease too. */
  renew: (link: Lease, hold: Hold, now: number): Lease | null => renewLease(link, hold, now),
  giveBack: (link: Lease, hold: Hold): Lease | null => giveBackLease(link, hold),
} as const;
