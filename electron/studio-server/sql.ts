// Statements and transactions over `pg`. Nothing else knows the driver.
import { Pool } from 'pg';
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
  close(): Promise<void>;
}

const mostConnections = 10;

/** A connection that breaks is logged and replaced: a server must not end with it. */
export function openSql(url: string, log: Log): Sql {
  const pool = new Pool({ connectionString: url, max: mostConnections, connectionTimeoutMillis: 10_000 });
  pool.on('error', () => log.error('shared.connection-lost'));
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
    close: () => pool.end(),
  };
}
