// The second fence between studios: PostgreSQL shows whoever serves a studio no row of another one, whatever
// the statement says. For the role that the program makes, and for a role of the firm that owns the tables.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownDesk } from '../../../core/desk/rules/own-desk.ts';
import { systemIds } from '../../../electron/adapters/system.ts';
import { createStudio, invite } from '../../../electron/studio-server/administration.ts';
import { NoFence, openFenced } from '../../../electron/studio-server/fence.ts';
import type { OwnPostgres } from '../../../electron/studio-server/own-postgres.ts';
import { postgresStudio } from '../../../electron/studio-server/postgres-studio.ts';
import { migrate } from '../../../electron/studio-server/schema.ts';
import { openSql, type ServingSql, type Sql } from '../../../electron/studio-server/sql.ts';
import { quietLog } from '../../support/counting-ids.ts';
import { realPostgres } from '../../support/real-postgres.ts';

let postgres: OwnPostgres;
/** Its first role, a superuser. */
let first: Sql;

beforeAll(async () => {
  postgres = await realPostgres();
  first = openSql(postgres.url, quietLog);
}, 60_000);
afterAll(async () => {
  await first.close();
  await postgres.stop();
}, 60_000);

const urlOf = (user: string, database: string): string => {
  const url = new URL(postgres.url);
  [url.username, url.password, url.pathname] = [user, user, `/${database}`];
  return url.href;
};

/** A database of the firm's, that a role of the firm's owns. */
async function firmsDatabase(name: string, rights: string): Promise<string> {
  await first.query(`create role ${name} login password '${name}' ${rights}`);
  await first.query(`create database ${name} owner ${name}`);
  return urlOf(name, name);
}

async function filledStudio(sql: Sql, name: string): Promise<string> {
  const studio = await createStudio(sql, systemIds, {
    name,
    rows: ownDesk(name),
    vendor: { address: null },
  });
  await invite(sql, studio, { account: 'maria', name: 'Maria', role: 'administer' });
  await sql.query(
    `insert into desk (studio, id, account, token_hash, since) values ($1, 'd', 'maria', 'h', 0)`,
    [studio],
  );
  await sql.query(`insert into sign_in (studio, account, password) values ($1, 'maria', 'hash')`, [studio]);
  await sql.query(
    `insert into command (studio, cid, desk, seq, account, given_at, taken, day, version, outcome)
     values ($1, 'c', 'd', 1, 'maria', 0, 0, '2026-11-28', 1, 'applied')`,
    [studio],
  );
  return studio;
}

const tablesOf = (sql: Sql) =>
  sql.query<{ name: string; key: string }>(
    `select relname as name, case relname when 'studio' then 'id' else 'studio' end as key from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'allinea_schema'`,
  );

const everything = async (sql: Sql): Promise<unknown> =>
  Promise.all(
    (await tablesOf(sql)).map(async ({ name }) => [
      name,
      await sql.query(`select to_json(t)::text as row from ${name} as t order by 1`),
    ]),
  );

