// The server of shared studios as an HTTP application.
import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:https';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Clock, Fetch, Log } from '../../core/ports.ts';
import { createAnswering } from '../../core/shared/server/answer.ts';
import { createSignIn } from '../../core/shared/server/sign-in.ts';
import { createVendorExchanges, type StudioWithVendor } from '../../core/host/server/vendor-exchanges.ts';
import { vendorCalls } from '../../core/host/server/vendor-calls.ts';
import { createWatching } from '../../core/shared/server/watching.ts';
import { systemDigest, systemIds, systemRng, systemScheduler } from '../adapters/system.ts';
import type { AutomaticBackups } from './automatic-backups.ts';
import { changedChannel, erasedChannel, postgresStudio } from './postgres-studio.ts';
import { argonPasswords, codeStep } from './passwords.ts';
import { postgresSignIn } from './postgres-sign-in.ts';
import { exchangeChannel, postgresVendor, tellToExchange } from './postgres-vendor.ts';
import type { Exchanging } from './exchanging.ts';
import type { ServingSql } from './sql.ts';

/** A push holds 4 MB of commands at most. */
const mostBytes = 8_000_000;

export interface Serving {
  readonly address: string;
  close(): Promise<void>;
}

/** A certificate and its key, as PEM. Null only on loopback: elsewhere tokens would travel readable. */
export type Certificate = { readonly cert: Buffer; readonly key: Buffer } | null;

/** Serves until `close`, which also closes `sql` and stops the backups. */
export async function serveStudios({
  sql,
  clock,
  log,
  host,
  port,
  certificate,
  backups,
  exchanging,
}: {
  readonly sql: ServingSql;
  readonly clock: Clock;
  readonly log: Log;
  readonly host: string;
  readonly port: number;
  readonly certificate: Certificate;
  readonly backups: AutomaticBackups;
  readonly exchanging: Exchanging;
}): Promise<Serving> {
  const database = postgresStudio(sql);
  const vendorDatabase = postgresVendor(sql, exchanging.seal);
  const vendorOf = (studio: StudioWithVendor): Fetch | null => exchanging.vendors.of(studio);
  const exchanges = createVendorExchanges({
    database: vendorDatabase,
    studios: exchanging.studios,
    vendorOf,
    // The number of the process is for people who look into the table.
    holder: `${process.pid} ${systemIds.next()}`,
    clock,
    scheduler: systemScheduler,
    rng: systemRng,
    ids: systemIds,
    log,
  });
  const stopWork = async (): Promise<void> => {
    backups.stop();
    await exchanges.stop();
    exchanging.vendors.close();
  };
  const watching = createWatching({ database, clock, scheduler: systemScheduler, ids: systemIds, log });
  sql.listen(changedChannel, (studio) => {
    watching.changed(studio);
    exchanges.changed(studio);
  });
  sql.listen(exchangeChannel, (studio) => exchanges.wake(studio));
  sql.listen(erasedChannel, () => void backups.erased());
  const answer = createAnswering({
    database,
    clock,
    log,
    ids: systemIds,
    digest: systemDigest,
    watching,
    signIn: createSignIn({ database: postgresSignIn(sql), passwords: argonPasswords, codeStep, clock }),
    vendor: vendorCalls({
      database: vendorDatabase,
      ...exchanging,
      vendorOf,
      wake: (studio) => tellToExchange(sql, studio),
      clock,
    }),
  });
  const app = new Hono();
  app.use(bodyLimit({ maxSize: mostBytes }));
  app.get('/v1/health', (c) => c.json({ program: 'allinea-studio' }));
  app.all('/v1/studios/*', async (c) => {
    const { pathname, search } = new URL(c.req.url);
    const { status, body } = await answer({
      method: c.req.method as 'GET' | 'POST',
      path: `${pathname}${search}`,
      headers: Object.fromEntries(c.req.raw.headers),
      ...(c.req.method === 'GET' ? {} : { body: await c.req.text() }),
    });
    return c.json(body as object, status as 200);
  });
  const serving = new Promise<Serving>((resolve, reject) => {
    const server = serve(
      {
        fetch: app.fetch,
        hostname: host,
        port,
        ...(certificate !== null && { createServer, serverOptions: certificate }),
      },
      (info: AddressInfo) => {
        const name = host.includes(':') ? `[${host}]` : host;
        resolve({
          address: `${certificate === null ? 'http' : 'https'}://${name}:${info.port}`,
          async close() {
            await stopWork();
            await new Promise<void>((closed) => {
              server.close(() => closed());
              if ('closeAllConnections' in server) server.closeAllConnections();
            });
            await sql.close();
          },
        });
      },
    );
    server.once('error', reject);
  });
  try {
    return await serving;
  } catch (error) {
    await stopWork();
    await sql.close();
    throw error;
  }
}
