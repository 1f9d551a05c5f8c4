// Statements and transactions over `pg`. Nothing else knows the driver.
import { setTimeout as delay } from 'node:timers/promises';
import { Client, Pool, type QueryConfig } from 'pg';
import type { Log } from '../../core/ports.ts';

/** Runs one statement and returns its rows. */
export type Query = <Row>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/** A statement that goes with the commit, after all that was asked before. If it fails, all of it fails. */
export type Send = (text: string, values: readonly unknown[]) => void;

export interface Sql {
  readonly query: Query;
  /** Commits if `work` returns. Throws if it throws, or if nobody knows whether the commit happened. */
  transaction<T>(
    isolation: 'read committed' | 'repeatable read, read only',
    work: (query: Query, send: Send) => Promise<T>,
  ): Promise<T>;
  /**
   * Calls `heard` with what any process says on a channel. A connection that breaks is opened again; what was
   * said meanwhile is lost.
   */
  listen(channel: string, heard: (what: string) => void): void;
  close(): Promise<void>;
}

const mostConnections = 10;
const listenAgainMs = 1000;

/** A connection that breaks is logged and replaced: a server must not end with it. */
export function openSql(url: string, log: Log): Sql {
  /** A statement with values is prepared once on each connection: planning it costs more than a short one. */
  const names = new Map<string, string>();
  function prepared(text: string, values: readonly unknown[]): QueryConfig {
    if (values.length === 0) return { text };
    const name = names.get(text) ?? `s${names.size}`;
    names.set(text, name);
    return { text, values: [...values], name };
  }

  const pool = new Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: 10_000,
    // Statements that do not wait for each other travel together: most of a short one is its way.
    pipeline: true,
  });
  pool.on('error', () => log.error('shared.connection-lost'));
  let closed = false;
  let listening: Client | undefined;

  async function listenOn(channel: string, heard: (what: string) => void): Promise<void> {
    while (!closed) {
      const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
      const over = new Promise<void>((resolve) => {
        client.once('error', resolve);
        client.once('end', resolve);
      });
      client.on('notification', ({ payload }) => heard(payload ?? ''));
      try {
        await client.connect();
        listening = client;
        await client.query(`listen ${client.escapeIdentifier(channel)}`);
        await over;
      } catch {
        log.error('shared.not-listening');
      }
      if (!closed) await delay(listenAgainMs);
    }
  }

  return {
    async query<Row>(text: string, values: readonly unknown[] = []) {
      return (await pool.query(prepared(text, values))).rows as Row[];
    },
    async transaction(isolation, work) {
      const connection = await pool.connect();
      let broken: Error | undefined;
      const lost = (error: Error): void => {
        broken = error;
      };
      connection.on('error', lost);
      try {
        const begun = connection.query(`begin isolation level ${isolation}`);
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
      } catch (error) {
        // Whatever it was, the connection is not used again: its transaction may still be open.
        broken ??= error instanceof Error ? error : new Error('unknown');
        throw error;
      } finally {
        connection.off('error', lost);
        connection.release(broken);
      }
    },
    listen(channel, heard) {
      void listenOn(channel, heard);
    },
    async close() {
      closed = true;
      await listening?.end();
      await pool.end();
    },
  };
}
