// The lease of a studio's vendor on a real PostgreSQL: one process at a time, and its writes only with the
// newest fence.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ownDesk } from '../../../core/desk/rules/own-desk.ts';
import { leaseMs, type Hold } from '../../../core/shared/server/lease.ts';
import type { StoredRow } from '../../../core/shared/studio-database.ts';
import type { VendorDatabase } from '../../../core/shared/vendor-database.ts';
import { systemClock, systemIds } from '../../../electron/adapters/system.ts';
import {
  backUp,
  createStudio,
  restore,
  studiosWithVendor,
  type Backup,
} from '../../../electron/studio-server/administration.ts';
import { openFenced } from '../../../electron/studio-server/fence.ts';
import type { OwnPostgres } from '../../../electron/studio-server/own-postgres.ts';
import { postgresVendor } from '../../../electron/studio-server/postgres-vendor.ts';
import { migrate } from '../../../electron/studio-server/schema.ts';
import { openSql, type ServingSql, type Sql } from '../../../electron/studio-server/sql.ts';
import { openTokenSeal } from '../../../electron/studio-server/token-seal.ts';
import { quietLog } from '../../support/counting-ids.ts';
import { realPostgres } from '../../support/real-postgres.ts';

let postgres: OwnPostgres;
let sql: Sql;
let serving: ServingSql;
let vendor: VendorDatabase;
let studio = '';
const keys = mkdtempSync(join(tmpdir(), 'allinea-key-'));

beforeAll(async () => {
  postgres = await realPostgres();
  sql = openSql(postgres.url, quietLog);
  await migrate(sql);
  serving = await openFenced(sql, postgres.url, quietLog);
  vendor = postgresVendor(serving, openTokenSeal(keys));
}, 60_000);
afterAll(async () => {
  await serving.close();
  await sql.close();
  await postgres.stop();
  rmSync(keys, { recursive: true, force: true });
}, 60_000);

const create = (address: string | null = null): Promise<string> =>
  createStudio(sql, systemIds, {
    name: 'Studio Bianchi',
    rows: ownDesk('Studio Bianchi'),
    vendor: { address },
  });
beforeEach(async () => {
  studio = await create();
});

async function taken(holder: string): Promise<Hold> {
  const lease = await vendor.take(studio, holder);
  if (lease === undefined) throw new Error('It was not free');
  return lease;
}

const note = (version: number): StoredRow => ({
  table: 'notes',
  id: `note ${version}`,
  version,
  value: { id: `note ${version}`, text: 'x' },
});

/** Writes one row. False if the hold is not the newest. */
const writes = async (hold: Hold): Promise<boolean> =>
  (await vendor.turn(studio, hold, async ({ head, write }) => {
    const version = head.version + 1;
    write({ version, rows: [note(version)], token: null });
    return true;
  })) === true;

/** Ends the lease as if its time had passed. */
const expire = (): Promise<unknown> =>
  sql.query('update vendor_link set lease_until = lease_until - $2 where studio = $1', [
    studio,
    leaseMs + 1000,
  ]);

test('of ten processes that ask at once, one takes the lease; the next one after its end, by the clock of the database', async () => {
  const asked = await Promise.all(
    Array.from({ length: 10 }, (_, number) => vendor.take(studio, `process ${number}`)),
  );
  const [first, ...others] = asked.filter((lease) => lease !== undefined);
  expect(others).toEqual([]);
  if (first === undefined) throw new Error('Nobody has it');
  expect(first.fence).toBe(1);
  expect(await vendor.take(studio, 'late')).toBeUndefined();
  await expire();
  // Over, but nobody else has taken it: its writes still count, and make it later.
  expect(await writes(first)).toBe(true);
  expect(await vendor.take(studio, 'late')).toBeUndefined();
  await expire();
  expect((await vendor.take(studio, 'late'))?.fence).toBe(2);
  expect(await writes(first)).toBe(false);
  expect(await vendor.renew(studio, first)).toBe(false);
  // What does not count takes nothing back either.
  await vendor.giveBack(studio, first);
  expect(await vendor.take(studio, 'third')).toBeUndefined();
});

test('a lease that is given back is free at once; a studio without a vendor has none', async () => {
  const first = await taken('a');
  await vendor.giveBack(studio, first);
  expect((await taken('b')).fence).toBe(2);
  expect(await writes(first)).toBe(false);
  const own = await createStudio(sql, systemIds, { name: 'Own', rows: ownDesk('Own') });
  expect(await vendor.take(own, 'a')).toBeUndefined();
  expect(await vendor.keepToken(own, 'token')).toBe(false);
  expect(await studiosWithVendor(sql)).not.toContainEqual({ studio: own, address: null });
  expect(await studiosWithVendor(sql)).toContainEqual({ studio, address: null });
});

