// Kills the server of a shared studio and its PostgreSQL while desks push. What was acknowledged must be
// there afterwards, once, with the result that was told.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Rng } from '../../core/ports.ts';
import { readStudioLink } from '../../core/shared/invitation.ts';
import { answers, protocolVersion, type CommandResult } from '../../core/shared/protocol.ts';

export interface ServerVerdict {
  readonly kills: number;
  readonly databaseKills: number;
  readonly acknowledged: number;
  readonly problems: readonly string[];
}

interface Options {
  readonly kills: number;
  readonly desks: number;
  readonly chance: Rng;
  /** The built `studio.mjs`. */
  readonly program: string;
  /** An empty folder, through which another user can get: PostgreSQL refuses to run as root. */
  readonly folder: string;
  readonly port: number;
}

interface Desk {
  readonly client: string;
  readonly token: string;
  seq: number;
  /** What was told of each command. */
  readonly told: Map<string, CommandResult>;
}

export async function tortureServer({
  kills,
  desks,
  chance,
  program,
  folder,
  port,
}: Options): Promise<ServerVerdict> {
  const data = join(folder, 'server');
  const address = `http://127.0.0.1:${port}`;
  const problems: string[] = [];
  let databaseKills = 0;
  let server: ChildProcess | null = null;

  const order = async (...words: readonly string[]): Promise<string> => {
    const child = spawn(process.execPath, [program, ...words, `--data=${data}`, `--port=${port}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    await once(child, 'close');
    return printed.trim();
  };
  async function start(): Promise<void> {
    const child = spawn(process.execPath, [program, `--data=${data}`, `--port=${port}`], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    server = child;
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  }
  /** PostgreSQL's own process, by the file that it writes. */
  function postmaster(): number | null {
    try {
      return Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    } catch {
      return null;
    }
  }
  function kill(pid: number | null | undefined): void {
    try {
      if (pid !== null && pid !== undefined) process.kill(pid, 'SIGKILL');
    } catch {
      // It was gone already.
    }
  }
  /** A killed PostgreSQL leaves processes that end by themselves. The next start waits for them. */
  async function restart(): Promise<void> {
    for (let tries = 0; tries < 30; tries += 1) {
      await start();
      if (server?.exitCode === null) return;
      await setTimeout(300);
    }
    problems.push('the server did not start again');
  }

  const ask = async (method: string, call: string, desk: Desk, body?: unknown): Promise<Response | null> => {
    try {
      return await fetch(`${address}/v1/studios/${studio}/${call}`, {
        method,
        headers: { authorization: `Bearer ${desk.token}`, 'content-type': 'application/json' },
        signal: AbortSignal.timeout(10_000),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      return null;
    }
  };

  const studio = await order('create', 'Studio Marchetti');
  const links = [];
  for (let number = 0; number < desks; number += 1)
    links.push(await order('invite', studio, `account-${number}`, `Persona ${number}`, 'order'));
  await start();
  const all: Desk[] = [];
  for (const link of links) {
    const desk: Desk = {
      client: randomUUID(),
      token: randomBytes(32).toString('hex'),
      seq: 0,
      told: new Map(),
    };
    const { code } = readStudioLink(link) ?? {};
    const paired = await ask('POST', 'pair', desk, { code, client: desk.client, token: desk.token });
    if (paired?.status !== 200) throw new Error(`pairing: ${paired?.status ?? 'no answer'}`);
    all.push(desk);
  }

  let over = false;
  /** One desk: sends a command again and again until its result is known, then the next one. */
  async function work(desk: Desk, number: number): Promise<void> {
    while (!over) {
      desk.seq += 1;
      const cid = randomUUID();
      // Every third address is wanted by all desks.
      const email = desk.seq % 3 === 0 ? `p${desk.seq}@x.it` : `p${desk.seq}-${number}@x.it`;
      const details = {
        givenName: 'Ada',
        familyName: `P${desk.seq}`,
        email,
        department: '',
        start: null,
        end: null,
      };
      const command = {
        seq: desk.seq,
        cid,
        at: Date.now(),
        day: '2026-11-28',
        command: { type: 'person/add', details },
      };
      while (!over) {
        const answer = await ask('POST', 'push', desk, {
          client: desk.client,
          protocol: protocolVersion,
          commands: [command],
        });
        if (answer?.status === 200) {
          const [result] = answers.pushed.parse(await answer.json()).results;
          if (result === undefined) problems.push(`${cid}: an answer without its result`);
          else desk.told.set(cid, result);
          break;
        }
        if (answer !== null && answer.status !== 503) problems.push(`${cid}: status ${answer.status}`);
        await setTimeout(20 + 60 * chance.next());
      }
    }
  }
  const working = all.map(work);
  for (let count = 0; count < kills; count += 1) {
    await setTimeout(50 + 500 * chance.next());
    const child = server as ChildProcess | null;
    const ended = child === null || child.exitCode !== null ? null : once(child, 'exit');
    if (chance.next() < 0.4) {
      databaseKills += 1;
      kill(postmaster());
      await setTimeout(100 * chance.next());
    }
    const database = postmaster();
    kill(child?.pid);
    await ended;
    // PostgreSQL of the killed server would live on and keep the folder.
    kill(database);
    await restart();
  }
  // After the last kill work goes on: each desk gets two more results, however slow the machine is.
  const wanted = all.map(({ told }) => told.size + 2);
  const gotOn = (): boolean => all.every(({ told }, index) => told.size >= (wanted[index] ?? 0));
  for (let tries = 0; tries < 300 && !gotOn(); tries += 1) await setTimeout(200);
  if (!gotOn()) problems.push('after the last kill some desk got no results for a minute');
  over = true;
  await Promise.all(working);

  const [first] = all;
  if (first === undefined) throw new Error('No desk');
  for (const desk of all) {
    const page = await ask(
      'GET',
      `pull?client=${desk.client}&protocol=${protocolVersion}&version=0&table=&id=&heard=0`,
      desk,
    );
    const { results } = answers.page.parse(await page?.json());
    const there = new Map<string, CommandResult>();
    for (const result of results) {
      if (there.has(result.cid)) problems.push(`${result.cid} is there twice`);
      there.set(result.cid, result);
    }
    for (const [cid, told] of desk.told)
      if (JSON.stringify(there.get(cid)) !== JSON.stringify(told))
        problems.push(`${cid}: told ${JSON.stringify(told)}, there ${JSON.stringify(there.get(cid))}`);
  }
  const last = server as ChildProcess | null;
  if (last !== null && last.exitCode === null) {
    const ended = once(last, 'exit');
    last.kill('SIGTERM');
    await ended;
  }
  return {
    kills,
    databaseKills,
    acknowledged: all.reduce((sum, { told }) => sum + told.size, 0),
    problems,
  };
}
