// The second fence between studios: row-level security (`schema.ts`), which holds for nobody who is a
// superuser or bypasses it by right. Whoever serves the desks works as a role that is neither.
import type { Log } from '../../core/ports.ts';
import { oneAtATime } from './schema.ts';
import { openServing, type Query, type ServingSql, type Sql } from './sql.ts';

const servingRole = 'allinea_desks';

/** The database of the firm gives a role that no studio's rows are hidden from, and may make no other. */
export class NoFence extends Error {
  override readonly name = 'NoFence';
}

/** Opens the database for serving. `sql`: the same one, brought to the newest version. Throws NoFence. */
export const openFenced = async (sql: Sql, url: string, log: Log): Promise<ServingSql> =>
  openServing(url, log, await sql.transaction('read committed', roleBehindFence));

/** Null: the own role is behind the fence. Else the role to take, made if it is not there. */
async function roleBehindFence(query: Query): Promise<string | null> {
  const [own] = await query<{ bypasses: boolean; makes: boolean }>(
    `select rolsuper or rolbypassrls as bypasses, rolsuper as makes from pg_roles where rolname = current_user`,
  );
  if (own?.bypasses !== true) return null;
  if (!own.makes)
    throw new NoFence(
      'Il ruolo di DATABASE_URL ha BYPASSRLS: vedrebbe gli studi di tutti. Serve un ruolo senza (si veda il README)',
    );
  await oneAtATime(query);
  const found = await query('select from pg_roles where rolname = $1', [servingRole]);
  if (found.length === 0) await query(`create role ${servingRole} nologin`);
  // A table without the fence is not given.
  const fenced = await query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class
      where relkind = 'r' and relnamespace = current_schema()::regnamespace
        and relrowsecurity and relforcerowsecurity`,
  );
  await query(
    `grant select, insert, update, delete on ${fenced.map(({ name }) => name).join(', ')} to ${servingRole}`,
  );
  return servingRole;
}
