// The servers of the bench: their processes on one PostgreSQL, the studios on them and their desks.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownDesk } from '../../core/desk/rules/own-desk.ts';
import { systemIds } from '../../electron/adapters/system.ts';
import { createStudio, invite } from '../../electron/studio-server/administration.ts';
import { openSql, type Sql } from '../../electron/studio-server/sql.ts';
import { quietLog } from '../support/counting-ids.ts';
import { pairDesk, type Desk } from './studio-desk.ts';

const program = fileURLToPath(new URL('../main/studio.mjs', import.meta.url));
const firstPort = 8790;

export async function openServer(folder: string) {
  const data = `--data=${join(folder, 'server')}`;
  const servers: ChildProcess[] = [];
  /** Makes studios and invitations as the commands do, without a process for each. */
  const opened: { sql?: Sql } = {};
  function sql(): Sql {
    const [pid] = [readFileSync(join(folder, 'server', 'postgres', 'postmaster.pid'), 'utf8').split('\n')];
    const password = readFileSync(join(folder, 'server', 'postgres-password'), 'utf8');
    return (opened.sql ??= openSql(`postgres://allinea:${password}@127.0.0.1:${pid[3]}/allinea`, quietLog));
  }
  async function serve(at: number): Promise<string> {
    const child = spawn(process.execPath, [program, 'serve', data, `--port=${firstPort + at}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    servers.push(child);
    await once(child.stdout, 'data');
    return `http://127.0.0.1:${firstPort + at}`;
  }

  async function desk(address: string, studio: string, name: string): Promise<Desk> {
    const code = await invite(sql(), studio, { account: name, name, role: 'administer' });
    return pairDesk(address, studio, code);
  }

  return {
    serve,
    desk,
    create: (name: string) => createStudio(sql(), systemIds, { name, rows: ownDesk(name) }),
    memoryMb: (at: number): number => {
      const status = readFileSync(`/proc/${servers[at]?.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    },
    async stop() {
      await opened.sql?.close();
      for (const child of servers.toReversed()) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }
    },
  };
}
export type Server = Awaited<ReturnType<typeof openServer>>;

export async function desksOf(
  server: Server,
  address: string,
  studio: string,
  count: number,
): Promise<Desk[]> {
  const desks: Desk[] = [];
  for (let at = 0; at < count; at += 1) desks.push(await server.desk(address, studio, `account-${at}`));
  return desks;
}
