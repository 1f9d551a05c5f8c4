// Kills the server of a shared studio and its PostgreSQL while desks push. What was acknowledged must be
// there afterwards, once, with the result that was told.
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Rng } from '../../core/ports.ts';
import { readStudioLink } from '../../core/shared/invitation.ts';
import { answers, protocolVersion, type CommandResult } from '../../core/shared/protocol.ts';
import { studioServer } from './studio-server.ts';

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
  const server = studioServer(program, join(folder, 'server'), port);
  const problems: string[] = [];
  let databaseKills = 0;

  const ask = async (method: string, call: string, desk: Desk, body?: unknown): Promise<Response | null> => {
    try {
      return await fetch(`${server.address}/v1/studios/${studio}/${call}`, {
        method,
        headers: { authorization: `Bearer ${desk.token}`, 'content-type': 'application/json' },
        signal: AbortSignal.timeout(10_000),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      return null;
    }
  };

  const studio = await server.order('create', 'Studio Marchetti');
  const links = [];
  for (let number = 0; number < desks; number += 1)
    links.push(await server.order('invite', studio, `account-${number}`, `Persona ${number}`, 'order'));
  await server.start();
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
    if (await server.kill(chance)) databaseKills += 1;
    if (!(await server.start())) problems.push('the server did not start again');
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
  await server.stop();
  return {
    kills,
    databaseKills,
    acknowledged: all.reduce((sum, { told }) => sum + told.size, 0),
    problems,
  };
}