test('a turn that fails writes nothing; a turn sees the tokens that a person brought, and may bring others', async () => {
  const hold = await taken('a');
  await expect(
    vendor.turn(studio, hold, async ({ head, write }) => {
      write({ version: head.version + 1, rows: [note(2)], token: 'half' });
      throw new Error('killed');
    }),
  ).rejects.toThrow('killed');
  expect(await vendor.keepToken(studio, 'of a person')).toBe(true);
  const seen = await vendor.turn(studio, hold, async ({ token, head, write }) => {
    write({ version: head.version, rows: [], token: 'renewed' });
    return [token, head.version];
  });
  expect(seen).toEqual(['of a person', 1]);
  expect(await vendor.turn(studio, hold, async ({ token }) => token)).toBe('renewed');
  // Whoever has the database alone has no token, nor has another studio.
  const [row] = await sql.query<{ token: string }>('select token from vendor_link where studio = $1', [
    studio,
  ]);
  const sealed = row?.token ?? '';
  expect(sealed).not.toContain('renewed');
  expect(openTokenSeal(keys).open(studio, sealed)).toBe('renewed');
  expect(openTokenSeal(keys).open('another', sealed)).toBeNull();
  expect(openTokenSeal(keys).open(studio, `AAAA${sealed.slice(4)}`)).toBeNull();
  expect(openTokenSeal(join(keys, 'other')).open(studio, sealed)).toBeNull();
});

test('a process that stops in the middle of a turn holds up nobody for long', async () => {
  const hold = await taken('a');
  let wakes = (): void => undefined;
  const stopped = vendor.turn(studio, hold, async ({ head, write }) => {
    await new Promise<void>((resolve) => {
      wakes = resolve;
    });
    write({ version: head.version + 1, rows: [note(2)], token: null });
    return head.version;
  });
  await delay(200);
  await expire();
  const began = Date.now();
  expect((await taken('b')).fence).toBe(2);
  expect(Date.now() - began).toBeLessThan(20_000);
  // What it would have written is not there, and it hears of it.
  wakes();
  await expect(stopped).rejects.toThrow();
  const notes = await sql.query(`select from state_row where studio = $1 and tbl = 'notes'`, [studio]);
  expect(notes).toEqual([]);
}, 40_000);

test('a connection for news that the database ends is opened again, and the process goes on', async () => {
  const heard: string[] = [];
  serving.listen('allinea_test', (what) => heard.push(what));
  const ended = (): Promise<readonly unknown[]> =>
    sql.query(`select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen "allinea_test"'`);
  await expect.poll(async () => (await ended()).length, { timeout: 10_000 }).toBe(1);
  await expect
    .poll(
      async () => {
        await sql.query(`select pg_notify('allinea_test', 'news')`);
        return heard.length;
      },
      { timeout: 15_000 },
    )
    .toBeGreaterThan(0);
});

test('a backup holds no token; after a restore no hold of before counts, and who was signed in still is', async () => {
  const first = await taken('a');
  await vendor.keepToken(studio, 'secret');
  const [kept] = await sql.query<{ token: string }>('select token from vendor_link where studio = $1', [
    studio,
  ]);
  const backups: Backup[] = [];
  await backUp(sql, systemClock, (backup) => backups.push(backup));
  const [backup] = backups;
  if (backup === undefined) throw new Error('No backup');
  expect(JSON.stringify(backup.tables.vendor_link)).not.toContain(kept?.token ?? 'nothing');
  await vendor.giveBack(studio, first);
  const second = await taken('b');
  await restore(sql, backup, { ids: systemIds, clock: systemClock });
  expect(await writes(first)).toBe(false);
  expect(await writes(second)).toBe(false);
  const third = await taken('c');
  expect(third.fence).toBeGreaterThan(second.fence);
  expect(await vendor.turn(studio, third, async ({ token }) => token)).toBe('secret');
  expect(await writes(third)).toBe(true);
});

test('whoever serves one studio sees no lease of another one', async () => {
  const other = await create('http://127.0.0.1:8731');
  const seen = await serving.of(studio).query<{ studio: string }>('select studio from vendor_link');
  expect(seen).toEqual([{ studio }]);
  const address = 'http://127.0.0.1:8731';
  expect(await studiosWithVendor(sql)).toContainEqual({ studio: other, address });
});
