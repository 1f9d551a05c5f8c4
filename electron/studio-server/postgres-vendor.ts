// The leases of the vendors of shared studios, and the writes of their exchange, in PostgreSQL. All times are
// those of the database: the clocks of two servers differ.
import {
  giveBackLease,
  isNewest,
  renewLease,
  takeLease,
  type Hold,
  type Lease,
} from '../../core/shared/server/lease.ts';
import type { StudioHead } from '../../core/shared/studio-database.ts';
import type { VendorDatabase, VendorWritten } from '../../core/shared/vendor-database.ts';
import { changedChannel, headOf, rowsAfter, writeRows } from './postgres-studio.ts';
import type { Query, Send, ServingSql } from './sql.ts';

interface Link extends Lease {
  readonly address: string | null;
  readonly token: string | null;
}

/** What a call works with: the studio's lock is taken, and the rows are the newest. */
interface Locked {
  readonly head: StudioHead;
  readonly link: Link;
  readonly now: number;
  readonly query: Query;
  readonly send: Send;
}

async function nowOf(query: Query): Promise<number> {
  // Not the time at which the transaction began: it may have waited long for the lock.
  const [row] = await query<{ now: number }>(
    'select extract(epoch from clock_timestamp())::float8 * 1000 as now',
  );
  if (row === undefined) throw new Error('The database has no clock');
  return row.now;
}

function keepLease(send: Send, studio: string, { holder, until, fence }: Lease): void {
  send('update vendor_link set holder = $2, lease_until = $3, fence = $4 where studio = $1', [
    studio,
    holder,
    until,
    fence,
  ]);
}

function write(send: Send, studio: string, { version, rows, token }: VendorWritten): void {
  if (token !== null) send('update vendor_link set token = $2 where studio = $1', [studio, token.to]);
  if (rows.length === 0) return;
  writeRows(send, studio, rows);
  send('update studio set version = $2 where id = $1', [studio, version]);
  send('select pg_notify($1, $2)', [changedChannel, studio]);
}

export function postgresVendor(sql: Pick<ServingSql, 'of'>): VendorDatabase {
  /** Undefined if there is no such studio, or it has no vendor. */
  const locked = <T>(studio: string, work: (locked: Locked) => Promise<T>): Promise<T | undefined> =>
    sql.of(studio).transaction('read committed', async (query, send) => {
      const [head] = await query<StudioHead>(`${headOf} for update`, [studio]);
      const [[link], now] = await Promise.all([
        query<Link>(
          'select address, holder, lease_until as until, fence, token from vendor_link where studio = $1',
          [studio],
        ),
        nowOf(query),
      ]);
      return head === undefined || link === undefined ? undefined : work({ head, link, now, query, send });
    });

  /** Writes the lease that `change` makes. False if it makes none. */
  const change = async (
    studio: string,
    next: (link: Link, now: number) => Lease | null,
  ): Promise<(Lease & Pick<Link, 'address'>) | undefined> =>
    locked(studio, async ({ link, now, send }) => {
      const lease = next(link, now);
      if (lease === null) return undefined;
      keepLease(send, studio, lease);
      return { ...lease, address: link.address };
    });

  return {
    async take(studio, holder) {
      const lease = await change(studio, (link, now) => takeLease(link, holder, now));
      return lease && { holder, fence: lease.fence, address: lease.address };
    },
    renew: async (studio, hold) =>
      (await change(studio, (link, now) => renewLease(link, hold, now))) !== undefined,
    async giveBack(studio, hold) {
      await change(studio, (link) => giveBackLease(link, hold));
    },
    turn: (studio: string, hold: Hold, work) =>
      locked(studio, async ({ head, link, now, query, send }) => {
        const lease = isNewest(link, hold) ? renewLease(link, hold, now) : null;
        if (lease === null) return undefined;
        const value = await work({
          head,
          token: link.token,
          rowsAfter: rowsAfter(query, studio),
          write(written) {
            if (written.token !== null && written.token.from !== link.token)
              throw new Error('Somebody has signed in meanwhile');
            write(send, studio, written);
          },
        });
        keepLease(send, studio, lease);
        return value;
      }),
    keepToken: async (studio, token) =>
      (await locked(studio, async ({ send }) => {
        send('update vendor_link set token = $2 where studio = $1', [studio, token]);
        // The process that holds the lease hears of it.
        send('select pg_notify($1, $2)', [changedChannel, studio]);
        return true;
      })) === true,
  };
}
