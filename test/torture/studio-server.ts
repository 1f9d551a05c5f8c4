// The server of a shared studio with its PostgreSQL, as a process: it is killed and started again.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Rng } from '../../core/ports.ts';

export interface StudioServer {
  readonly address: string;
  /** Does one thing of the command line and returns what it printed. */
  order(...words: readonly string[]): Promise<string>;
  /** False if it does not start. */
  start(): Promise<boolean>;
  /** Kills PostgreSQL alone in four of ten cases first, then the server and whatever is left. True: alone. */
  kill(chance: Rng): Promise<boolean>;
  stop(): Promise<void>;
}

/** `program`: the built `studio.mjs`. `data`: a folder through which another user can get. */
export function studioServer(program: string, data: string, port: number): StudioServer {
  let server: ChildProcess | null = null;

  const isAlive = (): boolean => server !== null && server.exitCode === null && server.signalCode === null;

  /** PostgreSQL's own process, by the file that it writes. */
  function postmaster(): number | null {
    try {
      return Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    } catch {
      return null;
    }
  }
  function end(pid: number | null | undefined): void {
    try {
      if (pid !== null && pid !== undefined) process.kill(pid, 'SIGKILL');
    } catch {
      // It was gone already.
    }
  }

  async function begin(): Promise<void> {
    const child = spawn(process.execPath, [program, `--data=${data}`, `--port=${port}`], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    server = child;
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  }

  return {
    address: `http://127.0.0.1:${port}`,
    async order(...words) {
      const child = spawn(process.execPath, [program, ...words, `--data=${data}`, `--port=${port}`], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let printed = '';
      child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
      await once(child, 'close');
      return printed.trim();
    },
    async start() {
      // A killed PostgreSQL leaves processes that end by themselves. The next start waits for them.
      for (let tries = 0; tries < 30; tries += 1) {
        await begin();
        if (isAlive()) return true;
        await setTimeout(300);
      }
      return false;
    },
    async kill(chance) {
      const ended = server !== null && isAlive() ? once(server, 'exit') : null;
      const alone = chance.next() < 0.4;
      if (alone) {
        end(postmaster());
        await setTimeout(100 * chance.next());
      }
      const database = postmaster();
      end(server?.pid);
      await ended;
      // PostgreSQL of the killed server would live on and keep the folder.
      end(database);
      return alone;
    },
    async stop() {
      if (server === null || !isAlive()) return;
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    },
  };
}