describe.each([
  ['the program’s own role', () => Promise.resolve(postgres.url)],
  ['a role of the firm’s that owns the tables', () => firmsDatabase('firm', '')],
] as const)('%s', (_, address) => {
  let sql: Sql;
  let serving: ServingSql;
  let [own, other] = ['', ''];
  beforeAll(async () => {
    const url = await address();
    sql = openSql(url, quietLog);
    await migrate(sql);
    serving = await openFenced(sql, url, quietLog);
    [own, other] = [await filledStudio(sql, 'Studio Marchetti'), await filledStudio(sql, 'Altro')];
  }, 60_000);
  afterAll(async () => {
    await serving.close();
    await sql.close();
  });

  test('every table is filled and behind the fence, whoever made it', async () => {
    for (const { name, key } of await tablesOf(sql)) {
      const [row] = await sql.query<{ fenced: boolean }>(
        'select relrowsecurity and relforcerowsecurity as fenced from pg_class where oid = $1::regclass',
        [name],
      );
      expect([name, row]).toEqual([name, { fenced: true }]);
      const of = async (studio: string) => sql.query(`select from ${name} where ${key} = $1`, [studio]);
      expect([name, (await of(own)).length > 0, (await of(other)).length > 0]).toEqual([name, true, true]);
    }
  });

  test('no select, insert, update or delete reaches another studio, on any table', async () => {
    const before = await everything(sql);
    const at = serving.of(own);
    for (const { name, key } of await tablesOf(sql)) {
      const columns = await sql.query<{ name: string }>(
        'select column_name as name from information_schema.columns where table_name = $1',
        [name],
      );
      const others = columns.map((column) => (column.name === key ? `'${other}'` : column.name));
      const found = [
        await at.query(`select ${key} from ${name} where ${key} <> $1`, [own]),
        await at.query(`select ${key} from ${name} where ${key} = $1 for update`, [other]),
        await at.query(`update ${name} set ${key} = ${key} where ${key} <> $1 returning ${key}`, [own]),
        await at.query(`delete from ${name} where ${key} <> $1 returning ${key}`, [own]),
      ];
      expect([name, found]).toEqual([name, [[], [], [], []]]);
      for (const wrong of [
        `insert into ${name} (${columns.map((column) => column.name).join(', ')})
           select ${others.join(', ')} from ${name}`,
        `update ${name} set ${key} = '${other}-x'`,
      ])
        await expect(at.query(wrong), wrong).rejects.toThrow(/row-level security/);
    }
    expect(await everything(sql)).toEqual(before);
  });

  test('a statement that forgets its studio sees its own alone; one outside of any studio sees nothing', async () => {
    const forgetful = 'select distinct studio from state_row';
    expect(await serving.of(own).query(forgetful)).toEqual([{ studio: own }]);
    expect(await serving.of(other).query(forgetful)).toEqual([{ studio: other }]);
    const both = await serving
      .of(own)
      .transaction('repeatable read, read only', async (query) => [
        await query(forgetful),
        await query('select id from studio'),
      ]);
    expect(both).toEqual([[{ studio: own }], [{ id: own }]]);
    expect(await serving.of('').query(forgetful)).toEqual([]);
    expect(await serving.of(`x'; set allinea.studio = '*`).query(forgetful)).toEqual([]);
    expect(() => serving.of('*')).toThrow();
    // The setting ends with the transaction: the next one on the connection has its own.
    expect(await serving.of(own).query('select name from studio')).toEqual([{ name: 'Studio Marchetti' }]);
  });

  test('a forgotten condition in what serves the desks gives nothing of another studio', async () => {
    const mistaken: Pick<ServingSql, 'of'> = {
      of(studio) {
        const right = serving.of(studio);
        const withoutStudio = (text: string): string =>
          text.replaceAll(/(?:\w+\.)?studio = \$1 and/g, '$1::text is not null and');
        return {
          query: (text, values) => right.query(withoutStudio(text), values),
          transaction: (isolation, work) =>
            right.transaction(isolation, (ask, send) =>
              work((text, values) => ask(withoutStudio(text), values), send),
            ),
        };
      },
    };
    const rows = await postgresStudio(mistaken).read(own, ['d'], async ({ desks, rowsAfter }) => [
      desks.length,
      await rowsAfter({ version: 0, table: '', id: '' }, 1000),
    ]);
    const right = await postgresStudio(serving).read(own, ['d'], async ({ desks, rowsAfter }) => [
      desks.length,
      await rowsAfter({ version: 0, table: '', id: '' }, 1000),
    ]);
    expect(rows).toEqual(right);
    expect(right?.[0]).toBe(1);
  });
});

test('a role that bypasses the fence and can make no other does not serve', async () => {
  const url = await firmsDatabase('bypasses', 'bypassrls');
  const sql = openSql(url, quietLog);
  await migrate(sql);
  await expect(openFenced(sql, url, quietLog)).rejects.toThrow(NoFence);
  await sql.close();
});

test('a table without a fence, and what no fence stops, are not given to who serves; two processes may begin at once', async () => {
  await migrate(first);
  await first.query('create table bare (studio text)');
  const both = await Promise.all([1, 2].map(() => openFenced(first, postgres.url, quietLog)));
  for (const serving of both) {
    await expect(serving.of('a').query('select * from bare')).rejects.toThrow(/permission denied/);
    await expect(serving.of('a').query('truncate command')).rejects.toThrow(/permission denied/);
    await serving.close();
  }
  await first.query('drop table bare');
});
