// Kills desks of a shared studio, its server and its PostgreSQL while everybody works. Each person that a
// desk confirmed must be there at its next start. In the end each is there once at every desk, or refused.
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Rng } from '../../core/ports.ts';
import { dies, startDesk, startLimitMs } from './desk-process.ts';
import type { SharedThere } from './said.ts';
import { studioServer } from './studio-server.ts';

export interface SharedVerdict {
  readonly deskKills: number;
  readonly serverKills: number;
  readonly databaseKills: number;
  readonly people: number;
  readonly refused: number;
  readonly problems: readonly string[];
}

interface Options {
  /** This many of desks, and as many of the server. Of these, some four of ten begin with the database. */
  readonly kills: number;
  readonly desks: number;
  readonly chance: Rng;
  /** The built `shared-desk.mjs`. */
  readonly deskProgram: string;
  /** The built `studio.mjs`. */
  readonly serverProgram: string;
  /** An empty folder, through which another user can get: PostgreSQL refuses to run as root. */
  readonly folder: string;
  readonly port: number;
  readonly say: (line: string) => void;
}

/** The longest time that the last waiting commands may take. */
const settleMs = 120_000;

interface Desk {
  readonly name: string;
  readonly folder: string;
  /** The e-mails of all people that it has confirmed. */
  readonly confirmed: Set<string>;
}

export async function tortureSharedDesks(options: Options): Promise<SharedVerdict> {
  const { kills, chance, deskProgram, serverProgram, folder, port, say } = options;
  const problems: string[] = [];
  let serverKills = 0;
  let databaseKills = 0;
  let deskKills = 0;
  const server = studioServer(serverProgram, join(folder, 'server'), port);
  const studio = await server.order('create', 'Studio Marchetti');
  const links: string[] = [];
  for (let number = 0; number < options.desks; number += 1)
    links.push(await server.order('invite', studio, `account-${number}`, `Persona ${number}`, 'order'));
  await server.start();
  const desks: Desk[] = [];
  for (const link of links) {
    const name = `desk-${desks.length}`;
    const desk = { name, folder: join(folder, name), confirmed: new Set<string>() };
    await dies(
      startDesk([process.execPath, deskProgram, desk.folder, name, `join=${link}`], () => undefined),
    );
    desks.push(desk);
  }

  /** One life of a desk: `lives` milliseconds of work, or until everything of it is at the server. */
  async function life(desk: Desk, lives: number | 'last'): Promise<SharedThere | null> {
    let settled: SharedThere | null = null;
    let timer: NodeJS.Timeout | undefined;
    const words = [desk.folder, desk.name, ...(lives === 'last' ? ['last'] : [])];
    const child: ChildProcess = startDesk([process.execPath, deskProgram, ...words], (said) => {
      if (said.kind === 'person') desk.confirmed.add(said.email);
      if (said.kind === 'settled') settled = said;
      if (said.kind !== 'shared') return;
      clearTimeout(limit);
      for (const { document } of said.notices)
        problems.push(`${desk.name} starts with a notice: ${document}`);
      const known = new Set([...said.emails, ...said.refused]);
      for (const email of desk.confirmed)
        if (!known.has(email)) problems.push(`lost at the start of ${desk.name}: ${email}`);
      if (lives !== 'last') timer = globalThis.setTimeout(() => child.kill('SIGKILL'), lives);
    });
    const limit = globalThis.setTimeout(() => {
      problems.push(`${desk.name} does not start`);
      child.kill('SIGKILL');
    }, startLimitMs);
    const settling =
      lives === 'last' ? globalThis.setTimeout(() => child.kill('SIGKILL'), settleMs) : undefined;
    await dies(child);
    for (const one of [limit, timer, settling]) clearTimeout(one);
    if (lives !== 'last' && child.exitCode !== null)
      problems.push(`${desk.name} ended by itself with ${child.exitCode}`);
    return settled;
  }

  async function settledLife(desk: Desk): Promise<SharedThere | null> {
    const settled = await life(desk, 'last');
    if (settled === null) problems.push(`${desk.name} still waits for the server`);
    return settled;
  }

  let killing = true;
  async function work(desk: Desk): Promise<void> {
    while (problems.length === 0 && (killing || deskKills < kills)) {
      await life(desk, Math.floor(chance.next() ** 2 * 2000));
      deskKills += 1;
    }
  }
  const working = desks.map((desk) => work(desk));
  while (serverKills < kills && problems.length === 0) {
    await setTimeout(100 + 900 * chance.next());
    if (await server.kill(chance)) databaseKills += 1;
    serverKills += 1;
    if (!(await server.start())) problems.push('the server did not start again');
    if (serverKills % 20 === 0) say(`${serverKills} kills of the server, ${deskKills} of desks`);
  }
  killing = false;
  await Promise.all(working);

  // Everybody sends what still waits. Then whoever comes last has seen everything, so all look once more.
  const ends: (SharedThere | null)[] = [];
  for (const desk of [...desks, ...desks]) if (problems.length === 0) ends.push(await settledLife(desk));
  await server.stop();
  const refused = ends.slice(desks.length).reduce((sum, end) => sum + (end?.refused.length ?? 0), 0);
  if (problems.length === 0) problems.push(...missingIn(desks, ends.slice(desks.length)));
  const people = ends[0]?.emails.length ?? 0;
  return { deskKills, serverKills, databaseKills, people, refused, problems };
}

/** A sentence for each thing that is lost, doubled, or not the same at two desks. */
function missingIn(desks: readonly Desk[], ends: readonly (SharedThere | null)[]): readonly string[] {
  const problems: string[] = [];
  const [first] = ends;
  const emails = first?.emails ?? [];
  for (const [index, end] of ends.entries()) {
    const { name, confirmed } = desks[index] as Desk;
    if (end === null) continue;
    if (end.emails.toSorted().join() !== emails.toSorted().join())
      problems.push(`${name} does not show the same people as ${desks[0]?.name}`);
    const there = new Set(end.emails);
    if (there.size !== end.emails.length) problems.push(`${name} shows somebody twice`);
    for (const email of confirmed)
      if (!there.has(email)) problems.push(`lost in the end: ${email} of ${name}`);
    if (new Set(end.refused).size !== end.refused.length) problems.push(`${name} shows a refusal twice`);
    // Any other address is used by this desk alone, so the server has no reason to refuse it.
    for (const email of end.refused)
      if (!email.startsWith('all.')) problems.push(`refused without a reason: ${email} of ${name}`);
  }
  // Of the desks that confirmed one address, all but one were refused, and each says so.
  for (const email of emails.filter((one) => one.startsWith('all.'))) {
    const silent = desks.filter(
      ({ confirmed }, index) => confirmed.has(email) && ends[index]?.refused.includes(email) === false,
    );
    if (silent.length > 1)
      problems.push(
        `${email} was confirmed by ${silent.map(({ name }) => name).join(' and ')} without a word`,
      );
  }
  return problems;
}
