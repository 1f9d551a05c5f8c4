// A PostgreSQL of the studio's own that another run has left, or that two processes use.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startOwnPostgres } from '../../../electron/studio-server/own-postgres.ts';
import { openSql } from '../../../electron/studio-server/sql.ts';
import { quietLog } from '../../support/counting-ids.ts';

const folder = mkdtempSync(join(tmpdir(), 'allinea-own-postgres-'));
// A test that runs as root starts the server as another user, who must get through.
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const pidFile = join(folder, 'postgres', 'postmaster.pid');
const processes = (): string => execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
const runs = (): boolean => processes().includes(join(folder, 'postgres'));

test(
  'what another run has left is used again; it ends with the last who uses it',
  { timeout: 60_000 },
  async () => {
    const first = await startOwnPostgres(folder, quietLog);
    const sql = openSql(first.url, quietLog);
    await sql.query('create table kept (id integer)');
    // The first one was killed, or serves: the second one does not start another PostgreSQL.
    const second = await startOwnPostgres(folder, quietLog);
    expect(second.url).toBe(first.url);
    const other = openSql(second.url, quietLog);
    expect(await other.query('select * from kept')).toEqual([]);
    await other.close();
    await second.stop();
    expect([existsSync(pidFile), runs()]).toEqual([true, true]);
    expect(await sql.query('select * from kept')).toEqual([]);
    await sql.close();
    await second.stop();
    expect([existsSync(pidFile), runs()]).toEqual([false, false]);
    await first.stop();
  },
);

test('a file that names a dead process keeps nobody from starting', { timeout: 60_000 }, async () => {
  const first = await startOwnPostgres(folder, quietLog);
  process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
  await expect.poll(runs, { timeout: 20_000 }).toBe(false);
  expect(existsSync(pidFile)).toBe(true);
  await first.stop();
  const second = await startOwnPostgres(folder, quietLog);
  const sql = openSql(second.url, quietLog);
  expect(await sql.query('select * from kept')).toEqual([]);
  await sql.close();
  await second.stop();
});

test(
  'killed while it was being made, it is made again; without its database it gets one',
  { timeout: 60_000 },
  async () => {
    const half = mkdtempSync(join(tmpdir(), 'allinea-half-postgres-'));
    chmodSync(half, 0o755);
    mkdirSync(join(half, 'postgres.new'));
    writeFileSync(join(half, 'postgres.new', 'PG_VERSION'), '18');
    const own = await startOwnPostgres(half, quietLog);
    const sql = openSql(own.url.replace(/allinea$/, 'postgres'), quietLog);
    await sql.query('drop database allinea');
    await sql.close();
    await own.stop();
    const again = await startOwnPostgres(half, quietLog);
    const database = openSql(again.url, quietLog);
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    await database.close();
    await again.stop();
    rmSync(half, { recursive: true, force: true });
  },
);
