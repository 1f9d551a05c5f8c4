// Statements and transactions over `pg`. Nothing else knows the driver.
import { setTimeout as delay } from 'node:timers/promises';
import { Client, escapeLiteral, Pool, type PoolClient, type QueryConfig } from 'pg';
import type { Log } from '../../core/ports.ts';

/** Runs one statement and returns its rows. */
export type Query = <Row>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/** A statement that goes with the commit, after all that was asked before. If it fails, all of it fails. */
export type Send = (text: string, values: readonly unknown[]) => void;

export interface Statements {
  readonly query: Query;
  /** Commits if `work` returns. Throws if it throws, or if nobody knows whether the commit happened. */
  transaction<T>(
    isolation: 'read committed' | 'repeatable read, read only',
    work: (query: Query, send: Send) => Promise<T>,
  ): Promise<T>;
}

/** The statements of whoever runs the server. They reach every studio. */
export interface Sql extends Statements {
  close(): Promise<void>;
}

/** The statements of those who work with a studio. The database shows them the rows of this one alone. */
export interface ServingSql {
  of(studio: string): Statements;
  /**
   * Calls `heard` with what any process says on a channel. A connection that breaks is opened again; what was
   * said meanwhile is lost.
   */
  listen(channel: string, heard: (what: string) => void): void;
  close(): Promise<void>;
}

/** The database compares the studio of each row with it (`schema.ts`). No studio has the name of all. */
const studioSetting = 'allinea.studio';
const everyStudio = '*';

const mostConnections = 10;
/** A process that stops in the middle of a transaction holds a studio's lock for so long at most. */
const longestIdleMs = 10_000;
const listenAgainMs = 1000;

/** A connection that breaks is logged and replaced: a server must not end with it. */
export function openSql(url: string, log: Log): Sql {
  const pool = openPool(withSetting(url, `${studioSetting}=${everyStudio}`), log);
  const prepared = preparing();
  return {
    async query<Row>(text: string, values: readonly unknown[] = []) {
      return (await pool.query(prepared(text, values))).rows as Row[];
    },
    transaction: (isolation, work) =>
      onConnection(pool, (connection) =>
        inTransaction(connection, prepared, `begin isolation level ${isolation}`, work),
      ),
    close: () => pool.end(),
  };
}

/** `role`: carries out the statements (`fence.ts`). Null: the role of the address does. */
export function openServing(url: string, log: Log, role: string | null): ServingSql {
  const pool = openPool(role === null ? url : withSetting(url, `role=${role}`), log);
  const prepared = preparing();
  const listening = openListening(url, log);
  return {
    of(studio) {
      if (studio === everyStudio) throw new Error('Whoever serves works with one studio');
      const only = `set local ${studioSetting} = ${escapeLiteral(studio)}`;
      return {
        query: <Row>(text: string, values: readonly unknown[] = []) =>
          onConnection(pool, async (connection) => {
            // All of it travels together.
            const [, { rows }] = await Promise.all([
              connection.query(`begin; ${only}`),
              connection.query(prepared(text, values)),
              connection.query('commit'),
            ]);
            return rows as Row[];
          }),
        transaction: (isolation, work) =>
          onConnection(pool, (connection) =>
            inTransaction(connection, prepared, `begin isolation level ${isolation}; ${only}`, work),
          ),
      };
    },
    listen: (channel, heard) => listening.listen(channel, heard),
    async close() {
      await listening.close();
      await pool.end();
    },
  };
}

/** The address, with a setting that each connection begins with. */
function withSetting(url: string, setting: string): string {
  const address = new URL(url);
  const given = address.searchParams.get('options');
  address.searchParams.set('options', `${given === null ? '' : `${given} `}-c ${setting}`);
  return address.href;
}

function openPool(url: string, log: Log): Pool {
  const pool = new Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: longestIdleMs,
    // Statements that do not wait for each other travel together: most of a short one is its way.
    pipeline: true,
  });
  pool.on('error', () => log.error('shared.connection-lost'));
  return pool;
}

type Prepared = (text: string, values: readonly unknown[]) => QueryConfig;

/** A statement with values is prepared once on each connection: planning it costs more than a short one. */
function preparing(): Prepared {
  const names = new Map<string, string>();
  return (text, values) => {
    if (values.length === 0) return { text };
    const name = names.get(text) ?? `s${names.size}`;
    names.set(text, name);
    return { text, values: [...values], name };
  };
}

async function onConnection<T>(pool: Pool, work: (connection: PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  let broken: Error | undefined;
  const lost = (error: Error): void => {
    broken = error;
  };
  connection.on('error', lost);
  try {
    return await work(connection);
  } catch (error) {
    // Whatever it was, the connection is not used again: its transaction may still be open.
    broken ??= error instanceof Error ? error : new Error('unknown');
    throw error;
  } finally {
    connection.off('error', lost);
    connection.release(broken);
  }
}

async function inTransaction<T>(
  connection: PoolClient,
  prepared: Prepared,
  begin: string,
  work: (query: Query, send: Send) => Promise<T>,
): Promise<T> {
  const begun = connection.query(begin);
  const sent: Promise<unknown>[] = [];
  const [value] = await Promise.all([
    work(
      async <Row>(text: string, values: readonly unknown[] = []) =>
        (await connection.query(prepared(text, values))).rows as Row[],
      (text, values) => {
        const statement = connection.query(prepared(text, values));
        // It is awaited below. Until then nobody else hears of its error.
        statement.catch(() => undefined);
        sent.push(statement);
      },
    ),
    begun,
  ]);
  await Promise.all([...sent, connection.query('commit')]);
  return value;
}

function openListening(url: string, log: Log): Pick<ServingSql, 'listen' | 'close'> {
  let closed = false;
  const listening = new Set<Client>();

  async function listenOn(channel: string, heard: (what: string) => void): Promise<void> {
    while (!closed) {
      const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
      const over = new Promise<void>((resolve) => {
        // The database says why it ends a connection, and then ends it: both are errors.
        client.on('error', () => resolve());
        client.once('end', resolve);
      });
      client.on('notification', ({ payload }) => heard(payload ?? ''));
      try {
        await client.connect();
        listening.add(client);
        await client.query(`listen ${client.escapeIdentifier(channel)}`);
        await over;
      } catch {
        log.error('shared.not-listening');
      }
      listening.delete(client);
      if (!closed) await delay(listenAgainMs);
    }
  }

  return {
    listen(channel, heard) {
      void listenOn(channel, heard);
    },
    async close() {
      closed = true;
      await Promise.all([...listening].map((client) => client.end()));
    },
  };
}
