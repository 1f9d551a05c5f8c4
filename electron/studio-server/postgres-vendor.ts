// The leases of the vendors of shared studios, and the writes of their exchange, in PostgreSQL. All times are
// those of the database: the clocks of two servers differ.
import type { Hold, Lease } from '../../core/shared/server/lease.ts';
import { linkCalls, type VendorLink } from '../../core/shared/server/vendor-link.ts';
import type { StudioHead } from '../../core/shared/studio-database.ts';
import type { VendorDatabase, VendorWritten } from '../../core/shared/vendor-database.ts';
import { changedChannel, headOf, rowsAfter, writeRows } from './postgres-studio.ts';
import type { Query, Send, ServingSql } from './sql.ts';
import type { TokenSeal } from './token-seal.ts';

/** What a call works with: the studio's lock is taken, and the rows are the newest. */
interface Locked {
  readonly head: StudioHead;
  readonly link: VendorLink;
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

function write(send: Send, studio: string, { version, rows }: Pick<VendorWritten, 'version' | 'rows'>): void {
  if (rows.length === 0) return;
  writeRows(send, studio, rows);
  send('update studio set version = $2 where id = $1', [studio, version]);
  send('select pg_notify($1, $2)', [changedChannel, studio]);
}

/** A studio is named here when its vendor is to be asked now. The process that holds the lease does it. */
export const exchangeChannel = 'allinea_exchange';

export async function tellToExchange(sql: Pick<ServingSql, 'of'>, studio: string): Promise<void> {
  await sql.of(studio).query('select pg_notify($1, $2)', [exchangeChannel, studio]);
}

export function postgresVendor(sql: Pick<ServingSql, 'of'>, seal: TokenSeal): VendorDatabase {
  function keepToken(send: Send, studio: string, token: string | null): void {
    const sealed = token === null ? null : seal.seal(studio, token);
    send('update vendor_link set token = $2 where studio = $1', [studio, sealed]);
  }

  /** Undefined if there is no such studio, or it has no vendor. */
  const locked = <T>(studio: string, work: (locked: Locked) => Promise<T>): Promise<T | undefined> =>
    sql.of(studio).transaction('read committed', async (query, send) => {
      const [head] = await query<StudioHead>(`${headOf} for update`, [studio]);
      const [[link], now] = await Promise.all([
        query<VendorLink>(
          'select holder, lease_until as until, fence, token from vendor_link where studio = $1',
          [studio],
        ),
        nowOf(query),
      ]);
      return head === undefined || link === undefined ? undefined : work({ head, link, now, query, send });
    });

  /** Writes the lease that `change` makes. False if it makes none. */
  const change = async (
    studio: string,
    next: (link: VendorLink, now: number) => Lease | null,
  ): Promise<Lease | undefined> =>
    locked(studio, async ({ link, now, send }) => {
      const lease = next(link, now);
      if (lease === null) return undefined;
      keepLease(send, studio, lease);
      return lease;
    });

  return {
    async take(studio, holder) {
      const lease = await change(studio, (link, now) => linkCalls.take(link, holder, now));
      return lease && { holder, fence: lease.fence };
    },
    renew: async (studio, hold) =>
      (await change(studio, (link, now) => linkCalls.renew(link, hold, now))) !== undefined,
    async giveBack(studio, hold) {
      await change(studio, (link) => linkCalls.giveBack(link, hold));
    },
    turn: (studio: string, hold: Hold, work) =>
      locked(studio, async ({ head, link, now, query, send }) => {
        const lease = linkCalls.renew(link, hold, now);
        if (lease === null) return undefined;
        const value = await work({
          head,
          token: link.token === null ? null : seal.open(studio, link.token),
          rowsAfter: rowsAfter(query, studio),
          write(written) {
            keepToken(send, studio, written.token);
            write(send, studio, written);
          },
        });
        keepLease(send, studio, lease);
        return value;
      }),
    keepToken: async (studio, token) =>
      (await locked(studio, async ({ send }) => {
        keepToken(send, studio, token);
        // The process that holds the lease hears of it.
        send('select pg_notify($1, $2)', [changedChannel, studio]);
        return true;
      })) === true,
  };
}
