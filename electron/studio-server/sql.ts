// Statements and transactions over `pg`. Nothing else knows the driver.
import { setTimeout as delay } from 'node:timers/promises';
import { Client, Pool } from 'pg';
import type { Log } from '../../core/ports.ts';

/** Runs one statement and returns its rows. */
export type Query = <Row>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

export interface Sql {
  readonly query: Query;
  /** Commits if `work` returns. Throws if it throws, or if nobody knows whether the commit happened. */
  transaction<T>(
    isolation: 'read committed' | 'repeatable read, read only',
    work: (query: Query) => Promise<T>,
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
  const pool = new Pool({ connectionString: url, max: mostConnections, connectionTimeoutMillis: 10_000 });
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
      return (await pool.query(text, [...values])).rows as Row[];
    },
    async transaction(isolation, work) {
      const connection = await pool.connect();
      let broken: Error | undefined;
      const lost = (error: Error): void => {
        broken = error;
      };
      connection.on('error', lost);
      try {
        await connection.query(`begin isolation level ${isolation}`);
        const value = await work(async <Row>(text: string, values: readonly unknown[] = []) => {
          return (await connection.query(text, [...values])).rows as Row[];
        });
        await connection.query('commit');
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
